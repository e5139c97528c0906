"""Small bases as a reader meets them: the dial, and what a figure says of what it hides or pales.

The rule itself, with its limits and what must be hidden together, is `analytics.stats.suppression`,
for every figure alike.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from analytics.figures.sentences import some_of
from analytics.filters import Option
from analytics.stats.suppression import FAINT_BELOW, HIDDEN_BELOW, NEVER_BELOW
from analytics.wording import phrase

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from analytics.wording import Name, Say

SMALL_BASES = Option(
    "small_bases",
    phrase("Small bases"),
    ("hide", "show"),
    (phrase("Hide below 10 answers"), phrase("Show from 5 answers")),
)


def smallest(options: Mapping[str, str]) -> int:
    """The smallest base that the reader's choice lets through."""
    return NEVER_BELOW if options.get(SMALL_BASES.key) == "show" else HIDDEN_BELOW


def is_pale(n: float) -> bool:
    return n < FAINT_BELOW


def notes(say: Say, hidden: Sequence[Name], bases: Iterable[float]) -> tuple[str, ...]:
    """What a figure says of what it hides, and of `bases` (those it shows) that are pale. Hidden
    never reads as zero.
    """
    parts = []
    if hidden:
        parts.append(say("Hidden because too few answered: {names}.", names=some_of(say, hidden)))
    if any(is_pale(n) for n in bases):
        parts.append(say("Pale: fewer than 30 answers (low base)."))
    return tuple(parts)


def not_shown(say: Say, least: int, names: Sequence[str]) -> tuple[str, ...]:
    """What is missing from a figure because of small bases; nothing where nothing is."""
    if not names:
        return ()
    return (
        say(
            "Not shown, for they rest on fewer than {least} or would give such a base away:"
            " {names}.",
            least=least,
            names=say.listed(tuple(names)),
        ),
    )

"""Small bases as a reader meets them: the dial, and what a figure says of what it hides or pales.

The rule itself, with its limits and what must be hidden together, is `analytics.stats.suppression`,
for every figure alike.
"""

from __future__ import annotations

from collections.abc import Mapping

from analytics.ratings.names import Name, some_of
from analytics.stats.suppression import FAINT_BELOW, HIDDEN_BELOW, NEVER_BELOW
from analytics.study import Option
from analytics.wording import Say, phrase

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


def notes(say: Say, hidden: tuple[Name, ...], has_pale: bool) -> tuple[str, ...]:
    """What a figure says about the bases it hides or pales. Hidden never reads as zero."""
    told = []
    if hidden:
        told.append(say("Hidden because too few answered: {names}.", names=some_of(say, hidden)))
    if has_pale:
        told.append(say("Pale: fewer than 30 answers (low base)."))
    return tuple(told)


def not_shown(say: Say, least: int, names: list[str]) -> tuple[str, ...]:
    """What is missing from a figure because of small bases; nothing where nothing is."""
    if not names:
        return ()
    return (
        say(
            "Not shown, for they rest on fewer than {least} or would give such a base away:"
            " {names}.",
            least=least,
            names=say.listed(names),
        ),
    )

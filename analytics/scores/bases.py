"""Small bases: fewer than 5 answers are never shown, 5 to 9 only when asked for, 10 to 29 pale.

Assumption: whoever sees a total and all groups but one knows the last one, so a hidden group takes another with it.
Source: Parker et al. 2017 (NCHS data presentation standards) for the policy.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from analytics.scores.words import Name, some_of
from analytics.study import Option
from analytics.wording import Say, phrase

NEVER_BELOW = 5
HIDDEN_BELOW = 10
PALE_BELOW = 30

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
    return n < PALE_BELOW


def visible_parts(bases: Sequence[int], least: int, unplaced: int = 0) -> list[bool]:
    """Which parts of a whole may be shown. `unplaced` answers belong to the whole and to no part.

    Where what is hidden would amount to 1 to 4 answers, the next smallest part is hidden with it.
    """
    shown = [base >= least for base in bases]
    while 0 < unplaced + sum(n for n, is_shown in zip(bases, shown, strict=True) if not is_shown) < NEVER_BELOW:
        still = [place for place, is_shown in enumerate(shown) if is_shown]
        if not still:
            break
        shown[min(still, key=lambda place: bases[place])] = False
    return shown


def notes(say: Say, hidden: tuple[Name, ...], has_pale: bool) -> tuple[str, ...]:
    """What a figure says about the bases it hides or pales. Hidden never reads as zero."""
    told = []
    if hidden:
        told.append(say("Hidden because too few answered: {names}.", names=some_of(say, hidden)))
    if has_pale:
        told.append(say("Pale: fewer than 30 answers (low base)."))
    return tuple(told)

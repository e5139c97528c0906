"""May this figure be shown? Limits for small bases, and the parts that go with a hidden one.

Method: a base below 5 is never shown, 5–9 only when the reader asks, 10–29 faint with a word of
warning. Where parts stand beside their whole, those that would give a hidden part away are hidden
with it. Assumption: readers know every visible number beside this whole, and nothing about it from
elsewhere. Source: Parker et al. 2017 (NCHS, Vital Health Stat 2(175)) for limits; Cox 1980 for
parts.
"""

from collections.abc import Sequence

NEVER_BELOW, HIDDEN_BELOW, FAINT_BELOW = 5, 10, 30


def visible_parts(bases: Sequence[float], least: float, unplaced: float = 0) -> list[bool]:
    """Which parts of a whole may be shown beside it. `unplaced` answers belong to the whole and to
    no part.

    A part below `least` is hidden. Whoever knows the whole must not be able to compute it: where it
    would stand alone, or what is hidden would amount to 1 to 4 answers, the next smallest part is
    hidden with it. Nothing is not hidden from anybody, so empty parts need no company.
    """
    shown = [base >= least for base in bases]
    while _is_given_away(
        [base for base, is_shown in zip(bases, shown, strict=True) if not is_shown and base],
        unplaced,
    ):
        still = [place for place, is_shown in enumerate(shown) if is_shown]
        if not still:
            break
        shown[min(still, key=lambda place: bases[place])] = False
    return shown


def _is_given_away(hidden: list[float], unplaced: float) -> bool:
    is_alone = len(hidden) == 1 and not unplaced
    return bool(hidden) and (is_alone or unplaced + sum(hidden) < NEVER_BELOW)

"""Did it change? Two editions compared, and the sentence that says how sure it is.

Method: both means linearised over exhibitors with the covariance of those that answered both times
(`stats.overlapping_change`; Welch's interval where nobody did); the smallest change that would have
been seen four times out of five at these answers (`stats.mean`). What stands by its test but was
not asked alike at both editions is a sign, not established (`comparability`). Assumption:
exhibitors are independent of each other. Source: Welch 1947; Kish 1965; Bloom 1995.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import isfinite, nan

from analytics.figures.claims import Certainty
from analytics.figures.sentences import interval, sentences
from analytics.ratings.comparability import Obstacles, not_comparable
from analytics.stats.mean import (
    Difference,
    MeanEstimate,
    difference_of_this_fair,
    smallest_visible,
)
from analytics.stats.multiplicity import LEVEL_OF_P
from analytics.stats.overlapping_change import NOBODY, Shared, overlapping_difference
from analytics.wording import Say


@dataclass(frozen=True, slots=True)
class Change:
    """From `then` to `now`, on the scale shown. `visible`: the smallest change that could have been
    seen, NaN where it cannot be told; `shared` firms answered both times.
    """

    then: MeanEstimate
    now: MeanEstimate
    gap: Difference
    visible: float
    shared: int = 0
    obstacles: Obstacles = ()

    @property
    def is_significant(self) -> bool:
        """Its own test stands, comparable or not."""
        return self.gap.is_reliable and self.gap.p <= LEVEL_OF_P

    @property
    def is_established(self) -> bool:
        return self.is_significant and not self.obstacles

    @property
    def certainty(self) -> Certainty:
        """As a badge: what stands by its test and was not asked alike is a sign."""
        if not self.is_significant:
            return "no evidence"
        return "a sign" if self.obstacles else "confirmed"


@dataclass(frozen=True, slots=True, kw_only=True)
class WithChange:
    """What was tested among others for a change: `change` None where the other edition has too few
    answers or none; `change_p` is Holm's over all that were tested.
    """

    change: Change | None = None
    change_p: float = nan

    @property
    def is_change_significant(self) -> bool:
        """It stands after Holm, asked alike or not."""
        if self.change is None or not self.change.gap.is_reliable:
            return False
        return self.change_p <= LEVEL_OF_P

    @property
    def is_change_established(self) -> bool:
        return self.is_change_significant and not (self.change and self.change.obstacles)


@dataclass(frozen=True, slots=True, kw_only=True)
class WithGap(WithChange):
    """A gap between two ratings of the same respondents, and what became of it: `p` of the gap
    itself is Holm's too.
    """

    p: float = nan

    @property
    def is_established(self) -> bool:
        return self.p <= LEVEL_OF_P


def change(
    then: MeanEstimate,
    now: MeanEstimate,
    shared: Shared = NOBODY,
    obstacles: Obstacles = (),
    *,
    is_of_this_fair: bool = False,
) -> Change:
    """Of the fair as a process, or (both drawn independently of each other) of the exhibitors that
    the two means speak of.
    """
    gap = (
        difference_of_this_fair(now, then)
        if is_of_this_fair
        else overlapping_difference(now, then, shared)
    )
    return Change(then, now, gap, smallest_visible(gap), shared.firms, obstacles)


def change_sentence(
    say: Say, subject: str, then_name: str, now_name: str, moved: Change, digits: int
) -> str:
    """Rose, fell, or no evidence of a change: never "no change"."""
    gap = moved.gap
    values = {
        "subject": subject,
        "before": then_name,
        "edition": now_name,
        "then": say.number(moved.then.mean, digits),
        "now": say.number(moved.now.mean, digits),
        "change": say.signed(gap.difference, digits),
        "interval": interval(say, gap.low, gap.high, digits, is_signed=True),
    }
    if not isfinite(gap.low):
        return say(
            "{subject}: {now} ({edition}) against {then} ({before}); whether that is a change"
            " cannot be told, because there are too few answers or all are alike.",
            **values,
        )
    if moved.is_significant:
        return _moved(say, moved, values)
    return say(
        "{subject}: {now} ({edition}) against {then} ({before}), no evidence of a change"
        " ({interval}{visible}).",
        **values,
        visible=visible_words(say, moved.visible, digits),
    )


def _moved(say: Say, moved: Change, values: dict[str, str]) -> str:
    """Rose or fell: established, or a sign with the reason why it is no more."""
    if not moved.obstacles:
        return say(
            "{subject} rose from {then} ({before}) to {now} ({edition}): the change of {change} is"
            " established ({interval})."
            if moved.gap.difference > 0
            else "{subject} fell from {then} ({before}) to {now} ({edition}): the change of"
            " {change} is established ({interval}).",
            **values,
        )
    sign = say(
        "{subject} went from {then} ({before}) to {now} ({edition}), a change of {change}"
        " ({interval}).",
        **values,
    )
    return sentences(say, sign, not_comparable(say, moved.obstacles))


def visible_words(say: Say, visible: float, digits: int) -> str:
    """The smallest change that could have been seen; nothing where it cannot be told."""
    if not isfinite(visible):
        return ""
    return say(
        "; the smallest change that could have been seen is {size}",
        size=say.number(visible, digits),
    )

"""Did it change? Two editions compared, and the sentence that says how sure it is.

Method: Welch's interval for the difference of two means; the answers an edition that a difference
of this size would need to be seen four times out of five (`stats.mean`). Assumption: the two
editions are independent samples; exhibitors who answered both times usually make the true error
smaller. Source: Welch 1947; Cohen 1988 for the needed n.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import floor, isfinite, log10, sqrt

from analytics.figures.sentences import interval
from analytics.stats.mean import Difference, MeanEstimate, difference, n_needed_for_change
from analytics.stats.multiplicity import LEVEL_OF_P
from analytics.wording import Say

MOST_NEEDED = 100_000


@dataclass(frozen=True, slots=True)
class Change:
    """From `then` to `now`, on the scale shown. `needed`: answers an edition; None where it cannot
    be told.
    """

    then: MeanEstimate
    now: MeanEstimate
    gap: Difference
    needed: int | None

    @property
    def is_established(self) -> bool:
        return self.gap.is_reliable and self.gap.p <= LEVEL_OF_P


def change(then: MeanEstimate, now: MeanEstimate) -> Change:
    gap = difference(now, then)
    spread = sqrt((then.sd**2 + now.sd**2) / 2)
    return Change(then, now, gap, n_needed_for_change(spread, gap.difference))


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
    if moved.is_established and gap.difference > 0:
        return say(
            "{subject} rose from {then} ({before}) to {now} ({edition}): the change of {change} is"
            " established ({interval}).",
            **values,
        )
    if moved.is_established:
        return say(
            "{subject} fell from {then} ({before}) to {now} ({edition}): the change of {change} is"
            " established ({interval}).",
            **values,
        )
    return say(
        "{subject}: {now} ({edition}) against {then} ({before}), no evidence of a change"
        " ({interval}{needed}).",
        **values,
        needed=needed_words(say, moved.needed),
    )


def needed_words(say: Say, needed: int | None) -> str:
    """How many answers it would take, in round numbers; nothing where it cannot be told."""
    if needed is None:
        return ""
    if needed > MOST_NEEDED:
        return say(
            "; a change this small would need more than {n} answers an edition",
            n=say.number(MOST_NEEDED),
        )
    return say(
        "; about {n} answers an edition would be needed to see it", n=say.number(rounded(needed))
    )


def rounded(n: int) -> int:
    """Two leading digits, rounded up: more would be false precision."""
    step = int(10 ** max(0, floor(log10(n)) - 1)) if n > 0 else 1
    return -(-n // step) * step

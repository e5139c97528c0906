"""What passes: how far chance alone may move a share that is counted over so many fairs.

At the whole size an interval meant to hold in 95 % of fairs must hold in 93.5 to 96.5 % of 2,000
(closed form), or in 90 to 99 % of 200 (resampled); a test at the 5 % level may find something where
nothing is in at most 6.5 % of 2,000, or 10 % of 200. Counted over fewer fairs the same band would
fail right methods. So it is widened by the binomial rule: over any number of fairs a method that is
exactly right fails with no higher probability than at the whole size (to each side by itself). The
exact binomial tail is taken, for p ± z·√(p(1−p)/N) is off where N is small: over 20 resampled fairs
a band is so wide that it only tells a broken method (below 16 of 20, or 6 false findings).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from tests.simulate.plan import WHOLE

Kind = Literal["closed form", "resampled"]
Counted = Literal["covered", "found"]
BELOW = {"closed form": 0.015, "resampled": 0.05}
ABOVE = {"closed form": 0.015, "resampled": 0.04}
FOUND = {"closed form": 0.015, "resampled": 0.05}


@dataclass(frozen=True)
class Band:
    """Shares from `low` to `high` pass, ends included."""

    low: float
    high: float

    def holds(self, share: float) -> bool:
        return self.low - 1e-9 <= share <= self.high + 1e-9


@cache
def band(
    counted: Counted, kind: Kind, fairs: int, right: float | None = None, is_cautious: bool = False
) -> Band:
    """`right`: the share of an exactly right method (0.95 covered, 0.05 found). A cautious interval
    may hold more often.
    """
    right = right if right is not None else 0.95 if counted == "covered" else 0.05
    if counted == "found":
        return Band(0.0, _most(right, right + FOUND[kind], kind, fairs))
    low = 1 - _most(1 - right, 1 - right + BELOW[kind], kind, fairs)
    return Band(low, 1.0 if is_cautious else _most(right, right + ABOVE[kind], kind, fairs))


def _most(right: float, limit: float, kind: Kind, fairs: int) -> float:
    """The highest share that passes: more than it is no likelier than more than `limit` of the
    whole number.
    """
    from scipy.stats import binom

    whole = WHOLE[kind]
    if limit >= 1:
        return 1.0
    tail = float(binom.sf(round(limit * whole), whole, right))
    return min(1.0, int(binom.isf(tail * (1 + 1e-9), fairs, right)) / fairs)

"""Are organiser, exhibitors and visitors in balance, and does one side follow another?

Method: a side's index is 100 × the geometric mean of its ratios (count, satisfaction, quality) to
the first held edition; the organiser's is 100 × the ratio of turnover. A missing part makes that
index missing there, never a mean of the rest. Lag L: Pearson's r of the log change of visitors at
held edition t - L with the renewal rate at t, two-sided p over all orders; nothing below four
pairs. Alarm at t: visitors fell at the held edition before and renewals are lower than then.

Assumption: editions are few and neighbours depend on each other: a link between two series is no
proof. Source: two-sided platforms (Rochet & Tirole 2006) for why sides follow each other; Pitman
1937 for the permutation p.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import nan

import numpy as np
import numpy.typing as npt

from analytics.stats.arrays import FloatArray, vectors
from analytics.stats.permutation import permutation_p

FEWEST_PAIRS = 4
FEWEST_EDITIONS = 3
SIDES = ("exhibitor", "visitor", "organiser")
FIXED_LAG = 1


@dataclass(frozen=True, slots=True)
class Lag:
    """`r` of visitors' change with renewals `lag` held editions later; NaN below four pairs."""

    lag: int
    n: int
    r: float
    p: float


def side_index(*parts: npt.ArrayLike) -> FloatArray:
    """100 at the first edition; NaN where any part is missing, not above 0, or was so at first."""
    columns = np.vstack(vectors(**{f"part_{at}": part for at, part in enumerate(parts)}))
    known = np.where(columns > 0, columns, nan)
    return np.asarray(100 * np.exp(np.log(known / known[:, :1]).mean(axis=0)))


def spread_of(indices: FloatArray) -> FloatArray:
    """Highest minus lowest of the sides (sides × editions); NaN where one is missing."""
    return np.asarray(indices.max(axis=0) - indices.min(axis=0))


def lowest_of(indices: FloatArray) -> list[str | None]:
    """The side with the lowest index at each edition, the first of SIDES in a tie; None where one
    is missing.
    """
    return [
        SIDES[int(np.argmin(column))] if np.isfinite(column).all() else None for column in indices.T
    ]


def lag_of(visitors: npt.ArrayLike, renewals: npt.ArrayLike, lag: int) -> Lag:
    """Of series by held edition, NaN where missing."""
    came, renewed = vectors(visitors=visitors, renewals=renewals)
    change = np.full(len(came), nan)
    is_known = (came[1:] > 0) & (came[:-1] > 0)
    change[1:][is_known] = np.log(came[1:][is_known] / came[:-1][is_known])
    earlier, later = change[: len(change) - lag], renewed[lag:]
    both = np.isfinite(earlier) & np.isfinite(later)
    x, y = earlier[both], later[both]
    if len(x) < FEWEST_PAIRS or np.ptp(x) == 0 or np.ptp(y) == 0:
        return Lag(lag, len(x), nan, nan)
    return Lag(lag, len(x), float(np.corrcoef(x, y)[0, 1]), permutation_p(x, y).two_sided)


def alarms(visitors: npt.ArrayLike, renewals: npt.ArrayLike) -> npt.NDArray[np.bool_]:
    """Of each held edition: did visitors fall at the one before, and renewals follow now?"""
    came, renewed = vectors(visitors=visitors, renewals=renewals)
    rings = np.zeros(len(came), dtype=bool)
    rings[2:] = (came[1:-1] < came[:-2]) & (renewed[2:] < renewed[1:-1])
    return rings

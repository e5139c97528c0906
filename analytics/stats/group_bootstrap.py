"""How sure are we of what was computed from sums? Resampling that never returns to the rows.

Method: the answers are split at random into groups (200 by a fixed hash, or one answer each when
they are few); their sums are drawn again with replacement, as many groups as there are, pooled, and
the statistic is taken from each pool. Intervals by percentiles. Assumption: groups are random
samples of one population, at least some 50 of them. Source: Efron 1979; Davison & Hinkley 1997
(§3.8, resampling groups); Tonidandel, LeBreton & Johnson 2009 for weights of drivers.

A resample in which the statistic cannot be computed is dropped; below half of them left the
interval is NaN.
"""

from dataclasses import dataclass
from math import nan

import numpy as np
import numpy.typing as npt

from analytics.stats import critical_values
from analytics.stats.arrays import FloatArray
from analytics.stats.pairwise import PairSums, pairwise_correlations, positive_definite

DRAWS = 1_000


@dataclass(frozen=True, slots=True, eq=False)
class ResampledIntervals:
    """`estimate` from all groups; `low`, `high` and `se` from the resamples; `drawn` (draws,
    values) for differences.
    """

    estimate: FloatArray
    low: FloatArray
    high: FloatArray
    se: FloatArray
    drawn: FloatArray
    groups: int
    level: float


def draw_correlations(sums: PairSums, draws: int = DRAWS, seed: int = 0) -> FloatArray:
    """Correlations (draws, items, items) of groups drawn again. ValueError below 2 groups."""
    groups = len(sums.n) if sums.n.ndim == 3 else 1
    stacked = np.stack(sums.parts, axis=1).reshape(groups, -1)
    pooled = draw_sums(stacked, draws, seed).reshape(draws, 4, *sums.n.shape[-2:])
    return positive_definite(pairwise_correlations(PairSums(*np.moveaxis(pooled, 1, 0))))


def draw_sums(by_group: npt.ArrayLike, draws: int = DRAWS, seed: int = 0) -> FloatArray:
    """Sums over groups drawn with replacement, (draws, …), of any sums by group (groups, …).
    ValueError below 2 groups.

    The same seed and number of groups draw the same groups: what is drawn in two calls may be
    paired.
    """
    values = np.asarray(by_group, dtype=np.float64)
    if len(values) < 2:
        raise ValueError(f"at least 2 groups are needed, not {len(values)}")
    times = times_drawn(len(values), draws, seed)
    return np.asarray(times @ values.reshape(len(values), -1)).reshape(draws, *values.shape[1:])


def times_drawn(groups: int, draws: int, seed: int) -> FloatArray:
    """How often each group is drawn, draws × groups; each row sums to the number of groups."""
    drawn = np.random.default_rng(seed).integers(0, groups, (draws, groups))
    flat = np.bincount(
        (drawn + np.arange(draws)[:, None] * groups).ravel(), minlength=draws * groups
    )
    return flat.reshape(draws, groups).astype(np.float64)


def intervals(
    estimate: npt.ArrayLike, drawn: npt.ArrayLike, groups: int, level: float = 0.95
) -> ResampledIntervals:
    """Percentile intervals of values (draws, values) already computed from resamples."""
    values, whole = np.asarray(drawn, dtype=np.float64), np.asarray(estimate, dtype=np.float64)
    upper = critical_values.upper_point(level)
    enough = np.isfinite(values).mean(axis=0) >= 0.5
    low, high, se = np.full(whole.shape, nan), np.full(whole.shape, nan), np.full(whole.shape, nan)
    if enough.any():
        known = values[:, enough]
        low[enough], high[enough] = np.nanquantile(known, (1 - upper, upper), axis=0)
        se[enough] = np.nanstd(known, axis=0, ddof=1)
    return ResampledIntervals(whole, low, high, se, values, groups, level)

"""Do groups of exhibitors differ, and which ones?

Method: Welch's ANOVA (unequal variances), Games–Howell for all pairs, eta² and omega² for how much,
Hedges' g for each pair. Assumption: independent answers, groups large enough for their means to be
roughly normal; variances may differ. Source: Welch 1951; Games & Howell 1976; Hedges 1981; Olejnik
& Algina 2003.

A group with fewer than 2 answers or without spread makes Welch's test NaN and the pairs it is in
NaN: leave it out first.
"""

from dataclasses import dataclass
from itertools import combinations
from math import nan, sqrt

import numpy as np
import numpy.typing as npt

from analytics.stats import critical_values, studentized_range
from analytics.stats.arrays import FloatArray, vectors


@dataclass(frozen=True, slots=True)
class OverallTest:
    """Welch's F over all groups, with its two degrees of freedom; `df2` need not be whole."""

    statistic: float
    df1: float
    df2: float
    p: float


@dataclass(frozen=True, slots=True)
class EffectSize:
    """Share of the variance that lies between groups, 0–1: `eta2` in the sample, `omega2` less
    biased (can fall below 0).
    """

    eta2: float
    omega2: float


@dataclass(frozen=True, slots=True)
class GroupPair:
    """Groups by position: `first - second`, with simultaneous interval and Games–Howell p; `t`,
    `df` are Welch's.

    `welch_p` is the p of this pair alone, for use with a correction of one's own
    (`multiplicity.py`).
    """

    first: int
    second: int
    difference: float
    se: float
    low: float
    high: float
    t: float
    df: float
    p: float
    welch_p: float
    hedges_g: float


def welch_anova(n: npt.ArrayLike, mean: npt.ArrayLike, variance: npt.ArrayLike) -> OverallTest:
    """Welch's F from n, mean and sample variance by group. ValueError below 2 groups."""
    size, centre, spread = _groups(n, mean, variance)
    k = size.size
    if (size < 2).any() or (spread <= 0).any():
        return OverallTest(nan, k - 1, nan, nan)
    weight = size / spread
    share = weight / weight.sum()
    between = float(weight @ (centre - share @ centre) ** 2) / (k - 1)
    unevenness = float(np.sum((1 - share) ** 2 / (size - 1)))
    f = between / (1 + 2 * (k - 2) / (k * k - 1) * unevenness)
    df2 = (k * k - 1) / (3 * unevenness)
    return OverallTest(f, k - 1, df2, critical_values.p_f(f, k - 1, df2))


def effect_size(n: npt.ArrayLike, mean: npt.ArrayLike, variance: npt.ArrayLike) -> EffectSize:
    """eta² and omega² from n, mean and sample variance (ignored where n < 2) of each group; NaN
    without any spread.
    """
    size, centre, spread = _groups(n, mean, variance)
    total, k = float(size.sum()), size.size
    inside = float(np.where(size > 1, (size - 1) * spread, 0.0).sum())
    between = float(size @ (centre - size @ centre / total) ** 2)
    if total <= k or inside + between <= 0:
        return EffectSize(nan, nan)
    noise = inside / (total - k)
    omega2 = (between - (k - 1) * noise) / (between + inside + noise)
    return EffectSize(between / (between + inside), omega2)


def games_howell(
    n: npt.ArrayLike, mean: npt.ArrayLike, variance: npt.ArrayLike, level: float = 0.95
) -> tuple[GroupPair, ...]:
    """All pairs (0, 1), (0, 2), … from n, mean and sample variance by group."""
    groups = np.stack(_groups(n, mean, variance), axis=1)
    return tuple(
        _pair(first, second, groups, level) for first, second in combinations(range(len(groups)), 2)
    )


def hedges_g(
    n1: float, mean1: float, variance1: float, n2: float, mean2: float, variance2: float
) -> float:
    """Standardised difference, pooled sd, small-sample factor 1 - 3/(4·df - 1); NaN without spread.
    Source: Hedges 1981.
    """
    df = n1 + n2 - 2
    if df < 1:
        return nan
    pooled = ((n1 - 1) * variance1 + (n2 - 1) * variance2) / df
    return (mean1 - mean2) / sqrt(pooled) * (1 - 3 / (4 * df - 1)) if pooled > 0 else nan


def _groups(n: npt.ArrayLike, mean: npt.ArrayLike, variance: npt.ArrayLike) -> list[FloatArray]:
    groups = vectors(n=n, mean=mean, variance=variance)
    if groups[0].size < 2 or (groups[0] < 1).any():
        raise ValueError("at least 2 groups are needed, each with at least 1 answer")
    return groups


def _pair(first: int, second: int, groups: FloatArray, level: float) -> GroupPair:
    (n1, mean1, variance1), (n2, mean2, variance2) = groups[first].tolist(), groups[second].tolist()
    gap, g = mean1 - mean2, hedges_g(n1, mean1, variance1, n2, mean2, variance2)
    if min(n1, n2) < 2 or min(variance1, variance2) <= 0:
        return GroupPair(first, second, gap, nan, nan, nan, nan, nan, nan, nan, g)
    part1, part2 = variance1 / n1, variance2 / n2
    se = sqrt(part1 + part2)
    df = se**4 / (part1**2 / (n1 - 1) + part2**2 / (n2 - 1))
    p, half = _studentized_range(gap / se, se, len(groups), df, level)
    welch_p = critical_values.p_student(gap / se, df)
    return GroupPair(first, second, gap, se, gap - half, gap + half, gap / se, df, p, welch_p, g)


def _studentized_range(
    t: float, se: float, groups: int, df: float, level: float
) -> tuple[float, float]:
    """p and half-width: the range statistic of two means is √2 times |t|."""
    p = studentized_range.upper_tail(sqrt(2) * abs(t), groups, df)
    return p, studentized_range.upper_quantile(level, groups, df) * se / sqrt(2)

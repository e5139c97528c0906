"""Do two series go together, and is it more than both rising?

Method: Pearson's r with Fisher's interval; Spearman's rho and Kendall's tau-b; the same after
removing a straight line in time, and between changes from one held edition to the next;
leave-one-out values; the smallest r that can be significant and the power at a given n. Exact p
values for small n: `permutation.py`. Assumption: independent pairs (two trending series are not:
look at `detrended` and `first_differences`); Pearson's p and interval also need roughly bivariate
normal data. An association is no cause. Source: Fisher 1921; Spearman 1904; Kendall 1938; Granger &
Newbold 1974; Pyper & Peterman 1998.

Pairs with a missing value are left out. Too few pairs, or a series that does not vary, give NaN.
"""

from dataclasses import dataclass
from math import atanh, erfc, isnan, nan, sqrt, tanh
from typing import Literal

import numpy as np
import numpy.typing as npt

from analytics.stats import critical_values
from analytics.stats.arrays import FloatArray, vectors

Method = Literal["pearson", "spearman", "kendall"]


@dataclass(frozen=True, slots=True)
class Correlation:
    """`r` with its two-sided p over n pairs. `low` and `high` (Fisher) are given for Pearson's r
    only; else NaN.

    `df` are those of the t test of r; NaN for Kendall's tau-b, whose p is the tie-corrected normal
    one.
    """

    n: int
    r: float
    p: float
    df: float
    low: float
    high: float
    level: float


def pearson(x: npt.ArrayLike, y: npt.ArrayLike, level: float = 0.95) -> Correlation:
    """Pearson's r of arrays of one length: t test (n - 2 df), Fisher's interval (n >= 4)."""
    first, second = complete_pairs(x, y)
    return _tested(first, second, level, removed=0)


def spearman(x: npt.ArrayLike, y: npt.ArrayLike, level: float = 0.95) -> Correlation:
    """Spearman's rho (average ranks for ties), with the t approximation of its p. For n <= 10 use
    `permutation_p`.
    """
    first, second = (average_ranks(values) for values in complete_pairs(x, y))
    n, r = first.size, product_moment(first, second)
    return Correlation(n, r, _p_of_r(r, n - 2), n - 2, nan, nan, level)


def kendall(x: npt.ArrayLike, y: npt.ArrayLike, level: float = 0.95) -> Correlation:
    """Kendall's tau-b, with the tie-corrected normal approximation of its p. For n <= 10 use
    `permutation_p`.

    Written out, as the first screen waits for it and importing `scipy.stats` takes longer than all
    the rest of it.
    """
    first, second = complete_pairs(x, y)
    if first.size < 2 or not (_varies(first) and _varies(second)):
        return Correlation(first.size, nan, nan, nan, nan, nan, level)
    n, s = first.size, _concordance(first, second)
    (pairs_x, triples_x, weight_x), (pairs_y, triples_y, weight_y) = _tied(first), _tied(second)
    pairs = n * (n - 1)
    variance = (pairs * (2 * n + 5) - weight_x - weight_y) / 18 + pairs_x * pairs_y / (2 * pairs)
    if n > 2:
        variance += triples_x * triples_y / (9 * pairs * (n - 2))
    tau = 2 * s / sqrt((pairs - pairs_x) * (pairs - pairs_y))
    return Correlation(n, tau, critical_values.p_normal(s / sqrt(variance)), nan, nan, nan, level)


def _concordance(first: FloatArray, second: FloatArray) -> float:
    """Kendall's S: pairs that agree in order less those that do not."""
    return sum(
        float(np.sign(first[i] - first[:i]) @ np.sign(second[i] - second[:i]))
        for i in range(1, first.size)
    )


def _tied(values: FloatArray) -> tuple[float, float, float]:
    """Over the groups of t equal values: the sums of t(t-1), t(t-1)(t-2) and t(t-1)(2t+5)."""
    t = np.unique(values, return_counts=True)[1].astype(np.float64)
    return (
        float(np.sum(t * (t - 1))),
        float(np.sum(t * (t - 1) * (t - 2))),
        float(np.sum(t * (t - 1) * (2 * t + 5))),
    )


def detrended(
    x: npt.ArrayLike, y: npt.ArrayLike, time: npt.ArrayLike, level: float = 0.95
) -> Correlation:
    """Pearson's r after a straight line in time is taken out of both: the partial correlation given
    time, n - 3 df.
    """
    first, second, when = complete_pairs(x, y, time)
    if not _varies(when):
        return Correlation(first.size, nan, nan, first.size - 3, nan, nan, level)
    return _tested(_off_the_line(first, when), _off_the_line(second, when), level, removed=1)


def first_differences(
    x: npt.ArrayLike, y: npt.ArrayLike, time: npt.ArrayLike, level: float = 0.95
) -> Correlation:
    """Pearson's r between the changes of x and of y from one held edition to the next.

    One entry per held edition, in any order; `time` orders them. An edition not held has no entry
    and the change spans the gap as it is; where a held edition lacks a value, the changes to and
    from it are left out rather than bridged.
    """
    first, second, when = vectors(x=x, y=y, time=time)
    order = np.argsort(when)
    return pearson(np.diff(first[order]), np.diff(second[order]), level)


def leave_one_out(x: npt.ArrayLike, y: npt.ArrayLike) -> FloatArray:
    """Pearson's r without each of the complete pairs in turn, in input order."""
    first, second = complete_pairs(x, y)
    keep = ~np.eye(first.size, dtype=bool)
    return np.array([product_moment(first[rows], second[rows]) for rows in keep], dtype=np.float64)


def smallest_significant_r(n: int, level: float = 0.95) -> float:
    """The |r| that n pairs must reach for p < 1 - level: 0.707 for n = 8. NaN for n < 3."""
    t = critical_values.student(level, n - 2)
    return t / sqrt(n - 2 + t * t) if n > 2 else nan


def power_of_correlation(rho: float, n: int, level: float = 0.95) -> float:
    """Chance that n pairs show a true `rho` as significant (0–1), by Fisher's z: about 0.23 for rho
    0.5, n 8.

    NaN for n < 4. ValueError unless -1 < rho < 1.
    """
    if not -1 < rho < 1:
        raise ValueError(f"rho must lie between -1 and 1, not {rho}")
    if n < 4:
        return nan
    z, shift = critical_values.normal(level), atanh(rho) * sqrt(n - 3)
    return (erfc((z - shift) / sqrt(2)) + erfc((z + shift) / sqrt(2))) / 2


def fisher_interval(r: float, n: int, level: float = 0.95, removed: int = 0) -> tuple[float, float]:
    """tanh(atanh r ± z/√(n - 3 - removed)); `removed`: variables held constant. NaN when r is ±1 or
    n too small.
    """
    spare = n - 3 - removed
    if spare < 1 or isnan(r) or abs(r) >= 1:
        return nan, nan
    half = critical_values.normal(level) / sqrt(spare)
    return tanh(atanh(r) - half), tanh(atanh(r) + half)


def fisher_p(r: float, n: int, removed: int = 0) -> float:
    """Two-sided p of r = 0 by Fisher's z, as in `fisher_interval`; NaN where that is NaN."""
    spare = n - 3 - removed
    if spare < 1 or isnan(r) or abs(r) >= 1:
        return nan
    return critical_values.p_normal(atanh(r) * sqrt(spare))


def complete_pairs(*columns: npt.ArrayLike) -> list[FloatArray]:
    """The columns without rows in which one of them is missing. ValueError when lengths differ."""
    arrays = vectors(**{f"column {index}": column for index, column in enumerate(columns, start=1)})
    complete = np.isfinite(arrays).all(axis=0)
    return [array[complete] for array in arrays]


def product_moment(x: FloatArray, y: FloatArray) -> float:
    """Plain Pearson's r; NaN when fewer than two pairs or a series does not vary."""
    if x.size < 2 or not (_varies(x) and _varies(y)):
        return nan
    first, second = x - x.mean(), y - y.mean()
    r = float(first @ second / sqrt(float(first @ first) * float(second @ second)))
    return max(-1.0, min(1.0, r))


def average_ranks(values: FloatArray) -> FloatArray:
    """Ranks 1 to n; equal values share the mean of their ranks."""
    _, place, counts = np.unique(values, return_inverse=True, return_counts=True)
    last = np.cumsum(counts)
    return np.asarray(last - (counts - 1) / 2, dtype=np.float64)[place]


def _tested(x: FloatArray, y: FloatArray, level: float, removed: int) -> Correlation:
    n, df = x.size, x.size - 2 - removed
    r = product_moment(x, y)
    low, high = fisher_interval(r, n, level, removed)
    return Correlation(n, r, _p_of_r(r, df), df, low, high, level)


def _p_of_r(r: float, df: int) -> float:
    if isnan(r) or df < 1:
        return nan
    return critical_values.p_student(r * sqrt(df / (1 - r * r)), df) if abs(r) < 1 else 0.0


def _off_the_line(values: FloatArray, time: FloatArray) -> FloatArray:
    """Residuals from the straight line in time; exactly 0 where only rounding error is left."""
    centred, when = values - values.mean(), time - time.mean()
    residuals = centred - when * (centred @ when / (when @ when))
    is_dust = residuals @ residuals <= 1e-24 * (centred @ centred)
    return np.zeros_like(residuals) if is_dust else residuals


def _varies(values: FloatArray) -> bool:
    return bool(values.size and values.max() > values.min())

"""Is there a trend over the editions?

Method: Mann–Kendall S, the rises minus the falls over all pairs of editions. Exact two-sided p for
n <= 10, ties included, from the count of inversions over all orders; above, the normal
approximation with tie-corrected variance and continuity correction. Assumption: without a trend
every order of the values is equally likely (a series that remembers its past is not so). Source:
Mann 1945; Kendall 1975, Rank Correlation Methods; MacMahon 1915 for the inversions of a multiset.

Missing values are left out. Fewer than 2 values give NaN. Size of the trend: `sen.py`.
"""

from dataclasses import dataclass
from math import copysign, nan, sqrt

import numpy as np
import numpy.typing as npt

from analytics.stats import critical_values
from analytics.stats.arrays import FloatArray
from analytics.stats.correlation import complete_pairs

LARGEST_EXACT = 10


@dataclass(frozen=True, slots=True)
class MannKendall:
    """`s` from -n(n-1)/2 to n(n-1)/2; `p` two-sided, exact when `is_exact`; `z` and `p_normal` the
    approximation.

    `tau_b` is NaN when all values are equal (and p is then 1).
    """

    n: int
    s: int
    tau_b: float
    variance: float
    z: float
    p: float
    p_normal: float
    is_exact: bool


def mann_kendall(values: npt.ArrayLike, times: npt.ArrayLike | None = None) -> MannKendall:
    """The trend test of `values` in the order of `times` (input order without). ValueError when two
    times are equal.
    """
    series = in_time_order(values, times)[0]
    n = series.size
    if n < 2:
        return MannKendall(n, 0, nan, nan, nan, nan, nan, False)
    s = int(np.sum(np.sign(_later_minus_earlier(series))))
    ties = np.unique(series, return_counts=True)[1]
    variance, pairs = s_variance(series), n * (n - 1) / 2
    untied = pairs - float(np.sum(ties * (ties - 1))) / 2
    z = copysign(max(abs(s) - 1, 0), s) / sqrt(variance) if variance > 0 else 0.0
    p_normal = critical_values.p_normal(z)
    is_exact = n <= LARGEST_EXACT
    p = exact_p(s, ties.tolist()) if is_exact else p_normal
    return MannKendall(
        n, s, s / sqrt(pairs * untied) if untied else nan, variance, z, p, p_normal, is_exact
    )


def exact_p(s: int, ties: list[int]) -> float:
    """P(|S*| >= |s|) over all orders of a series whose equal values come in groups of the sizes
    `ties` (1 = untied).
    """
    orders = inversion_counts(ties)
    most = len(orders) - 1
    extreme = sum(
        count for inversions, count in enumerate(orders) if abs(most - 2 * inversions) >= abs(s)
    )
    return extreme / sum(orders)


def inversion_counts(ties: list[int]) -> list[int]:
    """How many orders of the multiset have 0, 1, 2, … inversions: coefficients of [n]! / Π [group]!
    in powers of q.
    """
    counts = [1]
    for size in range(1, sum(ties) + 1):
        counts = _times_run(counts, size)
    for group in ties:
        for size in range(1, group + 1):
            counts = _over_run(counts, size)
    return counts


def in_time_order(
    values: npt.ArrayLike, times: npt.ArrayLike | None
) -> tuple[FloatArray, FloatArray]:
    """Values and times, sorted by time, without missing values. Without times: 0, 1, 2, …"""
    when = np.arange(np.size(values), dtype=np.float64) if times is None else times
    series, moments = complete_pairs(values, when)
    if np.unique(moments).size < moments.size:
        raise ValueError("each time must occur once")
    order = np.argsort(moments)
    return series[order], moments[order]


def s_variance(series: FloatArray) -> float:
    """Variance of S without a trend, corrected for ties."""
    ties, n = np.unique(series, return_counts=True)[1], series.size
    tied = float(np.sum(ties * (ties - 1) * (2 * ties + 5)))
    return (n * (n - 1) * (2 * n + 5) - tied) / 18


def _later_minus_earlier(series: FloatArray) -> FloatArray:
    earlier, later = np.triu_indices(series.size, 1)
    return np.asarray(series[later] - series[earlier])


def _times_run(counts: list[int], size: int) -> list[int]:
    """Product with 1 + q + … + q^(size - 1)."""
    product = [0] * (len(counts) + size - 1)
    for power, count in enumerate(counts):
        for step in range(size):
            product[power + step] += count
    return product


def _over_run(counts: list[int], size: int) -> list[int]:
    """Exact quotient by 1 + q + … + q^(size - 1)."""
    quotient: list[int] = []
    for power in range(len(counts) - size + 1):
        quotient.append(counts[power] - sum(quotient[max(0, power - size + 1) :]))
    return quotient

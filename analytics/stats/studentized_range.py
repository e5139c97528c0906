"""How wide is the range of several means by chance? The studentized range, behind Tukey's and
Games–Howell's intervals.

Method: P(range <= q) = ∫ f(s) · k ∫ φ(z) [Φ(z) - Φ(z - q·s)]^(k-1) dz ds, s² being chi-square/df,
by Gauss–Legendre quadrature over the part where the densities are not negligible; quantiles by
secant steps from Bonferroni's. Two means are Student's t. Agrees with SciPy's integral to 1e-6 at a
small part of the time, which decides whether a page of pairs can be waited for; below 4 df, where
the density of s piles up at 0, SciPy's is used. Assumption: normal means, one independent estimate
of their variance. Source: Tukey 1953; Copenhaver & Holland 1988 (J. Stat. Comput. Simul. 30:1-15)
for the integral.
"""

from functools import cache, lru_cache
from math import comb, log, nan, pi, sqrt

import numpy as np
import numpy.typing as npt

from analytics.stats import critical_values
from analytics.stats.arrays import FloatArray

INNER, OUTER = 96, 64
NORMAL_REACH = 8.5
NEGLIGIBLE = 1e-16
SMALLEST_DF = 4
CLOSE = 1e-10
MOST_STEPS = 20


def upper_tail(q: float, groups: int, df: float) -> float:
    """P(range > q) of `groups` means; NaN when a df is not positive. ValueError below 2 groups."""
    if groups < 2:
        raise ValueError(f"a range needs at least 2 groups, not {groups}")
    if not df > 0 or q != q:
        return nan
    if q <= 0:
        return 1.0
    if groups == 2:
        return critical_values.p_student(q / sqrt(2), df)
    if df < SMALLEST_DF:
        return _scipys_tail(q, groups, df)
    spreads, weights = _spreads(df)
    tail = 1 - float(weights @ _range_below(q * spreads, groups))
    return min(1.0, max(0.0, tail))


def upper_quantile(level: float, groups: int, df: float) -> float:
    """The q that the range stays below with probability `level`; NaN when a df is not positive."""
    if groups == 2:
        return sqrt(2) * critical_values.student(level, df)
    if not df > 0:
        return nan
    if df < SMALLEST_DF:
        return _scipys_quantile(level, groups, df)
    one_pair, bonferroni = (
        sqrt(2) * critical_values.student(1 - (1 - level) / pairs, df)
        for pairs in (1, comb(groups, 2))
    )
    return _crossing(bonferroni, bonferroni - (bonferroni - one_pair) / 10, 1 - level, groups, df)


def _scipys_tail(q: float, groups: int, df: float) -> float:
    from scipy.stats import studentized_range

    return float(studentized_range.sf(q, groups, df))


def _scipys_quantile(level: float, groups: int, df: float) -> float:
    from scipy.stats import studentized_range

    return float(studentized_range.ppf(level, groups, df))


def _crossing(first: float, second: float, tail: float, groups: int, df: float) -> float:
    """Secant steps: the logarithm of the tail is almost a straight line."""
    behind, value = (log(upper_tail(q, groups, df) / tail) for q in (first, second))
    for _ in range(MOST_STEPS):
        if abs(value) < CLOSE or behind == value:
            break
        first, second = second, second - value * (second - first) / (value - behind)
        behind, value = value, log(upper_tail(second, groups, df) / tail)
    return second


def _range_below(widths: FloatArray, groups: int) -> FloatArray:
    """P(range of `groups` standard normal values <= width)."""
    from scipy.special import ndtr

    z, weights = _nodes(INNER)
    z, weights = z * NORMAL_REACH, weights * NORMAL_REACH
    density = np.exp(-z * z / 2) / sqrt(2 * pi)
    inside = (ndtr(z) - ndtr(z - widths[:, None])) ** (groups - 1)
    return np.asarray(groups * inside @ (density * weights))


@lru_cache(maxsize=64)
def _spreads(df: float) -> tuple[FloatArray, FloatArray]:
    """Nodes of s = √(chi-square/df) and their probabilities."""
    from scipy.special import chdtri

    low, high = (sqrt(float(chdtri(df, tail)) / df) for tail in (1 - NEGLIGIBLE, NEGLIGIBLE))
    unit, weights = _nodes(OUTER)
    s = (high - low) / 2 * unit + (high + low) / 2
    log_density = (df - 1) * np.log(s) - df * s * s / 2
    mass = np.exp(log_density - log_density.max()) * weights
    return s, np.asarray(mass / mass.sum())


@cache
def _nodes(count: int) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Gauss–Legendre on -1 to 1."""
    nodes, weights = np.polynomial.legendre.leggauss(count)
    return nodes, weights

"""How far does a correlation move when the editions are drawn again? A check beside Fisher's
interval.

Method: pairs drawn with replacement; the interval is bias-corrected and accelerated (BCa), or by
percentiles. Assumption: independent pairs. With eight editions it is a rough check only, never the
headline. Source: Efron 1987; Efron & Tibshirani 1993. For the constants: DiCiccio & Efron 1996.

Missing pairs are left out. Fewer than 4 pairs, a series that does not vary or an r of ±1 give NaN.
"""

from dataclasses import dataclass
from math import nan
from statistics import NormalDist

import numpy as np
import numpy.typing as npt

from analytics.stats import critical_values
from analytics.stats.arrays import FloatArray
from analytics.stats.correlation import complete_pairs, leave_one_out, product_moment

DRAWS = 9_999


@dataclass(frozen=True, slots=True)
class BootstrapInterval:
    """`low`–`high` BCa, `percentile_low`–`percentile_high` plain; `draws` used (those without
    spread are dropped).
    """

    low: float
    high: float
    percentile_low: float
    percentile_high: float
    draws: int
    level: float


def bootstrap_correlation(
    x: npt.ArrayLike, y: npt.ArrayLike, level: float = 0.95, draws: int = DRAWS, seed: int = 0
) -> BootstrapInterval:
    """Intervals of Pearson's r of arrays of one length; the seed makes them repeatable."""
    first, second = complete_pairs(x, y)
    r = product_moment(first, second)
    if first.size < 4 or not abs(r) < 1:
        return BootstrapInterval(nan, nan, nan, nan, 0, level)
    drawn = _correlations(first, second, draws, seed)
    upper = critical_values.upper_point(level)
    points = (*_bca_points(drawn, r, leave_one_out(first, second), upper), 1 - upper, upper)
    low, high, plain_low, plain_high = np.quantile(drawn, points).tolist()
    return BootstrapInterval(low, high, plain_low, plain_high, drawn.size, level)


def _correlations(x: FloatArray, y: FloatArray, draws: int, seed: int) -> FloatArray:
    rows = np.random.default_rng(seed).integers(0, x.size, (draws, x.size))
    first, second = x[rows], y[rows]
    varies = (np.ptp(first, axis=1) > 0) & (np.ptp(second, axis=1) > 0)
    first, second = (
        part[varies] - part[varies].mean(axis=1, keepdims=True) for part in (first, second)
    )
    scale = np.sqrt((first**2).sum(axis=1) * (second**2).sum(axis=1))
    return np.asarray((first * second).sum(axis=1) / scale)


def _bca_points(
    drawn: FloatArray, r: float, jackknife: FloatArray, upper: float
) -> tuple[float, float]:
    """Shares at which to read the drawn values, moved for bias and uneven spread."""
    normal = NormalDist()
    below = float(np.mean(drawn < r) + np.mean(drawn == r) / 2)
    bias = normal.inv_cdf(min(max(below, 1 / drawn.size), 1 - 1 / drawn.size))
    away = jackknife.mean() - jackknife
    scale = 6 * float(away @ away) ** 1.5
    acceleration = float(np.sum(away**3)) / scale if scale > 0 else 0.0

    def moved(point: float) -> float:
        z = bias + normal.inv_cdf(point)
        return normal.cdf(bias + z / (1 - acceleration * z))

    return moved(1 - upper), moved(upper)

"""How much does it change per year?

Method: Sen's slope, the median of the slopes between all pairs of editions; intercept = median of
value - slope · time; the interval ends at the ranked slopes that the Mann–Kendall variance sets off
on either side. Assumption: a steady trend; times are those the fair was held (years), never 1 … n
when an edition was skipped. Source: Sen 1968 (JASA 63:1379-1389); Hollander & Wolfe 1999.

Missing values are left out. Fewer than 2 values give NaN; too few for the level give no interval
(NaN).
"""

from dataclasses import dataclass
from math import nan, sqrt

import numpy as np
import numpy.typing as npt

from analytics.stats import critical_values
from analytics.stats.arrays import FloatArray
from analytics.stats.mann_kendall import in_time_order, s_variance


@dataclass(frozen=True, slots=True)
class SenSlope:
    """Change per unit of time, with interval; `intercept` is the value at time 0."""

    n: int
    slope: float
    intercept: float
    low: float
    high: float
    level: float


def sen_slope(values: npt.ArrayLike, times: npt.ArrayLike, level: float = 0.95) -> SenSlope:
    """Sen's slope of values over times of the same length. ValueError when two times are equal."""
    series, when = in_time_order(values, times)
    if series.size < 2:
        return SenSlope(series.size, nan, nan, nan, nan, level)
    earlier, later = np.triu_indices(series.size, 1)
    slopes = np.sort((series[later] - series[earlier]) / (when[later] - when[earlier]))
    slope = float(np.median(slopes))
    low, high = _interval(slopes, s_variance(series), level)
    return SenSlope(series.size, slope, float(np.median(series - slope * when)), low, high, level)


def _interval(slopes: FloatArray, variance: float, level: float) -> tuple[float, float]:
    """The slopes at ranks (N ∓ z·sd)/2, the ranks rounded; NaN where there are none."""
    spread = critical_values.normal(level) * sqrt(variance)
    below = round((slopes.size - spread) / 2)
    if variance <= 0 or below < 1:
        return nan, nan
    return float(slopes[below - 1]), float(slopes[slopes.size - below])

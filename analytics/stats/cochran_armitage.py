"""Does a share rise or fall over the editions?

Method: Cochran–Armitage test of a linear trend in proportions, with the edition's number or year as
score; beside it the test that any edition differs, and what the straight line leaves over.
Assumption: independent answers within and between editions (the same exhibitor at several editions
weakens it). Source: Cochran 1954; Armitage 1955 (Biometrics 11:375-386).

Shares all 0, all 1, or a single score give NaN.
"""

from dataclasses import dataclass
from math import nan, sqrt

import numpy.typing as npt

from analytics.stats import critical_values
from analytics.stats.arrays import FloatArray, vectors


@dataclass(frozen=True, slots=True)
class ProportionTrend:
    """`slope`: weighted least-squares change of the share (0–1) per unit of score; `z` carries its
    sign; p two-sided.

    `chi_square` (1 df) = z²; `heterogeneity` has groups - 1 df; `departure` = the difference,
    groups - 2 df.
    """

    slope: float
    z: float
    chi_square: float
    p: float
    heterogeneity: float
    heterogeneity_df: int
    heterogeneity_p: float
    departure: float
    departure_p: float


def cochran_armitage(
    successes: npt.ArrayLike, totals: npt.ArrayLike, scores: npt.ArrayLike
) -> ProportionTrend:
    """Trend of successes/totals over scores, three arrays of the same length; editions without
    answers are left out.

    ValueError when a count is negative or a success count exceeds its total.
    """
    yes, n, score = _answered_editions(successes, totals, scores)
    total = float(n.sum())
    share = float(yes.sum()) / total if total else nan
    spread = share * (1 - share)
    centred = score - (n @ score / total if total else nan)
    leverage = float(n @ centred**2)
    if not (spread > 0 and leverage > 0):
        return ProportionTrend(nan, nan, nan, nan, nan, max(yes.size - 1, 0), nan, nan, nan)
    slope = float(centred @ yes) / leverage
    z = slope * sqrt(leverage / spread)
    between, df = float(n @ (yes / n - share) ** 2) / spread, yes.size - 1
    p, p_between, p_left = (
        critical_values.p_chi_square(*pair) for pair in _tests(z * z, between, df)
    )
    return ProportionTrend(slope, z, z * z, p, between, df, p_between, between - z * z, p_left)


def _answered_editions(
    successes: npt.ArrayLike, totals: npt.ArrayLike, scores: npt.ArrayLike
) -> list[FloatArray]:
    yes, n, score = vectors(successes=successes, totals=totals, scores=scores)
    if (yes < 0).any() or (yes > n).any():
        raise ValueError("successes must lie between 0 and their total")
    return [part[n > 0] for part in (yes, n, score)]


def _tests(trend: float, between: float, df: int) -> list[tuple[float, float]]:
    return [(trend, 1), (between, df), (max(between - trend, 0.0), df - 1)]

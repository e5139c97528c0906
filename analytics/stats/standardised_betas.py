"""How does each item go with the overall judgement, alone and beside the others?

Method: from the correlation matrix: plain correlations r, standardised coefficients β = R⁻¹r,
variance inflation diag(R⁻¹) and R² = r'β. Assumption: a linear relation; association, not cause.
Above an inflation of 3 to 5 the β change sign and order by chance: they are shown to warn, never to
rank (`relative_weights.py`, `lmg.py` rank). Source: Cohen, Cohen, West & Aiken 2003; Marquardt 1970
for the inflation.

Items that are exact sums of others have β NaN and inflation infinite; R² is then that of the items
that hold it.
"""

from dataclasses import dataclass
from math import inf, nan

import numpy as np
import numpy.typing as npt

from analytics.stats.arrays import BoolArray, FloatArray, matrix, vector

ANSWERS_PER_ITEM = 10
FEWEST_ANSWERS = 50
# A direction with less variance than this is an exact copy, up to rounding.
NO_VARIANCE = 1e-10


@dataclass(frozen=True, slots=True, eq=False)
class Importance:
    """Arrays by item, in input order: `r` with the outcome, `std_beta`, `vif` (1 = no overlap with
    the others).
    """

    r: FloatArray
    std_beta: FloatArray
    vif: FloatArray
    r_squared: float


def importance(r_items: npt.ArrayLike, r_outcome: npt.ArrayLike) -> Importance:
    """From correlations among the items (items × items) and with the outcome; finite, so leave
    constant items out.

    ValueError when shapes do not fit or a value is missing.
    """
    r_xx, r_xy = matrix(r_items, "r_items"), vector(r_outcome, "r_outcome")
    if r_xx.shape != (r_xy.size, r_xy.size) or not np.isfinite(r_xy).all():
        raise ValueError(
            f"correlations must be items × items and items, not {r_xx.shape} and {r_xy.shape}"
        )
    values, vectors = np.linalg.eigh(r_xx)
    held = values > NO_VARIANCE
    inverse = (vectors[:, held] / values[held]) @ vectors[:, held].T
    beta, known = inverse @ r_xy, untouched_by(vectors[:, ~held])
    return Importance(
        r=r_xy,
        std_beta=np.where(known, beta, nan),
        vif=np.where(known, np.diag(inverse), inf),
        r_squared=float(r_xy @ beta),
    )


def answers_needed(items: int) -> int:
    """Complete answers below which no driver model is made: ten an item, at least 50."""
    return max(FEWEST_ANSWERS, ANSWERS_PER_ITEM * items)


def untouched_by(directions: FloatArray) -> BoolArray:
    """Which variables have no part in directions without variance (variables × directions)."""
    return np.asarray(np.sum(directions**2, axis=1) < 1e-8)

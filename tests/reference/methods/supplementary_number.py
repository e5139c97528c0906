"""Where would a number point on a map of answers?

Method: an arrow of its correlations with the axes, from tables with the active categories. Source:
Greenacre 2017; Le Roux & Rouanet 2010; Husson, Lê & Pagès 2017.
"""

import numpy as np
import numpy.typing as npt

from analytics.stats.arrays import FloatArray, vector
from analytics.stats.mca import Mca


def supplementary_number(
    answers: Mca, sums: npt.ArrayLike, total: float, squares: float
) -> FloatArray:
    """Correlation of a number x with each axis, from Σx by active category, Σx and Σx² over
    everybody.

    NaN when x does not vary. ValueError when shapes do not fit.
    """
    by_category = vector(sums, "sums")
    if by_category.size != answers.counts.size:
        raise ValueError(
            f"sums must have {answers.counts.size} active categories, not {by_category.size}"
        )
    spread = squares / answers.n - (total / answers.n) ** 2
    if not spread > 1e-12 * squares / answers.n:
        return np.full(answers.axes, np.nan)
    centred = by_category - answers.counts * total / answers.n
    eigenvalues = answers.eigenvalues[: answers.axes]
    scale = answers.questions * eigenvalues * answers.n * np.sqrt(spread)
    return np.asarray(centred @ answers.coordinates / scale)

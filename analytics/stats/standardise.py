"""On which footing do features enter a clustering?

Method: z-scores (each column mean 0, sd 1; divisor n - ddof).
Assumption: features matter equally after scaling.
Source: Hartigan 1975, Clustering Algorithms; Milligan & Cooper 1988.
"""

import numpy as np
import numpy.typing as npt

from analytics.stats.arrays import FloatArray, matrix


def z_scores(rows: npt.ArrayLike, ddof: int = 1) -> FloatArray:
    """Rows × features, each to mean 0 and sd 1; one that does not vary becomes 0 throughout."""
    values = matrix(rows, "rows")
    centred = values - values.mean(axis=0)
    if len(values) <= ddof:
        return np.zeros_like(values)
    sd = values.std(axis=0, ddof=ddof)
    constant = np.ptp(values, axis=0) == 0
    return np.where(constant, 0.0, centred / np.where(constant, 1.0, sd))

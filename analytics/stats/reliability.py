"""Do these items measure one thing, so that they may be averaged?

Method: Cronbach's alpha from the items' covariance matrix. Assumption: items on one scale and
turned the same way; alpha is a lower bound of reliability, no proof of one dimension. Source:
Cronbach 1951; Nunnally & Bernstein 1994 for the readings of .6 and .7.
"""

from math import nan

import numpy as np
import numpy.typing as npt

from analytics.stats.arrays import matrix

LOWEST_TO_AVERAGE = 0.6
ACCEPTABLE = 0.7


def cronbach_alpha(covariance: npt.ArrayLike) -> float:
    """k/(k - 1) · (1 - Σ variances / variance of the sum); NaN for one item or a constant sum."""
    cov = matrix(np.atleast_2d(covariance), "covariance")
    items, total = len(cov), float(cov.sum())
    if items < 2 or total <= 1e-12 * float(np.trace(cov)):
        return nan
    return items / (items - 1) * (1 - float(np.trace(cov)) / total)

"""Do these items measure one thing? What stands beside Cronbach's alpha.

Method: standardised alpha; the correlation of each item with the rest; alpha without each item.
Assumption: items on one scale and turned the same way. Source: Cronbach 1951.

An item that does not vary makes its own correlation and the standardised alpha NaN.
"""

from dataclasses import dataclass
from math import nan

import numpy as np
import numpy.typing as npt

from analytics.stats.arrays import FloatArray, matrix
from analytics.stats.reliability import cronbach_alpha


@dataclass(frozen=True, slots=True, eq=False)
class Reliability:
    """`item_rest_r` and `alpha_if_dropped` by item, in input order; the latter NaN for a scale of
    two items.
    """

    items: int
    alpha: float
    standardised_alpha: float
    mean_r: float
    item_rest_r: FloatArray
    alpha_if_dropped: FloatArray


def reliability(covariance: npt.ArrayLike) -> Reliability:
    """From the items × items covariance matrix. ValueError unless it is square, symmetric, with at
    least 2 items.
    """
    cov = _checked(covariance)
    without = [np.delete(np.delete(cov, item, axis=0), item, axis=1) for item in range(len(cov))]
    mean_r = _mean_correlation(cov)
    return Reliability(
        items=len(cov),
        alpha=cronbach_alpha(cov),
        standardised_alpha=_spearman_brown(mean_r, len(cov)),
        mean_r=mean_r,
        item_rest_r=_item_rest(cov),
        alpha_if_dropped=np.array([cronbach_alpha(part) for part in without]),
    )


def reliability_of_rows(rows: npt.ArrayLike) -> tuple[Reliability, int]:
    """From respondents × items, NaN for no answer, and the number of respondents who answered every
    item.

    ValueError when fewer than 2 did.
    """
    answers = np.asarray(rows, dtype=np.float64)
    if answers.ndim != 2:
        raise ValueError(f"rows must be respondents × items, not of shape {answers.shape}")
    complete = answers[np.isfinite(answers).all(axis=1)]
    if len(complete) < 2:
        raise ValueError(
            f"at least 2 respondents must have answered every item, not {len(complete)}"
        )
    return reliability(np.cov(complete, rowvar=False)), len(complete)


def _checked(covariance: npt.ArrayLike) -> FloatArray:
    cov = matrix(np.atleast_2d(covariance), "covariance")
    if cov.shape[0] != cov.shape[1] or len(cov) < 2 or not np.allclose(cov, cov.T):
        raise ValueError(
            f"covariance must be symmetric with at least 2 items, not of shape {cov.shape}"
        )
    return cov


def _item_rest(cov: FloatArray) -> FloatArray:
    variance, with_all = np.diag(cov), cov.sum(axis=1)
    rest_variance = cov.sum() - 2 * with_all + variance
    scale = variance * rest_variance
    r = np.full(len(cov), nan)
    varies = scale > 1e-12 * variance.max() ** 2
    r[varies] = (with_all - variance)[varies] / np.sqrt(scale[varies])
    return r


def _mean_correlation(cov: FloatArray) -> float:
    sd = np.sqrt(np.diag(cov))
    if (sd <= 0).any():
        return nan
    above = np.triu_indices(len(cov), 1)
    return float((cov / np.outer(sd, sd))[above].mean())


def _spearman_brown(mean_r: float, items: int) -> float:
    below = 1 + (items - 1) * mean_r
    return items * mean_r / below if below > 0 else nan

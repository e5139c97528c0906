"""Which kinds of customers overlap here, and how sure is each one's place? Gaussian mixtures.

Method: EM from 20 starts, unless told otherwise, for four shapes of covariance; BIC = -2·log L +
parameters·log n, the smaller the better. Assumption: within a class features are normal and on one
footing; at least a few rows per parameter. Source: Dempster, Laird & Rubin 1977; Fraley & Raftery
2002 (whose BIC has the opposite sign).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import log
from typing import Literal

import numpy as np
import numpy.typing as npt

from analytics.stats.arrays import FloatArray, IntArray, matrix
from analytics.stats.kmeans import distinct_rows
from analytics.stats.one_thread import one_thread

STARTS = 20
Covariance = Literal["full", "tied", "diag", "spherical"]
COVARIANCES: tuple[Covariance, ...] = ("full", "tied", "diag", "spherical")


@dataclass(frozen=True, slots=True, eq=False)
class MixtureFit:
    """Classes by falling weight. `memberships` rows × classes, each row sums to 1; `labels` the
    likeliest class per row.
    """

    k: int
    covariance: Covariance
    weights: FloatArray
    means: FloatArray
    memberships: FloatArray
    labels: IntArray
    log_likelihood: float
    parameters: int
    bic: float


def mixture(
    rows: npt.ArrayLike,
    k: int,
    covariance: Covariance = "full",
    starts: int = STARTS,
    seed: int = 0,
) -> MixtureFit:
    """k classes of rows × features. ValueError when k is below 1 or above the number of different
    rows.

    `full`: each class its own ellipse; `tied`: all the same; `diag`: along the axes; `spherical`:
    round.
    """
    values = matrix(rows, "rows")
    if not 1 <= k <= distinct_rows(values, stop=k):
        raise ValueError(f"k must lie between 1 and the number of different rows, not {k}")
    from sklearn.mixture import GaussianMixture

    model = GaussianMixture(
        k, covariance_type=covariance, tol=1e-8, max_iter=5000, n_init=starts, random_state=seed
    )
    with one_thread():
        model.fit(values)
        memberships = model.predict_proba(values)
        log_likelihood = float(model.score(values)) * len(values)
    return _fit(model.weights_, model.means_, memberships, log_likelihood, covariance)


def best_mixture(
    rows: npt.ArrayLike,
    ks: Iterable[int] = range(1, 9),
    covariances: Iterable[Covariance] = COVARIANCES,
    starts: int = STARTS,
    seed: int = 0,
) -> tuple[MixtureFit, ...]:
    """All fits of k × covariance, the smallest BIC first; k = 1 first means "no classes"."""
    shapes = tuple(covariances)
    fits = [mixture(rows, k, shape, starts, seed) for k in ks for shape in shapes]
    return tuple(sorted(fits, key=lambda fit: fit.bic))


def parameters_of(k: int, features: int, covariance: Covariance) -> int:
    """Free parameters: means, weights and covariances."""
    ellipse = features * (features + 1) // 2
    spread = {"full": k * ellipse, "tied": ellipse, "diag": k * features, "spherical": k}
    return k * features + k - 1 + spread[covariance]


def _fit(
    weights: FloatArray,
    means: FloatArray,
    memberships: FloatArray,
    log_likelihood: float,
    covariance: Covariance,
) -> MixtureFit:
    order = np.argsort(-weights, kind="stable")
    k, features = means.shape
    parameters = parameters_of(k, features, covariance)
    return MixtureFit(
        k=k,
        covariance=covariance,
        weights=weights[order],
        means=means[order],
        memberships=memberships[:, order],
        labels=memberships[:, order].argmax(axis=1).astype(np.int64),
        log_likelihood=log_likelihood,
        parameters=parameters,
        bic=parameters * log(len(memberships)) - 2 * log_likelihood,
    )

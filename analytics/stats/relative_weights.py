"""What matters, when the items go together? Johnson's relative weights.

Method: the items are replaced by the nearest uncorrelated variables; the share of R² each of those
explains is handed back to the items by their squared correlations with them. The weights are not
negative and sum to R². Assumption: a linear relation; association, not cause. With a tiny R² there
is nothing to share out. Source: Johnson 2000 (Multivariate Behavioral Research 35:1-19), equal to
Genizi 1993; Tonidandel, LeBreton & Johnson 2009 for intervals by bootstrap.

Works on a stack of matrices at once, as resamples need it. Items that copy each other share their
weight evenly.
"""

import numpy as np
import numpy.typing as npt

from analytics.stats.arrays import FloatArray

# Eigenvalues below this are rounding: the items hold no more dimensions.
NO_DIMENSION = 1e-10


def relative_weights(r_items: npt.ArrayLike, r_outcome: npt.ArrayLike) -> FloatArray:
    """Weights (…, items) from correlations among the items (…, items, items) and with the outcome
    (…, items).

    A matrix with a NaN gives NaN. ValueError when shapes do not fit.
    """
    r_xx, r_xy = correlations_checked(r_items, r_outcome)
    known = np.asarray(np.isfinite(r_xx).all(axis=(-2, -1)) & np.isfinite(r_xy).all(axis=-1))
    values, vectors = np.linalg.eigh(np.where(known[..., None, None], r_xx, np.eye(r_xx.shape[-1])))
    root = np.sqrt(np.maximum(values, 0.0))
    inverse = np.where(values > NO_DIMENSION, 1 / np.where(values > NO_DIMENSION, root, 1.0), 0.0)
    loadings = (vectors * root[..., None, :]) @ np.swapaxes(vectors, -1, -2)
    slopes = (vectors * inverse[..., None, :]) @ np.swapaxes(vectors, -1, -2) @ r_xy[..., None]
    weights = (loadings**2 @ slopes**2)[..., 0]
    return np.where(known[..., None], weights, np.nan)


def shares_of(weights: npt.ArrayLike) -> FloatArray:
    """Weights (…, items) as shares of their sum, 0–1; NaN where the sum is 0."""
    values = np.asarray(weights, dtype=np.float64)
    total = values.sum(axis=-1, keepdims=True)
    return np.where(total > 0, values / np.where(total > 0, total, 1.0), np.nan)


def correlations_checked(
    r_items: npt.ArrayLike, r_outcome: npt.ArrayLike
) -> tuple[FloatArray, FloatArray]:
    """Both as float arrays whose shapes fit together. ValueError otherwise."""
    r_xx, r_xy = np.asarray(r_items, dtype=np.float64), np.asarray(r_outcome, dtype=np.float64)
    if r_xy.ndim < 1 or r_xy.shape[-1] == 0 or r_xx.shape != (*r_xy.shape, r_xy.shape[-1]):
        raise ValueError(
            f"correlations must be items × items and items, not {r_xx.shape} and {r_xy.shape}"
        )
    return r_xx, r_xy

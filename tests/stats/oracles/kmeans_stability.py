"""Hennig's bootstrap of plain k-means clusters."""

import numpy.typing as npt

from analytics.stats.kmeans import STARTS, distinct_rows, kmeans
from analytics.stats.stability import RESAMPLES, Clusterer, Stability, stability_of


def kmeans_stability(
    rows: npt.ArrayLike, k: int, resamples: int = RESAMPLES, seed: int = 0
) -> Stability:
    """25 starts for the original clusters, 5 for those of each resample."""
    original = kmeans(rows, k, STARTS, seed).labels
    return stability_of(rows, original, _kmeans_clusterer(k), resamples, seed)


def _kmeans_clusterer(k: int) -> Clusterer:
    """A resample with fewer than k different rows gets that many clusters."""
    return lambda values, seed: (
        kmeans(values, min(k, distinct_rows(values, stop=k)), starts=5, seed=seed).labels
    )

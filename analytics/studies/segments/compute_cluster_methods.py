"""The three ways of grouping, behind one call: rows and k in, one label per row out.

Method: k-means (best of 25 starts), Ward's tree, Gaussian mixtures (best of 2 starts of each of two
shapes, by BIC). Assumption: rows are z-scores; above a method's limit a seeded sample is grouped
and the rest joins the nearest centre. Source: Hartigan & Wong 1979; Murtagh & Legendre 2014; Fraley
& Raftery 2002.
"""

from __future__ import annotations

from typing import Literal

import numpy as np

from analytics.stats.arrays import FloatArray, IntArray
from analytics.stats.cluster_order import by_size
from analytics.stats.kmeans import STARTS, distinct_rows, kmeans
from analytics.stats.mixture import Covariance, MixtureFit, best_mixture, mixture
from analytics.stats.stability import Clusterer
from analytics.stats.ward import cut, ward

Way = Literal["kmeans", "mixture", "ward"]
SHAPES: tuple[Covariance, ...] = ("full", "diag")
MIXTURE_STARTS = 2
SEED = 20061012
MOST_ROWS: dict[Way, int] = {"kmeans": 500_000, "mixture": 5_000, "ward": 5_000}
SAMPLE: dict[Way, int] = {"kmeans": 50_000, "mixture": 5_000, "ward": 5_000}
BLOCK = 100_000


def clusterer(way: Way, k: int, shape: Covariance, starts: int) -> Clusterer:
    """For resamples: one label per row, with at most as many groups as there are different rows."""

    def labels(rows: FloatArray, seed: int) -> IntArray:
        groups = min(k, distinct_rows(rows, stop=k))
        if way == "ward":
            return cut(ward(rows), groups)
        if way == "mixture":
            return by_size(mixture(rows, groups, shape, starts=1, seed=seed).labels)
        return kmeans(rows, groups, starts, seed).labels

    return labels


def group(rows: FloatArray, way: Way, k: int, shape: Covariance) -> IntArray:
    """k groups of all rows, 0 = largest."""
    if k == 1:
        return np.zeros(len(rows), dtype=np.int64)
    if len(rows) <= MOST_ROWS[way]:
        return by_size(_fit(rows, way, k, shape))
    used = sample(len(rows), SAMPLE[way])
    labels = _fit(rows[used], way, k, shape)
    centers = np.stack([rows[used][labels == label].mean(axis=0) for label in np.unique(labels)])
    blocks = (rows[at : at + BLOCK] for at in range(0, len(rows), BLOCK))
    return by_size(np.concatenate([_nearest(block, centers) for block in blocks]))


def mixtures(rows: FloatArray, k: int) -> MixtureFit:
    """The better of the two shapes at this k."""
    return best_mixture(rows, (k,), SHAPES, MIXTURE_STARTS, SEED)[0]


def sample(rows: int, most: int) -> IntArray:
    """Row numbers in order: all of them, or a seeded sample of `most`."""
    if rows <= most:
        return np.arange(rows)
    return np.sort(np.random.default_rng(SEED).choice(rows, most, replace=False))


def _fit(rows: FloatArray, way: Way, k: int, shape: Covariance) -> IntArray:
    if way == "ward":
        return cut(ward(rows), k)
    if way == "mixture":
        return mixture(rows, k, shape, MIXTURE_STARTS, SEED).labels
    return kmeans(rows, k, STARTS, SEED).labels


def _nearest(rows: FloatArray, centers: FloatArray) -> IntArray:
    distance = ((rows[:, None, :] - centers[None, :, :]) ** 2).sum(axis=2)
    return np.asarray(distance.argmin(axis=1), dtype=np.int64)

"""Which groups of people lie apart on the map? Hierarchical clustering on principal components.

Method: Ward's tree of the respondents' places on the first axes of the map (each answer pattern
once, with its weight), cut, and made firmer by at most 10 k-means steps from the cut's centres.
Above 10,000 patterns the tree is made of the centres of 1,000 k-means groups. Assumption: the axes
kept are worth keeping; clusters found on the map are described by its questions, not proved by
them. Source: Husson, Josse & Pagès 2010; Lebart, Morineau & Piron 1995.
"""

from dataclasses import dataclass
from math import nan

import numpy as np
import numpy.typing as npt

from analytics.stats.arrays import FloatArray, IntArray, matrix, vector
from analytics.stats.one_thread import one_thread
from analytics.stats.ward import MOST_ROWS, WardTree, cut
from analytics.stats.weighted_ward import weighted_ward

GROUPS_BEFORE = 1_000
ROUNDS = 10


@dataclass(frozen=True, slots=True, eq=False)
class Tree:
    """The tree over `tree.n` leaves, the leaf of each point, and the points' `inertia` (weighted
    mean squared distance).
    """

    tree: WardTree
    leaf_of_point: IntArray
    points: FloatArray
    weights: FloatArray
    inertia: float

    @property
    def within(self) -> FloatArray:
        """Inertia inside the clusters of the first 10 cuts, that of one cluster first."""
        lost = np.concatenate([[0.0], np.cumsum(self.tree.inertia_gains[:9])])
        return np.asarray(self.inertia - lost)

    @property
    def suggested_k(self) -> int | None:
        """The k of 3 to 10 whose step keeps the least of the inertia inside; a hint, no verdict.
        None below 4 leaves.
        """
        within = self.within
        if within.size < 4 or not within[1] > 0:
            return None
        share_left = within[2:] / np.where(within[1:-1] > 0, within[1:-1], nan)
        return int(np.nanargmin(share_left)) + 3


@dataclass(frozen=True, slots=True, eq=False)
class Clusters:
    """`labels` by point, 0 = heaviest; `weights`, `centers` by cluster; `between_share` 0–1."""

    k: int
    labels: IntArray
    weights: FloatArray
    centers: FloatArray
    within: float
    between_share: float


def grow(
    points: npt.ArrayLike,
    weights: npt.ArrayLike | None = None,
    most: int = MOST_ROWS,
    seed: int = 0,
) -> Tree:
    """The tree of points × axes, one point per answer pattern with the number (or weight) of its
    people.

    Above `most` points 1,000 k-means groups take their place; 3,000 points take half a second,
    10,000 some five. ValueError below 2 points or when a weight is not above 0.
    """
    places = matrix(points, "points")
    weight = np.ones(len(places)) if weights is None else vector(weights, "weights")
    if weight.size != len(places) or not (weight > 0).all():
        raise ValueError("every point needs a weight above 0")
    leaf = (
        np.arange(len(places))
        if len(places) <= min(most, MOST_ROWS)
        else _groups_before(places, weight, seed)
    )
    centers, sizes = _centers(places, weight, leaf)
    return Tree(
        weighted_ward(centers, sizes),
        leaf,
        places,
        weight,
        _inertia(places, weight, np.zeros_like(leaf)),
    )


def cut_tree(grown: Tree, k: int, consolidate: bool = True) -> Clusters:
    """k clusters, made firmer by k-means if `consolidate`. ValueError unless 1 <= k <= leaves."""
    labels = cut(grown.tree, k)[grown.leaf_of_point]
    if consolidate and k > 1:
        labels = _consolidated(grown, labels)
    labels = _by_weight(labels, grown.weights)
    centers, weights = _centers(grown.points, grown.weights, labels)
    within = _inertia(grown.points, grown.weights, labels)
    between = 1 - within / grown.inertia if grown.inertia > 0 else nan
    return Clusters(len(weights), labels, weights, centers, within, between)


def _groups_before(places: FloatArray, weight: FloatArray, seed: int) -> IntArray:
    from sklearn.cluster import KMeans

    with one_thread():
        fit = KMeans(GROUPS_BEFORE, n_init=1, max_iter=30, random_state=seed).fit(
            places, sample_weight=weight
        )
    return np.unique(fit.labels_, return_inverse=True)[1].astype(np.int64)


def _consolidated(grown: Tree, labels: IntArray) -> IntArray:
    """k-means from the centres of the cut; a step that would empty a cluster is not taken."""
    for _ in range(ROUNDS):
        centers, _ = _centers(grown.points, grown.weights, labels)
        away = np.stack(
            [np.sum((grown.points - center) ** 2, axis=1) for center in centers], axis=1
        )
        nearest = away.argmin(axis=1).astype(np.int64)
        if (nearest == labels).all() or np.unique(nearest).size < len(centers):
            break
        labels = nearest
    return labels


def _by_weight(labels: IntArray, weights: FloatArray) -> IntArray:
    """The same partition, the heaviest cluster first."""
    heaviest_first = np.argsort(-np.bincount(labels, weights), kind="stable")
    return np.argsort(heaviest_first)[labels]


def _centers(
    points: FloatArray, weights: FloatArray, labels: IntArray
) -> tuple[FloatArray, FloatArray]:
    sizes = np.bincount(labels, weights)
    sums = np.stack(
        [np.bincount(labels, column * weights, minlength=sizes.size) for column in points.T], axis=1
    )
    return np.asarray(sums / sizes[:, None]), sizes.astype(np.float64)


def _inertia(points: FloatArray, weights: FloatArray, labels: IntArray) -> float:
    """Weighted mean squared distance to the centre of each point's cluster."""
    away = points - _centers(points, weights, labels)[0][labels]
    return float(weights @ np.sum(away**2, axis=1) / weights.sum())

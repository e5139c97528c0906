"""Which rows lie together? k-means.

Method: Lloyd's iterations from k-means++ starts, run to the end, best of 25 starts unless told
otherwise; then Hartigan & Wong's exchanges of single rows and, from 25 starts on, swaps of centres
(`exchanges.py`): Lloyd's alone misses the optimum where clusters overlap. The seed makes it
repeatable. One thread: on a shared machine several are slower by up to 160 times. Assumption: round
clusters of similar spread, features on one footing (`standardise.py`). It finds k clusters in any
data. Source: Lloyd 1982; Arthur & Vassilvitskii 2007; Hartigan & Wong 1979.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from analytics.stats.arrays import FloatArray, IntArray, matrix
from analytics.stats.cluster_order import old_numbers_by_size
from analytics.stats.exchanges import centers_of, exchanged, searched, within_ss
from analytics.stats.one_thread import one_thread

STARTS = 25


@dataclass(frozen=True, slots=True, eq=False)
class KMeansFit:
    """`labels` per row, 0 = largest cluster; `centers` k × features; `sizes` per cluster;
    `within_ss` total squared distance.
    """

    k: int
    labels: IntArray
    centers: FloatArray
    sizes: IntArray
    within_ss: float


def kmeans(rows: npt.ArrayLike, k: int, starts: int = STARTS, seed: int = 0) -> KMeansFit:
    """k clusters of rows × features. ValueError unless 1 <= k <= the number of different rows."""
    values = matrix(rows, "rows")
    if not 1 <= k <= distinct_rows(values, stop=k):
        raise ValueError(f"k must lie between 1 and the number of different rows, not {k}")
    from sklearn.cluster import KMeans

    with one_thread():
        # A tolerance of 0 runs every start to a true local optimum.
        fit = KMeans(k, n_init=starts, random_state=seed, max_iter=1000, tol=0).fit(values)
        labels = exchanged(values, fit.labels_.astype(np.int64), k)
        if starts >= STARTS:
            labels = searched(values, labels, k, seed)
    return _fit(values, labels)


def distinct_rows(values: FloatArray, stop: int | None = None) -> int:
    """How many different rows there are; `stop` where the first ones already hold that many."""
    if stop is not None and len(np.unique(values[: 10 * stop], axis=0)) >= stop:
        return stop
    return len(np.unique(values, axis=0))


def _fit(values: FloatArray, cluster_of_row: IntArray) -> KMeansFit:
    order = old_numbers_by_size(cluster_of_row)
    labels = np.argsort(order)[cluster_of_row]
    sizes = np.bincount(labels)
    centers = centers_of(values, labels, sizes)
    return KMeansFit(order.size, labels, centers, sizes, within_ss(values, labels))

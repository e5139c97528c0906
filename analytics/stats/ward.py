"""How do small groups join into large ones? Ward's hierarchy.

Method: at each step the two clusters whose union loses least between-inertia are joined (Ward.D2);
the tree is cut into k. Assumption: squared Euclidean distance on features of one footing. Memory
grows with the square of the rows: 10,000 at most; above, cluster the centres of a k-means with many
clusters first. Source: Ward 1963; Murtagh & Legendre 2014; Husson, Josse & Pagès 2010 for the
inertia gain.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from analytics.stats.arrays import FloatArray, IntArray, matrix
from analytics.stats.cluster_order import by_size

MOST_ROWS = 10_000


@dataclass(frozen=True, slots=True, eq=False)
class WardTree:
    """`merges`: the linkage table of SciPy, one row per join: two clusters, height, rows joined.

    `weight` is what the rows weigh together, when they do not weigh 1 each.
    """

    merges: FloatArray
    weight: float | None = None

    @property
    def n(self) -> int:
        """Rows clustered."""
        return len(self.merges) + 1

    @property
    def heights(self) -> FloatArray:
        """Heights of the joins, last (highest) first: heights[0] joins two clusters into one."""
        return self.merges[::-1, 2]

    @property
    def inertia_gains(self) -> FloatArray:
        """Between-inertia lost by each join, rows weighing 1/n: height²/(2n), last first; they sum
        to the total inertia.
        """
        return np.asarray(self.heights**2 / (2 * (self.n if self.weight is None else self.weight)))


def ward(rows: npt.ArrayLike) -> WardTree:
    """The tree of rows × features. ValueError below 2 or above 10,000 rows."""
    values = matrix(rows, "rows")
    if not 2 <= len(values) <= MOST_ROWS:
        raise ValueError(f"Ward's tree takes 2 to {MOST_ROWS:,} rows, not {len(values):,}")
    from scipy.cluster.hierarchy import linkage

    return WardTree(np.asarray(linkage(values, "ward"), dtype=np.float64))


def cut(tree: WardTree, k: int) -> IntArray:
    """Exactly k clusters, 0 = largest, one label per row. ValueError unless 1 <= k <= n."""
    if not 1 <= k <= tree.n:
        raise ValueError(f"k must lie between 1 and {tree.n}, not {k}")
    joins = tree.merges[: tree.n - k, :2].astype(np.int64)
    root = np.arange(tree.n + len(joins))
    # From the last join down, so that a cluster already knows where it ended up.
    for cluster, parts in reversed(list(enumerate(joins, start=tree.n))):
        root[parts] = root[cluster]
    return by_size(root[: tree.n])

"""How do answer patterns join into groups when many people share one? Ward's hierarchy of weighted
rows.

Method: Ward.D2 by chains of nearest neighbours, from the clusters' centres and weights alone: the
same tree as `ward.py` makes of the rows repeated, without their table of distances. Assumption:
squared Euclidean distance on features of one footing. Source: Ward 1963; Murtagh 1983 for the
chains; Murtagh & Legendre 2014 for the heights.
"""

import numpy as np
import numpy.typing as npt

from analytics.stats.arrays import BoolArray, FloatArray, IntArray, matrix, vector
from analytics.stats.ward import MOST_ROWS, WardTree

Join = tuple[int, int, float]
"""A row of each of the two clusters, and the height."""


def weighted_ward(rows: npt.ArrayLike, weights: npt.ArrayLike) -> WardTree:
    """The tree of rows × features, a row of weight w counting as w rows alike.

    ValueError below 2 or above 10,000 rows, or when a weight is not above 0.
    """
    values, weight = matrix(rows, "rows"), vector(weights, "weights")
    if not 2 <= len(values) <= MOST_ROWS:
        raise ValueError(f"Ward's tree takes 2 to {MOST_ROWS:,} rows, not {len(values):,}")
    if weight.size != len(values) or not (weight > 0).all():
        raise ValueError("every row needs a weight above 0")
    joins = _Chains(values, weight).joins()
    return WardTree(_linkage(joins, len(values)), float(weight.sum()))


class _Chains:
    """Clusters by position: centre, weight, one of their rows, and the height they were made at."""

    def __init__(self, values: FloatArray, weight: FloatArray) -> None:
        self.centers, self.weight = values.copy(), weight.copy()
        self.row = np.arange(len(values))
        self.height = np.zeros(len(values))
        self.alive: BoolArray = np.ones(len(values), dtype=bool)
        self.chain: list[int] = []

    def joins(self) -> list[Join]:
        """All joins; those below a cluster come before its own."""
        joins: list[Join] = []
        for left in range(self.row.size - 1, 0, -1):
            joins.append(self._join(*self._neighbours()))
            if 2 * left < self.row.size:
                self._forget_the_joined()
        return joins

    def _neighbours(self) -> tuple[int, int, float]:
        """Two clusters nearest to each other, at the chain's end, and half their squared height."""
        if not self.chain:
            self.chain.append(int(np.argmax(self.alive)))
        while True:
            here = self.chain[-1]
            cost = self._costs(here)
            nearest = int(np.argmin(cost))
            # On a tie the chain must turn back, or it would run in circles.
            if len(self.chain) > 1 and cost[self.chain[-2]] <= cost[nearest]:
                return here, self.chain[-2], float(cost[self.chain[-2]])
            self.chain.append(nearest)

    def _costs(self, here: int) -> FloatArray:
        away = self.centers - self.centers[here]
        cost = (
            np.einsum("ij,ij->i", away, away)
            * (self.weight * self.weight[here])
            / (self.weight + self.weight[here])
        )
        cost[here] = np.inf
        return np.asarray(cost)

    def _join(self, first: int, second: int, cost: float) -> Join:
        del self.chain[-2:]
        height = max(float(np.sqrt(2 * cost)), self.height[first], self.height[second])
        join = (int(self.row[first]), int(self.row[second]), height)
        together = self.weight[first] + self.weight[second]
        share = self.weight[first] / together
        self.centers[second] = share * self.centers[first] + (1 - share) * self.centers[second]
        self.weight[second], self.height[second], self.alive[first] = together, height, False
        # So far from everybody that nobody's nearest is what has been joined.
        self.centers[first] = np.inf
        return join

    def _forget_the_joined(self) -> None:
        place = np.cumsum(self.alive) - 1
        self.chain = [int(place[cluster]) for cluster in self.chain]
        self.centers, self.weight = self.centers[self.alive], self.weight[self.alive]
        self.row, self.height = self.row[self.alive], self.height[self.alive]
        self.alive = np.ones(self.row.size, dtype=bool)


def _linkage(joins: list[Join], n: int) -> FloatArray:
    """SciPy's table: joins by height, clusters numbered as they arise."""
    order = np.argsort([height for *_, height in joins], kind="stable")
    root, cluster, sizes = np.arange(n), np.arange(n), np.ones(n, dtype=np.int64)
    table = np.empty((n - 1, 4))
    for step, join in enumerate(order.tolist()):
        first, second = (_root_of(row, root) for row in joins[join][:2])
        size = sizes[first] + sizes[second]
        table[step] = *sorted((cluster[first], cluster[second])), joins[join][2], size
        root[first], cluster[second], sizes[second] = second, n + step, size
    return table


def _root_of(row: int, root: IntArray) -> int:
    while root[row] != row:
        root[row] = root[root[row]]
        row = int(root[row])
    return row

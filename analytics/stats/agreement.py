"""Do two partitions of the same rows say the same?

Method: adjusted Rand index, and for each cluster of the first its best Jaccard match in the second.
Assumption: both label the same rows in the same order; label values are names, not numbers. Source:
Hubert & Arabie 1985; Hennig 2007.
"""

import numpy as np
import numpy.typing as npt

from analytics.stats.arrays import FloatArray, IntArray, labels


def adjusted_rand(first: npt.ArrayLike, second: npt.ArrayLike) -> float:
    """1 = the same partition, about 0 = no better than chance; 1 as well where none can differ."""
    table = contingency(first, second)
    together = _pairs(table)
    rows, columns = _pairs(table.sum(axis=1)), _pairs(table.sum(axis=0))
    total = _pairs(table.sum())
    by_chance = rows * columns / total if total else 0.0
    largest = (rows + columns) / 2
    return (together - by_chance) / (largest - by_chance) if largest != by_chance else 1.0


def best_jaccard(first: npt.ArrayLike, second: npt.ArrayLike) -> FloatArray:
    """By cluster of `first`, labels sorted: the largest Jaccard overlap with one of `second`."""
    return np.asarray(jaccard_table(contingency(first, second)).max(axis=1))


def contingency(first: npt.ArrayLike, second: npt.ArrayLike) -> IntArray:
    """Rows by cluster of `first` × cluster of `second`. ValueError when lengths differ."""
    a, b = labels(first, "first"), labels(second, "second")
    if a.size != b.size:
        raise ValueError(f"both partitions must label the same rows: {a.size} and {b.size}")
    table = np.zeros((a.max() + 1, b.max() + 1), dtype=np.int64)
    np.add.at(table, (a, b), 1)
    return table


def jaccard_table(table: IntArray) -> FloatArray:
    """Jaccard overlap |A ∩ B| / |A ∪ B| of row clusters with column clusters of a contingency."""
    union = table.sum(axis=1, keepdims=True) + table.sum(axis=0, keepdims=True) - table
    return np.asarray(table / union)


def _pairs(counts: npt.ArrayLike) -> float:
    sizes = np.asarray(counts, dtype=np.float64)
    return float(np.sum(sizes * (sizes - 1)) / 2)

"""Which cluster is number one? The largest, so that names survive a change of seed.

Method: clusters are renumbered 0, 1, … from the largest to the smallest; equal sizes by the row
that comes first. Assumption: none. Source: a convention of this product.
"""

import numpy as np
import numpy.typing as npt

from analytics.stats.arrays import IntArray, labels


def by_size(cluster_of_row: npt.ArrayLike) -> IntArray:
    """The same partition, numbered by size. Labels in the result run from 0 without gaps."""
    places = old_numbers_by_size(cluster_of_row)
    new = np.empty_like(places)
    new[places] = np.arange(places.size)
    return new[labels(cluster_of_row, "cluster_of_row")]


def old_numbers_by_size(cluster_of_row: npt.ArrayLike) -> IntArray:
    """Old cluster numbers (0, 1, … in sorted order of the labels given), largest cluster first."""
    old = labels(cluster_of_row, "cluster_of_row")
    _, first_row, sizes = np.unique(old, return_index=True, return_counts=True)
    return np.lexsort((first_row, -sizes)).astype(np.int64)

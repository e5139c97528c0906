"""Rows that lie in three clear heaps of 30, 20 and 10, and rows that lie in none."""

import numpy as np

_RNG = np.random.default_rng(8)
THREE_HEAPS = np.vstack(
    [
        _RNG.normal(center, 0.3, (size, 2))
        for center, size in (((0, 0), 30), ((5, 0), 20), ((0, 5), 10))
    ]
)
HEAP_OF_ROW = np.repeat([0, 1, 2], [30, 20, 10])
NO_HEAPS = _RNG.uniform(size=(60, 2))

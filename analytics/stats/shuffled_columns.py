"""Are these groups more than any data would give? The same grouping of a fair whose columns were
shuffled.

Method: each column is put into a random order of its own, so that every feature keeps its values
and none knows of the others; 19 such tables are grouped in the same way. What groups gain must
exceed the gain of all 19, so that groups are found in at most one of twenty tables without any.
Assumption: rows are exchangeable; the statistic grows with how well groups hold together. Source:
Barnard 1963 and Hope 1968 for tests by simulation; Milligan & Cooper 1985 for nulls of clusterings.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt

SHUFFLES = 19
Table = npt.NDArray[Any]
Statistic = Callable[[Table], float]
"""Rows × columns to how well their groups hold together; NaN counts as nothing."""


def shuffled(columns: Table, generator: np.random.Generator) -> Table:
    """Each column in an order of its own."""
    return np.asarray(generator.permuted(columns, axis=0))


def beats_shuffled(rows: Table, statistic: Statistic, observed: float, seed: int = 0) -> bool:
    """Whether `observed` exceeds the statistic of every shuffled table. False when it is NaN."""
    generator = np.random.default_rng(seed)
    if not observed > -np.inf:
        return False
    return all(not statistic(shuffled(rows, generator)) >= observed for _ in range(SHUFFLES))

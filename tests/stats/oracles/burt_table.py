"""All two-way tables of some questions, from the answers themselves (patterns × questions, each
answer numbered from 0 within its question).
"""

import numpy as np
import numpy.typing as npt

from analytics.stats.arrays import FloatArray


def indicator(answers: npt.ArrayLike, sizes: npt.ArrayLike) -> FloatArray:
    """Patterns × categories, 0 and 1."""
    columns = zip(np.asarray(answers).T, np.asarray(sizes), strict=True)
    return np.hstack([column[:, None] == np.arange(size) for column, size in columns]) * 1.0


def burt_of(
    answers: npt.ArrayLike, sizes: npt.ArrayLike, weights: npt.ArrayLike | None = None
) -> FloatArray:
    """Categories × categories, each pattern counting 1 or its weight."""
    table = indicator(answers, sizes)
    weight = np.ones(len(table)) if weights is None else np.asarray(weights, dtype=np.float64)
    return np.asarray((table * weight[:, None]).T @ table)

"""How much of what there is to see does the map show? Adjusted inertia.

Method: raw eigenvalues of a map of questions understate it, for most of the inertia only repeats
the coding. Above 1/K they are adjusted to (K/(K - 1))²·(λ - 1/K)². Greenacre's share sets that over
the average inertia between different questions, Benzécri's over its own sum (too kind: it always
reaches 100%). Assumption: at least two questions. Source: Benzécri 1979; Greenacre 1993, 2017.
"""

from dataclasses import dataclass
from math import nan

import numpy as np
import numpy.typing as npt

from analytics.stats.arrays import FloatArray, vector


@dataclass(frozen=True, slots=True, eq=False)
class AdjustedInertia:
    """By axis with an eigenvalue above 1/K; shares 0–1. `greenacre` is the one to show; `total`
    what it is a share of.

    The shares by Greenacre need not sum to 1.
    """

    inertia: FloatArray
    greenacre: FloatArray
    benzecri: FloatArray
    total: float


def adjusted_inertia(
    eigenvalues: npt.ArrayLike, questions: int, categories: int
) -> AdjustedInertia:
    """From all eigenvalues of the indicator matrix. NaN shares where nothing is above 1/K; empty
    for one question.
    """
    values = vector(eigenvalues, "eigenvalues")
    if questions < 2:
        return AdjustedInertia(np.empty(0), np.empty(0), np.empty(0), nan)
    stretch = questions / (questions - 1)
    above = values[values > 1 / questions]
    inertia = stretch**2 * (above - 1 / questions) ** 2
    total = stretch * (float(values @ values) - (categories - questions) / questions**2)
    return AdjustedInertia(
        inertia, _share(inertia, total), _share(inertia, float(inertia.sum())), total
    )


def _share(inertia: FloatArray, total: float) -> FloatArray:
    return np.asarray(inertia / total) if total > 0 else np.full(inertia.size, nan)

"""After looking at many comparisons, which findings stand?

Method: Holm's step-down (no false finding in the family, for a few planned pairs) and
Benjamini–Hochberg's step-up (a small share of false findings, for screening many items × segments).
Both carry the size of the family. Assumption: Holm none; Benjamini–Hochberg independent or
positively dependent tests. Source: Holm 1979; Benjamini & Hochberg 1995 (JRSS B 57:289-300).

A p that is NaN was no test: it stays NaN and does not count into the family. Written out, for
statsmodels costs over a second at the first answer, and a NaN among the p values of its `fdr_bh`
makes every adjusted p NaN while it still rejects.
"""

from dataclasses import dataclass
from math import nan
from typing import Literal

import numpy as np
import numpy.typing as npt

from analytics.stats.arrays import BoolArray, FloatArray, vector

# One chance in twenty: the house's level, for single tests and for families alike.
LEVEL_OF_P = 0.05


@dataclass(frozen=True, slots=True, eq=False)
class Adjusted:
    """Adjusted p values in input order, and the number of tests they answer for."""

    method: Literal["holm", "benjamini-hochberg"]
    family_size: int
    p: FloatArray

    def is_established(self, alpha: float = LEVEL_OF_P) -> BoolArray:
        """True where the adjusted p is at most alpha: family-wise error or false discovery rate."""
        return np.asarray(self.p <= alpha)


def holm(p: npt.ArrayLike) -> Adjusted:
    """Holm's adjusted p values. ValueError when a p lies outside 0–1."""
    tested, values, order = _family(p)
    size = order.size
    stepped = np.maximum.accumulate(values[order] * (size - np.arange(size)))
    return Adjusted("holm", size, _placed(tested, order, stepped))


def benjamini_hochberg(p: npt.ArrayLike) -> Adjusted:
    """Benjamini–Hochberg's adjusted p values. ValueError when a p lies outside 0–1."""
    tested, values, order = _family(p)
    size = order.size
    scaled = values[order] * size / (np.arange(size) + 1)
    stepped = np.minimum.accumulate(scaled[::-1])[::-1]
    return Adjusted("benjamini-hochberg", size, _placed(tested, order, stepped))


def _family(p: npt.ArrayLike) -> tuple[BoolArray, FloatArray, npt.NDArray[np.intp]]:
    """Which entries were tests, their p values, and those in ascending order."""
    p_values = vector(p, "p")
    tested = ~np.isnan(p_values)
    values = p_values[tested]
    if ((values < 0) | (values > 1)).any():
        raise ValueError("p values must lie between 0 and 1")
    return tested, values, np.argsort(values, kind="stable")


def _placed(tested: BoolArray, order: npt.NDArray[np.intp], stepped: FloatArray) -> FloatArray:
    adjusted = np.full(tested.size, nan)
    adjusted[np.flatnonzero(tested)[order]] = np.minimum(stepped, 1.0)
    return adjusted

"""What goes together when not everybody answered everything? Correlations over pairs of items.

Method: for each pair of items n, sums, squares and products over those who answered both; r from
these. A matrix made pair by pair may contradict itself (a negative eigenvalue); only then it is
repaired: negative eigenvalues are set to almost 0 and the diagonal back to 1, and the result says
so. Assumption: those who answered both items of a pair stand for all (missing at random given
neither). Source: Little & Rubin 2019; Rousseeuw & Molenberghs 1993 for the repair.

Fewer than 2 answers in common, or an item that does not vary among them, give NaN.
"""

from dataclasses import dataclass
from math import nan
from typing import Self

import numpy as np
import numpy.typing as npt

from analytics.stats.arrays import BoolArray, FloatArray

SMALLEST_EIGENVALUE = 1e-8


@dataclass(frozen=True, slots=True, eq=False)
class PairSums:
    """Sums over those who answered items i and j, each (…, items, items); a leading axis is one
    entry per group.

    `n[i, j]` answers (or weight) in common, `sums[i, j]` = Σ x_i, `squares[i, j]` = Σ x_i²,
    `products[i, j]` = Σ x_i·x_j; the sums of x_j are at [j, i]. The diagonal holds the item's own
    n, Σx and Σx². Where `n` is weight, `answers` and `worth` (items × items) are how many answers
    are in common, and Kish's effective n of them.
    """

    n: FloatArray
    sums: FloatArray
    squares: FloatArray
    products: FloatArray
    answers: FloatArray | None = None
    worth: FloatArray | None = None

    def __post_init__(self) -> None:
        shapes = {part.shape for part in self.parts}
        if len(shapes) > 1 or self.n.ndim < 2 or self.n.shape[-1] != self.n.shape[-2]:
            raise ValueError(
                f"pair sums must all be (groups ×) items × items, not {sorted(shapes)}"
            )

    @property
    def parts(self) -> tuple[FloatArray, FloatArray, FloatArray, FloatArray]:
        """n, sums, squares, products."""
        return self.n, self.sums, self.squares, self.products

    @property
    def given(self) -> FloatArray:
        """Answers in common over all groups, whatever they count."""
        return self.pooled().n if self.answers is None else self.answers

    @property
    def effective(self) -> FloatArray:
        """What these answers are worth."""
        return self.pooled().n if self.worth is None else self.worth

    def pooled(self) -> Self:
        """The sums over all groups."""
        if self.n.ndim == 2:
            return self
        n, sums, squares, products = (
            part.sum(axis=tuple(range(part.ndim - 2))) for part in self.parts
        )
        return type(self)(n, sums, squares, products, self.answers, self.worth)


@dataclass(frozen=True, slots=True, eq=False)
class Repaired:
    """`largest_change`: how far the repair moved any correlation; 0 where there was none."""

    correlations: FloatArray
    is_repaired: bool
    smallest_eigenvalue: float
    largest_change: float


def pairwise_correlations(sums: PairSums) -> FloatArray:
    """Correlations (…, items, items), group by group: pool first for those of everybody."""
    n, first, squares, products = sums.parts
    spread = _no_dust(n * squares - first**2, n * squares)
    scale = np.sqrt(spread * np.swapaxes(spread, -1, -2))
    known = (scale > 0) & (n > 0)
    above = n * products - first * np.swapaxes(first, -1, -2)
    r = np.where(known, above / np.where(known, scale, 1.0), nan)
    return np.clip(r, -1.0, 1.0)


def usable_items(correlations: npt.ArrayLike) -> BoolArray:
    """Which items to keep so that no correlation is NaN: the one with most gaps leaves first, the
    later one on a tie.
    """
    unknown = ~np.isfinite(np.asarray(correlations, dtype=np.float64))
    keep = np.ones(len(unknown), dtype=bool)
    while (gaps := unknown[np.ix_(keep, keep)].sum(axis=1)).any():
        places = np.flatnonzero(keep)
        keep[places[gaps.size - 1 - int(np.argmax(gaps[::-1]))]] = False
    return keep


def repaired(correlations: npt.ArrayLike) -> Repaired:
    """The matrix itself, or its nearest by eigenvalues where it contradicts itself. Without NaN."""
    original = np.asarray(correlations, dtype=np.float64)
    smallest = float(np.linalg.eigvalsh(original)[0])
    if smallest >= 0 or np.isclose(smallest, 0, atol=1e-10):
        return Repaired(original, False, smallest, 0.0)
    mended = positive_definite(original)
    return Repaired(mended, True, smallest, float(np.abs(mended - original).max()))


def positive_definite(correlations: FloatArray) -> FloatArray:
    """Matrices with eigenvalues of at least 1e-8 and 1 on the diagonal; NaN stays NaN."""
    known = np.asarray(np.isfinite(correlations).all(axis=(-2, -1)))[..., None, None]
    values, vectors = np.linalg.eigh(np.where(known, correlations, np.eye(correlations.shape[-1])))
    raised = (vectors * np.maximum(values, SMALLEST_EIGENVALUE)[..., None, :]) @ np.swapaxes(
        vectors, -1, -2
    )
    scale = np.sqrt(np.diagonal(raised, axis1=-2, axis2=-1))
    mended = raised / (scale[..., :, None] * scale[..., None, :])
    contradicts = (values[..., 0] < -1e-10)[..., None, None]
    return np.where(known, np.where(contradicts, mended, correlations), nan)


def _no_dust(values: FloatArray, scale: FloatArray) -> FloatArray:
    """Zero for what is only rounding error of a difference of large sums."""
    return np.where(values > 1e-12 * np.abs(scale), values, 0.0)

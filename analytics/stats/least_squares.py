"""How much does the outcome change with each variable, the others held? Ordinary least squares from
cross-products.

Method: coefficients from Z'Z of Z = (1, variables, outcome). Standard errors are the classical
ones; where Z'Z comes in groups of answers, also ones that allow for unequal variance (sandwich of
the groups' scores, HC1 when every group is one answer), t with groups - 1 degrees of freedom.
Assumption: independent answers; classical errors also need the same variance everywhere; groups
made at random. Source: White 1980; MacKinnon & White 1985 (HC1); Liang & Zeger 1986 (groups).

What cannot be told apart (a variable that does not vary, exact copies) is NaN. Under weights n is
not in Z'Z: give it, and use the group errors.
"""

from dataclasses import dataclass
from math import nan, sqrt

import numpy as np
import numpy.typing as npt

from analytics.stats import critical_values
from analytics.stats.arrays import BoolArray, FloatArray
from analytics.stats.standardised_betas import NO_VARIANCE, untouched_by


@dataclass(frozen=True, slots=True, eq=False)
class LeastSquares:
    """Arrays by coefficient, the constant first. `df` belongs to the p values; `is_robust` says
    which errors they use.
    """

    n: float
    coefficients: FloatArray
    se: FloatArray
    t: FloatArray
    p: FloatArray
    df: float
    r_squared: float
    residual_sd: float
    is_robust: bool

    @property
    def adjusted_r_squared(self) -> float:
        """R² less what chance alone would explain; NaN when nothing is left over."""
        left = self.n - int(np.isfinite(self.coefficients).sum())
        return 1 - (1 - self.r_squared) * (self.n - 1) / left if left > 0 else nan


def least_squares(cross_products: npt.ArrayLike, n: float | None = None) -> LeastSquares:
    """From Z'Z (1, variables, outcome on both sides) or one Z'Z per group, groups × columns ×
    columns.

    `n` is the number of answers, by default the first entry. ValueError when the shape is another.
    """
    by_group = _checked(cross_products)
    whole = by_group.sum(axis=0)
    inverse, known = inverse_of(whole[:-1, :-1])
    slopes = inverse @ whole[:-1, -1]
    answers = float(whole[0, 0]) if n is None else n
    parameters = int(np.linalg.matrix_rank(inverse, hermitian=True))
    residual, total = _sums_of_squares(whole, slopes)
    left = answers - parameters
    sd = sqrt(residual / left) if left > 0 and residual > 0 else nan
    is_robust = np.ndim(cross_products) == 3
    df = len(by_group) - 1.0 if is_robust else left
    spread = (
        _sandwich(by_group, slopes, inverse, answers, parameters) if is_robust else inverse * sd**2
    )
    se = np.sqrt(np.where(known & (np.diag(spread) > 0), np.diag(spread), nan))
    t = np.where(known, slopes, nan) / se
    p = np.array([critical_values.p_student(value, df) for value in t.tolist()])
    r_squared = 1 - residual / total if total > 0 else nan
    return LeastSquares(
        answers, np.where(known, slopes, nan), se, t, p, df, r_squared, sd, is_robust
    )


def _checked(products: npt.ArrayLike) -> FloatArray:
    array = np.asarray(products, dtype=np.float64)
    by_group = array[None] if array.ndim == 2 else array
    if (
        by_group.ndim != 3
        or by_group.shape[1] != by_group.shape[2]
        or by_group.shape[1] < 2
        or len(by_group) == 0
    ):
        raise ValueError(
            f"cross-products must be (groups ×) columns × columns, not of shape {array.shape}"
        )
    return by_group


def inverse_of(gram: FloatArray) -> tuple[FloatArray, BoolArray]:
    """Inverse of X'X on the directions it holds, and which coefficients these determine."""
    scale = np.sqrt(np.where(np.diag(gram) > 0, np.diag(gram), 1.0))
    values, vectors = np.linalg.eigh(gram / np.outer(scale, scale))
    held = values > NO_VARIANCE
    inverse = (vectors[:, held] / values[held]) @ vectors[:, held].T
    return np.asarray(inverse / np.outer(scale, scale)), untouched_by(vectors[:, ~held])


def _sums_of_squares(whole: FloatArray, slopes: FloatArray) -> tuple[float, float]:
    """Residual and total; exactly 0 where only rounding is left."""
    total = float(whole[-1, -1] - whole[0, -1] ** 2 / whole[0, 0]) if whole[0, 0] > 0 else 0.0
    residual = float(whole[-1, -1] - slopes @ whole[:-1, -1])
    dust = 1e-12 * float(whole[-1, -1])
    return (residual if residual > dust else 0.0), (total if total > dust else 0.0)


def _sandwich(
    by_group: FloatArray, slopes: FloatArray, inverse: FloatArray, n: float, parameters: int
) -> FloatArray:
    scores = by_group[:, :-1, -1] - by_group[:, :-1, :-1] @ slopes
    groups = len(by_group)
    if groups < 2 or n <= parameters:
        return np.full_like(inverse, nan)
    small_sample = groups / (groups - 1) * (n - 1) / (n - parameters)
    return np.asarray(inverse @ (scores.T @ scores * small_sample) @ inverse)

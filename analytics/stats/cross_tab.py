"""Do two questions go together, and in which cells?

Method: chi-square without Yates' correction; Cramér's V and Bergsma's bias-corrected V for how
much; adjusted residuals for where (beyond ±1.96 a cell is fuller or emptier than chance would make
it). Where more than a fifth of the expected counts fall below 5, or one below 1, p comes from
random tables with the same margins. Assumption: each respondent counts once (never cross ticks of a
multiple choice). Weighted tables are scaled to Kish's effective n, which corrects the test for the
weights on average only. Source: Pearson 1900; Cramér 1946; Haberman 1973; Bergsma 2013; Cochran
1954 for the warning; Patefield 1981 and Phipson & Smyth 2010 for the random tables.

Empty rows and columns take no part; their cells are NaN. With fewer than two rows or columns left
everything is NaN.
"""

from dataclasses import dataclass
from math import nan, sqrt

import numpy as np
import numpy.typing as npt

from analytics.stats import critical_values
from analytics.stats.arrays import FloatArray, matrix

DRAWS = 9_999
MOST_CELLS_DRAWN = 20_000_000
# Tables equally far from independence may differ in the last digits.
SAME = 1e-9


@dataclass(frozen=True, slots=True, eq=False)
class CrossTab:
    """Arrays rows × columns as given. `p` is the chi-square one, `p_simulated` that of random
    tables (NaN if not drawn).
    """

    n: float
    expected: FloatArray
    adjusted_residuals: FloatArray
    pearson_residuals: FloatArray
    chi_square: float
    df: int
    p: float
    p_simulated: float
    cramers_v: float
    cramers_v_corrected: float

    @property
    def share_below_5(self) -> float:
        """Share of the cells whose expected count is below 5; NaN when there is no table."""
        known = self.expected[np.isfinite(self.expected)]
        return float((known < 5).mean()) if known.size else nan

    @property
    def is_sparse(self) -> bool:
        """Whether chi-square is not to be trusted, by Cochran's warning."""
        return is_sparse(self.expected)

    @property
    def best_p(self) -> float:
        """The simulated p where one was drawn, otherwise that of chi-square."""
        return self.p if np.isnan(self.p_simulated) else self.p_simulated


def cross_tab(
    counts: npt.ArrayLike, n_eff: float | None = None, draws: int = DRAWS, seed: int = 0
) -> CrossTab:
    """From counts, rows × columns; with `n_eff` from weights, scaled to that many answers.

    Random tables are drawn for sparse tables of whole counts only; `draws` 0 draws none. ValueError
    when a count is negative.
    """
    table = _scaled(counts, n_eff)
    rows, columns = table.sum(axis=1) > 0, table.sum(axis=0) > 0
    n, shape = float(table.sum()), (int(rows.sum()), int(columns.sum()))
    if min(shape) < 2:
        unknown = np.full(table.shape, nan)
        return CrossTab(n, unknown, unknown, unknown, nan, 0, nan, nan, nan, nan)
    used = np.ix_(rows, columns)
    expected, adjusted, plain = (
        _placed(part, used, table.shape) for part in _residuals(table[used])
    )
    chi_square, df = float(np.nansum(plain**2)), (shape[0] - 1) * (shape[1] - 1)
    simulated = n_eff is None and draws > 0 and is_sparse(expected)
    return CrossTab(
        n=n,
        expected=expected,
        adjusted_residuals=adjusted,
        pearson_residuals=plain,
        chi_square=chi_square,
        df=df,
        p=critical_values.p_chi_square(chi_square, df),
        p_simulated=simulated_p(table[used], draws, seed) if simulated else nan,
        cramers_v=sqrt(chi_square / (n * (min(shape) - 1))),
        cramers_v_corrected=_bergsma(chi_square / n, n, shape),
    )


def is_sparse(expected: npt.ArrayLike) -> bool:
    """Cochran's warning: over 20% of the expected counts (NaN aside) below 5, or one below 1."""
    values = np.asarray(expected, dtype=np.float64)
    known = values[np.isfinite(values)]
    return bool(known.size and ((known < 5).mean() > 0.2 or known.min() < 1))


def simulated_p(counts: npt.ArrayLike, draws: int = DRAWS, seed: int = 0) -> float:
    """(b + 1)/(m + 1): how often a random table with the same margins is as far from independence.

    Whole counts only (else NaN). Very large tables get fewer draws, never below 999 unless asked
    for.
    """
    table = matrix(counts, "counts")
    if (table != np.rint(table)).any():
        return nan
    from scipy.stats import random_table

    row, column = table.sum(axis=1), table.sum(axis=0)
    expected = np.outer(row, column) / table.sum()
    observed = float(np.sum(table**2 / expected))
    margins = random_table(row, column, seed=np.random.default_rng(seed))
    m = min(draws, max(999, MOST_CELLS_DRAWN // table.size))
    as_far = sum(
        _as_far(margins.rvs(size=size), expected, observed) for size in _batches(m, table.size)
    )
    return (as_far + 1) / (m + 1)


def _scaled(counts: npt.ArrayLike, n_eff: float | None) -> FloatArray:
    table = matrix(counts, "counts")
    if (table < 0).any():
        raise ValueError("counts must not be negative")
    total = float(table.sum())
    return table if n_eff is None or total == 0 else np.asarray(table * n_eff / total)


def _residuals(table: FloatArray) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Expected counts, adjusted residuals and Pearson residuals of a table without empty lines."""
    n = table.sum()
    row, column = table.sum(axis=1, keepdims=True) / n, table.sum(axis=0, keepdims=True) / n
    expected = n * row * column
    plain = (table - expected) / np.sqrt(expected)
    return expected, plain / np.sqrt((1 - row) * (1 - column)), plain


def _placed(
    part: FloatArray, used: tuple[npt.NDArray[np.intp], ...], shape: tuple[int, ...]
) -> FloatArray:
    whole = np.full(shape, nan)
    whole[used] = part
    return whole


def _bergsma(phi2: float, n: float, shape: tuple[int, int]) -> float:
    """V without the upward bias of small tables; 0 where chance explains all, NaN for tiny n."""
    if n <= 1:
        return nan
    rows, columns = (size - (size - 1) ** 2 / (n - 1) for size in shape)
    excess = max(0.0, phi2 - (shape[0] - 1) * (shape[1] - 1) / (n - 1))
    smaller = min(rows, columns) - 1
    return sqrt(excess / smaller) if smaller > 0 else nan


def _batches(draws: int, cells: int) -> list[int]:
    size = max(1, 1_000_000 // cells)
    return [min(size, draws - start) for start in range(0, draws, size)]


def _as_far(drawn: npt.NDArray[np.float64], expected: FloatArray, observed: float) -> int:
    distance = np.sum(drawn**2 / expected, axis=(1, 2))
    return int(np.sum(distance >= observed * (1 - SAME)))

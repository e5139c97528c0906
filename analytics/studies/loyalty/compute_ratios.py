"""How many times likelier? Two groups of scores compared: odds ratio, risk ratio, and the odds
ratio with others held equal.

Method: Woolf's and Katz's intervals on effective counts; the adjusted ratio from a logit on the
same cells, as many rows as the two groups are worth when exhibitors repeat, with a term for each
score group, edition, number of editions before (0, 1, 2, 3 or more) and stand size (powers of two).
Assumption: given these, one exhibitor's chances at several editions are independent (discrete-time
hazard). Source: Woolf 1955; Katz et al. 1978; Allison 1982.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, nan
from typing import TYPE_CHECKING

import numpy as np

from analytics.stats.logit import logit
from analytics.stats.two_by_two import Ratio, odds_ratio, risk_ratio

if TYPE_CHECKING:
    import pandas as pd

    from analytics.stats.arrays import FloatArray
    from analytics.stats.clustered_share import ClusterSums

EVENTS_PER_TERM = 5


@dataclass(frozen=True, slots=True)
class Against:
    """First group of scores over second; `adjusted` is None where too few came or stayed away to
    hold others equal.
    """

    first: ClusterSums
    second: ClusterSums
    odds: Ratio
    risk: Ratio
    adjusted: Ratio | None

    @property
    def ratios(self) -> tuple[Ratio, ...]:
        """Odds, odds with others held equal where that was possible, shares."""
        return tuple(ratio for ratio in (self.odds, self.adjusted, self.risk) if ratio)

    @property
    def most_possible(self) -> float:
        """The risk ratio if everybody of the first group came."""
        return self.second.n / self.second.yes if self.second.yes else nan


def against(
    cells: pd.DataFrame,
    first: ClusterSums | None,
    second: ClusterSums | None,
    of_first: tuple[int, ...],
    of_second: tuple[int, ...],
    least: int,
) -> Against | None:
    """None where a group has fewer than `least`. `of_first` and `of_second` are the score steps of
    the groups.
    """
    if not first or not second or min(first.counted, second.counted) < least:
        return None
    counts = (*first.effective_counts, *second.effective_counts)
    return Against(
        first,
        second,
        odds_ratio(*counts),
        risk_ratio(*counts),
        _adjusted(cells, of_first, of_second, first.n_effective + second.n_effective),
    )


def _adjusted(
    cells: pd.DataFrame, of_first: tuple[int, ...], of_second: tuple[int, ...], worth: float
) -> Ratio | None:
    """`worth`: effective rows of both groups together."""
    rows = cells[cells["step"].isin(of_first + of_second)]
    variables = np.column_stack(
        [rows["step"].isin(of_first).to_numpy(dtype=float)]
        + [_terms(rows[name]) for name in ("number", "tenure", "size")]
    )
    came, n = rows["came_back"].to_numpy(dtype=float), rows["n"].to_numpy(dtype=float)
    n = n * (worth / n.sum())
    rarer = min(float(n @ came), float(n @ (1 - came)))
    if rarer < EVENTS_PER_TERM * (variables.shape[1] + 1):
        return None
    fit = logit(variables, came, n)
    if not np.isfinite(fit.se[1]):
        return None
    ratio, low, high = (exp(float(value[1])) for value in (fit.coefficients, fit.low, fit.high))
    return Ratio(ratio, low, high, float(fit.p[1]), False, True, fit.level)


def _terms(column: pd.Series[int]) -> FloatArray:
    """A column of 0 and 1 for every value but the first; a size not known is a value of its own."""
    values = column.to_numpy()
    return np.column_stack(
        [np.zeros((len(values), 0)), *[values == value for value in np.unique(values)[1:]]]
    ).astype(float)

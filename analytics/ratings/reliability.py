"""May the items of a dimension be averaged? Cronbach's alpha before they are.

Method: alpha from the variances of the items and of their sum, over respondents who answered every
item. Assumption: items turned the same way; alpha is a lower bound of reliability, no proof of one
dimension. Source: Cronbach 1951; Nunnally & Bernstein 1994 for the readings of .6 and
.7.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from analytics.filters import Filters
from analytics.stats.reliability import ACCEPTABLE, LOWEST_TO_AVERAGE, cronbach_alpha
from analytics.stats.standardised_betas import NO_VARIANCE
from analytics.store import Reader
from analytics.study import statement
from analytics.wording import Name


@dataclass(frozen=True, slots=True)
class Alpha:
    key: str
    name: Name
    items: int
    n: int
    alpha: float

    @property
    def may_be_averaged(self) -> bool:
        return self.alpha >= LOWEST_TO_AVERAGE

    @property
    def is_acceptable(self) -> bool:
        """False also between what may still be averaged and what the field calls acceptable."""
        return self.alpha >= ACCEPTABLE


def read_alphas(
    reader: Reader, filters: Filters, names: Mapping[str, Name], least: int
) -> tuple[Alpha, ...]:
    """Of the dimensions named, over the slice."""
    rows = reader.rows(statement(__package__, "complete"), slice=filters.slice())
    return alphas(rows, names, least)


def alphas(rows: list[dict[str, Any]], names: Mapping[str, Name], least: int) -> tuple[Alpha, ...]:
    """From rows of `complete.sql`: dimensions of at least two items that enough answered
    completely, and not all alike.

    Alpha is NaN where items cancel each other out exactly.
    """
    reliabilities = []
    for dimension, name in names.items():
        mine = [row for row in rows if row["dimension_id"] == dimension]
        items = [row for row in mine if row["slot"] is not None]
        if (
            len(items) > 1
            and items[0]["n"] >= least
            and any(_variance(row) > NO_VARIANCE for row in items)
        ):
            reliabilities.append(
                Alpha(dimension, name, len(items), items[0]["n"], _alpha(items, mine))
            )
    return tuple(reliabilities)


def _alpha(items: list[dict[str, Any]], totals: list[dict[str, Any]]) -> float:
    """Alpha knows the covariances by their sum alone, so any matrix with these variances and this
    sum gives it.
    """
    k = len(items)
    variances = [_variance(row) for row in items]
    of_sum = _variance(next(row for row in totals if row["slot"] is None))
    covariance = np.full((k, k), (of_sum - sum(variances)) / (k * (k - 1)))
    np.fill_diagonal(covariance, variances)
    return float(cronbach_alpha(covariance))


def _variance(row: dict[str, Any]) -> float:
    n, total, squares = float(row["weight"]), float(row["total"]), float(row["total_squares"])
    return max(0.0, squares - total * total / n) / (n - 1)

"""What may an action be worth beside what it cost?

Method: effect × how much more often exhibitors come back for a better rating of the same items
(slope within editions, errors by exhibitor) × exhibitors of the edition × money each × margin; the
variance of the product of two independent estimates. Assumption: the link between rating and return
is the action's to use: it was observed, not tried. Source: Goodman 1960 (variance of products).
"""

from __future__ import annotations

from dataclasses import dataclass
from math import isfinite, sqrt
from typing import TYPE_CHECKING

import numpy as np

from analytics.customers.measures import read_measures, register
from analytics.errors import Fault
from analytics.stats import critical_values
from analytics.study import statement
from analytics.worth_settings import read_margin

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analytics.action_plan import Action
    from analytics.filters import Filters
    from analytics.store import Reader
    from analytics.studies.actions.compute_effect import Comparison

LEAST_PAIRS = 30


@dataclass(frozen=True, slots=True)
class Money:
    """What an edition brings: exhibitors that came, money each, in `currency`, and the margin."""

    exhibitors: int
    each: float
    currency: str
    margin: float


@dataclass(frozen=True, slots=True)
class Gain:
    """Money an edition, in `currency`, with its interval, beside the cost of the action. `slope`:
    how many more of a hundred, as a share, come back for one whole scale more.
    """

    value: float
    low: float
    high: float
    cost: float
    currency: str
    slope: float
    exhibitors: int

    @property
    def returned(self) -> float:
        """Return on what it cost: 0 brings the cost back, 1 brings it back twice."""
        return self.value / self.cost - 1

    @property
    def returned_low(self) -> float:
        return self.low / self.cost - 1

    @property
    def returned_high(self) -> float:
        return self.high / self.cost - 1


def read_money(reader: Reader, filters: Filters) -> Money | None:
    """None where no amount is on file."""
    try:
        measures = read_measures(reader, filters)
    except Fault:
        return None
    came = measures.now[measures.now["came"]]
    amounts = came["money"].to_numpy(float)
    known = amounts[np.isfinite(amounts)]
    if not len(known) or not measures.currency:
        return None
    margin = read_margin(reader, filters.fair, measures.settings)
    return Money(len(came), float(known.mean()), measures.currency, margin.share)


def gain(
    reader: Reader,
    filters: Filters,
    action: Action,
    items: Sequence[str],
    compared: Comparison,
    money: Money | None,
) -> Gain | None:
    """None for visitors, without cost, money or a link to stand on, or in two currencies."""
    cost, effect = action.costs.total, compared.effect
    if action.audience != "exhibitor" or not cost or money is None or not isfinite(effect.se):
        return None
    if action.currency != money.currency:
        return None
    row = reader.rows(
        statement(__package__, "returns"),
        slice=filters.slice() | {"editions": None},
        register=register(filters).slice(),
        items=list(items),
    )[0]
    if (row["pairs"] or 0) < LEAST_PAIRS or row["variance"] is None:
        return None
    scale = money.exhibitors * money.each * money.margin
    slope, slope_variance = float(row["slope"]), float(row["variance"])
    variance = (
        slope**2 * effect.se**2
        + effect.estimate**2 * slope_variance
        + effect.se**2 * slope_variance
    )
    value, reach = effect.estimate * slope, critical_values.normal(0.95) * sqrt(variance)
    return Gain(
        value * scale,
        (value - reach) * scale,
        (value + reach) * scale,
        cost,
        money.currency,
        slope,
        int(row["exhibitors"]),
    )

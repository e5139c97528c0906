"""Turnover of the editions that state it, and its trend.

Method: Mann–Kendall and Sen (`compute_trend`). Assumption: stated in the same way every time.
Source: as there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import nan

from analytics.errors import NotEnough
from analytics.ratings.editions import Edition
from analytics.studies.trends.compute_trend import Trend, trend_or_fault


@dataclass(frozen=True, slots=True)
class Turnover:
    """Turnover of the editions that state it in the currency of the last one; `left_out` editions
    state another.
    """

    editions: tuple[Edition, ...]
    currency: str
    trend: Trend | NotEnough
    left_out: int


def turnover_series(editions: Sequence[Edition]) -> Turnover | None:
    stated = [edition for edition in editions if edition.is_held and edition.turnover is not None]
    if len(stated) < 2:
        return None
    currency = stated[-1].currency
    comparable = [edition for edition in stated if edition.currency == currency]
    values = [edition.turnover if edition.turnover is not None else nan for edition in comparable]
    return Turnover(
        tuple(comparable),
        currency,
        trend_or_fault(comparable, values),
        len(stated) - len(comparable),
    )

"""What does "five per cent more retention" mean, and what is it worth?

Method: three readings of a change c of a rate r: points r + c; per cent of the rate r × (1 + c);
per cent fewer leavers 1 - (1 - r)(1 - c). The worth of a customer is margin × r / (1 + i - r), and
over a horizon of K editions margin × Σ (r / (1 + i))^k. Assumption: as in `margin_multiple`.
Source: Gupta & Lehmann 2003; Reichheld & Sasser 1990 (HBR 68(5): 105-111) printed 25-85 % for "5 %"
of points.

A rate above 1 or below 0 is no rate: NaN, and nothing follows from it; it is not capped.
"""

from dataclasses import dataclass
from math import isnan, nan
from typing import Literal, get_args

from analytics.stats.margin_multiple import margin_multiple, multiple_over_horizon

Reading = Literal["points", "relative", "fewer_leave"]
READINGS: tuple[Reading, ...] = get_args(Reading)


@dataclass(frozen=True, slots=True)
class Worth:
    """A customer at this retention: multiples of one margin, values, and changes of these against
    the retention of today as shares. NaN where the rate is none.
    """

    retention: float
    multiple: float
    value: float
    value_change: float
    multiple_over_horizon: float
    value_over_horizon: float
    value_change_over_horizon: float

    @property
    def is_possible(self) -> bool:
        """Whether there is such a rate."""
        return not isnan(self.retention)


def read(retention: float, change: float, reading: Reading) -> float:
    """The rate after the change as it is read; NaN where that is no rate."""
    changed = {
        "points": retention + change,
        "relative": retention * (1 + change),
        "fewer_leave": 1 - (1 - retention) * (1 - change),
    }[reading]
    return changed if 0 <= changed <= 1 else nan


def worth(
    margin: float, retention: float, discount: float, horizon: int, today: float | None = None
) -> Worth:
    """Of a customer with this margin an edition; changes against `today`'s retention."""
    rate = retention if 0 <= retention <= 1 else nan
    before = retention if today is None else today
    whole, over = margin_multiple(rate, discount), multiple_over_horizon(rate, discount, horizon)
    return Worth(
        rate,
        whole,
        margin * whole,
        _change(whole, margin_multiple(before, discount)),
        over,
        margin * over,
        _change(over, multiple_over_horizon(before, discount, horizon)),
    )


def _change(after: float, before: float) -> float:
    return after / before - 1 if before else nan

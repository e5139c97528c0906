"""What if? Retention, satisfaction, price and new exhibitors, carried forward over some editions.

Method: exhibitors at the next edition = retention × those here + those who come new or back;
turnover = exhibitors × money of each; profit = turnover × margin, a change of price counting in
full. Bands: 2,000 futures with each input drawn from its own interval (`compute_inputs`); both
paths of a future share its draws. Assumption: what goes with returning today would also bring it
about, and nobody leaves for the price: neither is proved by these data. Source: Gupta & Lehmann
2003; Reichheld & Sasser 1990.

A rate above 1 or below 0 is no rate: the path is left empty, never capped.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import isnan, nan
from typing import TYPE_CHECKING, cast

import numpy as np
import pandas as pd

from analytics.stats.arrays import FloatArray
from analytics.stats.margin_multiple import multiple_with_first_now
from analytics.stats.retention_readings import READINGS, Reading, Worth, read, worth
from analytics.studies.simulator.compute_inputs import Inputs, read_inputs

if TYPE_CHECKING:
    from analytics.filters import Filters
    from analytics.store import Reader

FUTURES = 2_000
SEED = 20061012
LEVER_NAMES = ("retention", "satisfaction", "price", "new")


@dataclass(frozen=True, slots=True)
class Levers:
    """What is changed: retention (a share, read in one of three ways), satisfaction (points of a
    five-point scale), price and new exhibitors (shares); over `editions`.
    """

    change: float
    reading: Reading
    satisfaction: float
    price: float
    new: float
    editions: int


@dataclass(frozen=True, eq=False)
class Path:
    """By edition from the next on: the middle and the band of futures (editions × 3: value, low,
    high). NaN where there is no such rate.
    """

    exhibitors: FloatArray
    turnover: FloatArray
    profit: FloatArray


@dataclass(frozen=True, eq=False)
class WhatIf:
    """`readings`: worth of a customer by reading; `rate` is retention after all levers (NaN: no
    such rate). `gain`: profit over the horizon against today, discounted: value, low, high.
    `tornado`: one row per input (input, low, high: gain with the input at either end).
    """

    inputs: Inputs
    levers: Levers
    now: Worth
    readings: dict[Reading, Worth]
    elasticity: float
    rate: float
    today: Path
    changed: Path
    gain: tuple[float, float, float]
    tornado: pd.DataFrame
    break_even: dict[str, float]

    @property
    def is_possible(self) -> bool:
        return not isnan(self.rate)


def analyse(reader: Reader, filters: Filters, options: dict[str, str]) -> WhatIf:
    """Raises NothingChosen without participations, NotEnough below two editions on file."""
    inputs = read_inputs(reader, filters, options.get("money", "auto"))
    levers = Levers(
        float(options["change"]) / 100,
        cast(Reading, options["reading"]),
        float(options["satisfaction"]),
        float(options["price"]) / 100,
        float(options["new"]) / 100,
        int(options["editions"]),
    )
    return simulate(inputs, levers)


def simulate(inputs: Inputs, levers: Levers) -> WhatIf:
    """The levers put to the inputs."""
    middle, drawn = inputs.middle(), inputs.drawn(FUTURES, SEED)
    margin = inputs.money.value * inputs.margin.value
    now = worth(margin, inputs.retention.value, inputs.discount.value, levers.editions)
    readings = {
        reading: worth(
            margin,
            read(inputs.retention.value, levers.change, reading),
            inputs.discount.value,
            levers.editions,
            today=inputs.retention.value,
        )
        for reading in READINGS
    }
    nothing = replace(levers, change=0.0, satisfaction=0.0, price=0.0, new=0.0)
    low, high = _band(gain_of(drawn, levers))
    return WhatIf(
        inputs,
        levers,
        now,
        readings,
        multiple_with_first_now(inputs.retention.value, inputs.discount.value),
        float(rate_of(middle, levers)[0]),
        _path(middle, drawn, nothing),
        _path(middle, drawn, levers),
        (float(gain_of(middle, levers)[0]), float(low), float(high)),
        _tornado(inputs, levers),
        break_even(inputs, levers),
    )


def rate_of(draws: dict[str, FloatArray], levers: Levers) -> FloatArray:
    """Retention after the levers in each future; NaN where that is no rate."""
    today = draws["retention"]
    read_as = {
        "points": today + levers.change,
        "relative": today * (1 + levers.change),
        "fewer_leave": 1 - (1 - today) * (1 - levers.change),
    }[levers.reading]
    after = read_as + draws["slope"] * levers.satisfaction
    return np.where((after >= 0) & (after <= 1), after, nan)


def project(draws: dict[str, FloatArray], levers: Levers) -> dict[str, FloatArray]:
    """Exhibitors, turnover and profit, futures × editions."""
    rate, here = rate_of(draws, levers), draws["here"]
    fresh = draws["new"] * (1 + levers.new)
    by_edition = []
    for _ in range(levers.editions):
        here = rate * here + fresh
        by_edition.append(here)
    exhibitors = np.column_stack(by_edition)
    each = draws["money"][:, None]
    return {
        "exhibitors": exhibitors,
        "turnover": exhibitors * each * (1 + levers.price),
        "profit": exhibitors * each * (draws["margin"][:, None] + levers.price),
    }


def gain_of(draws: dict[str, FloatArray], levers: Levers) -> FloatArray:
    """Discounted profit over the horizon against the same future without the levers."""
    nothing = replace(levers, change=0.0, satisfaction=0.0, price=0.0, new=0.0)
    more = project(draws, levers)["profit"] - project(draws, nothing)["profit"]
    return np.asarray((more * _weights(draws, levers.editions)).sum(axis=1))


def break_even(inputs: Inputs, levers: Levers) -> dict[str, float]:
    """`cost`: what a measure may cost each edition at most; `retention`: the rate at which the
    price charged brings no more than today's; `new`: how many more new exhibitors an edition would
    bring the same gain. NaN where there is none.
    """
    middle = inputs.middle()
    gain = float(gain_of(middle, levers)[0])
    weights = float(_weights(middle, levers.editions).sum())
    alone = replace(levers, change=0.0, satisfaction=0.0, price=0.0)
    a_tenth = float(gain_of(middle, replace(alone, new=0.1))[0])
    fresh = inputs.new.value
    return {
        "cost": gain / weights,
        "retention": _even_rate(middle, levers) if levers.price else nan,
        "new": gain / a_tenth * 0.1 * fresh if a_tenth > 0 else nan,
    }


def _even_rate(middle: dict[str, FloatArray], levers: Levers) -> float:
    """The retention at which the price alone leaves profit where it is, by halving."""
    only_price = replace(levers, change=0.0, reading="points", satisfaction=0.0, new=0.0)
    today = float(middle["retention"][0])
    low, high = -today, 1 - today

    def more(change: float) -> float:
        return float(gain_of(middle, replace(only_price, change=change))[0])

    if not more(low) <= 0 <= more(high):
        return nan
    for _ in range(60):
        half = (low + high) / 2
        low, high = (half, high) if more(half) < 0 else (low, half)
    return today + (low + high) / 2


def _weights(draws: dict[str, FloatArray], editions: int) -> FloatArray:
    return (1 + draws["discount"][:, None]) ** -np.arange(1, editions + 1)[None, :]


def _path(middle: dict[str, FloatArray], drawn: dict[str, FloatArray], levers: Levers) -> Path:
    values, futures = project(middle, levers), project(drawn, levers)
    return Path(
        *(
            np.column_stack([values[key][0], *_band(futures[key])])
            for key in ("exhibitors", "turnover", "profit")
        )
    )


def _band(values: FloatArray) -> tuple[FloatArray, FloatArray]:
    """95 % of the futures that there are; NaN where half of them have no such rate."""
    is_thin = np.isfinite(values).mean(axis=0) < 0.5
    filled = np.where(is_thin, 0.0, values)
    low, high = np.nanquantile(filled, (0.025, 0.975), axis=0)
    return np.where(is_thin, nan, low), np.where(is_thin, nan, high)


def _tornado(inputs: Inputs, levers: Levers) -> pd.DataFrame:
    """The gain with one input at either end of its interval, the others in the middle."""
    rows = []
    for name, part in inputs.parts().items():
        ends = []
        for end in (part.low, part.high):
            middle = inputs.middle() | {name: np.array([end])}
            ends.append(float(gain_of(middle, levers)[0]))
        rows.append({"input": name, "low": min(ends), "high": max(ends)})
    table = pd.DataFrame(rows)
    width = (table["high"] - table["low"]).to_numpy()
    return table.iloc[np.argsort(-np.nan_to_num(width), kind="stable")].reset_index(drop=True)

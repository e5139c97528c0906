"""What a simulation starts from, each with the interval of its own study.

Method: retention of the last step with Wilson's interval (drawn from a beta); new and returning
exhibitors: the mean of the steps on file ± t; money of each: mean of known amounts ± t; margin and
discount as set for the fair ± what they may be off; slope: difference in the share that came back
per point of a five-point scale, least squares within editions, robust error. Assumption: as before,
so next time. Source: Wilson 1927; White 1980.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import isfinite, nan, sqrt
from typing import TYPE_CHECKING, Any

import numpy as np

from analytics.customers.measures import Measures, Money, read_measures, register
from analytics.errors import NotEnough
from analytics.stats import critical_values
from analytics.stats.proportion import wilson
from analytics.study import statement
from analytics.worth_settings import Margin, read_margin

if TYPE_CHECKING:
    import pandas as pd

    from analytics.filters import Filters
    from analytics.stats.arrays import FloatArray
    from analytics.store import Reader
    from analytics.wording import Name

EDITIONS_NEEDED = 2
STEPS = 4
"""Points between the ends of a five-point scale."""
FEWEST_ANSWERS = 30


@dataclass(frozen=True, slots=True)
class Part:
    """An input with its interval."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, eq=False)
class Inputs:
    """`here` exhibitors at the edition looked at; `stayed` of `before` came again. `money` is 1
    each where `has_money` is False: exhibitors are counted. `slope` (per point) and `answers`
    behind it: 0 and none where too few answered.
    """

    edition: Name
    here: int
    before: int
    stayed: int
    steps: int
    retention: Part
    new: Part
    money: Part
    margin: Part
    discount: Part
    slope: Part
    answers: int
    has_money: bool
    kind: Money
    currency: str
    source: Margin

    def parts(self) -> dict[str, Part]:
        """Every input that has an interval."""
        parts = {
            "retention": self.retention,
            "new": self.new,
            "discount": self.discount,
        }
        if self.has_money:
            parts |= {"money": self.money, "margin": self.margin}
        return parts | ({"slope": self.slope} if self.answers else {})

    def middle(self) -> dict[str, FloatArray]:
        """One future: every input as it is estimated."""
        return {name: np.array([part.value]) for name, part in self._all().items()} | {
            "here": np.array([float(self.here)])
        }

    def drawn(self, futures: int, seed: int) -> dict[str, FloatArray]:
        """Futures, each input drawn from its own interval; the same seed draws the same."""
        chance = np.random.default_rng(seed)
        draws = {
            "retention": chance.beta(self.stayed + 0.5, self.before - self.stayed + 0.5, futures),
            "here": np.full(futures, float(self.here)),
        }
        for name in ("new", "money", "slope"):
            part = self._all()[name]
            spread = (part.high - part.low) / 2 / critical_values.normal(0.95)
            least = -np.inf if name == "slope" else 0.0
            draws[name] = np.maximum(chance.normal(part.value, spread, futures), least)
        for name in ("margin", "discount"):
            part = self._all()[name]
            draws[name] = chance.uniform(part.low, part.high, futures)
        return draws

    def _all(self) -> dict[str, Part]:
        return {
            "retention": self.retention,
            "new": self.new,
            "money": self.money,
            "margin": self.margin,
            "discount": self.discount,
            "slope": self.slope,
        }


def read_inputs(reader: Reader, filters: Filters, wish: str) -> Inputs:
    """Raises NothingChosen without participations, NotEnough below two editions on file, or where
    nobody was at the one before.
    """
    measures = read_measures(reader, filters, wish, EDITIONS_NEEDED)
    last = measures.edition
    values: dict[str, Any] = {
        "slice": register(filters).slice(),
        "money": measures.money,
        "place": last.place,
    }
    counted = reader.frame(statement(__package__, "exhibitors"), **values)
    counted = counted[counted["exhibitors"] > 0]
    if len(counted) < EDITIONS_NEEDED or counted["place"].iloc[-1] != last.place:
        raise NotEnough("editions", EDITIONS_NEEDED, len(counted))
    returns = reader.frame(statement(__package__, "returns"), **_parts(values))
    margin = read_margin(reader, filters.fair, measures.settings)
    return _put_together(measures, counted, margin, _slope(returns))


def _put_together(
    measures: Measures, counted: pd.DataFrame, margin: Margin, slope: tuple[Part, int]
) -> Inputs:
    settings = measures.settings
    here, before = counted.iloc[-1], counted.iloc[-2]
    stay = wilson(int(here["stayed"]), int(before["exhibitors"]))
    money = _mean_of_sums(here["known"], here["total"], here["squares"])
    has_money = money.value > 0
    off = settings.margin_range if has_money else 0.0
    share = margin.share if has_money else 1.0
    return Inputs(
        edition=measures.edition.name,
        here=int(here["exhibitors"]),
        before=int(before["exhibitors"]),
        stayed=int(here["stayed"]),
        steps=len(counted) - 1,
        retention=Part(stay.share, stay.low, stay.high),
        new=_of_values((counted["exhibitors"] - counted["stayed"]).to_numpy(float)[1:]),
        money=money if has_money else Part(1.0, 1.0, 1.0),
        margin=Part(share, max(share - off, 0.0), min(share + off, 1.0)),
        discount=Part(
            settings.discount,
            max(settings.discount - settings.discount_range, 0.0),
            settings.discount + settings.discount_range,
        ),
        slope=slope[0],
        answers=slope[1],
        has_money=has_money,
        kind=measures.money,
        currency=measures.currency,
        source=margin,
    )


def _parts(values: dict[str, Any]) -> dict[str, Any]:
    """With the whole register in one part, as `person_periods` asks."""
    whole = values["slice"] | {"parts": 1, "part": 0}
    return {"slice": whole, "place": values["place"]}


def _mean_of_sums(n: float, total: float, squares: float) -> Part:
    """A mean with its t interval, from sums."""
    if not n:
        return Part(0.0, 0.0, 0.0)
    mean = total / n
    if n < 2:
        return Part(mean, mean, mean)
    se = sqrt(max(squares - n * mean**2, 0.0) / (n - 1) / n)
    half = critical_values.student(0.95, n - 1) * se
    return Part(mean, max(mean - half, 0.0), mean + half)


def _of_values(values: FloatArray) -> Part:
    return _mean_of_sums(len(values), float(values.sum()), float((values**2).sum()))


def _slope(counted: pd.DataFrame) -> tuple[Part, int]:
    """Per point of a five-point scale, within editions; 0 where too few answered or all alike."""
    n = int(counted["n"].sum()) if len(counted) else 0
    none = Part(0.0, 0.0, 0.0)
    if n < FEWEST_ANSWERS:
        return none, 0
    weight, returned = (counted[key].to_numpy(float) for key in ("n", "returned"))
    edition = np.unique(counted["edition"], return_inverse=True)[1]
    x = counted["overall"].to_numpy(float) * STEPS
    of_edition = np.bincount(edition, weights=weight)
    x -= (np.bincount(edition, weights=weight * x) / of_edition)[edition]
    share = (np.bincount(edition, weights=returned) / of_edition)[edition]
    spread = float((weight * x**2).sum())
    if spread <= 0:
        return none, 0
    slope = float((x * (returned - weight * share)).sum()) / spread
    came, away = 1 - share - slope * x, -share - slope * x
    noise = float((x**2 * (returned * came**2 + (weight - returned) * away**2)).sum())
    half = critical_values.normal(0.95) * sqrt(noise) / spread
    return (Part(slope, slope - half, slope + half) if isfinite(half) else Part(nan, nan, nan)), n

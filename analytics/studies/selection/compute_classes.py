"""The class of every exhibitor by each rule that can be chosen by, as the rule's own page has it.

Method: the rules of `analytics.customers`, at the edition looked at. Value and risk are worked out
only where they are chosen by. Assumption: as said of each rule. Source: as said of each rule.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from analytics.customers import rfm, worth
from analytics.customers import stages as stage_rule
from analytics.customers.classing import NO_CLASS
from analytics.customers.next_steps import MIDDLE
from analytics.customers.risk.ahead import BANDS
from analytics.customers.risk.leaving import read_risk
from analytics.errors import NotEnough, NothingChosen
from analytics.stats.concentration import abc_classes, usable
from analytics.stats.priority_scores import fifth_bounds
from analytics.wording import phrase

if TYPE_CHECKING:
    from analytics.customers.measures import Measures
    from analytics.filters import Filters
    from analytics.stats.arrays import BoolArray, FloatArray, IntArray
    from analytics.store import Reader

ANY = "any"
HIGH = 0.75
SCORES = (
    phrase("below the middle of the scale"),
    phrase("from the middle on"),
    phrase("from three quarters of the scale"),
)
RISKS = (
    phrase("below 20%"),
    phrase("20 to 40%"),
    phrase("40 to 60%"),
    phrase("60 to 80%"),
    phrase("from 80%"),
)
WISHES: dict[str, dict[str, tuple[int, ...]]] = {
    "abc": {"A": (0,), "AB": (0, 1), "B": (1,), "C": (2,), "none": (NO_CLASS,)},
    "stage": {key: (at,) for at, key in enumerate(stage_rule.KEYS)}
    | {"away": (stage_rule.WEAKENING, stage_rule.LOST)},
    "score": {"low": (0,), "middle": (1, 2), "high": (2,), "none": (NO_CLASS,)},
    "rfm": {
        key: (at,)
        for at, key in enumerate(("core", "regular", "occasional", "new", "slipping", "lapsed"))
    },
    "value": {key: (at,) for at, key in enumerate(("valued", "secondary", "promising", "low"))},
    "risk": {
        "below20": (0,),
        "from20": (1, 2, 3, 4),
        "from40": (2, 3, 4),
        "from60": (3, 4),
        "from80": (4,),
    },
}
"""Which classes a choice of a dial stands for."""


@dataclass(frozen=True, eq=False)
class Criterion:
    """`names`: phrases of the classes; `codes`: each exhibitor's place among them, or -1; `wish`:
    the classes chosen, None for any. `measure`: what the classes are cut from, where that is shown.
    """

    key: str
    names: tuple[str, ...]
    codes: IntArray
    wish: tuple[int, ...] | None
    measure: FloatArray | None = None

    @property
    def is_chosen(self) -> BoolArray:
        """Who is in one of the classes wished."""
        if self.wish is None:
            return np.ones(len(self.codes), bool)
        return np.isin(self.codes, self.wish)


def criteria(
    reader: Reader, filters: Filters, measures: Measures, options: dict[str, str]
) -> tuple[Criterion, ...]:
    """Those always looked at, and those the dials ask for."""
    wishes = {key: WISHES[key].get(options.get(key, ANY)) for key in WISHES}
    now = measures.now
    codes = stage_rule.stages(now, is_first_ever=measures.settings.is_first_ever)
    always = (
        _abc(measures, wishes["abc"]),
        Criterion("stage", stage_rule.STAGES, codes, wishes["stage"]),
        _score(measures, wishes["score"]),
    )
    asked = (
        (_rfm(measures, wishes["rfm"]),) if wishes["rfm"] else (),
        (_value(reader, filters, measures, wishes["value"]),) if wishes["value"] else (),
        (_risk(reader, filters, measures, wishes["risk"]),) if wishes["risk"] else (),
    )
    return (*always, *(each for found_here in asked for each in found_here))


def _abc(measures: Measures, wish: tuple[int, ...] | None) -> Criterion:
    money = measures.now["money"].to_numpy(float)
    if wish and not np.nansum(money[usable(money)]) > 0:
        raise NothingChosen("amounts")
    return Criterion("abc", ("A", "B", "C"), abc_classes(money), wish)


def _score(measures: Measures, wish: tuple[int, ...] | None) -> Criterion:
    overall = measures.now["overall"].to_numpy(float)
    places = np.searchsorted((MIDDLE, HIGH), overall, side="right")
    codes = np.where(np.isfinite(overall), places, NO_CLASS)
    return Criterion("score", SCORES, codes, wish)


def _rfm(measures: Measures, wish: tuple[int, ...] | None) -> Criterion:
    _check_editions(measures, rfm.LEAST_EDITIONS)
    bounds = fifth_bounds(measures.now["money_recent"].to_numpy(float))
    codes = rfm.classes_of(measures.now, bounds=bounds, by="bands")
    return Criterion("rfm", rfm.NAMES, codes, wish)


def _value(
    reader: Reader, filters: Filters, measures: Measures, wish: tuple[int, ...] | None
) -> Criterion:
    _check_editions(measures, worth.LEAST_EDITIONS)
    worth.check_amounts(measures)
    terms = worth.read_terms(reader, filters, measures, "5", "median")
    chances = worth.chances_by_place(reader, filters, measures)
    codes = worth.classes_of(measures.now, chances=chances, terms=terms)
    return Criterion("value", worth.NAMES, codes, wish)


def _risk(
    reader: Reader, filters: Filters, measures: Measures, wish: tuple[int, ...] | None
) -> Criterion:
    probability = read_risk(reader, filters).probability
    if probability.empty:
        raise NothingChosen("risk")
    p = probability.reindex(measures.now["exhibitor_id"]).to_numpy(float)
    codes = np.where(np.isfinite(p), np.searchsorted(BANDS, p, side="right"), NO_CLASS)
    return Criterion("risk", RISKS, codes, wish, p)


def _check_editions(measures: Measures, needed: int) -> None:
    if len(measures.editions) < needed:
        raise NotEnough("editions", needed, len(measures.editions))

"""What is an exhibitor worth as it is, what could it be worth, and which class of value is that?

Method: present value and potential as annuities of what an exhibitor brings and of what comparable
ones went on to bring (`chances`), classed at the cut (`analytics.stats.value_classes`). Assumption:
margin, discount and chances stay as they are. Source: Dwyer 1997; Gupta & Lehmann 2005; Venkatesan
& Kumar 2004.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from analytics.customers.chances import Chances, read_chances, ways_of
from analytics.customers.classing import NO_CLASS
from analytics.customers.measures import LEAST_EXHIBITORS, Measures, register
from analytics.errors import NotEnough, NothingChosen
from analytics.stats.value_classes import annuity, value_classes
from analytics.wording import phrase
from analytics.worth_settings import Margin, read_margin

if TYPE_CHECKING:
    from analytics.filters import Filters
    from analytics.stats.arrays import FloatArray, IntArray
    from analytics.store import Reader

LEAST_EDITIONS = 3
NAMES = (
    phrase("Valued"),
    phrase("Secondary (high now, little more)"),
    phrase("Promising"),
    phrase("Low value"),
)
UNCLASSED = phrase("Not here of late, or no amount known")


@dataclass(frozen=True, slots=True)
class Terms:
    """What turns money into worth. `ranges`: by how much margin and discount may be off."""

    margin: Margin
    discount: float
    horizon: int
    cut: str
    ranges: tuple[float, float] = (0.0, 0.0)

    def per_money(self, stay: FloatArray, toward: int = 0) -> FloatArray:
        """Worth of one unit of money an edition; -1 with margin and discount at their worse ends,
        1 at their better ones. A margin nobody knows is 1 and has no range.
        """
        margin_range, discount_range = self.ranges
        if self.margin.source == "none":
            margin_range = 0.0
        margin = min(max(self.margin.share + toward * margin_range, 0.0), 1.0)
        discount = self.discount
        if toward:
            discount = min(max(discount - toward * discount_range, 0.01), 1.0)
        return annuity(stay, discount, self.horizon) * margin


def read_terms(
    reader: Reader, filters: Filters, measures: Measures, horizon: str, cut: str
) -> Terms:
    """Margin and discount as set for the fair, over so many editions."""
    settings = measures.settings
    margin = read_margin(reader, filters.fair, settings)
    ranges = settings.margin_range, settings.discount_range
    return Terms(margin, settings.discount, int(horizon), cut, ranges)


def check_amounts(measures: Measures) -> None:
    money = money_per_edition(measures.now)
    if not np.nansum(money) > 0:
        raise NothingChosen("amounts")
    known = int(np.isfinite(money).sum())
    if known < LEAST_EXHIBITORS:
        raise NotEnough("amounts", LEAST_EXHIBITORS, known)


def chances_by_place(
    reader: Reader, filters: Filters, measures: Measures, back: int = 1
) -> dict[int, Chances]:
    """What was to be learnt by the edition looked at, and by so many before."""
    values: dict[str, Any] = {
        "slice": register(filters).slice(),
        "fair": filters.fair,
        "money": measures.money,
    }
    last = measures.edition.place
    read = {place: read_chances(reader, values, place) for place in range(last - back, last + 1)}
    return {place: chances for place, chances in read.items() if chances is not None}


def money_per_edition(lives: pd.DataFrame) -> FloatArray:
    """The mean of what is known of the last three editions; NaN where nothing is."""
    known = lives["known_recent"].to_numpy(float)
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(known > 0, lives["money_recent"].to_numpy(float) / known, np.nan)


def worths(lives: pd.DataFrame, chances: Chances, terms: Terms) -> pd.DataFrame:
    """current (with current_low and current_high, as margin and discount may be off), potential
    and retention of each exhibitor; NaN where its money is not known or is below zero.
    """
    ways, money = ways_of(lives), money_per_edition(lives)
    money = np.where(money >= 0, money, np.nan)
    learnt = chances.ways
    stay, grow, rise = (learnt[name].to_numpy(float)[ways] for name in ("stay", "grow", "rise"))
    attended = lives["editions_so_far"].to_numpy(float)
    skipped = 1 - attended / lives["editions_possible"].to_numpy(float)
    per_money = terms.per_money(stay)
    targets = chances.targets.reindex(lives["exhibitor_id"]).fillna(0).to_numpy(float)
    headroom = np.maximum(targets - money, 0)
    gain = (grow * rise + chances.regular * skipped) * money + chances.reach * headroom
    return pd.DataFrame(
        {
            "current": per_money * money,
            "current_low": terms.per_money(stay, -1) * money,
            "current_high": terms.per_money(stay, 1) * money,
            "potential": per_money * gain,
            "retention": stay,
        }
    )


def worth_by_exhibitor(
    reader: Reader, filters: Filters, measures: Measures, horizon: str = "5"
) -> pd.DataFrame | None:
    """current, potential, retention and class (-1: none) by exhibitor; None where the editions or
    amounts on file do not bear them.
    """
    has_amounts = np.nansum(money_per_edition(measures.now)) > 0
    if len(measures.editions) < LEAST_EDITIONS or not has_amounts:
        return None
    terms = read_terms(reader, filters, measures, horizon, "median")
    chances = chances_by_place(reader, filters, measures, back=0)
    learnt = chances.get(measures.edition.place)
    if learnt is None:
        return None
    values = worths(measures.now, learnt, terms)
    values["class"] = classes_of(measures.now, chances, terms)
    return values.set_index(pd.Index(measures.now["exhibitor_id"]))


def classes_of(lives: pd.DataFrame, chances: dict[int, Chances], terms: Terms) -> IntArray:
    learnt = chances.get(int(lives["place"].iloc[0]))
    if learnt is None:
        return np.full(len(lives), NO_CLASS)
    values = worths(lives, learnt, terms)
    codes, *_ = value_classes(
        values["current"].to_numpy(), values["potential"].to_numpy(), terms.cut
    )
    return codes

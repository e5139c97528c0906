"""Who is worth much now, and who could be worth more?

Method: present value and potential as annuities of what an exhibitor brings and of what comparable
ones went on to bring (`compute_chances`), classed at the cut (`analytics.stats.value_classes`).
Assumption: margin, discount and chances stay as they are. Source: Dwyer 1997; Gupta & Lehmann 2005;
Venkatesan & Kumar 2004.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from analytics.customers.classing import NO_CLASS, Classed, Classing, classed
from analytics.customers.measures import LEAST_EXHIBITORS, Measures, read_measures, register
from analytics.errors import NotEnough, NothingChosen
from analytics.stats.value_classes import (
    annuity,
    mid_rank_percentile,
    rescaled,
    value_classes,
)
from analytics.studies.value_matrix.compute_chances import Chances, read_chances, ways_of
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
INDICES = ("satisfaction", "loyalty", "retention", "contribution")


@dataclass(frozen=True, slots=True)
class Terms:
    """What turns money into worth."""

    margin: Margin
    discount: float
    horizon: int
    cut: str


@dataclass(frozen=True, eq=False)
class ValueMatrix:
    """`worth`: one row per class (n, current, potential: sums, NaN below five). `indices`: mean per
    class of each index, 0–100, with n. `cuts`: of present value and of potential.
    """

    classed: Classed
    chances: Chances
    terms: Terms
    worth: pd.DataFrame
    indices: pd.DataFrame
    cuts: tuple[float, float]


def analyse(reader: Reader, filters: Filters, options: dict[str, str]) -> ValueMatrix:
    """Raises NothingChosen without participations or amounts, NotEnough below three editions on
    file or five exhibitors with an amount.
    """
    measures = read_measures(reader, filters, options.get("money", "auto"), LEAST_EDITIONS)
    settings = measures.settings
    terms = Terms(
        read_margin(reader, filters.fair, settings),
        settings.discount,
        int(options.get("horizon", "5")),
        options.get("cut", "median"),
    )
    chances = _chances(reader, filters, measures)
    rule = partial(_classes, chances=chances, terms=terms)
    _check(measures)
    answer = classed(reader, filters, measures, Classing(NAMES, rule, UNCLASSED))
    now, at_last = measures.now, chances[measures.edition.place]
    values = worths(now, at_last, terms)
    current, potential = (values[name].to_numpy() for name in ("current", "potential"))
    _, *cuts = value_classes(current, potential, terms.cut)
    return ValueMatrix(
        answer,
        at_last,
        terms,
        _summed(values, answer.codes),
        _indices(now, values, answer.codes),
        (cuts[0], cuts[1]),
    )


def _check(measures: Measures) -> None:
    money = money_per_edition(measures.now)
    if not np.nansum(money) > 0:
        raise NothingChosen("amounts")
    known = int(np.isfinite(money).sum())
    if known < LEAST_EXHIBITORS:
        raise NotEnough("amounts", LEAST_EXHIBITORS, known)


def _chances(reader: Reader, filters: Filters, measures: Measures) -> dict[int, Chances]:
    """What was to be learnt by the edition looked at, and by the one before."""
    values: dict[str, Any] = {
        "slice": register(filters).slice(),
        "fair": filters.fair,
        "money": measures.money,
    }
    last = measures.edition.place
    read = {place: read_chances(reader, values, place) for place in (last - 1, last)}
    return {place: chances for place, chances in read.items() if chances is not None}


def money_per_edition(lives: pd.DataFrame) -> FloatArray:
    """The mean of what is known of the last three editions; NaN where nothing is."""
    known = lives["known_recent"].to_numpy(float)
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(known > 0, lives["money_recent"].to_numpy(float) / known, np.nan)


def worths(lives: pd.DataFrame, chances: Chances, terms: Terms) -> pd.DataFrame:
    """current, potential and retention of each exhibitor; NaN where its money is not known or is
    below zero.
    """
    ways, money = ways_of(lives), money_per_edition(lives)
    money = np.where(money >= 0, money, np.nan)
    learnt = chances.ways
    stay, grow, rise = (learnt[name].to_numpy(float)[ways] for name in ("stay", "grow", "rise"))
    attended = lives["editions_so_far"].to_numpy(float)
    skipped = 1 - attended / lives["editions_possible"].to_numpy(float)
    per_money = annuity(stay, terms.discount, terms.horizon) * terms.margin.share
    targets = chances.targets.reindex(lives["exhibitor_id"]).fillna(0).to_numpy(float)
    headroom = np.maximum(targets - money, 0)
    gain = (grow * rise + chances.regular * skipped) * money + chances.reach * headroom
    return pd.DataFrame(
        {"current": per_money * money, "potential": per_money * gain, "retention": stay}
    )


def _classes(lives: pd.DataFrame, chances: dict[int, Chances], terms: Terms) -> IntArray:
    learnt = chances.get(int(lives["place"].iloc[0]))
    if learnt is None:
        return np.full(len(lives), NO_CLASS)
    values = worths(lives, learnt, terms)
    codes, *_ = value_classes(
        values["current"].to_numpy(), values["potential"].to_numpy(), terms.cut
    )
    return codes


def _summed(values: pd.DataFrame, codes: IntArray) -> pd.DataFrame:
    rows = values[codes != NO_CLASS].groupby(codes[codes != NO_CLASS])
    summed = rows[["current", "potential"]].sum().reindex(range(len(NAMES)), fill_value=0.0)
    counts = rows.size().reindex(range(len(NAMES)), fill_value=0)
    hidden = (counts > 0) & (counts < LEAST_EXHIBITORS)
    return summed.mask(hidden).assign(n=counts)


def _indices(now: pd.DataFrame, values: pd.DataFrame, codes: IntArray) -> pd.DataFrame:
    """Mean of each index by class: class, index, value, n; NaN below five."""
    behaviour = 100 * now["editions_so_far"] / now["editions_possible"]
    intention = rescaled(now["intention"].to_numpy(float), 0, 1)
    worth = (values["current"] + values["potential"]).to_numpy(float)
    columns = pd.DataFrame(
        {
            "satisfaction": rescaled(now["overall"].to_numpy(float), 0, 1),
            "loyalty": (intention + behaviour) / 2,
            "retention": 100 * values["retention"],
            "contribution": mid_rank_percentile(worth),
        }
    )
    classes = columns.assign(**{"class": codes})[codes != NO_CLASS]
    long = classes.melt("class", list(INDICES), "index", "value")
    means = long.groupby(["class", "index"], as_index=False)["value"].agg(["mean", "count"])
    shown = means.rename(columns={"mean": "value", "count": "n"})
    return shown[shown["n"] >= LEAST_EXHIBITORS].reset_index(drop=True)

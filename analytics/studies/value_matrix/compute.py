"""Who is worth much now, and who could be worth more?

Method: present value and potential as annuities of what an exhibitor brings and of what comparable
ones went on to bring, classed at the cut (`analytics.customers.worth`). Assumption: margin,
discount and chances stay as they are. Source: Dwyer 1997; Gupta & Lehmann 2005; Venkatesan & Kumar
2004.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from analytics.customers.classing import NO_CLASS, Classed, Classing, classed
from analytics.customers.measures import LEAST_EXHIBITORS, read_measures
from analytics.customers.worth import (
    LEAST_EDITIONS,
    NAMES,
    UNCLASSED,
    Terms,
    chances_by_place,
    check_amounts,
    classes_of,
    read_terms,
    worths,
)
from analytics.stats.value_classes import (
    composite,
    mid_rank_percentile,
    rescaled,
    value_classes,
)
from analytics.studies.value_matrix.compute_attraction import Attraction, read_attraction
from analytics.studies.value_matrix.compute_profile import Profile, read_profile

if TYPE_CHECKING:
    from analytics.customers.chances import Chances
    from analytics.filters import Filters
    from analytics.stats.arrays import IntArray
    from analytics.store import Reader

FOUR = ("satisfaction", "loyalty", "retention", "contribution")
INDICES = (*FOUR, "composite")


@dataclass(frozen=True, eq=False)
class ValueMatrix:
    """`worth`: one row per class (n, current, potential: sums, NaN below five). `indices`: mean per
    class of each index, 0–100, with n; `composite`: of those of whom all four are known. `cuts`: of
    present value and of potential. `profile`: five values against the own industry. `attraction`:
    of industries, part by part.
    """

    classed: Classed
    chances: Chances
    terms: Terms
    worth: pd.DataFrame
    indices: pd.DataFrame
    cuts: tuple[float, float]
    profile: Profile
    attraction: Attraction


def analyse(reader: Reader, filters: Filters, options: dict[str, str]) -> ValueMatrix:
    """Raises NothingChosen without participations or amounts, NotEnough below three editions on
    file or five exhibitors with an amount.
    """
    measures = read_measures(reader, filters, options.get("money", "auto"), LEAST_EDITIONS)
    terms = read_terms(
        reader, filters, measures, options.get("horizon", "5"), options.get("cut", "median")
    )
    chances = chances_by_place(reader, filters, measures)
    rule = partial(classes_of, chances=chances, terms=terms)
    check_amounts(measures)
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
        read_profile(reader, filters, now, values, answer.codes, terms),
        read_attraction(reader, filters, now, values, answer.codes),
    )


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
    columns["composite"] = composite(columns[list(FOUR)].to_numpy(float), np.ones(len(FOUR)))
    classes = columns.assign(**{"class": codes})[codes != NO_CLASS]
    long = classes.melt("class", list(INDICES), "index", "value")
    means = long.groupby(["class", "index"], as_index=False)["value"].agg(["mean", "count"])
    shown = means.rename(columns={"mean": "value", "count": "n"})
    return shown[shown["n"] >= LEAST_EXHIBITORS].reset_index(drop=True)

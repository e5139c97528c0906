"""Five values of a relationship, each exhibitor placed within its own industry.

Method: profit and cash (margin × money per edition attended), length (editions attended),
capability (its last known stand), recommendation (its answer at this edition) and potential, each
as a mid-rank percentile among those of the same industry that are classed and known; means by
class. Assumption: a stand's size stands for what a firm can do. Source: a house rule; percentiles
are counts.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from analytics.customers.classing import NO_CLASS
from analytics.customers.worth import money_per_edition
from analytics.stats.suppression import NEVER_BELOW
from analytics.stats.value_classes import mid_rank_percentile
from analytics.study import statement

if TYPE_CHECKING:
    from analytics.customers.worth import Terms
    from analytics.filters import Filters
    from analytics.stats.arrays import IntArray
    from analytics.store import Reader

VALUES = ("profit", "length", "capability", "recommendation", "potential")


@dataclass(frozen=True, eq=False)
class Profile:
    """`means`: class, value, place (0-100 within the own industry, mean), n; none below five.
    `missing`: values that nobody is known by. `alone`: exhibitors whose industry is not known or
    has fewer than five to compare with.
    """

    means: pd.DataFrame
    missing: tuple[str, ...]
    alone: int


def read_profile(
    reader: Reader,
    filters: Filters,
    now: pd.DataFrame,
    worths: pd.DataFrame,
    codes: IntArray,
    terms: Terms,
) -> Profile:
    """Of exhibitors in a class."""
    known = reader.frame(statement(__package__, "industries"), fair=filters.fair)
    industry = now["exhibitor_id"].map(known.set_index("exhibitor_id")["industry"])
    return profile_of(_values(now, worths, terms), industry, codes)


def _values(now: pd.DataFrame, worths: pd.DataFrame, terms: Terms) -> pd.DataFrame:
    area = now["area"].fillna(now["area_1"]).fillna(now["area_2"])
    return pd.DataFrame(
        {
            "profit": terms.margin.share * money_per_edition(now),
            "length": now["editions_so_far"].to_numpy(float),
            "capability": area.to_numpy(float),
            "recommendation": now["recommend"].to_numpy(float),
            "potential": worths["potential"].to_numpy(float),
        }
    )


def profile_of(values: pd.DataFrame, industry: pd.Series[str], codes: IntArray) -> Profile:
    """`values`: a column for each of VALUES, a row for each exhibitor."""
    is_classed = codes != NO_CLASS
    rows, own = values[is_classed].reset_index(drop=True), industry[is_classed.tolist()]
    own = own.reset_index(drop=True)
    is_alone = own.isna() | (own.map(own.value_counts()) < NEVER_BELOW)
    places = rows[list(VALUES)] * np.nan
    if not is_alone.all():
        places = rows.groupby(own.mask(is_alone))[list(VALUES)].transform(_place)
    long = places.assign(**{"class": codes[is_classed]}).melt("class", list(VALUES), "value", "at")
    means = long.groupby(["class", "value"], as_index=False)["at"].agg(["mean", "count"])
    shown = means.rename(columns={"mean": "place", "count": "n"})
    return Profile(
        shown[shown["n"] >= NEVER_BELOW].reset_index(drop=True),
        tuple(name for name in VALUES if not rows[name].notna().any()),
        int(is_alone.sum()),
    )


def _place(values: pd.Series[float]) -> np.ndarray:
    """Percentiles among those known; nobody's where fewer than five are."""
    places = mid_rank_percentile(values.to_numpy(float))
    return places if np.isfinite(places).sum() >= NEVER_BELOW else np.full(len(values), np.nan)

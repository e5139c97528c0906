"""Which industries attract most? What they bring, whether they grow, commend, cost and stay.

Method: five parts, each a mid-rank percentile among all exhibitors classed and known, turned so
that more attracts more; means by industry, of five exhibitors or more; attraction is the mean of
the parts with equal weights, only where an industry has all of them. A part nobody is known by is
left out, never zero. Assumption: the parts count alike. Source: a house rule; percentiles are
counts.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from analytics.customers.classing import NO_CLASS
from analytics.customers.worth import money_per_edition
from analytics.stats.suppression import NEVER_BELOW
from analytics.stats.value_classes import composite, mid_rank_percentile
from analytics.study import statement

if TYPE_CHECKING:
    from analytics.filters import Filters
    from analytics.stats.arrays import FloatArray, IntArray
    from analytics.store import Reader

PARTS = ("spend", "cross_buy", "recommendation", "service", "staying")
TOGETHER = "attraction"
LEAST_POSSIBLE = 4
"""Editions possible from which the last three can differ from all so far."""


@dataclass(frozen=True, eq=False)
class Attraction:
    """`means`: industry, part (attraction: of all parts on file), place (0-100, mean), n; none
    below five. `missing`: parts that fewer than five are known by. `costs`: of complaints and
    contacts, those on file. `alone`: exhibitors of no known industry, or one of fewer than five.
    """

    means: pd.DataFrame
    missing: tuple[str, ...]
    costs: tuple[str, ...]
    alone: int


def read_attraction(
    reader: Reader,
    filters: Filters,
    now: pd.DataFrame,
    worths: pd.DataFrame,
    codes: IntArray,
) -> Attraction:
    """Of exhibitors in a class."""
    statement_of = statement(__package__, "service")
    served = reader.frame(statement_of, fair=filters.fair, place=int(now["place"].iloc[0]))
    rows = now.merge(served, "left", "exhibitor_id").assign(retention=worths["retention"])
    return attraction_of(rows[codes != NO_CLASS])


def attraction_of(rows: pd.DataFrame) -> Attraction:
    """`rows`: a row for each exhibitor, as `analytics.customers.measures` has them, with industry,
    complaints, contacts (NaN: not on file) and retention.
    """
    efforts = _efforts(rows)
    places = pd.DataFrame(
        {
            "spend": _place(money_per_edition(rows)),
            "cross_buy": _mean(_place(growth_of_stand(rows)), _place(growth_of_coming(rows))),
            "recommendation": _place(rows["recommend"].to_numpy(float)),
            "service": 100 - (_mean(*efforts.values()) if efforts else np.full(len(rows), np.nan)),
            "staying": _place(rows["retention"].to_numpy(float)),
        }
    )
    parts = [name for name in PARTS if places[name].notna().any()]
    industry = rows["industry"].reset_index(drop=True)
    is_alone = industry.isna() | (industry.map(industry.value_counts()) < NEVER_BELOW)
    return Attraction(
        _means(places[parts], industry.mask(is_alone)),
        tuple(name for name in PARTS if name not in parts),
        tuple(efforts),
        int(is_alone.sum()),
    )


def _means(places: pd.DataFrame, industry: pd.Series[str]) -> pd.DataFrame:
    groups = places.groupby(industry.to_numpy())
    counts = groups.count()
    means = groups.mean().where(counts >= NEVER_BELOW)
    means[TOGETHER] = composite(means.to_numpy(float), np.ones(places.shape[1]))
    counts[TOGETHER] = groups.size()
    long = means.rename_axis("industry").reset_index().melt("industry", None, "part", "place")
    long["n"] = counts.reset_index(drop=True).melt()["value"].to_numpy()
    return long.dropna(subset=["place"]).reset_index(drop=True)


def growth_of_stand(rows: pd.DataFrame) -> FloatArray:
    """The last stand against the one before, of this edition and the two before; NaN with fewer
    than two known.
    """
    sizes = rows[["area", "area_1", "area_2"]].to_numpy(float)
    sizes = np.where(sizes > 0, sizes, np.nan)
    last = np.where(np.isfinite(sizes[:, 0]), sizes[:, 0], sizes[:, 1])
    before = np.where(np.isfinite(sizes[:, 0]) & np.isfinite(sizes[:, 1]), sizes[:, 1], sizes[:, 2])
    return np.asarray(last / before - 1)


def growth_of_coming(rows: pd.DataFrame) -> FloatArray:
    """Share of the last three editions attended less that of all possible; NaN below four
    possible, where the two are hardly apart.
    """
    possible = rows["editions_possible"].to_numpy(float)
    growth = rows["came_recent"].to_numpy(float) / 3 - rows["editions_so_far"] / possible
    return np.where(possible >= LEAST_POSSIBLE, growth, np.nan)


def _efforts(rows: pd.DataFrame) -> dict[str, FloatArray]:
    """Places by complaints and by contacts, of those on file; high: many."""
    places = {name: _place(rows[name].to_numpy(float)) for name in ("complaints", "contacts")}
    return {name: column for name, column in places.items() if np.isfinite(column).any()}


def _mean(*places: FloatArray) -> FloatArray:
    """Of percentiles; NaN where one is missing."""
    return composite(np.column_stack(places), np.ones(len(places)))


def _place(values: FloatArray) -> FloatArray:
    """Percentiles among those known; nobody's where fewer than five are."""
    places = mid_rank_percentile(values)
    return places if np.isfinite(places).sum() >= NEVER_BELOW else np.full(len(values), np.nan)

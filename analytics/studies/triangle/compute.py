"""Three sides of the fair by held edition, against the first one.

Method: `analytics.stats.triangle_balance`. Counts from register and visitor counts, satisfaction
and quality as mean places of the two surveys, turnover as declared for the edition. What breaks
first: the part that has been falling for the most held editions up to the last one. Assumption: as
there. Source: Rochet & Tirole 2006.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import nan
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from analytics.errors import NotEnough, NothingChosen
from analytics.ratings.sums import SumTable, read_sums
from analytics.stats.suppression import HIDDEN_BELOW
from analytics.stats.triangle_balance import (
    FEWEST_EDITIONS,
    Lag,
    alarms,
    lag_of,
    lowest_of,
    side_index,
    spread_of,
)
from analytics.study import statement

if TYPE_CHECKING:
    from analytics.filters import Filters
    from analytics.stats.arrays import BoolArray, FloatArray
    from analytics.store import Reader

QUALITIES = ("goal_attainment", "recommend", "intention")
AUTO = "auto"
LAGS = (0, 1, 2)
PARTS = (
    "exhibitors",
    "exhibitor_satisfaction",
    "exhibitor_quality",
    "visitors",
    "visitor_satisfaction",
    "visitor_quality",
    "turnover",
)


@dataclass(frozen=True, eq=False)
class Triangle:
    """`editions`: one row per held edition (number, name_zh, name_en, every part of PARTS, renewal,
    ratio: visitors per exhibitor; NaN where not known). `indices`: exhibitor, visitor, organiser ×
    editions. `quality` is the measure that stands for it. `falling`: by part, for how many held
    editions running it has fallen up to the last.
    """

    editions: pd.DataFrame
    indices: FloatArray
    spread: FloatArray
    lowest: tuple[str | None, ...]
    lags: tuple[Lag, ...]
    alarms: BoolArray
    quality: str
    falling: dict[str, int]
    has_other_currency: bool

    @property
    def breaks_first(self) -> str | None:
        """The part that has fallen longest; None where none fell at the last edition."""
        longest = max(self.falling, key=lambda part: self.falling[part])
        return longest if self.falling[longest] else None

    @property
    def missing(self) -> tuple[str, ...]:
        """Parts that are not known at the first or at the last edition."""
        ends = self.editions.iloc[[0, -1]]
        return tuple(part for part in PARTS if not (ends[part] > 0).all())


def analyse(reader: Reader, filters: Filters, options: dict[str, str]) -> Triangle:
    """Raises NotEnough below three held editions, NothingChosen without exhibitors and visitors."""
    within = replace(filters, editions=(), profile=(), audience="exhibitor")
    held = reader.frame(
        statement(__package__, "editions"),
        slice=within.slice(),
        fair=filters.fair,
        editions=list(filters.editions) or None,
    )
    if len(held) < FEWEST_EDITIONS:
        raise NotEnough("editions", FEWEST_EDITIONS, len(held))
    if not held[["exhibitors", "visitors"]].fillna(0).astype(float).to_numpy().sum():
        raise NothingChosen("participations")
    keys = held["edition_id"].tolist()
    tables = {
        "exhibitor": read_sums(reader, within, keys),
        "visitor": read_sums(reader, replace(within, audience="visitor"), keys),
    }
    quality = _quality(tables, keys, options.get("quality", AUTO))
    return _answer(held, tables, quality)


def _quality(tables: dict[str, SumTable], keys: list[str], choice: str) -> str:
    """The measure chosen, else the first that both sides answered at the first held edition and
    the last; else the first of all.
    """
    if choice != AUTO:
        return choice
    ends = (keys[0], keys[-1])
    for measure in QUALITIES:
        if all(_place(table, key, measure) > 0 for table in tables.values() for key in ends):
            return measure
    return QUALITIES[0]


def _place(table: SumTable, edition: str, measure: str) -> float:
    sums = table.of(edition, ("measure", measure))
    return float(sums.estimate.mean) if sums.n >= HIDDEN_BELOW else nan


def _answer(held: pd.DataFrame, tables: dict[str, SumTable], quality: str) -> Triangle:
    rows = held.astype({"exhibitors": float, "stayed": float, "visitors": float, "turnover": float})
    for side, table in tables.items():
        for part, measure in (("satisfaction", "overall"), ("quality", quality)):
            rows[f"{side}_{part}"] = [_place(table, key, measure) for key in rows["edition_id"]]
    is_elsewhere = rows["currency"] != rows["currency"].iloc[0]
    rows["turnover"] = rows["turnover"].mask(is_elsewhere)
    rows["renewal"] = rows["stayed"] / rows["exhibitors"].shift()
    rows["ratio"] = rows["visitors"] / rows["exhibitors"]
    values = {part: rows[part].to_numpy(float) for part in PARTS}
    indices = np.vstack(
        [
            side_index(*(values[part] for part in PARTS[:3])),
            side_index(*(values[part] for part in PARTS[3:6])),
            side_index(values["turnover"]),
        ]
    )
    visitors, renewal = values["visitors"], rows["renewal"].to_numpy(float)
    return Triangle(
        rows,
        indices,
        spread_of(indices),
        tuple(lowest_of(indices)),
        tuple(lag_of(visitors, renewal, lag) for lag in LAGS),
        alarms(visitors, renewal),
        quality,
        {part: falling_for(series) for part, series in values.items()},
        bool(is_elsewhere.any()),
    )


def falling_for(series: FloatArray) -> int:
    """Held editions running up to the last at which it was lower than at the one before."""
    falls = (np.diff(series) < 0)[::-1]
    return int(np.argmin(falls)) if not falls.all() else len(falls)

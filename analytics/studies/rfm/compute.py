"""Who comes lately, often, and brings much? Scores from 1 to 5, classes and priority points.

Method: `analytics.customers.rfm` on held editions. The bounds of money are round amounts
near the fifths of what was paid at the edition looked at, and stay the same for the edition before.
Assumption: as said of the scores. Source: Hughes 1994.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from analytics.customers.classing import Classed, Classing, classed
from analytics.customers.measures import read_measures
from analytics.customers.rfm import HIGH, LEAST_EDITIONS, NAMES, NOT_YET, classes_of, scores
from analytics.stats.priority_scores import fifth_bounds, money_scores
from analytics.stats.suppression import NEVER_BELOW

if TYPE_CHECKING:
    from analytics.filters import Filters
    from analytics.stats.arrays import IntArray
    from analytics.store import Reader

RECENT = 3
MOST_POINTS = 10


@dataclass(frozen=True, eq=False)
class Rfm:
    """`grid`: recency, frequency, n, money (NaN below five exhibitors). `points`: 0–10 with n and
    money. `bounds` of the money bands; `by` says how scores are made. `missing`: came lately with
    no known amount; `newcomers`: one possible edition.
    """

    classed: Classed
    grid: pd.DataFrame
    points: pd.DataFrame
    bounds: list[float]
    by: str
    missing: int
    newcomers: int


def analyse(reader: Reader, filters: Filters, options: dict[str, str]) -> Rfm:
    """Raises NothingChosen without participations, NotEnough below two editions on file or five
    exhibitors.
    """
    measures = read_measures(reader, filters, options.get("money", "auto"), LEAST_EDITIONS)
    now, by = measures.now, options.get("scores", "bands")
    bounds = fifth_bounds(now["money_recent"].to_numpy(float))
    rule = partial(classes_of, bounds=bounds, by=by)
    scored = scores(now, bounds, by).assign(money=now["money_recent"])
    points = _points(now, bounds)
    return Rfm(
        classed(reader, filters, measures, Classing(NAMES, rule, NOT_YET)),
        _summed(scored, ["recency", "frequency"]),
        _summed(pd.DataFrame({"points": points, "money": now["money_recent"]}), ["points"]),
        bounds,
        by,
        int(now["money_recent"].isna().sum()),
        int((now["editions_possible"] == 1).sum()),
    )


def _points(lives: pd.DataFrame, bounds: list[float]) -> IntArray:
    """Recency, recurrence and revenue of the last three held editions."""
    recency = np.clip(RECENT - lives["gap"].to_numpy(int), 0, RECENT)
    money = np.nan_to_num(lives["money_recent"].to_numpy(float))
    revenue = np.where(money > 0, np.minimum(money_scores(money, bounds), HIGH), 0)
    return np.asarray(recency + lives["came_recent"].to_numpy(int) + revenue)


def _summed(rows: pd.DataFrame, by: list[str]) -> pd.DataFrame:
    """Exhibitors and known money by score; the money of fewer than five is not told."""
    summed = rows.groupby(by, as_index=False).agg(n=("money", "size"), money=("money", "sum"))
    summed["money"] = summed["money"].where(summed["n"] >= NEVER_BELOW)
    return summed

"""Who comes lately, often, and brings much? Scores from 1 to 5, classes and priority points.

Method: `analytics.stats.priority_scores` on held editions. The bounds of money are round amounts
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
from analytics.stats.priority_scores import (
    fifth_bounds,
    fifths,
    frequency_scores,
    money_scores,
    recency_scores,
)
from analytics.stats.suppression import NEVER_BELOW
from analytics.wording import phrase

if TYPE_CHECKING:
    from analytics.filters import Filters
    from analytics.stats.arrays import IntArray
    from analytics.store import Reader

LEAST_EDITIONS = 2
HIGH = 4
CORE, REGULAR, OCCASIONAL, NEW, SLIPPING, LAPSED = range(6)
NAMES = (
    phrase("Core"),
    phrase("Regulars"),
    phrase("Occasional"),
    phrase("Newcomers"),
    phrase("Slipping"),
    phrase("Lapsed"),
)
NOT_YET = phrase("Not here yet")
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
    rule = partial(_classes, bounds=bounds, by=by)
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


def scores(lives: pd.DataFrame, bounds: list[float], by: str) -> pd.DataFrame:
    """recency, frequency, worth: scores of each exhibitor, 0 where its money is missing."""
    gap, money = lives["gap"].to_numpy(float), lives["money_recent"].to_numpy(float)
    attended, possible = (
        lives[name].to_numpy(int) for name in ("editions_so_far", "editions_possible")
    )
    if by == "fifths":
        columns = (fifths(-gap), fifths(attended.astype(float)), fifths(money))
    else:
        columns = (
            recency_scores(gap),
            frequency_scores(attended, possible),
            money_scores(money, bounds),
        )
    return pd.DataFrame(dict(zip(("recency", "frequency", "worth"), columns, strict=True)))


def _classes(lives: pd.DataFrame, bounds: list[float], by: str) -> IntArray:
    scored = scores(lives, bounds, by)
    gap = lives["gap"].to_numpy()
    is_often, is_rich = scored["frequency"] >= HIGH, scored["worth"] >= HIGH
    rules = [
        (gap > 1, LAPSED),
        (gap == 1, SLIPPING),
        (lives["editions_possible"] == 1, NEW),
        (is_often & is_rich, CORE),
        (is_often, REGULAR),
    ]
    return np.select([rule for rule, _ in rules], [code for _, code in rules], OCCASIONAL)


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

"""What did those who then stayed away rate lower than those who came again?

Method: ratings given at the edition before, by whether the exhibitor came to the edition looked at;
each exhibitor counts once an item; Welch's interval of the difference, p after Holm over all items.
Assumption: who answered stands for those who came or stayed away. Source: Welch 1947; Holm 1979.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pandas as pd

from analytics.customers.measures import register
from analytics.ratings.scale import HUNDRED, Scale, common
from analytics.stats.mean import Difference, difference, mean_interval
from analytics.stats.multiplicity import holm
from analytics.stats.suppression import NEVER_BELOW
from analytics.study import statement
from analytics.wording import Name

if TYPE_CHECKING:
    from analytics.customers.measures import Measures
    from analytics.filters import Filters
    from analytics.store import Reader


@dataclass(frozen=True, slots=True)
class ItemGap:
    """One item: means of those who stayed away and of those who came again, as places 0-1, how many
    each, and the difference (away - came) with its p before and after Holm.
    """

    slot: int
    name: Name
    away: float
    came: float
    n_away: int
    n_came: int
    gap: Difference
    p_holm: float


@dataclass(frozen=True, eq=False)
class Decline:
    """`gaps`: items that five of either kind rated, the one furthest behind first."""

    gaps: tuple[ItemGap, ...]
    scale: Scale


def read_decline(reader: Reader, filters: Filters, measures: Measures) -> Decline:
    """Of the edition before the one looked at; no gaps where too few rated anything."""
    rows = reader.frame(
        statement(__package__, "declining"),
        slice=register(filters).slice(),
        fair=filters.fair,
        place=measures.edition.place,
        edition=measures.editions[-2].edition_id,
    )
    scales = {Scale(row.scale_min, row.scale_max) for row in rows.itertuples()}
    gaps = [gap for _, pair in rows.groupby("slot", sort=False) for gap in _gap(pair)]
    adjusted = holm([gap["gap"].p for gap in gaps]).p.tolist() if gaps else []
    shown = [ItemGap(**gap, p_holm=p) for gap, p in zip(gaps, adjusted, strict=True)]
    return Decline(
        tuple(sorted(shown, key=lambda item: item.gap.difference)),
        common(scales) if scales else HUNDRED,
    )


def _gap(pair: pd.DataFrame) -> list[dict[str, Any]]:
    """The two kinds of one item, where five of each rated it and it can be tested."""
    sides = {bool(row["came"]): row for row in pair.to_dict("records")}
    if len(sides) < 2 or min(row["n"] for row in sides.values()) < NEVER_BELOW:
        return []
    away, came = sides[False], sides[True]
    first, second = (mean_interval(int(r["n"]), r["mean"], r["variance"]) for r in (away, came))
    return [
        {
            "slot": int(away["slot"]),
            "name": Name(away["name_zh"] or "", away["name_en"] or ""),
            "away": float(away["mean"]),
            "came": float(came["mean"]),
            "n_away": int(away["n"]),
            "n_came": int(came["n"]),
            "gap": difference(first, second),
        }
    ]

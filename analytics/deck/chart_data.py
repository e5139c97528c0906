"""A figure's data as native charts take them: names down, series across, a record in each place
where there is one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import inf, isfinite
from typing import Any

import pandas as pd

from analytics.deck import text_size
from analytics.text_width import clean

Record = dict[str, Any]


@dataclass
class Shaped:
    """`names` in reading order; `series[name][row]` is the record that stands there, or None."""

    names: list[str]
    series: dict[str, list[Record | None]] = field(default_factory=dict)

    def numbers(self, series: str, column: str = "value") -> list[float | None]:
        """One column of one series; None where there is no number."""
        return [None if one is None else number(one.get(column)) for one in self.series[series]]

    def flags(self, series: str, column: str) -> list[bool]:
        """Where something is marked."""
        return [one is not None and one.get(column) in (True, 1) for one in self.series[series]]

    def first(self, rows: int) -> Shaped:
        """The first rows alone."""
        return Shaped(
            self.names[:rows], {name: records[:rows] for name, records in self.series.items()}
        )


def number(value: Any) -> float | None:
    """A finite float, or None."""
    try:
        found = float(value)
    except (TypeError, ValueError):
        return None
    return found if isfinite(found) else None


def by_name(
    data: pd.DataFrame, name: str, rank: str, among: Sequence[str] = (), series: str = "series"
) -> Shaped:
    """Rows by name in the order of their rank; the series in the order a form gives them, those it
    does not name behind.

    Equal names that stand for several things (their keys say so) stay apart.
    """
    records: list[Record] = data.to_dict("records")
    has_series = bool(among) and series in data
    pairs = [
        (clean(record.get(name)), clean(record.get(series)) if has_series else "")
        for record in records
    ]
    is_plain = "key" not in data or len(set(pairs)) == len(pairs)
    ids = [
        pair[0] if is_plain else f"{pair[0]}\n{record.get('key')}"
        for pair, record in zip(pairs, records, strict=True)
    ]
    places: dict[str, float] = {}
    for at, (one, record) in enumerate(zip(ids, records, strict=True)):
        wanted = number(record.get(rank)) if rank in data else float(at)
        places[one] = min(places.get(one, inf), inf if wanted is None else wanted)
    rows = {place: row for row, place in enumerate(sorted(places, key=lambda place: places[place]))}
    found = Shaped([text_size.clean(row.split("\n")[0]) for row in rows])
    for told in dict.fromkeys(
        [*(map(clean, among) if has_series else ("",)), *(pair[1] for pair in pairs)]
    ):
        found.series[told] = [None] * len(rows)
    for one, pair, record in zip(ids, pairs, records, strict=True):
        found.series[pair[1]][rows[one]] = record
    return found

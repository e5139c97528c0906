"""A figure's data as native charts take them: names down, series across, a record in each place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import inf, isfinite
from typing import Any

import pandas as pd

from analytics.deck import text_size
from analytics.rounding import tidy
from analytics.text_width import clean

Record = dict[str, Any]


@dataclass
class ChartData:
    """`names` in reading order; `series[name][row]` is the record that stands there, or None."""

    names: list[str]
    series: dict[str, list[Record | None]] = field(default_factory=dict)

    def numbers(self, series: str, column: str = "value") -> list[float | None]:
        """One column of one series; None where there is no number."""
        return [
            None if record is None else number(record.get(column)) for record in self.series[series]
        ]

    def flags(self, series: str, column: str) -> list[bool]:
        """Where something is marked."""
        return [
            record is not None and record.get(column) in (True, 1) for record in self.series[series]
        ]

    def first(self, rows: int) -> ChartData:
        """The first rows alone."""
        return ChartData(
            self.names[:rows], {name: records[:rows] for name, records in self.series.items()}
        )


def number(value: Any) -> float | None:
    """A finite float without binary dust, or None."""
    try:
        as_float = float(value)
    except (TypeError, ValueError):
        return None
    return tidy(as_float) if isfinite(as_float) else None


def by_name(
    data: pd.DataFrame, name: str, rank: str, among: Sequence[str] = (), series: str = "series"
) -> ChartData:
    """Rows by name in the order of their rank; series as the form orders them, unnamed ones last.

    Equal names that stand for several things (their keys say so) stay apart.
    """
    records: list[Record] = data.to_dict("records")
    has_series = bool(among) and series in data
    pairs = [
        (clean(record.get(name)), clean(record.get(series)) if has_series else "")
        for record in records
    ]
    ids = _row_ids(records, pairs, has_keys="key" in data)
    rows = _in_order(ids, records, rank if rank in data else None)
    table = ChartData([text_size.clean(row_id.split("\n")[0]) for row_id in rows])
    ordered = map(clean, among) if has_series else ("",)
    for series_name in dict.fromkeys([*ordered, *(pair[1] for pair in pairs)]):
        table.series[series_name] = [None] * len(rows)
    for row_id, (_, series_name), record in zip(ids, pairs, records, strict=True):
        table.series[series_name][rows[row_id]] = record
    return table


def _row_ids(records: list[Record], pairs: list[tuple[str, str]], *, has_keys: bool) -> list[str]:
    """What makes a row a row: its name, with its key where one name stands for several things."""
    if not has_keys or len(set(pairs)) == len(pairs):
        return [name for name, _ in pairs]
    return [
        f"{name}\n{record.get('key')}" for (name, _), record in zip(pairs, records, strict=True)
    ]


def _in_order(ids: list[str], records: list[Record], rank: str | None) -> dict[str, int]:
    """Each id with its row: by the smallest rank it has, or as they come."""
    first: dict[str, float] = {}
    for at, (row_id, record) in enumerate(zip(ids, records, strict=True)):
        place = float(at) if rank is None else number(record.get(rank))
        first[row_id] = min(first.get(row_id, inf), inf if place is None else place)
    return {row_id: row for row, row_id in enumerate(sorted(first, key=first.__getitem__))}

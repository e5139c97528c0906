"""What neighbouring columns of numbers are together, line by line: an order (1, 2, 3, each once) or
points given out (they always add up to as much).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

import numpy as np
import pyarrow as pa

from analytics.intake.cells.number import plain_number
from analytics.intake.mapping.heading_parts import Group, shared_questions
from analytics.intake.table.inspection import ColumnSeen

Values = np.ndarray[Any, np.dtype[np.float64]]
MOST_ROWS = 20_000
FEWEST_COLUMNS, FEWEST_ROWS = 3, 5
MOST_COLUMNS = 40
NEARLY_ALL = 0.95
TOTALS = (1.0, 10.0, 20.0, 50.0, 100.0, 1000.0)


def row_patterns(
    columns: Sequence[ColumnSeen], cells: Sequence[pa.DictionaryArray]
) -> dict[str, str]:
    """Column -> 'ranks' or 'shares:100', of the groups whose lines show it."""
    patterns: dict[str, str] = {}
    for places in _groups(columns):
        step = max(1, -(-len(cells[0]) // MOST_ROWS))
        values = np.stack([_numbers(cells[place], step) for place in places], axis=1)
        if pattern := _pattern(values):
            patterns |= {columns[place].name: pattern for place in places}
    return patterns


def _groups(columns: Sequence[ColumnSeen]) -> list[tuple[int, ...]]:
    """Columns of numbers under one question, or with one in common at the end of their headers."""
    plain = [column.name for column in columns]
    turned = [column.name[::-1] for column in columns]
    by_stem = shared_questions(plain, lambda group: _are_numbers(group, columns), FEWEST_COLUMNS)
    groups = [group.places for group in by_stem]
    settled = {place for places in groups for place in places}
    run: list[int] = []
    for place in range(len(columns) + 1):
        is_on = (place < len(columns) and place not in settled and _is_number(columns[place])) and (
            not run or _shares_ending(turned[run[-1]], turned[place])
        )
        if is_on:
            run.append(place)
            continue
        groups += [tuple(run)] if FEWEST_COLUMNS <= len(run) <= MOST_COLUMNS else []
        is_first = place < len(columns) and place not in settled and _is_number(columns[place])
        run = [place] if is_first else []
    return groups


def _shares_ending(header: str, other: str) -> bool:
    """Do two headers, read from behind, begin with the same two signs."""
    return header[:2] == other[:2] and len(header) > 2 < len(other)


def _are_numbers(group: Group, columns: Sequence[ColumnSeen]) -> bool:
    return len(group.members) <= MOST_COLUMNS and all(
        _is_number(columns[place]) for place in group.places
    )


def _is_number(column: ColumnSeen) -> bool:
    return column.numeric_share > 0.9 and column.filled > 0


def _numbers(cells: pa.DictionaryArray, step: int) -> Values:
    """The numbers of a column, NaN for none and for a code below zero."""
    numbers = [plain_number(text.rstrip("%分 ")) for text in cells.dictionary.to_pylist()]
    plain = [number if number is not None and number >= 0 else np.nan for number in numbers]
    places = cells.indices.fill_null(len(plain)).to_numpy()[::step]
    return np.asarray(np.array([*plain, np.nan])[places])


def _pattern(values: Values) -> str:
    if _share_of_rows(values, _is_order) >= NEARLY_ALL:
        return "ranks"
    sums = Counter(np.round(np.nansum(values, axis=1), 6).tolist())
    sums.pop(0.0, None)
    if not sums or sums.total() < FEWEST_ROWS:
        return ""
    total, times = sums.most_common(1)[0]
    varies = len({tuple(row) for row in np.nan_to_num(values).tolist()}) > 2
    is_total = total in TOTALS and times >= NEARLY_ALL * sums.total() and varies
    return f"shares:{total:g}" if is_total else ""


def _share_of_rows(values: Values, holds: Any) -> float:
    rows = [row[row > 0] for row in values if (row > 0).sum() > 1]
    if len(rows) < FEWEST_ROWS or len({tuple(row.tolist()) for row in rows}) < 2:
        return 0.0
    return sum(bool(holds(row)) for row in rows) / len(rows)


def _is_order(row: Values) -> bool:
    return bool(np.array_equal(np.sort(row), np.arange(1, len(row) + 1)))

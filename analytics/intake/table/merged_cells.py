"""Cells merged over several rows: what stands in the first holds for all, where it says which
edition, company or kind.

An amount or an area is left where it stands: it belongs to the rows together, and copied it would
count twice.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from analytics.intake.cells.remark import Remarks
from analytics.intake.file.coded_columns import Column, Grid
from analytics.intake.file.page import Merge
from analytics.intake.table.file_kinds import KINDS, field_named

WHO = ("code", "name", "industry", "region", "country", "ownership", "size_band", "account_owner")
HOLDS_FOR_ALL = frozenset(("edition", *WHO, "hall", "booth_type"))


def filled_down(
    grid: Grid, names: tuple[str, ...], merges: tuple[Merge, ...], remarks: Remarks
) -> Grid:
    """The rows with such cells filled; each is remarked on."""
    columns = list(grid.columns)
    for place, first, rows in _merged(grid, merges):
        column = columns[place]
        text = column.texts[column.codes[first]]
        empty = rows[[not column.texts[code].strip() for code in column.codes[rows]]]
        if not empty.size or not text.strip():
            continue
        holds = _holds_for_all(names[place])
        for line in grid.lines[empty].tolist():
            reason = "filled_down" if holds else "merged_not_copied"
            remarks.add(reason, line=line, column=names[place], value=text)
        if holds:
            codes = column.codes.copy() if column is grid.columns[place] else column.codes
            codes[empty] = codes[first]
            columns[place] = Column(codes, column.texts)
    return Grid(grid.lines, tuple(columns))


def _merged(
    grid: Grid, merges: tuple[Merge, ...]
) -> Iterator[tuple[int, int, np.ndarray[tuple[int], np.dtype[np.int64]]]]:
    """(column, first row, further rows) of the ranges that go over rows of the grid."""
    for (top, left), (bottom, _) in merges:
        first, end = np.searchsorted(grid.lines, (top + 1, bottom + 2)).tolist()
        if end - first > 1 and left < len(grid.columns) and grid.lines[first] == top + 1:
            yield left, first, np.arange(first + 1, end)


def _holds_for_all(name: str) -> bool:
    fields = (field_named(kind, name) for kind in KINDS)
    return any(field is not None and field.key in HOLDS_FOR_ALL for field in fields)

"""A second table on the same sheet: below the first, or beside it. Its lines and columns are left
out, and named.
"""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from analytics.intake.cells.remark import Remarks
from analytics.intake.file.coded_columns import Grid, Mask
from analytics.intake.table.column_looks import Looks

MOSTLY, ABOUT_HALF = 0.8, 0.6
STARTS_WITHIN = 3
NAMELESS = "#"
Names = tuple[str, ...]


def without_tables_beside(grid: Grid, names: Names, remarks: Remarks) -> tuple[Grid, Names]:
    """The grid without the smaller one of two tables that an empty column parts."""
    looks = Looks(grid)
    gaps = [
        place
        for place, name in enumerate(names)
        if name.startswith(NAMELESS) and not looks.filled[place].any()
    ]
    for gap in gaps:
        sides = [range(gap), range(gap + 1, grid.width)]
        rows = [_rows_filled(looks, side) for side in sides]
        smaller = 0 if rows[0].sum() < rows[1].sum() else 1
        is_beside = 0 < rows[smaller].sum() < ABOUT_HALF * rows[1 - smaller].sum()
        if is_beside and _is_block(rows[smaller]) and _has_names(names, sides):
            return _without_side(grid, names, sides[smaller], rows[1 - smaller], remarks)
    return grid, names


def _rows_filled(looks: Looks, side: range) -> Mask:
    is_filled = np.zeros(len(looks.grid), bool)
    for place in side:
        is_filled |= looks.filled[place]
    return is_filled


def _is_block(rows: Mask) -> bool:
    """Do filled rows stand together, at the top."""
    places = np.flatnonzero(rows)
    span = int(places[-1] - places[0]) + 1
    return bool(places[0] < STARTS_WITHIN and places.size >= MOSTLY * span)


def _has_names(names: Names, sides: list[range]) -> bool:
    return all(any(not names[place].startswith(NAMELESS) for place in side) for side in sides)


def _without_side(
    grid: Grid, names: Names, side: range, others: Mask, remarks: Remarks
) -> tuple[Grid, Names]:
    for place in side:
        if grid.columns[place].holds(str.strip).any():
            remarks.add("table_beside", line=int(grid.lines[0]), column=names[place])
    for row in np.flatnonzero(~others).tolist():
        line, cells = grid[row]
        remarks.add("second_table", line=line, value=" ".join(cells).strip(), is_left_out=True)
    places = [place for place in range(grid.width) if place not in side]
    rest = Grid(grid.lines, tuple(grid.columns[place] for place in places))
    return rest.rows(others), tuple(names[place] for place in places)


def without_tables_below(grid: Grid, remarks: Remarks) -> Grid:
    """The grid without the lines, from a gap or a line of names on, that look unlike those above
    it.
    """
    looks = Looks(grid)
    is_unlike = (looks.odd_cells > 0) | (looks.filled_cells * 2 <= looks.usual_cells)
    is_left = np.ones(len(grid), bool)
    starts = _starts(looks)
    for start, end in pairwise([*starts, len(grid)]):
        share = is_unlike[start:end].mean()
        if share >= MOSTLY and end - start > 1 and _has_no_value(looks, start):
            is_left[start:end] = False
    for row in np.flatnonzero(~is_left).tolist():
        line, cells = grid[row]
        remarks.add("second_table", line=line, value=" ".join(cells).strip(), is_left_out=True)
    return grid.rows(is_left)


def _has_no_value(looks: Looks, row: int) -> bool:
    """Is a row text, or empty, wherever values belong."""
    return all(
        odd[row] or not looks.filled[place][row] for place, odd in looks.value_columns.items()
    )


def _starts(looks: Looks) -> list[int]:
    """Rows below which another table may begin: behind a gap, or text wherever values belong."""
    gaps = np.flatnonzero(np.diff(looks.grid.lines) > 1) + 1
    values = len(looks.value_columns)
    texts = np.flatnonzero(looks.odd_cells == values) if values > 1 else np.zeros(0, np.int64)
    rows = sorted({*gaps.tolist(), *texts.tolist()})
    return [row for row in rows if row > 1]

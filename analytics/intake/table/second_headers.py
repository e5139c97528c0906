"""A header that comes again in another order, where two exports were glued together: the columns
below it are put right.
"""

from __future__ import annotations

from collections.abc import Sequence

from analytics.intake.cells.plain_value import is_value
from analytics.intake.cells.remark import Remarks
from analytics.intake.cells.text_keys import label_key
from analytics.intake.file.coded_columns import Grid
from analytics.intake.file.delimited_record import Record

MOSTLY = 0.7
FEWEST_NAMES = 2
LOOKED_INTO = 3


def put_right(grid: Grid, header: Sequence[str], remarks: Remarks) -> Grid:
    """The grid without further headers, each row's cells under the first header's names. Cells
    under a name that the first header does not have are left out, and said.
    """
    places = _places_by_name(header)
    rows = [row for row in _candidates(grid, places) if _is_header(grid[row][1], places)]
    if not rows:
        return grid
    records: list[Record] = []
    order: list[int] | None = None
    for row, (line, cells) in enumerate(grid):
        if row in rows:
            order = _order(cells, places)
            unknown = [
                cell.strip() for cell in cells if cell.strip() and label_key(cell) not in places
            ]
            reason = "header_other" if unknown else "header_reordered"
            value = " ".join(cell for cell in cells if cell.strip())
            remarks.add(reason, line=line, value=value, is_left_out=True, names=", ".join(unknown))
        else:
            records.append((line, cells if order is None else _ordered(cells, order)))
    return Grid.of(records)


def _places_by_name(header: Sequence[str]) -> dict[str, list[int]]:
    places: dict[str, list[int]] = {}
    for place, name in enumerate(header):
        if label_key(name):
            places.setdefault(label_key(name), []).append(place)
    return places


def _candidates(grid: Grid, places: dict[str, list[int]]) -> list[int]:
    """Rows with one of the header's names in one of the first columns."""
    rows: set[int] = set()
    for column in grid.columns[:LOOKED_INTO]:
        numbers = [code for code, text in enumerate(column.texts) if label_key(text) in places]
        if numbers:
            rows.update(row for row, code in enumerate(column.codes.tolist()) if code in numbers)
    return sorted(rows)


def _is_header(cells: list[str], places: dict[str, list[int]]) -> bool:
    filled = [cell for cell in cells if cell.strip()]
    names = sum(label_key(cell) in places for cell in filled)
    has_values = any(is_value(cell) for cell in filled)
    return names >= max(FEWEST_NAMES, MOSTLY * len(filled)) and not has_values


def _order(cells: list[str], places: dict[str, list[int]]) -> list[int]:
    """For each cell of a row below, the column it belongs to; -1 for none."""
    waiting = {name: list(columns) for name, columns in places.items()}
    order = []
    for cell in cells:
        columns = waiting.get(label_key(cell), [])
        order.append(columns.pop(0) if columns else -1)
    return order


def _ordered(cells: list[str], order: list[int]) -> list[str]:
    ordered = [""] * len(cells)
    for cell, place in zip(cells, order, strict=True):
        if 0 <= place < len(ordered):
            ordered[place] = cell
    return ordered

"""The header once more, sums and notes among the data: each is left out, and said."""

from __future__ import annotations

import re
from collections.abc import Sequence

from analytics.intake.cells.remark import Remarks
from analytics.intake.cells.text_keys import label_key
from analytics.intake.cells.vocabulary import any_part, vocabulary
from analytics.intake.file.coded_columns import Grid, places_alike, without
from analytics.intake.file.delimited_record import Record
from analytics.intake.file.page import Merge
from analytics.intake.table.ditto_marks import filled_by_dittos
from analytics.intake.table.further_tables import without_tables_below, without_tables_beside
from analytics.intake.table.heading_rows import without_headings, without_types
from analytics.intake.table.second_headers import put_right
from analytics.intake.table.sum_rows import without_sums

TOTALS = frozenset(label_key(word) for word in vocabulary()["rows"]["totals"])
NOTE = re.compile(rf"\s*[（(*※]?\s*{any_part(vocabulary()['rows']['notes'])}", re.IGNORECASE)
LAST_ROWS = 8


def only_data(
    rows: Sequence[Record], header: list[str] | None, remarks: Remarks
) -> Sequence[Record]:
    """The rows below a header without what is no data."""
    return _without_notes(
        _without_totals(_without_headers(rows, header, remarks), remarks), remarks
    )


def only_records(
    grid: Grid,
    names: tuple[str, ...],
    header: list[str] | None,
    merges: tuple[Merge, ...],
    remarks: Remarks,
) -> tuple[Grid, tuple[str, ...]]:
    """The rows that are records, their columns under the first header's names, and these; what is
    left out is said.
    """
    grid, names = without_tables_beside(grid, names, remarks)
    if header is not None:
        grid = put_right(grid, _as_wide(header, names), remarks)
        grid = without_types(grid, remarks)
    grid = without_tables_below(grid, remarks)
    grid = without_sums(grid, remarks)
    grid = without_headings(grid, merges, remarks)
    return filled_by_dittos(grid, names, remarks), names


def _as_wide(header: list[str], names: tuple[str, ...]) -> list[str]:
    """The header's own cells, or the names where tables have other columns by now."""
    return header if len(header) == len(names) else list(names)


def _without_headers(
    rows: Sequence[Record], header: list[str] | None, remarks: Remarks
) -> Sequence[Record]:
    """Leaves out a header that comes again, as where two exports were glued together."""
    again = [] if header is None else places_alike(rows, header, _unmarked)
    for place in again:
        line, cells = rows[place]
        remarks.add("header_repeated", line=line, value=" ".join(cells), is_left_out=True)
    return without(rows, again)


def _unmarked(cell: str) -> str:
    return cell.strip("\ufeff ")


def _without_totals(rows: Sequence[Record], remarks: Remarks) -> Sequence[Record]:
    """Leaves out sums and means under the data: rows near the end whose first word says so."""
    totals = []
    for place in range(max(len(rows) - LAST_ROWS, 0), len(rows)):
        line, cells = rows[place]
        filled = [cell for cell in cells if cell.strip()]
        if len(filled) > 1 and label_key(filled[0]) in TOTALS:
            word, value = filled[0].strip(), " ".join(cells).strip()
            remarks.add("total_row", line=line, value=value, is_left_out=True, word=word)
            totals.append(place)
    return without(rows, totals)


def _without_notes(rows: Sequence[Record], remarks: Remarks) -> Sequence[Record]:
    """Leaves out notes under a table: lines of one filled cell, the first a note or set apart."""
    first = len(rows)
    while first > 1 and len(_filled(rows[first - 1][1])) == 1:
        first -= 1
    is_table = max((len(_filled(cells)) for _, cells in rows[:3]), default=0) > 2
    if first == len(rows) or not is_table or not _starts_notes(rows, first):
        return rows
    for line, cells in rows[first:]:
        remarks.add("footnote", line=line, value=_filled(cells)[0], is_left_out=True)
    return without(rows, range(first, len(rows)))


def _filled(cells: list[str]) -> list[str]:
    return [cell.strip() for cell in cells if cell.strip()]


def _starts_notes(rows: Sequence[Record], first: int) -> bool:
    text = _filled(rows[first][1])[0]
    is_apart = rows[first][0] - rows[first - 1][0] > 1
    return bool(NOTE.match(text)) or (is_apart and not text.isascii())

"""Workbook -> records of text, one visible sheet at a time; what is hidden is named, not read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np

from analytics.errors import Unreadable
from analytics.intake.cells.remark import Remarks
from analytics.intake.file.cell_formats import as_shown
from analytics.intake.file.coded_columns import (
    AT_ONCE,
    Coder,
    Column,
    Grid,
    Numbers,
    as_grid,
    of_one_width,
)
from analytics.intake.file.delimited_record import Record
from analytics.intake.file.error_cells import FORMULA, ErrorCell, ErrorCells
from analytics.intake.file.file_type import NOT_A_PACKAGE, is_zip
from analytics.intake.file.joined_sheets import joined, parts_of
from analytics.intake.file.misread_strings import are_misread, reread
from analytics.intake.file.opendocument import is_opendocument, read_sheets
from analytics.intake.file.page import Page
from analytics.intake.file.sheet_notes import text_of

EXACT_DIGITS = 1e15
EMPTY_ROWS = 200


@dataclass(frozen=True)
class Pages:
    """`unread` are visible sheets that hold something, where nobody chose one, `notes` what the
    small ones of them say.
    """

    visible: tuple[str, ...]
    hidden: tuple[str, ...]
    chosen: Page
    unread: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def read_workbook(path: Path, sheet: str, remarks: Remarks) -> Pages:
    """Read this sheet, or where none is named the visible one with the most filled cells.

    Raises Unreadable: 'damaged', 'password', 'no_sheet' (no visible sheet, or none of that name).
    """
    import python_calamine as calamine

    if is_zip(path) and is_opendocument(path):
        return _opendocument(path, sheet)
    try:
        book = calamine.CalamineWorkbook.from_path(str(path))
        visible, hidden = _sheet_names(book)
        names = parts_of(sheet, visible)
        with ErrorCells(path, names) as errors:
            pages = [_page(book, name, remarks) for name in names]
            pages = [_shown(path, page, errors.of(page.name)) for page in pages]
            return _chosen(pages, sheet, visible, hidden)
    except calamine.PasswordError as error:
        raise Unreadable("password") from error
    except (calamine.CalamineError, *NOT_A_PACKAGE, KeyError, ValueError) as error:
        raise Unreadable("damaged") from error


def _shown(path: Path, page: Page, cells: tuple[ErrorCell, ...]) -> Page:
    """A page with its numbers as they are shown, and its errors."""
    rows = as_shown(path, page.name, _without(page.rows, cells))
    return replace(page, rows=rows, errors=cells)


def _chosen(
    pages: list[Page], sheet: str, visible: tuple[str, ...], hidden: tuple[str, ...]
) -> Pages:
    """The largest page, with those of its form unless one was named."""
    if not pages:
        raise Unreadable("no_sheet", {"sheet": sheet, "hidden": ", ".join(hidden)})
    largest = max(pages, key=lambda page: page.size)
    chosen = largest if sheet in visible else joined(pages, largest)
    read = {name for name, _, _ in chosen.parts} or {chosen.name}
    others = [page for page in pages if page.name not in read and page.size]
    unread = tuple(page.name for page in others)
    together = (chosen.name,) if chosen.parts else ()
    notes = tuple(note for page in others if (note := text_of(page)))
    return Pages((*together, *visible), hidden, chosen, unread, notes)


def _opendocument(path: Path, sheet: str) -> Pages:
    sheets = read_sheets(path)
    visible = tuple(own.name for own in sheets if not own.is_hidden)
    hidden = tuple(own.name for own in sheets if own.is_hidden)
    pages = [
        Page(own.name, as_grid(of_one_width(own.rows)), tuple(own.merges))
        for own in sheets
        if own.name in parts_of(sheet, visible)
    ]
    return _chosen(pages, sheet, visible, hidden)


def _without(rows: Sequence[Record], cells: tuple[ErrorCell, ...]) -> Sequence[Record]:
    """The records with nothing where a formula has no value: some writers store 0 there."""
    if not cells or not isinstance(rows, Grid):
        return rows
    places: dict[int, list[int]] = {}
    for line, place, text in cells:
        if text.startswith(FORMULA) and place < len(rows.columns):
            places.setdefault(place, []).append(line)
    columns = list(rows.columns)
    for place, lines in places.items():
        column = columns[place]
        codes = np.where(np.isin(rows.lines, lines), len(column.texts), column.codes)
        columns[place] = Column(codes.astype(np.int32), [*column.texts, ""])
    return Grid(rows.lines, tuple(columns))


def _sheet_names(book: Any) -> tuple[tuple[str, ...], tuple[str, ...]]:
    sheets = [sheet for sheet in book.sheets_metadata if str(sheet.typ).endswith("WorkSheet")]
    visible = tuple(sheet.name for sheet in sheets if str(sheet.visible).endswith(".Visible"))
    return visible, tuple(sheet.name for sheet in sheets if sheet.name not in visible)


def _page(book: Any, name: str, remarks: Remarks) -> Page:
    sheet = book.get_sheet_by_name(name)
    if not sheet.total_height:
        return Page(name, [], ())
    row, left = sheet.start or (0, 0)  # rows are given from the first line, columns from `left`
    rows, reading = islice(sheet.iter_rows(), row, None), SheetReading(row + 1, remarks)
    while (chunk := list(islice(rows, AT_ONCE))) and reading.take(chunk):
        pass
    grid = reading.grid(left)
    if are_misread(text for column in grid.columns for text in column.texts):
        grid = grid.with_texts(reread)
    return Page(name, grid, tuple(sheet.merged_cell_ranges or ()))


class SheetReading:
    """Every row that is not blank, up to 200 blank ones in a run: ghosts go on to row 1,048,576."""

    def __init__(self, first: int, remarks: Remarks) -> None:
        self._first, self._remarks = first, remarks
        self._coders: list[Coder] = []
        self._filled: list[Numbers] = []
        self._read, self._last, self._has_huge = 0, -1, False

    def take(self, rows: list[list[Any]]) -> bool:
        """Add rows; is there more to come."""
        self._coders = self._coders or [Coder(self._written) for _ in rows[0]]
        pairs = zip(self._coders, zip(*rows, strict=True), strict=True)
        blank = np.logical_and.reduce([coder.is_blank(coder.add(cells)) for coder, cells in pairs])
        filled = np.flatnonzero(~blank).astype(np.int32) + self._read
        far = np.flatnonzero(np.diff(filled, prepend=self._last) > EMPTY_ROWS)
        filled = filled[: far[0]] if far.size else filled
        if self._has_huge:
            self._tell_huge(rows, filled - self._read)
        self._filled.append(filled)
        self._read += len(rows)
        self._last = int(filled[-1]) if filled.size else self._last
        return not far.size and self._read - self._last <= EMPTY_ROWS

    def _written(self, cell: Any) -> str:
        self._has_huge |= isinstance(cell, float) and abs(cell) >= EXACT_DIGITS
        return as_text(cell)

    def _tell_huge(self, rows: list[list[Any]], filled: Numbers) -> None:
        for place in filled.tolist():
            for cell in rows[place]:
                if isinstance(cell, float) and abs(cell) >= EXACT_DIGITS:
                    line = self._first + self._read + place
                    self._remarks.add("digits_lost", line=line, value=as_text(cell))

    def grid(self, left: int) -> Grid:
        """All that was taken, with so many empty columns at the left."""
        filled = np.concatenate(self._filled) if self._filled else np.zeros(0, np.int32)
        margin = Column(np.zeros(self._read, np.int32), [""])
        columns = (margin,) * left + tuple(coder.column() for coder in self._coders)
        lines = np.arange(self._first, self._first + self._read, dtype=np.int32)
        return Grid(lines, columns).rows(filled)


def as_text(cell: Any) -> str:
    """A cell as a person would type it: 4, not 4.0; days in ISO form."""
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(cell)
    if isinstance(cell, datetime):
        is_day = cell.time() == time(0)
        return cell.date().isoformat() if is_day else cell.isoformat(sep=" ", timespec="seconds")
    if isinstance(cell, (date, time)):
        return cell.isoformat()
    if isinstance(cell, timedelta):
        return str(cell)
    return "" if cell is None else str(cell)

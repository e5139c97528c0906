"""Workbook -> records of text, one visible sheet at a time; what is hidden is named, not read."""

from __future__ import annotations

import html
import re
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from analytics.errors import Unreadable
from analytics.intake.container import NOT_A_PACKAGE
from analytics.intake.delimited import Record
from analytics.intake.remarks import Remarks

Merge = tuple[tuple[int, int], tuple[int, int]]
EXACT_DIGITS = 1e15
EMPTY_ROWS = 200
SHEET_TAG = re.compile(r'<(?:\w+:)?sheet\s[^>]*?name="([^"]*)"[^>]*?r:id="([^"]*)"')
RELATION = re.compile(r"<Relationship\s[^>]*>")
ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')
ERROR_CELL = re.compile(rb'<c [^>]*?r="([A-Z]+)(\d+)"[^>]*?t="e"[^>]*>(?:<f[^>]*?(?:/>|>.*?</f>))?<v>([^<]*)</v>', re.S)


@dataclass(frozen=True)
class Page:
    """One sheet: its records, merged ranges (0-based rows and columns), cells that hold a spreadsheet error."""

    name: str
    rows: list[Record]
    merges: tuple[Merge, ...]
    errors: tuple[tuple[int, int, str], ...] = ()


@dataclass(frozen=True)
class Pages:
    visible: tuple[str, ...]
    hidden: tuple[str, ...]
    chosen: Page


def read_workbook(path: Path, wanted: str, remarks: Remarks) -> Pages:
    """Read the sheet asked for, else the visible one with the most filled cells.

    Raises Unreadable: 'damaged', 'password', 'no_sheet' (no visible sheet, or none of that name).
    """
    import python_calamine as calamine

    try:
        book = calamine.CalamineWorkbook.from_path(str(path))
        visible, hidden = _sheet_names(book)
        pages = [_page(book, name, remarks) for name in ([wanted] if wanted else visible) if name in visible]
    except calamine.PasswordError as error:
        raise Unreadable("password") from error
    except (calamine.CalamineError, OSError, ValueError) as error:
        raise Unreadable("damaged") from error
    if not pages:
        raise Unreadable("no_sheet", {"sheet": wanted, "hidden": ", ".join(hidden)})
    chosen = max(pages, key=lambda page: sum(len(cells) for _, cells in page.rows))
    try:
        return Pages(visible, hidden, _with_errors(path, chosen))
    except (*NOT_A_PACKAGE, KeyError, ValueError) as error:
        raise Unreadable("damaged") from error


def _sheet_names(book: Any) -> tuple[tuple[str, ...], tuple[str, ...]]:
    sheets = [one for one in book.sheets_metadata if str(one.typ).endswith("WorkSheet")]
    visible = tuple(one.name for one in sheets if str(one.visible).endswith(".Visible"))
    return visible, tuple(one.name for one in sheets if one.name not in visible)


def _page(book: Any, name: str, remarks: Remarks) -> Page:
    sheet = book.get_sheet_by_name(name)
    if not sheet.total_height:
        return Page(name, [], ())
    first = sheet.start[0] if sheet.start else 0
    left = [""] * (sheet.start[1] if sheet.start else 0)
    rows = _texts(sheet.iter_rows(), first, left, remarks)
    return Page(name, rows, tuple(sheet.merged_cell_ranges or ()))


def _texts(rows: Iterable[list[Any]], first: int, left: list[str], remarks: Remarks) -> list[Record]:
    """Every row that is not blank, as text; stops after 200 blank rows in a run, for ghosts may go on to row 1,048,576."""
    found: list[Record] = []
    written: dict[Any, str] = {"": ""}
    blank = 0
    for number, row in enumerate(rows, start=first + 1):
        cells = [cell if type(cell) is str else _written(cell, written, number, remarks) for cell in row]
        if any(cells):
            found.append((number, left + cells))
            blank = 0
        else:
            blank += 1
        if blank >= EMPTY_ROWS:
            break
    return found


def _written(cell: Any, written: dict[Any, str], line: int, remarks: Remarks) -> str:
    key = (type(cell), cell)
    if key not in written:
        if len(written) > 100_000:
            written.clear()
        written[key] = as_text(cell)
    if isinstance(cell, float) and abs(cell) >= EXACT_DIGITS:
        remarks.add("digits_lost", line=line, value=written[key])
    return written[key]


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


def _with_errors(path: Path, page: Page) -> Page:
    """The reader gives cells with #N/A, #DIV/0! … as empty; their places are found in the sheet's own XML."""
    part = _part_of(path, page.name)
    if not part:
        return page
    with zipfile.ZipFile(path) as packed:
        data = packed.read(part)
    if b't="e"' not in data:
        return page
    found = tuple((int(row), _column(name.decode()), value.decode()) for name, row, value in ERROR_CELL.findall(data))
    return Page(page.name, page.rows, page.merges, found)


def _part_of(path: Path, name: str) -> str:
    """Which file of the package holds a sheet; '' for a workbook that is no .xlsx."""
    if not zipfile.is_zipfile(path):
        return ""
    with zipfile.ZipFile(path) as packed:
        if "xl/workbook.xml" not in packed.namelist():
            return ""
        book = packed.read("xl/workbook.xml").decode("utf-8", "strict")
        relations = packed.read("xl/_rels/workbook.xml.rels").decode("utf-8", "strict")
        ids = {html.unescape(title): number for title, number in SHEET_TAG.findall(book)}
        targets = [dict(ATTRIBUTE.findall(tag)) for tag in RELATION.findall(relations)]
        target = next((one["Target"] for one in targets if one.get("Id") == ids.get(name)), "")
        part = target.lstrip("/") if target.startswith(("/", "xl/")) else f"xl/{target}"
        return part if part in packed.namelist() else ""


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1

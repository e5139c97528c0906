"""Cells that hold a spreadsheet error, or a formula whose value nobody stored: the reader gives
both as empty.

Their places stand in the sheet's own XML. A formula whose value is the empty text says so
(`t="str"`) and is none of these.
"""

from __future__ import annotations

import html
import re
import zipfile
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from types import TracebackType

ErrorCell = tuple[int, int, str]
AT_ONCE = 1 << 20
ERROR, EMPTY_TEXT = b't="e"', b't="str"'
SIGNS = (ERROR, b"</f>", b"<f ")
LONGEST_SIGN = max(map(len, SIGNS))
SHEET_TAG = re.compile(r'<(?:\w+:)?sheet\s[^>]*?name="([^"]*)"[^>]*?r:id="([^"]*)"')
RELATION = re.compile(r"<Relationship\s[^>]*>")
ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')
ERROR_CELL = re.compile(
    rb'<c [^>]*?r="([A-Z]+)(\d+)"[^>]*?t="e"[^>]*>(?:<f[^>]*?(?:/>|>.*?</f>))?<v>([^<]*)</v>', re.S
)
NOT_COMPUTED = re.compile(
    rb"<f(?:\s[^>]*)?(?:/>|>([^<]*)</f>)\s*(?:<v\s*/>|<v[^>]*>\s*</v>)?\s*</c>"
)
COMPUTED = re.compile(rb"<f(?:\s[^>]*)?(?:/>|>([^<]*)</f>)\s*<v[^>]*>([^<]*)</v>\s*</c>")
TO_BE_COMPUTED = re.compile(rb'<calcPr\b[^>]*fullCalcOnLoad="(?:1|true)"')
FEWEST_ZEROS = 2
CELL, LONGEST_CELL_TAG = b"<c ", 400
PLACE = re.compile(rb'(?:^|\s)r="([A-Z]+)(\d+)"')
FORMULA = "="
BOOK = "xl/workbook.xml"


class ErrorCells:
    """Looks through the sheets named while the reader, which lets other threads run, reads them."""

    def __init__(self, path: Path, names: list[str]) -> None:
        self._path, self._names = path, names

    def __enter__(self) -> ErrorCells:
        self._thread = ThreadPoolExecutor(1)
        self._cells: dict[str, Future[tuple[ErrorCell, ...]]] = {
            name: self._thread.submit(_error_cells, self._path, name) for name in self._names
        }
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._thread.shutdown(cancel_futures=True)

    def of(self, name: str) -> tuple[ErrorCell, ...]:
        """(line, column from 0, error or '=' and the formula) of each. Raises what zipfile raises
        for a damaged package.
        """
        return self._cells[name].result()


def _error_cells(path: Path, name: str) -> tuple[ErrorCell, ...]:
    part = part_of(path, name)
    if not part:
        return ()
    with zipfile.ZipFile(path) as packed:
        if not _mentions_errors(packed, part):
            return ()
        sheet = packed.read(part)
        is_left_to_others = bool(TO_BE_COMPUTED.search(packed.read(BOOK)))
    cells = [*_errors(sheet), *_not_computed(sheet, NOT_COMPUTED)]
    if is_left_to_others and _are_all_zero(sheet):
        cells += _not_computed(sheet, COMPUTED)
    return tuple((int(row), column_number(letters.decode()), text) for letters, row, text in cells)


def _are_all_zero(sheet: bytes) -> bool:
    """Does every formula of the sheet hold 0: what a writer puts that leaves computing to the
    spreadsheet program.
    """
    values = [value for _, value in COMPUTED.findall(sheet)]
    return len(values) >= FEWEST_ZEROS and all(value == b"0" for value in values)


def _errors(sheet: bytes) -> Iterator[tuple[bytes, bytes, str]]:
    if ERROR in sheet:
        for letters, row, error in ERROR_CELL.findall(sheet):
            yield letters, row, error.decode()


def _not_computed(sheet: bytes, formulas: re.Pattern[bytes]) -> Iterator[tuple[bytes, bytes, str]]:
    """Looks from the formulas back to their cells, for most cells have none."""
    for formula in formulas.finditer(sheet):
        end = formula.start()
        start = sheet.rfind(CELL, max(end - LONGEST_CELL_TAG, 0), end) + len(CELL)
        attributes = sheet[start:end]
        place = PLACE.search(attributes)
        if place and EMPTY_TEXT not in attributes and ERROR not in attributes:
            text = (formula[1] or b"").decode("utf-8", "replace")
            yield place[1], place[2], FORMULA + html.unescape(text)


def _mentions_errors(packed: zipfile.ZipFile, part: str) -> bool:
    """Is there any error or formula at all: most sheets have none, and need not be held whole."""
    with packed.open(part) as data:
        end = b""
        while piece := data.read(AT_ONCE):
            if any(sign in end + piece[:LONGEST_SIGN] or sign in piece for sign in SIGNS):
                return True
            end = piece[-LONGEST_SIGN:]
    return False


def part_of(path: Path, name: str) -> str:
    """Which file of the package holds a sheet; '' for a workbook that is no .xlsx."""
    if not zipfile.is_zipfile(path):
        return ""
    with zipfile.ZipFile(path) as packed:
        return part_of_sheet(packed, name)


def part_of_sheet(packed: zipfile.ZipFile, name: str) -> str:
    """Which file of an opened package holds a sheet; '' for a workbook that is no .xlsx."""
    if BOOK not in packed.namelist():
        return ""
    book = packed.read(BOOK).decode("utf-8", "strict")
    rels = packed.read("xl/_rels/workbook.xml.rels").decode("utf-8", "strict")
    ids = {html.unescape(title): number for title, number in SHEET_TAG.findall(book)}
    relations = [dict(ATTRIBUTE.findall(tag)) for tag in RELATION.findall(rels)]
    targets = (rel["Target"] for rel in relations if rel.get("Id") == ids.get(name))
    target = next(targets, "")
    part = target.lstrip("/") if target.startswith(("/", "xl/")) else f"xl/{target}"
    return part if part in packed.namelist() else ""


def column_number(letters: str) -> int:
    """A -> 0, AA -> 26."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1

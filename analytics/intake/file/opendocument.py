"""An OpenDocument sheet (.ods of LibreOffice, Gnumeric, WPS) -> records of text.

A cell says its value apart from how it is shown: 0.8 shown as 80% is read as 80%, an amount with a
currency with its sign, a day in ISO form. What is repeated (`number-…-repeated`) is written out,
but for the empty rows and cells that fill a sheet to its end.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from analytics.errors import Unreadable
from analytics.intake.file.delimited_record import Record

CONTENT = "content.xml"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
CELLS = (f"{TABLE}table-cell", f"{TABLE}covered-table-cell")
MOST_ROWS, MOST_COLUMNS = 1_048_576, 16_384
Range = tuple[tuple[int, int], tuple[int, int]]


@dataclass
class OpenSheet:
    """A sheet: its filled rows with their lines, and its merged ranges (0-based)."""

    name: str
    is_hidden: bool
    rows: list[Record] = field(default_factory=list)
    merges: list[Range] = field(default_factory=list)


def is_opendocument(path: Path) -> bool:
    """Does a package hold OpenDocument content."""
    with zipfile.ZipFile(path) as packed:
        return CONTENT in packed.namelist()


def read_sheets(path: Path) -> list[OpenSheet]:
    """Every sheet. Raises Unreadable 'damaged', 'too_many_columns'."""
    from lxml import etree

    try:
        with zipfile.ZipFile(path) as packed, packed.open(CONTENT) as content:
            return list(_sheets(etree.iterparse(content, ("start", "end"), resolve_entities=False)))
    except (etree.XMLSyntaxError, KeyError) as error:
        raise Unreadable("damaged") from error


def _sheets(events: Any) -> Iterator[OpenSheet]:
    hidden: set[str] = set()
    sheet, line, depth = OpenSheet("", False), 0, 0
    for event, node in events:
        if node.tag == f"{TABLE}table":
            depth += 1 if event == "start" else -1
            if event == "start" and depth == 1:
                style = node.get(f"{TABLE}style-name", "")
                sheet, line = OpenSheet(node.get(f"{TABLE}name", ""), style in hidden), 0
            elif event == "end" and depth == 0:
                yield sheet
                node.clear()
        elif event == "end" and node.tag == f"{STYLE}table-properties":
            if node.get(f"{TABLE}display") == "false":
                hidden.add(node.getparent().get(f"{STYLE}name", ""))
        elif event == "end" and node.tag == f"{TABLE}table-row" and depth == 1:
            line = _add_row(sheet, node, line)
            node.clear()


def _add_row(sheet: OpenSheet, row: Any, line: int) -> int:
    """Add a row as often as it stands there; the line after it."""
    times = min(int(row.get(f"{TABLE}number-rows-repeated", 1)), MOST_ROWS)
    cells: list[str] = []
    place = 0
    for cell in row.iterchildren(*CELLS):
        count = int(cell.get(f"{TABLE}number-columns-repeated", 1))
        text = _text(cell) if cell.tag == CELLS[0] else ""
        if text:
            _refuse_wide(place + count)
            cells += [""] * (place - len(cells)) + [text] * count
        sheet.merges += _merge(cell, line, place)
        place += count
    if cells:
        sheet.rows += [(line + number, list(cells)) for number in range(1, times + 1)]
    return line + times


def _refuse_wide(width: int) -> None:
    if width > MOST_COLUMNS:
        details = {"count": str(width), "limit": str(MOST_COLUMNS)}
        raise Unreadable("too_many_columns", details)


def _merge(cell: Any, row: int, column: int) -> list[Range]:
    down = int(cell.get(f"{TABLE}number-rows-spanned", 1))
    across = int(cell.get(f"{TABLE}number-columns-spanned", 1))
    if down == across == 1:
        return []
    return [((row, column), (row + down - 1, column + across - 1))]


def _text(cell: Any) -> str:
    kind = cell.get(f"{OFFICE}value-type", "")
    value = cell.get(f"{OFFICE}value")
    if kind in ("float", "percentage", "currency") and value is not None:
        number = float(value) * (100 if kind == "percentage" else 1)
        plain = str(int(round(number, 9))) if round(number, 9) == int(number) else _rounded(number)
        ending = "%" if kind == "percentage" else ""
        sign = cell.get(f"{OFFICE}currency", "") if kind == "currency" else ""
        return f"{sign}{' ' if sign else ''}{plain}{ending}"
    if kind == "date":
        return str(cell.get(f"{OFFICE}date-value", "")).replace("T00:00:00", "").replace("T", " ")
    if kind == "boolean":
        return str(cell.get(f"{OFFICE}boolean-value", "")).upper()
    return "\n".join(_words(paragraph) for paragraph in cell.iterchildren(f"{TEXT}p"))


def _rounded(number: float) -> str:
    return repr(round(number, 9))


def _words(paragraph: Any) -> str:
    """A paragraph's text, with the blanks and tabs that stand there as elements."""
    parts = [paragraph.text or ""]
    for node in paragraph.iterdescendants():
        if node.tag == f"{TEXT}s":
            parts.append(" " * int(node.get(f"{TEXT}c", 1)))
        elif node.tag == f"{TEXT}tab":
            parts.append("\t")
        elif node.tag == f"{TEXT}line-break":
            parts.append("\n")
        elif node.tag is not None and node.text and isinstance(node.tag, str):
            parts.append(node.text)
        parts.append(node.tail or "")
    return "".join(parts)

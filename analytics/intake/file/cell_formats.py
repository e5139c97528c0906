"""What a number of a sheet is shown as: 80%, in thousands, in dollars.

The reader gives the bare number of a cell; its format, which says what that number is, stands in
the workbook's styles. A cell shown as 80% holds 0.8; one shown in thousands holds the whole amount.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from analytics.intake.cells.number import CURRENCIES
from analytics.intake.cells.text_keys import name_key
from analytics.intake.file.coded_columns import Coder, Column, Grid
from analytics.intake.file.delimited_record import Record
from analytics.intake.file.error_cells import column_number, part_of_sheet

STYLES = "xl/styles.xml"
FORMAT = re.compile(rb'<numFmt\b[^>]*?numFmtId="(\d+)"[^>]*?formatCode="([^"]*)"')
CELL_STYLES = re.compile(rb"<cellXfs\b.*?</cellXfs>", re.S)
STYLE = re.compile(rb"<xf\b[^>]*?>")
FORMAT_OF_STYLE = re.compile(rb'numFmtId="(\d+)"')
PLACE = re.compile(rb'\br="([A-Z]+)(\d+)"')
BUILT_IN = {9: "0%", 10: "0.00%"}
LITERAL = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!\$)[^\]]*\]')
NAMED_CURRENCY = re.compile(r"\[\$([^\]-]*)(?:-[^\]]*)?\]")
QUOTED = re.compile(r'"([^"]*)"')
IN_THOUSANDS = re.compile(r"[0#?](,+)(?![0#?,])")
Write = Callable[[float], str]


def shown_as(code: str) -> Write | None:
    """How a number with this format reads to a person; None where it reads as it is."""
    first = code.split(";")[0]
    bare = LITERAL.sub("", NAMED_CURRENCY.sub("", first))
    if "%" in bare:
        return lambda number: f"{_plain(number * 100)}%"
    if IN_THOUSANDS.search(bare):
        return lambda number: f"{_plain(number / 1000)}千"
    currency = _currency(first)
    return (lambda number: f"{currency}{_plain(number)}") if currency else None


def _currency(code: str) -> str:
    """The sign of the currency that a format writes beside the number; '' for none known."""
    signs = [*NAMED_CURRENCY.findall(code), *QUOTED.findall(code)]
    bare = LITERAL.sub("", NAMED_CURRENCY.sub("", code))
    signs += [sign for sign in ("€", "£", "¥", "￥") if sign in bare]
    return next((sign.strip() for sign in signs if name_key(sign) in CURRENCIES), "")


def _plain(number: float) -> str:
    """Without the noise of binary fractions: 0.29 × 100 is 29."""
    rounded = round(number, 9)
    return str(int(rounded)) if float(rounded).is_integer() else repr(rounded)


def as_shown(path: Path, sheet: str, rows: Sequence[Record]) -> Sequence[Record]:
    """The records of a sheet with its numbers as they are shown. `path` may be any workbook; only
    .xlsx says formats in a way that is read here.
    """
    if not isinstance(rows, Grid) or not zipfile.is_zipfile(path):
        return rows
    with zipfile.ZipFile(path) as packed:
        writes = _styles(packed)
        part = part_of_sheet(packed, sheet) if writes else ""
        if not part:
            return rows
        cells = _cells(packed.read(part), writes)
    columns = list(rows.columns)
    for place, styles in cells.items():
        if place < len(columns):
            columns[place] = _shown(columns[place], rows, styles, writes)
    return replace(rows, columns=tuple(columns))


def _styles(packed: zipfile.ZipFile) -> dict[int, Write]:
    """Number of a cell's style -> how it writes numbers, where that matters."""
    if STYLES not in packed.namelist():
        return {}
    text = packed.read(STYLES)
    codes = BUILT_IN | {
        int(number): _unescaped(code.decode("utf-8", "replace"))
        for number, code in FORMAT.findall(text)
    }
    block = CELL_STYLES.search(text)
    writes = {}
    for place, style in enumerate(STYLE.findall(block[0] if block else b"")):
        number = FORMAT_OF_STYLE.search(style)
        write = shown_as(codes.get(int(number[1]), "")) if number else None
        if write:
            writes[place] = write
    return writes


def _unescaped(code: str) -> str:
    pairs = (("&quot;", '"'), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"))
    for escaped, sign in pairs:
        code = code.replace(escaped, sign)
    return code


def _cells(sheet: bytes, writes: dict[int, Write]) -> dict[int, dict[int, list[int]]]:
    """Column -> style -> the lines of the cells that have it."""
    numbers = b"|".join(str(number).encode() for number in writes)
    cell = re.compile(rb'<(?:\w+:)?c\b([^>]*?\bs="(' + numbers + rb')"[^>]*)>')
    places: dict[int, dict[int, list[int]]] = {}
    for attributes, style in cell.findall(sheet):
        if place := PLACE.search(attributes):
            column = places.setdefault(column_number(place[1].decode()), {})
            column.setdefault(int(style), []).append(int(place[2]))
    return places


def _shown(
    column: Column, rows: Grid, styles: dict[int, list[int]], writes: dict[int, Write]
) -> Column:
    coder = Coder()
    codes = coder.add(column.texts)[column.codes]
    for style, lines in styles.items():
        is_styled = np.isin(rows.lines, np.array(lines, np.int32))
        texts = [_written(text, writes[style]) for text in column.texts]
        codes = np.where(is_styled, coder.add(texts)[column.codes], codes)
    return Column(codes, coder.column().texts)


def _written(text: str, write: Write) -> str:
    try:
        return write(float(text))
    except ValueError:
        return text

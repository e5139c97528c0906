"""Text -> records. The delimiter is the one that cuts the lines most evenly; nothing is thrown away
to make it fit.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from analytics.errors import Unreadable
from analytics.intake.file.delimited_record import BrokenLine, Dialect, Record
from analytics.intake.file.stray_quotes import (
    CarefulReader,
    has_swallowed_lines,
    without_torn_cells,
)

DELIMITERS = ("\t", ",", ";", "|", "，")
NOT_IN_TEXT = "\x1f"
LONGEST_CELL = 8_000_000
SAMPLED = 400
LOOKED_AT = 65_536
NEARLY_EVEN = 0.9
HINT = re.compile(r"^\s*\"?sep=(.)\"?[ \t]*(\r\n|\r|\n)", re.IGNORECASE)
NUL_BEFORE_QUOTE = '\0"'


@dataclass(frozen=True)
class Records:
    """Records with the line each begins on (1-based, in the file)."""

    rows: list[Record]
    delimiter: str


def split(text: str, choice: str = "") -> Records:
    """Cut a text into records; `choice` is the delimiter that a person chose. A line whose
    quotation marks are astray is a `BrokenLine` or a `MendedLine`.

    Raises Unreadable 'broken_quote' (with line) where that is the header, or 'cell_too_large'.
    """
    csv.field_size_limit(LONGEST_CELL)
    hint = HINT.match(text)
    body = text[hint.end() :] if hint else text
    body = body.replace(NUL_BEFORE_QUOTE, '""')
    delimiter = choice or (hint[1] if hint else "") or detect_delimiter(body)
    records = _records(body, Dialect(delimiter or NOT_IN_TEXT))
    lines_before = 1 if hint else 0
    return Records([(line + lines_before, cells) for line, cells in records], delimiter)


def _records(text: str, plain: Dialect) -> list[Record]:
    """The records by the first dialect that reads them strictly and evenly; read with care where
    none does.
    """
    best = _strictly(text, plain)
    most_even = _share_of_usual_width(best) if best else 0.0
    for dialect in _signs_of_others(text, plain, is_strict=best is not None):
        records = _strictly(text, dialect)
        evenness = _share_of_usual_width(records) if records else 0.0
        if records and evenness >= max(most_even, NEARLY_EVEN):
            best, most_even = records, evenness
    return _carefully(text, plain) if best is None else best


def _signs_of_others(text: str, plain: Dialect, *, is_strict: bool) -> Iterator[Dialect]:
    """Other dialects than the plain one, of which a text shows signs."""
    head = text[:LOOKED_AT]
    if f'{plain.delimiter} "' in head:
        yield replace(plain, skips_space=True)
    if '\\"' in text and not is_strict:
        yield replace(plain, escape="\\")
    if f"{plain.delimiter}'" in head and f"'{plain.delimiter}" in head:
        yield replace(plain, quote="'")


def _share_of_usual_width(records: list[Record]) -> float:
    widths = Counter(len(cells) for _, cells in records if cells)
    return max(widths.values(), default=0) / max(sum(widths.values()), 1)


def _strictly(text: str, dialect: Dialect) -> list[Record] | None:
    """Every record to the letter; None where marks are astray. Raises Unreadable
    'cell_too_large'.
    """
    records: list[Record] = []
    long_ones = []
    before = 0
    try:
        for line, last, cells in dialect.numbered(text):
            before = last
            if last > line and cells:
                long_ones.append(cells)
            records.append((line, cells))
    except csv.Error as error:
        if "field larger" in str(error):
            raise Unreadable("cell_too_large", {"line": str(before + 1)}) from error
        return None
    usual = Counter(len(cells) for _, cells in records[:SAMPLED]).most_common(1)
    width = usual[0][0] if usual else 0
    if any(has_swallowed_lines(cells, width, dialect) for cells in long_ones):
        return None
    return without_torn_cells(records, text, dialect)


def _carefully(text: str, dialect: Dialect) -> list[Record]:
    """Line by line. Raises Unreadable 'broken_quote' where no whole line comes before a broken
    one: it may be the header.
    """
    reader = CarefulReader(text, dialect)
    records = list(reader.records())
    for line, cells in records:
        if isinstance(cells, BrokenLine) and cells[0].count(dialect.delimiter) * 2 >= reader.width:
            raise Unreadable("broken_quote", {"line": str(line)})
        if len(cells) == reader.width:
            break
    return records


def detect_delimiter(text: str) -> str:
    """The delimiter of a text; '' where its lines are one column. One that cuts the first line as
    it cuts nearly all others goes before one that cuts only these: an order a;b;c has as many
    signs in every cell.
    """
    evenness = {delimiter: _evenness(text, delimiter) for delimiter in DELIMITERS}
    heading = [delimiter for delimiter in DELIMITERS if _cuts_first_line_alike(text, delimiter)]
    best = max(heading or DELIMITERS, key=lambda delimiter: evenness[delimiter])
    return best if evenness[best] > 0 else ""


def _cuts_first_line_alike(text: str, delimiter: str) -> bool:
    widths = _widths(text, delimiter)
    alike = sum(width == widths[0] for width in widths) if widths else 0
    return bool(widths) and widths[0] > 1 and alike >= NEARLY_EVEN * len(widths)


def _evenness(text: str, delimiter: str) -> float:
    """The share of records of the usual width, more for a wide table; 0 if few are cut at all."""
    widths = _widths(text, delimiter)
    if not widths:
        return 0.0
    usual, count = Counter(widths).most_common(1)[0]
    wide = sum(1 for width in widths if width > 1) / len(widths)
    if usual < 2 or wide < 0.5:
        return 0.0
    return count / len(widths) * (1 - 1 / usual)


def _widths(text: str, delimiter: str) -> list[int]:
    widths = []
    try:
        for _, _, cells in Dialect(delimiter).numbered(text, strict=False):
            if any(cell.strip() for cell in cells):
                widths.append(len(cells))
            if len(widths) >= SAMPLED:
                break
    except csv.Error:
        return []
    return widths

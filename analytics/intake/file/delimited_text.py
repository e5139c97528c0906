"""Text -> records. The delimiter is the one that cuts the lines most evenly; nothing is thrown away
to make it fit.
"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from analytics.errors import Unreadable

DELIMITERS = ("\t", ",", ";", "|", "，")
NOT_IN_TEXT = "\x1f"
LONGEST_CELL = 8_000_000
SAMPLED = 400
HINT = re.compile(r"^\s*\"?sep=(.)\"?[ \t]*(\r\n|\r|\n)", re.IGNORECASE)

Record = tuple[int, list[str]]


@dataclass(frozen=True)
class Records:
    """Records with the line each begins on (1-based, in the file)."""

    rows: list[Record]
    delimiter: str


def split(text: str, choice: str = "") -> Records:
    """Cut a text into records; `choice` is the delimiter that a person chose. Raises Unreadable
    'broken_quote' (with line) or 'cell_too_large'.
    """
    hint = HINT.match(text)
    body = text[hint.end() :] if hint else text
    delimiter = choice or (hint[1] if hint else "") or detect_delimiter(body)
    records = _records(body, delimiter or NOT_IN_TEXT, strict=True)
    lines_before = 1 if hint else 0
    return Records([(line + lines_before, cells) for line, cells in records], delimiter)


def _records(text: str, delimiter: str, *, strict: bool) -> Iterator[Record]:
    csv.field_size_limit(LONGEST_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=strict)
    before = 0
    try:
        for cells in reader:
            yield before + 1, cells
            before = reader.line_num
    except csv.Error as error:
        reason = "cell_too_large" if "field larger" in str(error) else "broken_quote"
        raise Unreadable(reason, {"line": str(before + 1)}) from error


def detect_delimiter(text: str) -> str:
    """The delimiter of a text; '' where its lines are one column."""
    evenness = {delimiter: _evenness(text, delimiter) for delimiter in DELIMITERS}
    best = max(DELIMITERS, key=lambda delimiter: evenness[delimiter])
    return best if evenness[best] > 0 else ""


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
        for _, cells in _records(text, delimiter, strict=False):
            if any(cell.strip() for cell in cells):
                widths.append(len(cells))
            if len(widths) >= SAMPLED:
                break
    except Unreadable:
        return []
    return widths


def without_empty_edges(rows: Sequence[Record]) -> list[Record]:
    """Records without the cells at the right that are empty on every line."""
    width = 0
    for _, cells in rows:
        for position in range(len(cells), width, -1):
            if cells[position - 1].strip():
                width = position
                break
    return [(line, cells if len(cells) <= width else cells[:width]) for line, cells in rows]

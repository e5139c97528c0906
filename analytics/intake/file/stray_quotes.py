"""Records of a text in which quotation marks are astray: one costs a line, not the file.

Every line is read strictly by itself. One that leaves a quotation open may go on below, as long as
no line in between is a record of its own. What is left is put together where one way of reading
its marks gives as many cells as the other lines have.
"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator

from analytics.intake.cells.plain_value import is_value
from analytics.intake.file.delimited_record import BrokenLine, Dialect, MendedLine, Record

LONGEST_QUOTATION = 60
MOST_STEPS = 4_000
SAMPLED = 2_000
OPEN = "unexpected end of data"


class CarefulReader:
    """Reads a text line by line in one dialect."""

    def __init__(self, text: str, dialect: Dialect) -> None:
        self.dialect = dialect
        self.lines = list(io.StringIO(text, newline=""))
        widths: Counter[int] = Counter()
        shapes: Counter[tuple[bool, ...]] = Counter()
        for line in self.lines[:SAMPLED]:
            if (cells := self._strict(line)) and any(cells):
                widths[len(cells)] += 1
                shapes[_shape(cells)] += 1
        self.width = widths.most_common(1)[0][0] if widths else 0
        self.shape = shapes.most_common(1)[0][0] if shapes else ()

    def records(self) -> Iterator[Record]:
        """Every record with its line; broken and mended ones by their types."""
        place = 0
        while place < len(self.lines):
            cells, count = self._record_at(place)
            yield place + 1, cells
            place += count

    def _record_at(self, place: int) -> tuple[list[str], int]:
        line = self.lines[place]
        cells = self._strict(line)
        if cells is not None:
            return cells, 1
        text = line
        for below, more in enumerate(self.lines[place + 1 : place + LONGEST_QUOTATION], start=2):
            if not self._is_open(text) or self._is_record(more):
                break
            text += more
            cells = self._strict(text)
            if cells is not None and len(cells) == self.width:
                return cells, below
        text = line.rstrip("\r\n")
        mended = whole_line(text, self.dialect.delimiter, self.dialect.quote, self.width)
        return (BrokenLine([text]) if mended is None else MendedLine(mended)), 1

    def _strict(self, text: str) -> list[str] | None:
        try:
            return next(iter(self.dialect.reader([text])), [])
        except csv.Error:
            return None

    def _is_open(self, text: str) -> bool:
        try:
            next(iter(self.dialect.reader([text])), [])
        except csv.Error as error:
            return OPEN in str(error)
        return False

    def _is_record(self, line: str) -> bool:
        """Is a line a record like most others, with values where those have theirs."""
        cells = self._strict(line)
        return bool(cells) and len(cells or ()) == self.width and _shape(cells or []) == self.shape


def has_swallowed_lines(cells: list[str], width: int, dialect: Dialect) -> bool:
    """Does a cell of a record hold a line that looks like a record of the table itself."""
    for cell in cells:
        for line in cell.splitlines()[1:-1] if "\n" in cell or "\r" in cell else ():
            parts = line.split(dialect.delimiter)
            if len(parts) >= width > 2 and any(is_value(part) for part in parts):
                return True
    return False


def without_torn_cells(records: list[Record], text: str, dialect: Dialect) -> list[Record]:
    """The records, those broken in which a quoted cell was torn: a mark stands inside one cell
    and its other half at the end of a later one, because the separator between was lost.
    """
    quote = dialect.quote
    inner = rf"[^{re.escape(dialect.delimiter + quote)}\r\n]"
    if quote not in text or not re.search(f"{quote}(?<={inner}{quote})(?={inner})", text):
        return records
    return [
        (line, BrokenLine([dialect.delimiter.join(cells)]) if _is_torn(cells, quote) else cells)
        for line, cells in records
    ]


def _is_torn(cells: list[str], quote: str) -> bool:
    with_marks = [cell for cell in cells if cell.count(quote) % 2]
    return len(with_marks) > 1 and with_marks[-1].endswith(quote)


def whole_line(text: str, delimiter: str, quote: str, width: int) -> list[str] | None:
    """The cells of a line whose marks are astray, where the least odd way of reading them gives
    `width` cells; None where there is none, or two.
    """
    ways = _Ways(text, delimiter, quote, width)
    ways.follow(0, [], 0)
    if ways.steps > MOST_STEPS or not ways.readings:
        return None
    least = min(odd for odd, _ in ways.readings)
    best = {tuple(cells) for odd, cells in ways.readings if odd == least}
    return list(best.pop()) if len(best) == 1 else None


class _Ways:
    """Follows every way of reading the quotation marks of a line; counts what is odd in each."""

    def __init__(self, text: str, delimiter: str, quote: str, width: int) -> None:
        self.text, self.delimiter, self.quote, self.width = text, delimiter, quote, width
        self.readings: list[tuple[int, list[str]]] = []
        self.steps = 0

    def follow(self, start: int, cells: list[str], odd: int) -> None:
        """Read on from here with these cells before."""
        self.steps += 1
        if self.steps > MOST_STEPS or len(cells) >= self.width:
            return
        for end, cell, oddities in self._cells_at(start):
            if end < len(self.text):
                self.follow(end + 1, [*cells, cell], odd + oddities)
            elif len(cells) + 1 == self.width:
                self.readings.append((odd + oddities, [*cells, cell]))

    def _cells_at(self, start: int) -> Iterator[tuple[int, str, int]]:
        """(where it ends, cell, what is odd about it) of each way to read the cell here."""
        text, quote = self.text, self.quote
        end = text.find(self.delimiter, start)
        end = len(text) if end < 0 else end
        plain = text[start:end]
        marks = plain.count(quote)
        yield end, plain if marks != 1 else plain.strip(quote), marks
        if not text.startswith(quote, start):
            return
        close = text.find(quote, start + 1)
        while close >= 0:
            after = close + 1
            if after == len(text) or text.startswith(self.delimiter, after):
                inner = text[start + 1 : close]
                lone = inner.replace(quote * 2, "").count(quote)
                yield after, inner.replace(quote * 2, quote), lone
            close = text.find(quote, close + 1)


def _shape(cells: list[str]) -> tuple[bool, ...]:
    return tuple(is_value(cell) for cell in cells)

"""A web page's table, or Excel's old XML, under whatever name: what many web tools hand out as
.xls.

Both are read as lxml's stream of tags and texts, so that no tree of a large file is held.
"""

from __future__ import annotations

import re

from analytics.errors import Unreadable
from analytics.intake.file.delimited_record import Record
from analytics.intake.file.encoding import decode
from analytics.intake.file.page import Merge, Page

CHARSET = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([a-z0-9_-]+)", re.I)
KNOWN = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb18030": "gb18030",
    "big5": "big5",
    "utf-8": "utf-8",
    "utf8": "utf-8",
}
ROWS, CELLS, SILENT = (
    ("tr", "row"),
    ("td", "th", "cell"),
    ("script", "style", "head", "title", "comment"),
)
WIDEST_SPAN = 1_000
AT_ONCE = 1 << 20
NUL, OTHER_CONTROL = "\0", "\x01"


class _Tables:
    """Hears tags and texts, collects every table's rows; a table in a cell is one of its own."""

    def __init__(self) -> None:
        self.tables: list[_Table] = []
        self._open: list[_Table] = []
        self._silent = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self._silent += tag in SILENT
        if tag == "table":
            self._open.append(_Table())
            self.tables.append(self._open[-1])
        elif self._open and tag in ROWS:
            self._open[-1].begin_row()
        elif self._open and tag in CELLS:
            self._open[-1].begin_cell(
                {name.rpartition(":")[2]: value for name, value in attributes.items()}
            )
        elif self._open and tag == "br":
            self._open[-1].write("\n")

    def end(self, tag: str) -> None:
        self._silent -= tag in SILENT and self._silent > 0
        if tag == "table" and self._open:
            self._open.pop()
        elif self._open and tag in CELLS:
            self._open[-1].is_in_cell = False

    def data(self, text: str) -> None:
        if self._open and not self._silent:
            self._open[-1].write(text)

    def close(self) -> list[_Table]:
        return self.tables


class _Table:
    def __init__(self) -> None:
        self.rows: list[list[str]] = []
        self.merges: list[Merge] = []
        self.is_in_cell = False
        self._covered: dict[int, set[int]] = {}

    def begin_row(self) -> None:
        self.rows.append([])
        self.is_in_cell = False

    def begin_cell(self, attributes: dict[str, str]) -> None:
        """Opens a cell where the next free place is; a span leaves the places it covers empty."""
        if not self.rows:
            self.begin_row()
        row = len(self.rows) - 1
        place = max(len(self.rows[-1]), _count(attributes.get("index"), 1) - 1)
        while place in self._covered.get(row, ()):
            place += 1
        wide = _count(attributes.get("colspan"), _count(attributes.get("mergeacross"), 0) + 1)
        high = _count(attributes.get("rowspan"), _count(attributes.get("mergedown"), 0) + 1)
        self.rows[-1] += [""] * (place + wide - len(self.rows[-1]))
        for below in range(row + 1, row + high):
            self._covered.setdefault(below, set()).update(range(place, place + wide))
        if wide > 1 or high > 1:
            self.merges.append(((row, place), (row + high - 1, place + wide - 1)))
        self._at, self.is_in_cell = place, True

    def write(self, text: str) -> None:
        if self.is_in_cell:
            self.rows[-1][self._at] += text

    @property
    def filled(self) -> int:
        return sum(bool(cell.strip()) for row in self.rows for cell in row)


def _count(text: str | None, usual: int) -> int:
    return min(max(int(text), 1), WIDEST_SPAN) if text and text.isdigit() else usual


def read_markup(data: bytes, choice: str = "") -> tuple[Page, str]:
    """The fullest table, and the encoding; `choice` is the one that a person chose. Raises
    Unreadable 'html' for a page without a table of two rows.
    """
    charset = CHARSET.search(data[:4096])
    declared = KNOWN.get(charset[1].decode().lower(), "") if charset else ""
    decoded = decode(data, choice or declared)
    fullest = max(_tables(decoded.text), key=lambda table: table.filled, default=None)
    if fullest is None or len(fullest.rows) < 2:
        raise Unreadable("html")
    rows: list[Record] = [
        (number, [cell.strip() for cell in cells])
        for number, cells in enumerate(fullest.rows, start=1)
    ]
    return Page("", rows, tuple(fullest.merges)), decoded.encoding


def _tables(text: str) -> list[_Table]:
    """Every table of a page. Raises Unreadable 'damaged'.

    The parser would put a mark of its own in place of a NUL; another control character is taken
    out and named later, as in every file.
    """
    from lxml.etree import HTMLParser, LxmlError

    parser = HTMLParser(target=_Tables(), encoding="utf-8", huge_tree=True)
    try:
        for start in range(0, len(text), AT_ONCE):
            parser.feed(text[start : start + AT_ONCE].replace(NUL, OTHER_CONTROL).encode())
        tables: list[_Table] = parser.close()
    except LxmlError as error:
        raise Unreadable("damaged") from error
    return tables

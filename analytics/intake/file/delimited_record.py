"""What a line of a text file is cut into, and by which marks."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

Record = tuple[int, list[str]]


class BrokenLine(list[str]):
    """The text of a line that could not be cut into cells."""


class MendedLine(list[str]):
    """The cells of a line that was put together against the letter of its quotation marks."""


@dataclass(frozen=True)
class Dialect:
    """How cells are parted, quoted and escaped."""

    delimiter: str
    quote: str = '"'
    escape: str = ""
    skips_space: bool = False

    def reader(self, lines: Iterable[str], *, strict: bool = True) -> Any:
        """The csv module's reader of this dialect."""
        return csv.reader(
            lines,
            delimiter=self.delimiter,
            quotechar=self.quote,
            escapechar=self.escape or None,
            doublequote=True,
            skipinitialspace=self.skips_space,
            strict=strict,
        )

    def numbered(self, text: str, *, strict: bool = True) -> Iterator[tuple[int, int, list[str]]]:
        """(first line, last line, cells) of every record. Raises csv.Error."""
        reader, before = self.reader(io.StringIO(text, newline=""), strict=strict), 0
        for cells in reader:
            yield before + 1, reader.line_num, cells
            before = reader.line_num

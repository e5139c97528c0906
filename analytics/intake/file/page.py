"""A sheet of a workbook as it was read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from analytics.intake.file.delimited_record import Record
from analytics.intake.file.error_cells import ErrorCell

Merge = tuple[tuple[int, int], tuple[int, int]]


@dataclass(frozen=True)
class Page:
    """A sheet: its records, merged ranges (0-based rows and columns) and spreadsheet errors.

    `parts` are the sheets that it was joined from, each with its first line here and its last.
    """

    name: str
    rows: Sequence[Record]
    merges: tuple[Merge, ...]
    errors: tuple[ErrorCell, ...] = ()
    parts: tuple[tuple[str, int, int], ...] = ()

    @property
    def size(self) -> int:
        return sum(len(cells) for _, cells in self.rows[:1]) * len(self.rows)

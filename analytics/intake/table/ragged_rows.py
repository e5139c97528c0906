"""Records made all of one width; what cannot be is left out and said."""

from __future__ import annotations

from dataclasses import dataclass

from analytics.intake.cells.remark import Remarks
from analytics.intake.file.delimited_record import BrokenLine, MendedLine, Record
from analytics.intake.table.line_repair import NEARLY_ALL, LineRepair

OFTEN = 0.2


def without_trailing_separators(
    rows: list[Record], width: int, header_line: int, remarks: Remarks
) -> list[Record]:
    """The rows cut to the header's width where nearly every line ends in empty cells beyond it;
    said once for the file.
    """
    empty = sum(len(cells) > width and not any(map(str.strip, cells[width:])) for _, cells in rows)
    if not empty or empty < NEARLY_ALL * len(rows):
        return rows
    remarks.add("cells_cut", line=header_line, width=str(width))
    return [(line, _without_empty_surplus(cells, width)) for line, cells in rows]


def _without_empty_surplus(cells: list[str], width: int) -> list[str]:
    is_empty = len(cells) > width and not any(map(str.strip, cells[width:]))
    return type(cells)(cells[:width]) if is_empty else cells


def rows_of_one_width(
    rows: list[Record],
    width: int,
    remarks: Remarks,
    delimiter: str = "",
    names: tuple[str, ...] = (),
) -> tuple[list[Record], int]:
    """Records all of one width, and how many were left out.

    A line with more cells than the header has an unquoted delimiter in it: it is put back together
    where the other lines prove how, else no cell of it can be trusted. A line with fewer may be one
    half of a broken line, or lack a delimiter; it is filled up where its cells look like those of
    whole lines, and short lines are the file's habit or it stands alone and is nearly whole.
    """
    judge = _Judge(rows, width, remarks, delimiter, names)
    even: list[Record] = []
    for place, (line, cells) in enumerate(rows):
        if isinstance(cells, BrokenLine):
            judge.leave_out("stray_quote", line, cells)
        elif len(cells) > width:
            even += judge.repaired(line, cells)
        elif len(cells) < width:
            even += judge.filled_up(place)
        else:
            even += judge.as_cut(line, cells)
    return even, len(rows) - len(even)


@dataclass
class _Judge:
    """What becomes of one line, beside the others."""

    rows: list[Record]
    width: int
    remarks: Remarks
    delimiter: str
    names: tuple[str, ...]

    def __post_init__(self) -> None:
        self._is_short = [len(cells) < self.width for _, cells in self.rows]
        self._is_habit = sum(self._is_short) > OFTEN * len(self.rows)
        self._repair: LineRepair | None = None

    @property
    def repair(self) -> LineRepair:
        if self._repair is None:
            self._repair = LineRepair(self.rows, self.width, self.delimiter)
        return self._repair

    def as_cut(self, line: int, cells: list[str]) -> list[Record]:
        """A line of the right width: as it is, unless its quotation marks were astray."""
        if not isinstance(cells, MendedLine):
            return [(line, cells)]
        if not self.repair.fits(cells):
            self.leave_out("stray_quote", line, cells)
            return []
        self.remarks.add("quote_mended", line=line, value=" ".join(cells))
        return [(line, list(cells))]

    def filled_up(self, place: int) -> list[Record]:
        """A short line with empty cells at its end; none where its cells do not fit."""
        line, cells = self.rows[place]
        may_be = self._is_habit or self._is_nearly_whole(place, len(cells))
        if not may_be or not self.repair.fits(cells):
            self.leave_out("line_too_short", line, cells)
            return []
        self.remarks.add("line_filled_up", line=line, cells=str(len(cells)), width=str(self.width))
        return [(line, cells + [""] * (self.width - len(cells)))]

    def _is_nearly_whole(self, place: int, cells: int) -> bool:
        """Does a line that lacks less than half of its cells stand alone."""
        is_short = self._is_short
        neighbours = is_short[max(place - 1, 0) : place] + is_short[place + 1 : place + 2]
        return cells * 2 >= self.width and not any(neighbours)

    def repaired(self, line: int, cells: list[str]) -> list[Record]:
        """The line without its surplus; none where no way is certain."""
        whole = self.repair.whole_line(cells) if self.delimiter else None
        if whole is None:
            self.leave_out("line_too_long", line, cells)
            return []
        whole_cells, place = whole
        name = self.names[place] if place < len(self.names) else f"#{place + 1}"
        self.remarks.add(
            "line_mended",
            line=line,
            column=name,
            value=whole_cells[place],
            cells=str(len(cells)),
            width=str(self.width),
            name=name,
        )
        return [(line, whole_cells)]

    def leave_out(self, reason: str, line: int, cells: list[str]) -> None:
        self.remarks.add(
            reason,
            line=line,
            value=" ".join(cells),
            is_left_out=True,
            cells=str(len(cells)),
            width=str(self.width),
        )

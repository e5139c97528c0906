"""Records made all of one width; what cannot be is left out and said."""

from __future__ import annotations

from analytics.intake.cells.remark import Remarks
from analytics.intake.file.delimited_text import Record
from analytics.intake.table.line_repair import LineRepair

OFTEN = 0.2


def rows_of_one_width(
    rows: list[Record],
    width: int,
    remarks: Remarks,
    delimiter: str = "",
    names: tuple[str, ...] = (),
) -> tuple[list[Record], int]:
    """Records all of one width, and how many were left out.

    A line with more cells than the header has an unquoted delimiter in it: it is repaired where the
    other lines prove how, else no cell of it can be trusted. A line with fewer may be one half of a
    broken line; it is kept only where short lines are the file's habit or it stands alone and is
    nearly whole.
    """
    rows = [(line, _without_empty_surplus(cells, width)) for line, cells in rows]
    is_short = [len(cells) < width for _, cells in rows]
    is_habit = sum(is_short) > OFTEN * len(rows)
    has_long = any(len(cells) > width for _, cells in rows)
    repair = LineRepair(rows, width, delimiter) if delimiter and has_long else None
    even: list[Record] = []
    for place, (line, cells) in enumerate(rows):
        if len(cells) > width:
            even += _repaired(line, cells, repair, width, remarks, names)
        elif not is_short[place] or is_habit:
            even.append((line, _filled_up(cells, width)))
        elif _is_nearly_whole(is_short, place, len(cells), width):
            remarks.add("line_filled_up", line=line, cells=str(len(cells)), width=str(width))
            even.append((line, _filled_up(cells, width)))
        else:
            _leave_out("line_too_short", line, cells, width, remarks)
    return even, len(rows) - len(even)


def _without_empty_surplus(cells: list[str], width: int) -> list[str]:
    """Without the empty cells beyond the last column."""
    while len(cells) > width and not cells[-1].strip():
        cells = cells[:-1]
    return cells


def _filled_up(cells: list[str], width: int) -> list[str]:
    return cells + [""] * (width - len(cells))


def _is_nearly_whole(is_short: list[bool], place: int, cells: int, width: int) -> bool:
    """Does a line that lacks less than half of its cells stand alone."""
    neighbours = is_short[max(place - 1, 0) : place] + is_short[place + 1 : place + 2]
    return cells * 2 >= width and not any(neighbours)


def _leave_out(reason: str, line: int, cells: list[str], width: int, remarks: Remarks) -> None:
    text = " ".join(cells)
    remarks.add(
        reason, line=line, value=text, is_left_out=True, cells=str(len(cells)), width=str(width)
    )


def _repaired(
    line: int,
    cells: list[str],
    repair: LineRepair | None,
    width: int,
    remarks: Remarks,
    names: tuple[str, ...],
) -> list[Record]:
    """The line put back together; none where no way is certain."""
    whole = repair.whole_line(cells) if repair else None
    if whole is None:
        _leave_out("line_too_long", line, cells, width, remarks)
        return []
    whole_cells, place = whole
    name = names[place] if place < len(names) else f"#{place + 1}"
    remarks.add(
        "line_mended",
        line=line,
        column=name,
        value=whole_cells[place],
        cells=str(len(cells)),
        width=str(width),
        name=name,
    )
    return [(line, whole_cells)]

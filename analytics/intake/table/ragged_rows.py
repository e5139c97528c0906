"""Records made all of one width; what cannot be is left out and said."""

from __future__ import annotations

from analytics.intake.cells.remark import Remarks
from analytics.intake.file.delimited_text import Record
from analytics.intake.table.line_repair import Mender

GROWN = 0.2


def evened(
    rows: list[Record],
    width: int,
    remarks: Remarks,
    delimiter: str = "",
    names: tuple[str, ...] = (),
) -> tuple[list[Record], int]:
    """Records all of one width, and how many were left out.

    A line with more cells than the header has an unquoted delimiter in it: it is mended where the
    other lines prove how, else no cell of it can be trusted. A line with fewer may be one half of a
    broken line; it is kept only where short lines are the file's habit or it stands alone and is
    nearly whole.
    """
    rows = [(line, _cut(cells, width)) for line, cells in rows]
    short = [len(cells) < width for _, cells in rows]
    is_habit = sum(short) > GROWN * len(rows)
    mender = (
        Mender(rows, width, delimiter)
        if delimiter and any(len(cells) > width for _, cells in rows)
        else None
    )
    kept: list[Record] = []
    for position, (line, cells) in enumerate(rows):
        if len(cells) > width:
            kept += _mended(line, cells, mender, width, remarks, names)
        elif (
            short[position]
            and not is_habit
            and not _is_nearly_whole(short, position, len(cells), width)
        ):
            _leave_out("line_too_short", line, cells, width, remarks)
        else:
            if short[position] and not is_habit:
                remarks.add("line_filled_up", line=line, cells=str(len(cells)), width=str(width))
            kept.append(
                (line, cells if len(cells) == width else cells + [""] * (width - len(cells)))
            )
    return kept, len(rows) - len(kept)


def _cut(cells: list[str], width: int) -> list[str]:
    """Without the empty cells beyond the last column."""
    while len(cells) > width and not cells[-1].strip():
        cells = cells[:-1]
    return cells


def _leave_out(reason: str, line: int, cells: list[str], width: int, remarks: Remarks) -> None:
    text = " ".join(cells)
    remarks.add(
        reason, line=line, value=text, is_left_out=True, cells=str(len(cells)), width=str(width)
    )


def _mended(
    line: int,
    cells: list[str],
    mender: Mender | None,
    width: int,
    remarks: Remarks,
    names: tuple[str, ...],
) -> list[Record]:
    found = mender.mended(cells) if mender else None
    if found is None:
        _leave_out("line_too_long", line, cells, width, remarks)
        return []
    whole, place = found
    name = names[place] if place < len(names) else f"#{place + 1}"
    remarks.add(
        "line_mended",
        line=line,
        column=name,
        value=whole[place],
        cells=str(len(cells)),
        width=str(width),
        name=name,
    )
    return [(line, whole)]


def _is_nearly_whole(short: list[bool], position: int, cells: int, width: int) -> bool:
    neighbours = short[max(position - 1, 0) : position] + short[position + 1 : position + 2]
    return cells * 2 >= width and not any(neighbours)

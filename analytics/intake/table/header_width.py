"""Header and lines compared once for the file: how many columns there are, and where they begin."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from analytics.errors import Unreadable
from analytics.intake.cells.remark import Remarks
from analytics.intake.cells.text_keys import label_key
from analytics.intake.file.delimited_record import Record
from analytics.intake.table.file_kinds import KINDS, headers_of, is_tool_column
from analytics.intake.table.line_repair import NEARLY_ALL

FIRST = "#1"
NUMBERS = tuple(
    label_key(word)
    for kind in KINDS
    for field in kind.fields
    if field.key in ("respondent", "code")
    for word in headers_of(kind, field.key)
)
FEWEST_OF_A_BLOCK = 2


def columns_of(
    body: Sequence[Record], names: tuple[str, ...], header_line: int, remarks: Remarks
) -> tuple[str, ...]:
    """The names of all columns: the header's, one more in front where nearly all lines begin with a
    row number that the header has no cell for, nameless ones behind where the lines are wider from
    some line on.

    Raises Unreadable 'header_differs' where nearly all lines have another number of cells.
    """
    usual, count = Counter(len(cells) for _, cells in body).most_common(1)[0]
    if usual == len(names) or count < NEARLY_ALL * len(body):
        return names + _added_later(body, len(names), remarks)
    has_numbers = _is_number_of_rows(names[0])
    first_cells = [cells[0] for _, cells in body if cells]
    if usual == len(names) + 1 and not has_numbers and _are_row_names(first_cells):
        remarks.add("rows_named", column=FIRST)
        return (FIRST, *names)
    details = {"line": str(header_line), "width": str(len(names)), "cells": str(usual)}
    raise Unreadable("header_differs", details)


def _is_number_of_rows(name: str) -> bool:
    """Is a name that of the row numbers themselves."""
    return label_key(name).startswith(NUMBERS) or is_tool_column(name)


def _are_row_names(texts: list[str]) -> bool:
    """Do first cells number their rows: all whole numbers, each one more than the one before."""
    numbers = [int(text) for text in map(str.strip, texts) if text.isdigit()]
    steps = [after - before for before, after in zip(numbers, numbers[1:], strict=False)]
    return len(numbers) == len(texts) > 1 and steps.count(1) >= NEARLY_ALL * len(steps)


def _added_later(body: Sequence[Record], width: int, remarks: Remarks) -> tuple[str, ...]:
    """Nameless columns for cells that nearly every line has from some line on."""
    first = next((place for place, (_, cells) in enumerate(body) if len(cells) > width), len(body))
    below = [len(cells) for _, cells in body[first:]]
    usual = Counter(below).most_common(1)
    if len(below) < FEWEST_OF_A_BLOCK or usual[0][0] <= width:
        return ()
    if usual[0][1] < NEARLY_ALL * len(below):
        return ()
    added = tuple(f"#{number}" for number in range(width + 1, usual[0][0] + 1))
    for line, cells in body[first:]:
        if len(cells) > width:
            remarks.add("column_nameless", line=line, column=added[0])
    return added

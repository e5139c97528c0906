"""Where a table begins, and what its columns are called: title rows, merged two-row headers, no
header at all.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from analytics.intake.cells.plain_value import is_value
from analytics.intake.cells.text_keys import one_line
from analytics.intake.file.coded_columns import width_of
from analytics.intake.file.delimited_record import Record

Spans = dict[int, list[tuple[int, int, int]]]
SAMPLED = 60
SEARCHED = 25
FULL = 0.6
DIGIT, LETTER = re.compile(r"\d"), re.compile("[A-Za-z]")
YEAR = re.compile(r"(?:19|20)\d\d(?:\.0)?")
IMPORT_ID = '{"ImportId"'


@dataclass(frozen=True)
class Header:
    """`first` and `body` are places among the records: the header's first row, and the data's."""

    first: int
    body: int
    names: tuple[str, ...]
    titles: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    is_missing: bool = False


def find_header(
    rows: Sequence[Record],
    merges: Sequence[tuple[tuple[int, int], tuple[int, int]]] = (),
    line: int = 0,
) -> Header:
    """The header of a table. `line` is where a person says it stands (0: find it; -1: none)."""
    if line < 0:
        return _no_header(rows, 0)
    main = _line_position(rows, line) if line else _main_row(rows)
    if not line and _is_data(rows, main):
        return _no_header(rows, main)
    if last := _import_id_row(rows, main):
        header = _header(rows, main, last, [rows[main + 1][1]])
        return replace(header, codes=tuple(rows[main][1]))
    spans = _spans(merges)
    first, last = _first_and_last(rows, main, spans)
    levels = [rows[position][1] for position in range(first, last + 1)]
    if len(levels) == 2:
        levels[0] = _spread(levels[0], levels[1], spans.get(rows[first][0], []))
    return _header(rows, first, last, levels)


def _no_header(rows: Sequence[Record], first: int) -> Header:
    """A table that begins with data; its columns go by their numbers."""
    names = tuple(f"#{column + 1}" for column in range(width_of(rows)))
    return Header(first, first, names, _titles(rows[:first]), is_missing=True)


def _header(rows: Sequence[Record], first: int, last: int, levels: list[list[str]]) -> Header:
    names = _names(levels, width_of(rows))
    return Header(first, last + 1, names, _titles(rows[:first]))


def _first_and_last(rows: Sequence[Record], main: int, spans: Spans) -> tuple[int, int]:
    """The header's rows: the main one, with group names over it or further names under it."""
    if main > 0 and _is_group_row(rows, main - 1, spans):
        return main - 1, main
    if main + 1 < len(rows) and _is_second_row(rows, main, spans):
        return main, main + 1
    return main, main


def _titles(rows: Sequence[Record]) -> tuple[str, ...]:
    return tuple(one_line(" ".join(cell for cell in cells if cell.strip())) for _, cells in rows)


def _spans(merges: Sequence[tuple[tuple[int, int], tuple[int, int]]]) -> Spans:
    """Line -> (first column, last column, last line) of what is merged sideways there."""
    spans: Spans = {}
    for (top, left), (bottom, right) in merges:
        if right > left:
            spans.setdefault(top + 1, []).append((left, right, bottom + 1))
    return spans


def _line_position(rows: Sequence[Record], line: int) -> int:
    return next((position for position, (number, _) in enumerate(rows) if number >= line), 0)


def _filled(cells: Sequence[str]) -> int:
    return sum(1 for cell in cells if cell.strip())


def _main_row(rows: Sequence[Record]) -> int:
    """The first nearly full row; or a fuller one soon below it that reads as names over values."""
    fullest = max(_filled(cells) for _, cells in rows[:SAMPLED])
    counts = [_filled(cells) for _, cells in rows[:SEARCHED]]
    first = next((place for place, count in enumerate(counts) if count >= FULL * fullest), 0)
    for position in range(first + 1, min(first + 5, len(rows))):
        if _filled(rows[position][1]) > _filled(rows[first][1]) and _names_values(rows, position):
            return position
    return first


def _names_values(rows: Sequence[Record], position: int) -> bool:
    """Has a row no value itself, but mostly values under it in some column."""
    cells = rows[position][1]
    below = [under for _, under in rows[position + 1 : position + 20]]
    values = [
        sum(is_value(under[column]) for under in below if column < len(under)) * 2 > len(below)
        for column in range(len(cells))
    ]
    return any(values) and not any(is_value(cell) for cell in cells if cell.strip())


def _is_data(rows: Sequence[Record], position: int) -> bool:
    """A first row with numbers or days in the very columns that go on so is no header; nor is one
    whose cells are written, or come again, like those below.
    """
    own = rows[position][1]
    below = [cells for _, cells in rows[position + 1 : position + 20] if cells != own]
    values, alike = 0, 0
    for column, cell in enumerate(own):
        others = [cells[column] for cells in below if column < len(cells) and cells[column].strip()]
        goes_on_so = not others or sum(map(is_value, others)) * 2 > len(others)
        values += is_value(cell) and goes_on_so and not _is_year_above_others(cell, others)
        alike += bool(cell.strip()) and _is_like(cell, others)
    filled = _filled(own)
    return values * 3 >= filled or alike * 2 > filled


def _is_like(cell: str, others: list[str]) -> bool:
    """Does a cell come again below, or look like most cells there: MG-8769 like RI-3895."""
    if others.count(cell) > 1:
        return True
    shape = _shape(cell)
    return "9" in shape and sum(_shape(other) == shape for other in others) * 2 > len(others)


def _shape(text: str) -> str:
    return LETTER.sub("a", DIGIT.sub("9", text))


def _is_year_above_others(cell: str, below: list[str]) -> bool:
    """Is a cell a year over a column of other things: one column an edition."""
    return bool(YEAR.fullmatch(cell.strip())) and not any(map(YEAR.fullmatch, below))


def _import_id_row(rows: Sequence[Record], main: int) -> int:
    """Qualtrics writes three header rows: code, question, import id."""
    third = main + 2
    if third >= len(rows):
        return 0
    cells = rows[third][1]
    ids = sum(cell.startswith(IMPORT_ID) for cell in cells)
    return third if ids * 2 > len(cells) else 0


def _is_group_row(rows: Sequence[Record], position: int, spans: Spans) -> bool:
    """Group names over the header: merged over some columns each, or in a text file, a few names
    with gaps behind them.
    """
    line, cells = rows[position]
    width = len(rows[position + 1][1])
    filled = [cell.strip() for cell in cells if cell.strip()]
    is_apart = rows[position + 1][0] - line > 1
    if is_apart or any("：" in cell or ":" in cell or is_value(cell) for cell in filled):
        return False
    first_columns = [left for left, right, _ in spans.get(line, []) if right - left + 1 < width]
    if first_columns:
        return len(filled) > 1 or first_columns[0] > 0
    has_gaps = len(filled) < _filled(rows[position + 1][1])
    return not spans and has_gaps and 1 < len(filled) == len(set(filled)) and bool(cells[0].strip())


def _is_second_row(rows: Sequence[Record], main: int, spans: Spans) -> bool:
    """Names under merged cells of the header; in a text file, names under its gaps in a row that
    has no first cell.
    """
    (line, above), (_, under) = rows[main], rows[main + 1]
    filled = [column for column, cell in enumerate(under) if cell.strip()]
    if not filled or any(is_value(under[column]) for column in filled):
        return False
    if line in spans:
        covered = {column for left, right, _ in spans[line] for column in range(left, right + 1)}
        return set(filled) <= covered or not under[0].strip()
    gaps = [column for column in filled if column >= len(above) or not above[column].strip()]
    if not gaps or under[0].strip():
        return False
    below = [cells[0] for _, cells in rows[main + 2 : main + SAMPLED]]
    return len(below) > 0 and sum(bool(cell.strip()) for cell in below) > 0.8 * len(below)


def _spread(above: list[str], under: list[str], spans: list[tuple[int, int, int]]) -> list[str]:
    """Group names written into every column they stand over."""
    width = max(len(above), len(under))
    spread, under = above + [""] * (width - len(above)), under + [""] * (width - len(under))
    for left, right, _ in spans:
        spread[left : right + 1] = [above[left]] * (right + 1 - left)
    if not spans:
        for column in range(1, width):
            if not spread[column].strip() and under[column].strip():
                spread[column] = spread[column - 1]
    return spread


def _names(levels: list[list[str]], width: int) -> tuple[str, ...]:
    names = []
    for column in range(width):
        parts = [one_line(level[column]) for level in levels if column < len(level)]
        names.append("-".join(dict.fromkeys(part for part in parts if part)) or f"#{column + 1}")
    return _unique(names)


def _unique(names: list[str]) -> tuple[str, ...]:
    """Equal names told apart by a number behind them."""
    unique: dict[str, None] = {}
    for name in names:
        number, candidate = 1, name
        while candidate in unique:
            number += 1
            candidate = f"{name} ({number})"
        unique[candidate] = None
    return tuple(unique)

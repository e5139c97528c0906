"""Where a table begins, and what its columns are called: title rows, merged two-row headers, no
header at all.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from analytics.intake.cells.date import COMPACT, YEAR_FIRST, YEAR_LAST
from analytics.intake.cells.number import plain_number
from analytics.intake.cells.text_keys import one_line
from analytics.intake.file.coded_columns import width_of
from analytics.intake.file.delimited_text import Record

Spans = dict[int, list[tuple[int, int, int]]]
SAMPLED = 60
SEARCHED = 25
FULL = 0.6
SEARCH_ID = '{"ImportId"'


@dataclass(frozen=True)
class Header:
    """`first` and `body` are positions among the records: the header's first row and the first row
    below it.
    """

    first: int
    body: int
    names: tuple[str, ...]
    titles: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    is_missing: bool = False


def find_header(
    rows: Sequence[Record],
    merges: Sequence[tuple[tuple[int, int], tuple[int, int]]] = (),
    wanted: int = 0,
) -> Header:
    """The header of a table. `wanted` is the line a person named (0: find it; -1: there is
    none).
    """
    spans = _spans(merges)
    main = _line_position(rows, wanted) if wanted > 0 else _main_row(rows)
    if wanted < 0 or (wanted == 0 and _is_data(rows, main)):
        first = 0 if wanted < 0 else main
        return Header(
            first, first, _numbered(width_of(rows)), _titles(rows[:first]), is_missing=True
        )
    first, last = main, main
    if tool := _import_id_row(rows, main):
        return replace(_made(rows, main, tool, [rows[main + 1][1]]), codes=tuple(rows[main][1]))
    if main > 0 and _is_group_row(rows, main - 1, spans):
        first = main - 1
    elif main + 1 < len(rows) and _is_second_row(rows, main, spans):
        last = main + 1
    levels = [rows[position][1] for position in range(first, last + 1)]
    if len(levels) == 2:
        levels[0] = _spread(levels[0], levels[1], spans.get(rows[first][0], []))
    return _made(rows, first, last, levels)


def _made(rows: Sequence[Record], first: int, last: int, levels: list[list[str]]) -> Header:
    width = width_of(rows)
    return Header(first, last + 1, _names(levels, width), _titles(rows[:first]))


def _titles(rows: Sequence[Record]) -> tuple[str, ...]:
    return tuple(one_line(" ".join(cell for cell in cells if cell.strip())) for _, cells in rows)


def _spans(merges: Sequence[tuple[tuple[int, int], tuple[int, int]]]) -> Spans:
    """Line -> (first column, last column, last line) of what is merged sideways there."""
    found: Spans = {}
    for (top, left), (bottom, right) in merges:
        if right > left:
            found.setdefault(top + 1, []).append((left, right, bottom + 1))
    return found


def _line_position(rows: Sequence[Record], line: int) -> int:
    return next((position for position, (number, _) in enumerate(rows) if number >= line), 0)


def _filled(cells: Sequence[str]) -> int:
    return sum(1 for cell in cells if cell.strip())


def _main_row(rows: Sequence[Record]) -> int:
    """The first row nearly as full as the fullest; or, a few rows below it, a fuller one that reads
    as names over values.
    """
    fullest = max(_filled(cells) for _, cells in rows[:SAMPLED])
    first = next(
        (n for n, (_, cells) in enumerate(rows[:SEARCHED]) if _filled(cells) >= FULL * fullest), 0
    )
    for position in range(first + 1, min(first + 5, len(rows))):
        if _filled(rows[position][1]) > _filled(rows[first][1]) and _names_values(rows, position):
            return position
    return first


def _names_values(rows: Sequence[Record], position: int) -> bool:
    """Has a row no value itself, but mostly values under it in some column."""
    cells = rows[position][1]
    below = [under for _, under in rows[position + 1 : position + 20]]
    values = [
        sum(_is_value(under[column]) for under in below if column < len(under)) * 2 > len(below)
        for column in range(len(cells))
    ]
    return any(values) and not any(_is_value(cell) for cell in cells if cell.strip())


def _is_value(text: str) -> bool:
    text = text.strip()
    return plain_number(text) is not None or bool(
        YEAR_FIRST.fullmatch(text) or YEAR_LAST.fullmatch(text) or COMPACT.fullmatch(text)
    )


def _is_data(rows: Sequence[Record], position: int) -> bool:
    """A first row with numbers or days in the very columns that go on so is no header."""
    below = [cells for _, cells in rows[position + 1 : position + 20]]
    alike = 0
    for column, cell in enumerate(rows[position][1]):
        others = [cells[column] for cells in below if column < len(cells) and cells[column].strip()]
        alike += (
            bool(cell.strip())
            and _is_value(cell)
            and (not others or sum(map(_is_value, others)) * 2 > len(others))
        )
    return alike * 3 >= _filled(rows[position][1])


def _import_id_row(rows: Sequence[Record], main: int) -> int:
    """Qualtrics writes three header rows: code, question, import id."""
    third = main + 2
    if third < len(rows) and sum(cell.startswith(SEARCH_ID) for cell in rows[third][1]) * 2 > len(
        rows[third][1]
    ):
        return third
    return 0


def _is_group_row(rows: Sequence[Record], position: int, spans: Spans) -> bool:
    """Group names over the header: merged over some columns each, or in a text file, a few names
    with gaps behind them.
    """
    line, cells = rows[position]
    width = len(rows[position + 1][1])
    filled = [cell.strip() for cell in cells if cell.strip()]
    if rows[position + 1][0] - line > 1 or any(
        "：" in cell or ":" in cell or _is_value(cell) for cell in filled
    ):
        return False
    partial = [one for one in spans.get(line, []) if one[1] - one[0] + 1 < width]
    if partial:
        return len(filled) > 1 or partial[0][0] > 0
    has_gaps = len(filled) < _filled(rows[position + 1][1])
    return not spans and has_gaps and 1 < len(filled) == len(set(filled)) and bool(cells[0].strip())


def _is_second_row(rows: Sequence[Record], main: int, spans: Spans) -> bool:
    """Names under merged cells of the header; in a text file, names under its gaps in a row that
    has no first cell.
    """
    (line, above), (_, under) = rows[main], rows[main + 1]
    filled = [column for column, cell in enumerate(under) if cell.strip()]
    if not filled or any(_is_value(under[column]) for column in filled):
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


def _numbered(width: int) -> tuple[str, ...]:
    return tuple(f"#{column + 1}" for column in range(width))


def _unique(names: list[str]) -> tuple[str, ...]:
    """Equal names told apart by a number behind them."""
    taken: set[str] = set()
    unique = []
    for name in names:
        number, candidate = 1, name
        while candidate in taken:
            number += 1
            candidate = f"{name} ({number})"
        taken.add(candidate)
        unique.append(candidate)
    return tuple(unique)

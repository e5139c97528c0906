"""Cells that only say "as above": they say what the cell above says, where that is who or where."""

from __future__ import annotations

import numpy as np

from analytics.intake.cells.remark import Remarks
from analytics.intake.cells.text_keys import name_key
from analytics.intake.cells.vocabulary import vocabulary
from analytics.intake.file.coded_columns import Column, Grid
from analytics.intake.table.file_kinds import KINDS, field_named

DITTOS = frozenset(map(name_key, vocabulary()["rows"]["dittos"]))
ANSWERS = frozenset(("comment", "description", "respondent", "former_name"))
QUOTES = " \"“”＂'"
LONGEST = max(map(len, vocabulary()["rows"]["dittos"]))


def filled_by_dittos(grid: Grid, names: tuple[str, ...], remarks: Remarks) -> Grid:
    """The rows with such cells filled; each is remarked on. A mark among answers is no answer."""
    columns = list(grid.columns)
    for place, column in enumerate(grid.columns):
        says_above = _is_register_column(names[place])
        is_mark = [_is_ditto(text, says_above) for text in column.texts]
        if any(is_mark):
            columns[place] = _filled(column, np.array(is_mark), says_above)
            reason = "ditto" if says_above else "ditto_of_answer"
            for row in np.flatnonzero(np.array(is_mark)[column.codes]).tolist():
                value = columns[place].texts[columns[place].codes[row]]
                line = int(grid.lines[row])
                mark = column.texts[column.codes[row]].strip()
                remarks.add(reason, line=line, column=names[place], value=value or None, word=mark)
    return Grid(grid.lines, tuple(columns))


def _is_ditto(text: str, says_above: bool) -> bool:
    """Is a cell such a mark. A quotation mark alone is one only where it can say who or where."""
    is_mark = len(text) <= LONGEST + 2 and name_key(text) in DITTOS
    return is_mark and (says_above or bool(text.strip(QUOTES)))


def _is_register_column(name: str) -> bool:
    fields = (field_named(kind, name) for kind in KINDS)
    return any(field is not None and field.key not in ANSWERS for field in fields)


def _filled(
    column: Column, is_mark: np.ndarray[tuple[int], np.dtype[np.bool_]], says_above: bool
) -> Column:
    """A mark becomes the last text above it, or empty."""
    codes, texts = column.codes.copy(), list(column.texts)
    texts.append("")
    empty = len(texts) - 1
    last = empty
    for row, code in enumerate(column.codes.tolist()):
        if is_mark[code]:
            codes[row] = last if says_above else empty
        elif texts[code].strip():
            last = code
    return Column(codes, texts)

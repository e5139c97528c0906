"""Answers chosen from a list: all in one cell, or one column of ticks an answer."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyarrow as pa

from analytics.intake.cells.multiple_choice import split_choices
from analytics.intake.cells.text_keys import name_key
from analytics.intake.cells.two_languages import same_answers
from analytics.intake.convert.spreadsheet_losses import lost_words
from analytics.intake.convert.value_columns import LIST_OF_TEXT, Rows, codes
from analytics.intake.mapping.column_use import ColumnUse
from analytics.intake.mapping.standard_questionnaire import objective_of
from analytics.intake.mapping.tick_columns import is_ticked

Mask = np.ndarray[Any, np.dtype[np.bool_]]


def answers_of_column(rows: Rows, use: ColumnUse, *, is_objective: bool = False) -> pa.Array:
    """The answers of each row as a list; null where there is none."""
    column = rows.sheet.column(use.column)
    missing = lost_words(rows, use.column).union(use.missing)
    cut = [
        [] if cell in missing else split_choices(cell, use.separator, use.wholes)
        for cell in column.dictionary.to_pylist()
    ]
    spelling = same_answers(part for parts in cut for part in parts)
    names = objective_of if is_objective else spelling.__getitem__
    named = [list(dict.fromkeys(map(names, parts))) for parts in cut]
    return pa.array([parts or None for parts in named], LIST_OF_TEXT).take(column.indices)


def answers_of_question(
    rows: Rows, uses: list[ColumnUse], *, is_objective: bool = False
) -> pa.Array:
    """The answers to one question, whichever way its columns hold them."""
    if not any(use.choice for use in uses):
        return answers_of_column(rows, uses[0], is_objective=is_objective)
    ticks = np.stack([_ticks(rows, use) for use in uses], axis=1)
    names = [objective_of(use.choice) if is_objective else use.choice for use in uses]
    lists = [[names[place] for place in np.flatnonzero(row)] or None for row in ticks]
    return pa.array(lists, LIST_OF_TEXT)


def _ticks(rows: Rows, use: ColumnUse) -> Mask:
    """Which rows tick an answer; a text that is neither a tick nor its absence is remarked on."""
    column = rows.sheet.column(use.column)
    cells = column.dictionary.to_pylist()
    marks = {name_key(mark) for mark, _ in use.words}
    answers = [_is_ticked(cell, use, marks) for cell in cells]
    places = codes(column)
    unread = [place for place, answer in enumerate(answers) if answer is None]
    for row in np.flatnonzero(np.isin(places, unread)):
        text = cells[int(places[row])]
        rows.remarks.add(
            "choice_not_ticked", line=int(rows.lines[row]), column=use.column, value=text
        )
    ticked: Mask = np.array([bool(answer) for answer in answers] + [False], bool)[places]
    return ticked


def _is_ticked(cell: str, use: ColumnUse, marks: set[str]) -> bool | None:
    if cell in use.missing:
        return False
    return True if name_key(cell) in marks else is_ticked(cell, use.choice)

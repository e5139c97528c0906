"""The file of a tool that writes the number of each printed option instead of its words.

Age groups and jobs stand there as 1, 2, 3, and so may ratings, with the best answer printed first.
Which end is best is asked then, once for all, unless headers or answers say it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from analytics.intake.cells.text_keys import BRACKET
from analytics.intake.cells.vocabulary import any_part, either, vocabulary
from analytics.intake.mapping.column_use import BLOCKING, NO_DIRECTION, ColumnUse
from analytics.intake.mapping.question_header import read_question
from analytics.intake.mapping.rating_scale import numbers_of
from analytics.intake.table.inspection import ColumnSeen, Inspection

ABOUT = vocabulary()["about"]
CODED = re.compile(either(ABOUT["coded"]), re.IGNORECASE)
RATED = re.compile(any_part(ABOUT["rated"]), re.IGNORECASE)
SCORED = re.compile(any_part(ABOUT["scored"]), re.IGNORECASE)
MOST_CODES = 15


def asking_for_printed_order(
    uses: list[ColumnUse], inspection: Inspection, mapped_before: set[str]
) -> list[ColumnUse]:
    """The ratings of such a file with the question which end is best."""
    if not holds_codes(inspection.columns):
        return uses
    return [
        replace(use, doubt=NO_DIRECTION)
        if use.column not in mapped_before and _is_open(use, inspection.column(use.column))
        else use
        for use in uses
    ]


def holds_codes(columns: Sequence[ColumnSeen]) -> bool:
    """Does a column that can only be a list of words hold small numbers."""
    return any(_is_coded(column) for column in columns)


def _is_coded(column: ColumnSeen) -> bool:
    name = BRACKET.sub("", column.name)
    if not CODED.search(name) or RATED.search(name) or column.numeric_share < 0.9:
        return False
    numbers = [number for number, _ in numbers_of(column)]
    return column.distinct > 1 and all(-3 <= n <= MOST_CODES and n == int(n) for n in numbers)


def _is_open(use: ColumnUse, column: ColumnSeen | None) -> bool:
    """A rating in numbers, with nothing that says which end is best."""
    if column is None or not use.is_rating or use.form or use.doubt in BLOCKING:
        return False
    is_said = column.direction or SCORED.search(column.name) or read_question(column.name).scale
    is_plain = use.key != "recommend" and not use.words and not use.direction
    return is_plain and not is_said and not column.is_worded

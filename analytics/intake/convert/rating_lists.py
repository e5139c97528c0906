"""Ratings in hundredths of a scale point, and the lists that hold a row's by the items' slots."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyarrow as pa

from analytics.intake.cells.best_end import agrees
from analytics.intake.cells.rating import has_decimal_comma, rating, words_for
from analytics.intake.cells.remark import Refused
from analytics.intake.convert.item_slots import Questionnaire, RatingColumn
from analytics.intake.convert.ordered_answers import with_places_behind
from analytics.intake.convert.value_columns import Rows, counts, is_blank, parse_column
from analytics.intake.mapping.column_use import ColumnUse

HUNDREDTHS = 100
Matrix = np.ndarray[Any, np.dtype[np.int16]]
Mask = np.ndarray[Any, np.dtype[np.bool_]]


def ratings(rows: Rows, use: ColumnUse, measure: str = "") -> pa.Array:
    """A column's ratings in hundredths, more is better; null for "no answer"; what is outside the
    scale is remarked on.
    """
    scale = use.scale or (1.0, 5.0)
    words, missing = words_for(measure, scale, use.words), frozenset(use.missing)
    column = rows.sheet.column(use.column)
    cells = column.dictionary.to_pylist()
    is_decimal_comma = has_decimal_comma(zip(cells, counts(column), strict=True))
    if use.direction == "down" and agrees(use.column, cells):
        words = {word: scale[0] + scale[1] - points for word, points in words.items()}

    def parse(cell: str) -> int | None | Refused:
        if cell in missing or cell.removesuffix(".0") in missing:
            return None
        points = rating(cell, scale, words, use.is_reversed, is_decimal_comma=is_decimal_comma)
        if points is None or isinstance(points, Refused):
            return points
        return round(points * HUNDREDTHS)

    return parse_column(rows, use.column, parse, pa.int16())[0]


def rating_lists(rows: Rows, questionnaire: Questionnaire) -> dict[str, Any]:
    """The three answer lists; the others line up with `sat`, which reaches to the highest slot."""
    columns: dict[str, Any] = {}
    nothing = pa.nulls(len(rows.sheet), pa.list_(pa.int16()))
    for name, target in (("sat", "item"), ("imp", "importance"), ("expected", "expectation")):
        of_target = [
            column
            for column in questionnaire.rating_columns
            if column.use.target == target and column.use.column in rows.sheet.names
        ]
        values, answered = _matrix(rows, of_target, questionnaire.width)
        with_places_behind(rows, of_target, values, answered)
        is_asked = bool(of_target) or (name == "sat" and questionnaire.width > 0)
        columns[name] = _as_lists(values, answered) if is_asked else nothing
        columns[f"has_{name}"] = answered.any(axis=1)
        columns[f"of_{name}"] = answered
    return columns


def _matrix(rows: Rows, columns: list[RatingColumn], width: int) -> tuple[Matrix, Mask]:
    """Rows x slots: the ratings, and where there is one."""
    values: Matrix = np.zeros((len(rows.sheet), width), np.int16)
    answered: Mask = np.zeros((len(rows.sheet), width), bool)
    for column in columns:
        of_column = ratings(rows, column.use)
        is_given = ~is_blank(of_column)
        plain = of_column.fill_null(0).to_numpy(zero_copy_only=False)
        for slot in column.slots:
            values[:, slot - 1], answered[:, slot - 1] = plain, is_given
    return values, answered


def _as_lists(values: Matrix, answered: Mask) -> pa.Array:
    rows, width = values.shape
    flat = pa.array(values.ravel(), pa.int16(), mask=~answered.ravel())
    return pa.ListArray.from_arrays(pa.array(np.arange(rows + 1, dtype=np.int32) * width), flat)

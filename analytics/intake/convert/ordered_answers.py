"""Orders and points given out, as they were answered: question -> option -> place (1 is best) or
share of the whole.

Where only the first places were given, the options behind them share the places that are left: as
stated importance an option that many leave out counts less than one that few put first.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import pyarrow as pa

from analytics.intake.cells.number import plain_number
from analytics.intake.convert.item_slots import RatingColumn
from analytics.intake.convert.value_columns import Rows, codes
from analytics.intake.mapping.column_use import ColumnUse, Mapping
from analytics.intake.mapping.heading_parts import shared_questions
from analytics.intake.mapping.ranked_columns import RANK, SHARE

HUNDREDTHS = 100
Values = np.ndarray[Any, np.dtype[np.float64]]
Matrix = np.ndarray[Any, np.dtype[np.int16]]
Mask = np.ndarray[Any, np.dtype[np.bool_]]
Options = list[tuple[ColumnUse, str]]


def ordered_columns(rows: Rows, mapping: Mapping) -> dict[str, pa.Array]:
    """`ranks` and `shares` of every row; null where it gave none. No column where the file asks for
    neither.
    """
    columns = {}
    for name, form, kind in (("ranks", RANK, pa.int16()), ("shares", SHARE, pa.float64())):
        if questions := _questions(rows, mapping, form):
            values = {
                question: np.stack([_given(rows, use, form) for use, _ in options], axis=1)
                for question, options in questions.items()
            }
            columns[name] = _maps(questions, values, kind)
    return columns


def _questions(rows: Rows, mapping: Mapping, form: str) -> dict[str, Options]:
    """Question -> its columns with the option that each stands for."""
    uses = [use for use in mapping.columns if use.form == form and use.column in rows.sheet.names]
    groups = shared_questions([use.column for use in uses], lambda group: True)
    grouped = {place for group in groups for place in group.places}
    questions: dict[str, Options] = {
        group.stem: [(uses[place], option) for place, option in group.members] for group in groups
    }
    alone = [(use, use.column) for place, use in enumerate(uses) if place not in grouped]
    return questions | ({alone[0][1]: alone} if alone else {})


def _given(rows: Rows, use: ColumnUse, form: str) -> Values:
    """The places, or shares between 0 and 1, of a column; NaN for none."""
    low, high = use.scale or (1.0, 5.0)
    column = rows.sheet.column(use.column)
    numbers = [plain_number(text.rstrip("%分 ")) for text in column.dictionary.to_pylist()]
    inside = [
        number if number is not None and low <= number <= high else np.nan for number in numbers
    ]
    numbers_by_row = np.array([*inside, np.nan])[codes(column)]
    return np.asarray(numbers_by_row / high if form == SHARE else numbers_by_row)


def _maps(questions: dict[str, Options], values: dict[str, Values], kind: pa.DataType) -> pa.Array:
    """A map a row: question -> option -> number, of what was answered."""
    size = len(next(iter(values.values())))
    maps: list[list[tuple[str, list[tuple[str, Any]]]] | None] = []
    for row in range(size):
        answered = []
        for question, options in questions.items():
            numbers = values[question][row]
            pairs = [
                (option, float(number))
                for (_, option), number in zip(options, numbers, strict=True)
                if number == number
            ]
            answered += [(question, pairs)] if pairs else []
        maps.append(answered or None)
    floats = pa.array(maps, pa.map_(pa.string(), pa.map_(pa.string(), pa.float64())))
    return floats.cast(pa.map_(pa.string(), pa.map_(pa.string(), kind)))


def with_places_behind(
    rows: Rows, columns: list[RatingColumn], values: Matrix, answered: Mask
) -> None:
    """Fill in, as stated importance, what those left out who put only the first places in order."""
    ranked = [column for column in columns if column.use.form == RANK]
    groups = shared_questions([column.use.column for column in ranked], lambda group: True)
    for group in groups:
        members = [ranked[place] for place in group.places]
        slots = [slot - 1 for column in members for slot in column.slots]
        places = answered[:, slots].sum(axis=1)
        partial = (places > 0) & (places < len(slots))
        if not partial.any():
            continue
        low, high = members[0].use.scale or (1.0, float(len(slots)))
        behind = (places + 1 + len(slots)) / 2
        points = low + high - behind if members[0].use.is_reversed else behind
        for slot in slots:
            is_open = partial & ~answered[:, slot]
            values[is_open, slot] = np.rint(points[is_open] * HUNDREDTHS)
            answered[is_open, slot] = True
        rows.remarks.add("ranks_partial", column=members[0].use.column)

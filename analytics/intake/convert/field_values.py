"""The values of a field, read as its form says: amounts, areas, days, moments, yes and no, text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np
import pyarrow as pa

from analytics.intake.cells.amount_unit import header_unit
from analytics.intake.cells.category import CATEGORY_KEYS, one_spelling
from analytics.intake.cells.date import parse_day, parse_moment
from analytics.intake.cells.number import (
    currency_of,
    parse_area,
    parse_money,
    parse_number,
    parse_whole,
)
from analytics.intake.cells.rating import MISSING, NOT_SAID
from analytics.intake.cells.text_keys import name_key, name_keys
from analytics.intake.cells.yes_no import parse_yes_no
from analytics.intake.convert.value_columns import Rows, codes, counts, parse_column, text_column
from analytics.intake.mapping.amount_columns import bare_amounts
from analytics.intake.mapping.column_use import ColumnUse, Mapping
from analytics.intake.table.file_kinds import kind_of

TYPES = {
    "number": pa.float64(),
    "area": pa.float64(),
    "moment": pa.timestamp("us"),
    "money": pa.float64(),
    "whole": pa.int64(),
    "day": pa.date32(),
    "yes_no": pa.bool_(),
}


def field_values(rows: Rows, mapping: Mapping, key: str) -> pa.Array:
    """The values of a field, read as its form says; nulls where no column holds it."""
    field = kind_of(mapping.kind).field(key)
    use = mapping.field_column(key)
    form = field.form if field else "text"
    if use is None:
        return pa.nulls(len(rows.sheet), TYPES.get(form, pa.string()))
    if form not in TYPES:
        texts = text_column(rows, use.column, frozenset(use.missing) | _unsaid(rows, use.column))
        return _in_one_spelling(texts, key) if key in CATEGORY_KEYS else texts
    reader = _money_reader(rows, use) if form == "money" else _reader(form, use)
    values, _ = parse_column(rows, use.column, _or_nothing(reader, use), TYPES[form])
    if form == "money":
        _remark_bare(rows, use)
    return values


def _in_one_spelling(texts: pa.Array, key: str) -> pa.Array:
    """Categories, each in one spelling."""
    encoded = texts.dictionary_encode()
    distinct = encoded.dictionary.to_pylist()
    spelling = one_spelling(distinct, key, dict(zip(distinct, counts(encoded), strict=True)))
    return pa.array([spelling[text] for text in distinct], pa.string()).take(encoded.indices)


def _remark_bare(rows: Rows, use: ColumnUse) -> None:
    """Name the small bare amounts of a column whose other cells say 万: nobody can tell
    whether they are meant in 万 too.
    """
    column = rows.sheet.column(use.column)
    bare = bare_amounts(column.dictionary.to_pylist(), use)
    for row in np.flatnonzero(np.isin(codes(column), list(bare))).tolist():
        rows.remarks.add(
            "unit_unsaid", line=int(rows.lines[row]), column=use.column, value=column[row].as_py()
        )


def _unsaid(rows: Rows, column: str) -> frozenset[str]:
    texts = rows.sheet.column(column).dictionary.to_pylist()
    return frozenset(
        text for text, key in zip(texts, name_keys(texts), strict=True) if key in NOT_SAID
    )


def _money_reader(rows: Rows, use: ColumnUse) -> Callable[[str], Any]:
    """Amounts are in the currency their header says, else in the one most of the cells state."""
    currency = header_unit(use.column)[1] or use.currency or _usual_currency(rows, use.column)
    return partial(parse_money, unit=use.unit, currency=currency, grouping=use.grouping)


def _usual_currency(rows: Rows, name: str) -> str:
    """The currency that most cells of a column state; '' where none does."""
    column, cells_stating = rows.sheet.column(name), Counter[str]()
    for amount, count in zip(column.dictionary.to_pylist(), counts(column), strict=True):
        if currency := currency_of(amount):
            cells_stating[currency] += count
    return cells_stating.most_common(1)[0][0] if cells_stating else ""


def _reader(form: str, use: ColumnUse) -> Callable[[str], Any]:
    if form == "day":
        return partial(parse_day, order=use.date_order)
    if form == "moment":
        return partial(parse_moment, order=use.date_order)
    if form == "yes_no":
        return parse_yes_no
    if form == "area":
        return partial(parse_area, unit=use.unit, stand=use.stand_sqm, grouping=use.grouping)
    reader = parse_whole if form == "whole" else parse_number
    return partial(reader, unit=use.unit, grouping=use.grouping)


def _or_nothing(read: Callable[[str], Any], use: ColumnUse) -> Callable[[str], Any]:
    return lambda cell: None if cell in use.missing or name_key(cell) in MISSING else read(cell)

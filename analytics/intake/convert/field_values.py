"""The values of a field, read as its form says: amounts, areas, days, moments, yes and no, text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from analytics.clock import today
from analytics.intake.cells.amount_unit import header_unit
from analytics.intake.cells.category import CATEGORY_KEYS, one_spelling
from analytics.intake.cells.complaint_words import outcome_reader
from analytics.intake.cells.counted_moment import COUNTED, counted_moment
from analytics.intake.cells.date import parse_moment
from analytics.intake.cells.number import (
    currency_of,
    parse_area,
    parse_money,
    parse_number,
    parse_whole,
)
from analytics.intake.cells.rating import MISSING, NOT_SAID
from analytics.intake.cells.real_day import doubted
from analytics.intake.cells.remark import Refused
from analytics.intake.cells.text_keys import name_key, name_keys
from analytics.intake.cells.yes_no import parse_yes_no
from analytics.intake.convert.spreadsheet_losses import lost_words
from analytics.intake.convert.value_columns import Rows, codes, counts, parse_column, text_column
from analytics.intake.mapping.amount_columns import bare_amounts
from analytics.intake.mapping.column_use import ColumnUse, Mapping
from analytics.intake.table.file_kinds import kind_of

MAY_COME = ("starts_on", "ends_on", "due_on", "next_on")
OF_FEW_WORDS = ("booth_no", "booth_type", "hall", "size_band", "visitor_group", "ownership")
STANDS = ("booth_no", "hall")
ON_DAYS_OF_THEIR_OWN = ("answered_on", "received_on")
FEWEST_ON_ONE_DAY = 10
TYPES = {
    "number": pa.float64(),
    "area": pa.float64(),
    "moment": pa.timestamp("us"),
    "money": pa.float64(),
    "whole": pa.int64(),
    "day": pa.date32(),
    "yes_no": pa.bool_(),
    "outcome": pa.string(),
}


def field_values(rows: Rows, mapping: Mapping, key: str) -> pa.Array:
    """The values of a field, read as its form says; nulls where no column holds it."""
    field = kind_of(mapping.kind).field(key)
    use = mapping.field_column(key)
    form = field.form if field else "text"
    if use is None:
        return pa.nulls(len(rows.sheet), TYPES.get(form, pa.string()))
    if form not in TYPES:
        missing = frozenset(use.missing) | _unsaid(rows, use.column)
        if key in OF_FEW_WORDS:
            missing |= lost_words(rows, use.column, is_stand=key in STANDS)
        texts = text_column(rows, use.column, missing)
        return _in_one_spelling(texts, key) if key in CATEGORY_KEYS else texts
    reader = _reader_of(rows, form, use)
    values, _ = parse_column(rows, use.column, or_nothing(reader, use), TYPES[form])
    if form == "money":
        remark_bare(rows, use)
    if key in ON_DAYS_OF_THEIR_OWN:
        return _without_one_day_for_all(rows, use, values)
    return values


def _reader_of(rows: Rows, form: str, use: ColumnUse) -> Callable[[str], Any]:
    if form == "money":
        return _money_reader(rows, use)
    if form == "outcome":
        return outcome_reader(rows.sheet.column(use.column).dictionary.to_pylist())
    return _reader(form, use)


def _in_one_spelling(texts: pa.Array, key: str) -> pa.Array:
    """Categories, each in one spelling."""
    encoded = texts.dictionary_encode()
    distinct = encoded.dictionary.to_pylist()
    spelling = one_spelling(distinct, key, dict(zip(distinct, counts(encoded), strict=True)))
    return pa.array([spelling[text] for text in distinct], pa.string()).take(encoded.indices)


def _without_one_day_for_all(rows: Rows, use: ColumnUse, values: pa.Array) -> pa.Array:
    """Nothing where every line has the same day and hour: that of an export, nobody's own."""
    days = values.drop_null()
    if len(days) < FEWEST_ON_ONE_DAY or pc.count_distinct(days).as_py() > 1:
        return values
    rows.remarks.add("one_day_for_all", column=use.column, value=str(days[0].as_py()))
    return pa.nulls(len(values), values.type)


def remark_bare(rows: Rows, use: ColumnUse) -> None:
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
    if form in ("day", "moment"):
        return partial(_moment if form == "moment" else _day, use=use)
    if form == "yes_no":
        return parse_yes_no
    if form == "area":
        return partial(parse_area, unit=use.unit, stand=use.stand_sqm, grouping=use.grouping)
    reader = parse_whole if form == "whole" else parse_number
    return partial(reader, unit=use.unit, grouping=use.grouping)


def _moment(text: str, use: ColumnUse) -> datetime | Refused:
    is_counted = use.date_order in COUNTED
    moment = (
        counted_moment(text, use.date_order) if is_counted else parse_moment(text, use.date_order)
    )
    if isinstance(moment, Refused):
        return moment
    return doubted(moment.date(), today(), may_come=use.key in MAY_COME) or moment


def _day(text: str, use: ColumnUse) -> date | Refused:
    moment = _moment(text, use)
    return moment if isinstance(moment, Refused) else moment.date()


def or_nothing(read: Callable[[str], Any], use: ColumnUse) -> Callable[[str], Any]:
    """A reader that takes ways to say nothing for nothing."""
    return lambda cell: None if cell in use.missing or name_key(cell) in MISSING else read(cell)

"""Amounts with what they are in: the currency a cell states, that of its column, that of its row.

What is in doubt is no amount: a cell that says another currency than its header, or a row whose
currency cannot be read.
"""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import Any

import numpy as np
import pyarrow as pa

from analytics.intake.cells.amount_unit import header_unit, read_unit
from analytics.intake.cells.number import currency_of, parse_money
from analytics.intake.cells.rating import MISSING
from analytics.intake.cells.text_keys import name_key
from analytics.intake.convert.field_values import field_values, or_nothing, remark_bare
from analytics.intake.convert.value_columns import Rows, parse_column
from analytics.intake.mapping.column_use import ColumnUse, Mapping

Texts = list[str | None]
AMOUNTS = ("fee", "turnover")
CURRENCY_OF = {"fee": "currency", "turnover": "turnover_currency"}


def amount_columns(rows: Rows, mapping: Mapping) -> dict[str, pa.Array]:
    """fee, turnover and the currency of each; null where nothing says it."""
    by = mapping.field_column("currency")
    in_rows = _currencies_of_rows(rows, by.column) if by else None
    columns: dict[str, pa.Array] = {}
    for key in AMOUNTS:
        use = mapping.field_column(key)
        if use is None:
            columns[key] = field_values(rows, mapping, key)
            columns[CURRENCY_OF[key]] = pa.nulls(len(rows.sheet), pa.string())
        else:
            columns |= _amounts(rows, use, key, in_rows)
            _remark_several(rows, by or use, columns[CURRENCY_OF[key]])
    return columns


def _amounts(rows: Rows, use: ColumnUse, key: str, in_rows: Texts | None) -> dict[str, pa.Array]:
    named = header_unit(use.column)[1]
    read = partial(parse_money, unit=use.unit, currency=named, grouping=use.grouping)
    values, _ = parse_column(rows, use.column, or_nothing(read, use), pa.float64())
    remark_bare(rows, use)
    column = rows.sheet.column(use.column)
    stated = [currency_of(text) for text in column.dictionary.to_pylist()]
    of_cells = pa.array(stated, pa.string()).take(column.indices).to_pylist()
    amounts: list[float | None] = values.to_pylist()
    currencies = [cell or named or use.currency or None for cell in of_cells]
    if in_rows is not None:
        currencies = _by_rows(rows, use, amounts, currencies, in_rows)
    currencies = [
        currency if amount is not None else None
        for currency, amount in zip(currencies, amounts, strict=True)
    ]
    return {
        key: pa.array(amounts, pa.float64()),
        CURRENCY_OF[key]: pa.array(currencies, pa.string()),
    }


def _by_rows(
    rows: Rows, use: ColumnUse, amounts: list[float | None], currencies: Texts, in_rows: Texts
) -> Texts:
    """The currencies that the rows say. An amount whose own mark or header says another one, or
    whose row says none that can be read, is taken out of `amounts` and remarked on.
    """
    column = rows.sheet.column(use.column)
    for row, (own, of_row) in enumerate(zip(currencies, in_rows, strict=True)):
        is_known = own == of_row if own and of_row else own or of_row
        if amounts[row] is not None and not is_known:
            rows.remarks.add(
                "other_currency" if of_row else "currency_unread",
                line=int(rows.lines[row]),
                column=use.column,
                value=column[row].as_py(),
                stated=of_row or "",
                currency=own or "",
            )
            amounts[row] = None
    return [of_row or own for own, of_row in zip(currencies, in_rows, strict=True)]


def _currencies_of_rows(rows: Rows, name: str) -> Texts:
    """What each row says its amounts are in, by the column of this name; None for nothing known."""
    column = rows.sheet.column(name)
    codes = [currency_named(text) for text in column.dictionary.to_pylist()]
    return list(pa.array(codes, pa.string()).take(column.indices).to_pylist())


def currency_named(text: str) -> str | None:
    """The code of the currency that a cell names; None for none that is known."""
    if name_key(text) in MISSING:
        return None
    return read_unit(text).currency or currency_of(text) or None


def _remark_several(rows: Rows, use: ColumnUse, currencies: pa.Array) -> None:
    counts = Counter(currencies.drop_null().to_pylist())
    if len(counts) > 1:
        listed = ", ".join(f"{currency} × {count}" for currency, count in counts.most_common())
        rows.remarks.add("several_currencies", column=use.column, currencies=listed)


def remark_added_apart(rows: Rows, keys: list[Any], columns: dict[str, pa.Array]) -> None:
    """Name the lines of an exhibitor whose amounts at one edition are in several currencies: what
    is in the rarer one cannot be added to the rest.
    """
    for key in AMOUNTS:
        currencies = columns[CURRENCY_OF[key]].to_pylist()
        of_exhibitor: dict[Any, set[str]] = {}
        for who, currency in zip(keys, currencies, strict=True):
            if currency:
                of_exhibitor.setdefault(who, set()).add(currency)
        for row in np.flatnonzero(rows.stay).tolist():
            if currencies[row] and len(of_exhibitor[keys[row]]) > 1:
                line = int(rows.lines[row])
                rows.remarks.add("amounts_apart", line=line, currency=currencies[row])

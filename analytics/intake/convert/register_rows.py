"""Exhibitors, participations, editions, visitor counts, complaints: one row of the file, one row of
the store.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np
import pyarrow as pa

from analytics.edition_number import FIRST_YEAR
from analytics.intake.cells.amount_unit import header_unit
from analytics.intake.cells.date import parse_day, parse_moment
from analytics.intake.cells.edition import parse_edition
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
from analytics.intake.convert import edition_of_row
from analytics.intake.convert.exhibitor_codes import sound_codes
from analytics.intake.convert.value_columns import (
    Rows,
    codes,
    counts,
    is_blank,
    parsed,
    repeated,
    table_of,
    text,
)
from analytics.intake.mapping.amount_columns import bare_amounts
from analytics.intake.mapping.column_use import ColumnUse, Mapping
from analytics.intake.mapping.known_fair import Known
from analytics.intake.table.file_kinds import kind_of

Tables = dict[str, pa.Table]
SEPARATORS, BETWEEN = re.compile("[;；、|｜\n]"), "|"
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
    found = kind_of(mapping.kind).field(key)
    use = mapping.field_column(key)
    form = found.form if found else "text"
    if use is None:
        return pa.nulls(len(rows.sheet), TYPES.get(form, pa.string()))
    if form not in TYPES:
        return text(rows, use.column, frozenset(use.missing) | _unsaid(rows, use.column))
    reader = _money_reader(rows, use) if form == "money" else _reader(form, use)
    values, _ = parsed(rows, use.column, _or_nothing(reader, use), TYPES[form])
    if form == "money":
        _remark_bare(rows, use)
    return values


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
    """Amounts of a column are in the currency its header says, else in the one most of its cells
    state.
    """
    column, said = rows.sheet.column(use.column), Counter[str]()
    for amount, count in zip(column.dictionary.to_pylist(), counts(column), strict=True):
        if one := currency_of(amount):
            said[one] += count
    usual = (
        header_unit(use.column)[1] or use.currency or (said.most_common(1)[0][0] if said else "")
    )
    return partial(parse_money, unit=use.unit, currency=usual, grouping=use.grouping)


def _reader(form: str, use: ColumnUse) -> Callable[[str], Any]:
    if form == "day":
        return partial(parse_day, order=use.date_order)
    if form == "moment":
        return partial(parse_moment, order=use.date_order)
    if form == "yes_no":
        return parse_yes_no
    if form == "area":
        return partial(parse_area, unit=use.unit, stand=use.stand_sqm, grouping=use.grouping)
    return partial(
        parse_whole if form == "whole" else parse_number, unit=use.unit, grouping=use.grouping
    )


def _or_nothing(read: Callable[[str], Any], use: ColumnUse) -> Callable[[str], Any]:
    return lambda cell: None if cell in use.missing or name_key(cell) in MISSING else read(cell)


def exhibitor_keys(
    rows: Rows, mapping: Mapping, edition: pa.Array | None = None
) -> tuple[pa.Array, pa.Array, pa.Array]:
    """(key, code, name) of each row: 'c:' and the code, else 'n:' and the folded name, null where
    the row names nobody.
    """
    code, name = field_values(rows, mapping, "code"), field_values(rows, mapping, "name")
    if use := mapping.field_column("code"):
        code = sound_codes(rows, use.column, code, name, edition)
    folded = _folded(name)
    keys = [
        f"c:{by_code}" if by_code else f"n:{by_name}" if by_name else None
        for by_code, by_name in zip(code.to_pylist(), folded.to_pylist(), strict=True)
    ]
    return pa.array(keys, pa.string()), code, name


def _folded(names: pa.Array) -> pa.Array:
    encoded = names.dictionary_encode()
    keys = pa.array([key or None for key in name_keys(encoded.dictionary.to_pylist())], pa.string())
    return keys.take(encoded.indices)


def _several_folded(names: pa.Array) -> pa.Array:
    """The names that each cell lists, folded and parted by BETWEEN; a slash is none, for it stands
    inside names (A/S).
    """
    folded = [[name_key(one) for one in SEPARATORS.split(cell or "")] for cell in names.to_pylist()]
    return pa.array([BETWEEN.join(filter(None, keys)) or None for keys in folded], pa.string())


def without_repeats(rows: Rows, mapping: Mapping) -> None:
    """Leave out lines that say in every mapped column what an earlier line says."""
    used = [use.column for use in mapping.columns if use.target != "ignore"]
    if used:
        rows.leave_out(repeated([codes(rows.sheet.column(name)) for name in used]), "duplicate_row")


def exhibitors(rows: Rows, mapping: Mapping, known: Known) -> Tables:
    without_repeats(rows, mapping)
    columns = {
        key: field_values(rows, mapping, key)
        for key in (
            "name",
            "former_name",
            "country",
            "region",
            "industry",
            "ownership",
            "size_band",
            "account_owner",
        )
    }
    rows.leave_out(np.flatnonzero(is_blank(columns["name"])), "no_name", _column(mapping, "name"))
    columns |= {
        "code": exhibitor_keys(rows, mapping)[1],
        "name_key": _folded(columns["name"]),
        "former_key": _several_folded(columns["former_name"]),
    }
    fair = pa.repeat(pa.scalar(mapping.fair_id), len(rows.sheet))
    return {"exhibitor_rows": rows.only_kept({"fair_id": fair} | columns)}


def _column(mapping: Mapping, key: str) -> str | None:
    use = mapping.field_column(key)
    return use.column if use else None


def participations(rows: Rows, mapping: Mapping, known: Known) -> Tables:
    without_repeats(rows, mapping)
    numbers = edition_of_row.numbers_of(rows, mapping, known)
    keys, code, name = exhibitor_keys(rows, mapping, numbers)
    rows.leave_out(np.flatnonzero(is_blank(keys)), "no_exhibitor")
    columns = {
        key: field_values(rows, mapping, key)
        for key in ("booth_area_sqm", "booth_no", "booth_type", "hall", "fee", "turnover", "leads")
    }
    head = {
        "edition_id": edition_of_row.ids_of(numbers, mapping.fair_id),
        "exhibitor_key": keys,
        "exhibitor_name": name,
    }
    stored = rows.only_kept(head | columns)
    return {
        "participation_rows": stored,
        "exhibitor_rows": _named_here(rows, mapping.fair_id, keys, code, name),
        "edition_rows": edition_of_row.edition_rows(
            rows.only_kept({"n": numbers})["n"].to_pylist(), mapping, known
        ),
    }


def _named_here(
    rows: Rows, fair_id: str, keys: pa.Array, code: pa.Array, name: pa.Array
) -> pa.Table:
    """One register row per exhibitor and name that take part, from the last line that says so: a
    fair may have no other list.
    """
    kept = rows.only_kept({"key": keys, "code": code, "name": name})
    last: dict[tuple[str, str], dict[str, Any]] = {}
    for row in kept.to_pylist():
        shown = row["name"] or row["code"]
        last[row["key"], name_key(shown)] = {
            "fair_id": fair_id,
            "line": row["line"],
            "code": row["code"],
            "name": shown,
            "name_key": name_key(shown),
        }
    types = {
        "fair_id": pa.string(),
        "line": pa.int32(),
        "code": pa.string(),
        "name": pa.string(),
        "name_key": pa.string(),
    }
    return table_of(list(last.values()), types)


def fair_editions(rows: Rows, mapping: Mapping, known: Known) -> Tables:
    without_repeats(rows, mapping)
    numbers = edition_of_row.numbers_of(rows, mapping, known)
    rows.leave_out(
        repeated([numbers.fill_null(-1).to_numpy(zero_copy_only=False)]),
        "duplicate_edition",
        _column(mapping, "edition"),
    )
    columns = {
        key: field_values(rows, mapping, key)
        for key in (
            "name_zh",
            "name_en",
            "starts_on",
            "ends_on",
            "held",
            "turnover",
            "revenue",
            "cost",
            "year",
        )
    }
    columns["year"] = _years(columns["year"], columns["starts_on"], rows, mapping)
    currency = field_values(rows, mapping, "currency")
    if use := mapping.field_column("turnover"):
        currency = currency.fill_null(
            header_unit(use.column)[1] or use.currency or pa.scalar(None, pa.string())
        )
    fair = pa.repeat(pa.scalar(mapping.fair_id), len(rows.sheet))
    head = {
        "edition_id": edition_of_row.ids_of(numbers, mapping.fair_id),
        "fair_id": fair,
        "number": numbers,
        "currency": currency,
    }
    return {"edition_rows": rows.only_kept(head | columns).drop_columns(["line"])}


def _years(years: pa.Array, starts: pa.Array, rows: Rows, mapping: Mapping) -> pa.Array:
    """The year said, else that of the first day, else the edition itself where it is a year."""
    use = mapping.field_column("edition")
    said = text(rows, use.column if use else None).to_pylist()
    found = []
    for year, day, edition in zip(years.to_pylist(), starts.to_pylist(), said, strict=True):
        number = parse_edition(edition) if edition else None
        as_year = number if isinstance(number, int) and number >= FIRST_YEAR else None
        found.append(year or (day.year if day else None) or as_year)
    return pa.array(found, pa.int32())


def attendance(rows: Rows, mapping: Mapping, known: Known) -> Tables:
    without_repeats(rows, mapping)
    numbers = edition_of_row.numbers_of(rows, mapping, known)
    visitors = field_values(rows, mapping, "visitors")
    below = [
        row for row, count in enumerate(visitors.to_pylist()) if count is not None and count < 0
    ]
    rows.leave_out(below, "negative", _column(mapping, "visitors"))
    rows.leave_out(np.flatnonzero(is_blank(visitors)), "no_count", _column(mapping, "visitors"))
    columns = {key: field_values(rows, mapping, key) for key in ("day", "visitor_group")}
    audience = pa.repeat(pa.scalar("visitor"), len(rows.sheet))
    head = {
        "edition_id": edition_of_row.ids_of(numbers, mapping.fair_id),
        "audience": audience,
        "visitors": visitors,
    }
    return {
        "attendance_rows": rows.only_kept(head | columns),
        "edition_rows": edition_of_row.edition_rows(
            rows.only_kept({"n": numbers})["n"].to_pylist(), mapping, known
        ),
    }


def complaints(rows: Rows, mapping: Mapping, known: Known) -> Tables:
    without_repeats(rows, mapping)
    numbers = edition_of_row.numbers_of(rows, mapping, known)
    keys, _, name = exhibitor_keys(rows, mapping, numbers)
    columns = {
        key: field_values(rows, mapping, key)
        for key in ("topic", "channel", "received_on", "resolved_on", "status", "description")
    }
    head = {
        "edition_id": edition_of_row.ids_of(numbers, mapping.fair_id),
        "exhibitor_key": keys,
        "exhibitor_name": name,
    }
    return {
        "complaint_rows": rows.only_kept(head | columns),
        "edition_rows": edition_of_row.edition_rows(
            rows.only_kept({"n": numbers})["n"].to_pylist(), mapping, known
        ),
    }

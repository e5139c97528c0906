"""Exhibitors, participations, editions, visitor counts, complaints: one line, one row stored."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyarrow as pa

from analytics.edition_number import FIRST_YEAR
from analytics.intake.cells.amount_unit import header_unit
from analytics.intake.cells.edition import parse_edition
from analytics.intake.cells.text_keys import name_key
from analytics.intake.convert.amount_values import amount_columns, remark_added_apart
from analytics.intake.convert.edition_of_row import edition_rows, ids_of, numbers_of
from analytics.intake.convert.exhibitor_keys import exhibitor_keys, folded, several_folded
from analytics.intake.convert.field_values import field_values
from analytics.intake.convert.repeated_bookings import without_repeated_bookings
from analytics.intake.convert.shared_stands import without_shared_areas
from analytics.intake.convert.value_columns import (
    Rows,
    codes,
    is_blank,
    repeated_rows,
    table_of,
    text_column,
)
from analytics.intake.mapping.column_use import Mapping
from analytics.intake.mapping.known_fair import Known

Tables = dict[str, pa.Table]
EXHIBITOR_FIELDS = (
    "name",
    "name_en",
    "former_name",
    "country",
    "region",
    "industry",
    "ownership",
    "size_band",
    "account_owner",
)
PARTICIPATION_FIELDS = ("booth_area_sqm", "booth_no", "booth_type", "hall", "leads")
EDITION_FIELDS = (
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


def without_repeats(rows: Rows, mapping: Mapping) -> None:
    """Leave out lines that say in every mapped column what an earlier line says."""
    used = [use.column for use in mapping.columns if use.target != "ignore"]
    if used:
        rows.leave_out(
            repeated_rows([codes(rows.sheet.column(name)) for name in used]), "duplicate_row"
        )


def exhibitors(rows: Rows, mapping: Mapping, known: Known) -> Tables:
    without_repeats(rows, mapping)
    columns = {key: field_values(rows, mapping, key) for key in EXHIBITOR_FIELDS}
    rows.leave_out(np.flatnonzero(is_blank(columns["name"])), "no_name", _column(mapping, "name"))
    columns |= {
        "code": exhibitor_keys(rows, mapping)[1],
        "name_key": folded(columns["name"]),
        "former_key": several_folded(columns["former_name"]),
    }
    fair = pa.repeat(pa.scalar(mapping.fair_id), len(rows.sheet))
    return {"exhibitor_rows": rows.only_kept({"fair_id": fair} | columns)}


def _column(mapping: Mapping, key: str) -> str | None:
    use = mapping.field_column(key)
    return use.column if use else None


def participations(rows: Rows, mapping: Mapping, known: Known) -> Tables:
    without_repeated_bookings(rows, mapping)
    numbers = numbers_of(rows, mapping, known)
    keys, code, name = exhibitor_keys(rows, mapping, numbers)
    rows.leave_out(np.flatnonzero(is_blank(keys)), "no_exhibitor")
    columns = {key: field_values(rows, mapping, key) for key in PARTICIPATION_FIELDS}
    columns["booth_area_sqm"] = without_shared_areas(rows, mapping, numbers, keys, columns)
    columns |= amount_columns(rows, mapping)
    remark_added_apart(rows, list(zip(numbers.to_pylist(), keys.to_pylist(), strict=True)), columns)
    head = {
        "edition_id": ids_of(numbers, mapping.fair_id),
        "exhibitor_key": keys,
        "exhibitor_name": name,
    }
    return {
        "participation_rows": rows.only_kept(head | columns),
        "exhibitor_rows": _named_here(rows, mapping, keys, code, name),
        "edition_rows": edition_rows(rows, numbers, mapping, known, _amounts_in(mapping)),
    }


def _amounts_in(mapping: Mapping) -> str:
    """The currency that the header of the turnover names, else that of the fee; '' without."""
    uses = [use for use in map(mapping.field_column, ("turnover", "fee")) if use]
    named = [header_unit(use.column)[1] or use.currency for use in uses]
    return next(filter(None, named), "")


def _named_here(
    rows: Rows, mapping: Mapping, keys: pa.Array, code: pa.Array, name: pa.Array
) -> pa.Table:
    """One register row per exhibitor and name that take part, from the last line that says so: a
    fair may have no other list.
    """
    name_en = field_values(rows, mapping, "name_en")
    staying = rows.only_kept({"key": keys, "code": code, "name": name, "name_en": name_en})
    last: dict[tuple[str, str], dict[str, Any]] = {}
    for row in staying.to_pylist():
        row_name = row["name"] or row["code"]
        last[row["key"], name_key(row_name)] = {
            "fair_id": mapping.fair_id,
            "line": row["line"],
            "code": row["code"],
            "name": row_name,
            "name_en": row["name_en"],
            "name_key": name_key(row_name),
        }
    types = {
        "fair_id": pa.string(),
        "line": pa.int32(),
        "code": pa.string(),
        "name": pa.string(),
        "name_en": pa.string(),
        "name_key": pa.string(),
    }
    return table_of(list(last.values()), types)


def fair_editions(rows: Rows, mapping: Mapping, known: Known) -> Tables:
    without_repeats(rows, mapping)
    numbers = numbers_of(rows, mapping, known)
    rows.leave_out(
        repeated_rows([numbers.fill_null(-1).to_numpy(zero_copy_only=False)]),
        "duplicate_edition",
        _column(mapping, "edition"),
    )
    columns = {key: field_values(rows, mapping, key) for key in EDITION_FIELDS}
    columns["year"] = _years(columns["year"], columns["starts_on"], rows, mapping)
    head = {
        "edition_id": ids_of(numbers, mapping.fair_id),
        "fair_id": pa.repeat(pa.scalar(mapping.fair_id), len(rows.sheet)),
        "number": numbers,
        "currency": _currencies(rows, mapping),
    }
    return {"edition_rows": rows.only_kept(head | columns).drop_columns(["line"])}


def _currencies(rows: Rows, mapping: Mapping) -> pa.Array:
    """The currency each row says, else that of the turnover's header or the title."""
    currencies = field_values(rows, mapping, "currency")
    use = mapping.field_column("turnover")
    if use is None:
        return currencies
    usual = header_unit(use.column)[1] or use.currency
    return currencies.fill_null(usual or pa.scalar(None, pa.string()))


def _years(years: pa.Array, starts: pa.Array, rows: Rows, mapping: Mapping) -> pa.Array:
    """The year said, else that of the first day, else the edition itself where it is a year."""
    use = mapping.field_column("edition")
    editions = text_column(rows, use.column if use else None).to_pylist()
    whole_years = []
    for year, day, edition in zip(years.to_pylist(), starts.to_pylist(), editions, strict=True):
        number = parse_edition(edition) if edition else None
        as_year = number if isinstance(number, int) and number >= FIRST_YEAR else None
        whole_years.append(year or (day.year if day else None) or as_year)
    return pa.array(whole_years, pa.int32())


def attendance(rows: Rows, mapping: Mapping, known: Known) -> Tables:
    without_repeats(rows, mapping)
    numbers = numbers_of(rows, mapping, known)
    counts = {key: field_values(rows, mapping, key) for key in ("visitors", "visits")}
    for key, values in counts.items():
        below = [row for row, count in enumerate(values.to_pylist()) if (count or 0) < 0]
        rows.leave_out(below, "negative", _column(mapping, key))
    is_uncounted = is_blank(counts["visitors"]) & is_blank(counts["visits"])
    counted_in = _column(mapping, "visitors") or _column(mapping, "visits")
    rows.leave_out(np.flatnonzero(is_uncounted), "no_count", counted_in)
    columns = {key: field_values(rows, mapping, key) for key in ("day", "visitor_group")}
    head = {
        "edition_id": ids_of(numbers, mapping.fair_id),
        "audience": pa.repeat(pa.scalar("visitor"), len(rows.sheet)),
    }
    return {
        "attendance_rows": rows.only_kept(head | counts | columns),
        "edition_rows": edition_rows(rows, numbers, mapping, known),
    }

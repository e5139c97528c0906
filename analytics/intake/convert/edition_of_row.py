"""Which edition each row belongs to."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyarrow as pa

from analytics.edition_number import FIRST_YEAR
from analytics.intake.cells.edition import parse_edition
from analytics.intake.cells.remark import Refused
from analytics.intake.convert.value_columns import Rows, is_blank, parse_column, table_of
from analytics.intake.mapping.column_use import Mapping
from analytics.intake.mapping.known_fair import Known


def edition_id(fair_id: str, number: int) -> str:
    return f"{fair_id}-{number}"


def held_in(year: int, known: Known) -> int:
    """The number of a year's edition; the year where the fair counts by years or is new."""
    return next((edition.number for edition in known.editions if edition.year == year), year)


def numbers_of(rows: Rows, mapping: Mapping, known: Known) -> pa.Array:
    """Edition numbers, one a row. Rows that name none are left out."""
    use = mapping.field_column("edition")
    if use is None:
        return pa.repeat(pa.scalar(mapping.edition, pa.int32()), len(rows.sheet))

    def parse(text: str) -> int | Refused:
        number = parse_edition(text)
        if isinstance(number, Refused) or number < FIRST_YEAR:
            return number
        return held_in(number, known)

    remarks = rows.remarks
    rows.remarks = type(remarks)()  # the rows are left out below, with one remark each
    values, bad = parse_column(rows, use.column, parse, pa.int32())
    rows.remarks = remarks
    rows.leave_out(bad, "not_an_edition", use.column)
    empty = np.flatnonzero(is_blank(rows.sheet.column(use.column).indices))
    rows.leave_out(empty, "no_edition", use.column)
    return values


def ids_of(numbers: pa.Array, fair_id: str) -> pa.Array:
    """demo-8 for 8."""
    encoded = numbers.dictionary_encode()
    names = pa.array(
        [edition_id(fair_id, number) for number in encoded.dictionary.to_pylist()], pa.string()
    )
    return names.take(encoded.indices)


def edition_rows(
    rows: Rows, numbers: pa.Array, mapping: Mapping, known: Known, currency: str = ""
) -> pa.Table:
    """One row per edition that rows which stay belong to; more of it comes from elsewhere.

    `currency` is the one that the amounts of these rows are in, '' where the file names none.
    """
    years = {edition.number: edition.year for edition in known.editions}
    if mapping.edition is not None and mapping.year is not None:
        years[mapping.edition] = mapping.year
    editions: list[dict[str, Any]] = [
        {
            "edition_id": edition_id(mapping.fair_id, n),
            "fair_id": mapping.fair_id,
            "number": n,
            "year": years.get(n) or (n if n >= FIRST_YEAR else None),
            "currency": currency or None,
        }
        for n in sorted(set(rows.only_kept({"n": numbers})["n"].to_pylist()))
    ]
    types = {
        "edition_id": pa.string(),
        "fair_id": pa.string(),
        "number": pa.int32(),
        "year": pa.int32(),
        "currency": pa.string(),
    }
    return table_of(editions, types)

"""Bookings said twice. Two stands of one firm may be equal in all that is stored of them, so only a
line that tells itself apart (by its stand or booking number) is counted once.
"""

from __future__ import annotations

import numpy as np

from analytics.intake.cells.text_keys import header_key
from analytics.intake.cells.vocabulary import word_keys
from analytics.intake.convert.pointed_out_rows import name_repeated
from analytics.intake.convert.value_columns import Rows, codes, repeated_rows
from analytics.intake.mapping.column_use import Mapping


def without_repeated_bookings(rows: Rows, mapping: Mapping) -> None:
    """Leave out lines that repeat an earlier line with its number; name the other equal lines."""
    used = [use.column for use in mapping.columns if use.target != "ignore"]
    used = [name for name in used if name in rows.sheet.names]
    if not used:
        return
    numbers = _numbers(rows, mapping)
    telling = np.zeros(len(rows.sheet), bool)
    for name in numbers:
        telling |= codes(rows.sheet.column(name)) >= 0
    columns = [codes(rows.sheet.column(name)) for name in dict.fromkeys((*used, *numbers))]
    repeated = repeated_rows(columns)
    rows.leave_out(repeated[telling[repeated]], "duplicate_row")
    name_repeated(rows, ~telling)


def _numbers(rows: Rows, mapping: Mapping) -> list[str]:
    """The columns that tell bookings apart: the number of the stand, that of the booking."""
    use = mapping.field_column("booth_no")
    known = word_keys("numbering", "bookings")
    names = [name for name in rows.sheet.names if header_key(name) in known]
    return [*([use.column] if use and use.column in rows.sheet.names else []), *names]

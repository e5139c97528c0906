"""Rows that a column of their own file says not to count: left out, each named, the rule said."""

from __future__ import annotations

import numpy as np

from analytics.intake.convert.value_columns import Rows, codes, counts
from analytics.intake.mapping.column_use import ColumnUse, Mapping
from analytics.intake.mapping.qualifying_columns import ANYTHING


def leave_out_disqualified(rows: Rows, mapping: Mapping) -> None:
    """Leave out what the mapping's qualifying columns say."""
    for use in mapping.columns:
        if use.leaves_out and use.column in rows.sheet.names:
            _leave_out(rows, use)


def _leave_out(rows: Rows, use: ColumnUse) -> None:
    column = rows.sheet.column(use.column)
    texts = column.dictionary.to_pylist()
    is_any = ANYTHING in use.leaves_out
    places = [place for place, text in enumerate(texts) if is_any or text in use.leaves_out]
    if not places:
        return
    if not is_any:
        by_value = zip(texts, counts(column), strict=True)
        counted = " · ".join(f"{text} {count}" for text, count in by_value)
        rows.remarks.add("rows_by_value", column=use.column, values=counted)
    reason = "add_on" if is_any else "disqualified"
    rows.leave_out(np.flatnonzero(np.isin(codes(column), places)).tolist(), reason, use.column)

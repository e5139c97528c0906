"""The table behind a figure, as a reader sees it: numbers as numbers, each in its unit."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import streamlit as st

from analytics import look
from analytics.figures import Column, Figure
from analytics.wording import Say

if TYPE_CHECKING:
    import pandas as pd

FORMATS = {
    "share": ("", 1, "%%"),
    "points": ("+", 1, ""),
    "change": ("+", 2, ""),
    "score": ("", 2, ""),
    "number": ("", 2, ""),
}


def draw(figure: Figure, say: Say, *, key: str) -> None:
    """The table behind the figure, numbers as numbers."""
    shown = figure.data[[column.name for column in figure.columns]].copy()
    for column in figure.columns:
        if column.unit == "share":
            shown[column.name] = shown[column.name].astype("float64") * 100
        if (column.unit, column.digits) == ("number", 0):
            shown[column.name] = shown[column.name].astype("float64").round()
        elif column.unit in FORMATS:
            shown[column.name] = _without_minus_zero(shown[column.name].astype("float64"), column)
    settings = {column.name: _column(column) for column in figure.columns}
    write_p = partial(look.written, unit="p", say=say)
    writers = {column.name: write_p for column in figure.columns if column.unit == "p"}
    written = shown.style.format(writers) if writers else shown
    st.dataframe(
        written,
        hide_index=True,
        width="stretch",
        column_config=settings,
        key=f"{key}-table",
        placeholder="–",
    )


def _column(column: Column) -> Any:
    """How a column of the table is written."""
    if column.unit == "text":
        return st.column_config.TextColumn(column.title)
    if column.unit == "date":
        return st.column_config.DateColumn(column.title)
    if column.unit == "p":
        return st.column_config.NumberColumn(column.title)
    is_whole = column.unit in ("count", "money") and not column.digits
    if is_whole or (column.unit, column.digits) == ("number", 0):
        return st.column_config.NumberColumn(column.title, format="localized")
    sign, digits, end = _format(column)
    return st.column_config.NumberColumn(column.title, format=f"%{sign}.{digits}f{end}")


def _format(column: Column) -> tuple[str, int, str]:
    sign, usual, end = FORMATS.get(column.unit, ("", 2, ""))
    return sign, usual if column.digits is None else column.digits, end


def _without_minus_zero(values: pd.Series, column: Column) -> pd.Series:
    """What would be written as −0.00 is 0.00."""
    return values.mask(values.abs() < 0.5 * 10.0 ** -_format(column)[1], 0.0)

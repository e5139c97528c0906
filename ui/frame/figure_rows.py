"""The table behind a figure, as a reader sees it: numbers as numbers, each in its unit."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

import streamlit as st

from analytics import look
from analytics.figures import Column, Figure
from analytics.rounding import tidy
from analytics.wording import Say

if TYPE_CHECKING:
    import pandas as pd

MOST_STYLED = 20_000
"""Cells a table is written out for; a larger one leaves the writing to the browser."""
FORMATS = {
    "share": ("", 1, "%%"),
    "points": ("+", 1, ""),
    "change": ("+", 2, ""),
    "score": ("", 2, ""),
    "number": ("", 2, ""),
}
WRITTEN = {*FORMATS, "p"}
NAME = "label"
"""The column that holds the name of what a row shows."""
Address = Callable[[str, str], str]


def draw(figure: Figure, say: Say, *, key: str, address: Address | None = None) -> None:
    """The table behind the figure, numbers as numbers: sorted by value, written as everywhere.

    `address`: where a row leads whose name is clicked, by its key and its name.
    """
    shown = figure.data[[column.name for column in figure.columns]].copy()
    is_styled = shown.size <= MOST_STYLED
    styled = [column for column in figure.columns if is_styled and column.unit in WRITTEN]
    for column in figure.columns:
        if column.unit not in ("text", "date", "p") and column not in styled:
            shown[column.name] = rounded(shown[column.name], column)
    writers: dict[str, Callable[[Any], str]] = {
        column.name: partial(look.written, unit=column.unit, say=say, digits=column.digits)
        for column in styled
    }
    settings = {column.name: _column(column, column in styled) for column in figure.columns}
    if address and is_styled and NAME in settings:
        names = shown[NAME].map(str)
        shown[NAME] = [address(*row) for row in zip(figure.data["key"], names, strict=True)]
        writers[NAME] = dict(zip(shown[NAME], names, strict=True)).__getitem__
        settings[NAME] = st.column_config.LinkColumn(settings[NAME]["label"])
    st.dataframe(
        shown.style.format(writers) if writers else shown,
        hide_index=True,
        width="stretch",
        column_config=settings,
        key=f"{key}-table",
        placeholder="–",
    )


def _column(column: Column, is_styled: bool) -> Any:
    """How a column of the table is written."""
    if column.unit == "text":
        return st.column_config.TextColumn(column.title)
    if column.unit == "date":
        return st.column_config.DateColumn(column.title)
    if is_styled or column.unit == "p":
        return st.column_config.NumberColumn(column.title)
    if not _decimals(column):
        return st.column_config.NumberColumn(column.title, format="localized")
    sign, _, end = FORMATS.get(column.unit, ("", 2, ""))
    return st.column_config.NumberColumn(column.title, format=f"%{sign}.{_decimals(column)}f{end}")


def _decimals(column: Column) -> int:
    if column.digits is not None:
        return column.digits
    return 0 if column.unit in ("count", "money") else FORMATS.get(column.unit, ("", 2, ""))[1]


def rounded(values: pd.Series, column: Column) -> pd.Series:
    """Rounded as everywhere, so that the browser has nothing left to round; shares in per cent.

    Amounts of money keep the decimals they have where they are small.
    """
    if column.unit in ("count", "money") and not column.digits:
        return values
    numbers = values.astype("float64")
    if column.unit == "share":
        return numbers.map(lambda share: tidy(share, _decimals(column) + 2) * 100)
    return numbers.map(lambda number: tidy(number, _decimals(column)))

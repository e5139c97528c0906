"""What a reader takes away from a card: the picture or the table, made when asked for."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from analytics import look, pictures, sheets
from analytics.figures import Figure
from analytics.wording import Say

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def draw(figure: Figure, say: Say, key: str) -> None:
    """The download menu of one card."""
    menu = st.popover(
        say("Download"),
        icon=":material/download:",
        type="tertiary",
        key=f"{key}-take",
        on_change="rerun",
    )
    if not menu.open:
        return
    with menu:
        if look.is_drawn(figure.form):
            _offer(
                say("Picture (PNG)"),
                "png",
                "image/png",
                lambda: pictures.picture(figure, say, "png"),
                key,
            )
            _offer(
                say("Picture for print (SVG)"),
                "svg",
                "image/svg+xml",
                lambda: pictures.picture(figure, say, "svg"),
                key,
            )
        _offer(say("Table (Excel)"), "xlsx", XLSX, lambda: sheets.workbook(figure, say), key)
        _offer(say("Table (CSV)"), "csv", "text/csv", lambda: sheets.figure_csv(figure), key)


def _offer(label: str, ending: str, mime: str, make: Callable[[], bytes], key: str) -> None:
    st.download_button(
        label,
        make,
        file_name=f"expolens-{key}.{ending}",
        mime=mime,
        on_click="ignore",
        key=f"{key}-{ending}",
        type="tertiary",
    )

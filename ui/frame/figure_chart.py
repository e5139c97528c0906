"""The chart of a figure in the browser: a drawing that stays, and the rows that change."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any
from weakref import WeakKeyDictionary

import streamlit as st
from streamlit.dataframe_util import convert_pandas_df_to_arrow_bytes

from analytics import look
from analytics.figures import (
    Bars,
    Figure,
    Flows,
    Form,
    Grid,
    Heatmap,
    Likert,
    Lines,
    Scatter,
    Stacked,
)
from analytics.wording import Say
from ui.frame import session

SMALL_WIDTH, SMALL_HEIGHT, SMALL_STEP = 340, 170, 19
Click = Callable[[str], None]
PACKED: WeakKeyDictionary[Figure, dict[tuple[look.Room | None, float], dict[str, bytes]]] = (
    WeakKeyDictionary()
)


def draw(figure: Figure, say: Say, *, key: str, clicked: Click | None = None) -> str | None:
    """The chart. Its drawing stays from run to run, so that the browser only exchanges the rows."""
    leads_on = is_clickable(figure)
    drawing = look.specification(figure.form, say.language, clickable=leads_on)
    drawing = with_data(drawing, figure, say)
    name, spoken = f"{key}-chart", spoken_of(figure.form)
    with st.container(key=f"chart-{key}"):
        if not leads_on:
            st.vega_lite_chart(spec=drawing, width="stretch", key=name, alt=spoken)
            return None
        on_select: Any = partial(_pass_click_on, name, clicked) if clicked else "rerun"
        event = st.vega_lite_chart(
            spec=drawing,
            width="stretch",
            key=name,
            alt=spoken,
            on_select=on_select,
            selection_mode="pick",
        )
    return _clicked_key(event)


def small(figure: Figure, say: Say) -> dict[str, Any] | None:
    """The drawing of the chart alone, low, with its rows; None where the figure is a table."""
    if not look.is_drawn(figure.form):
        return None
    drawing = look.specification(figure.form, say.language)
    if not isinstance(drawing["height"], dict):
        drawing["height"] = SMALL_HEIGHT
    elif "for" not in drawing["height"]:
        drawing["height"] = {"step": SMALL_STEP}
    return with_data(drawing, figure, say, (SMALL_WIDTH, SMALL_HEIGHT))


def with_data(
    drawing: dict[str, Any],
    figure: Figure,
    say: Say,
    room: look.Room | None = None,
    stretch: float = 1.0,
) -> dict[str, Any]:
    """The drawing with its rows beside it; a figure's rows are made and packed once for each room
    it is drawn in.

    `stretch`: how much higher than usual a row stands whose series lie beneath each other.
    """
    packed = PACKED.setdefault(figure, {})
    if (room, stretch) not in packed:
        frames = look.datasets(figure, say, room)
        if "shift" in frames["figure"]:
            frames["figure"]["shift"] *= stretch
        packed[room, stretch] = {
            name: convert_pandas_df_to_arrow_bytes(frame) for name, frame in frames.items()
        }
    return drawing | {"datasets": packed[room, stretch]}


def is_clickable(figure: Figure) -> bool:
    """Whether a click on a row leads further."""
    return bool(getattr(figure.form, "can_click", False) or figure.drill)


def _pass_click_on(name: str, clicked: Click) -> None:
    key = _clicked_key(session.value_of(name))
    if key is not None:
        clicked(key)


def _clicked_key(event: Any) -> str | None:
    rows = event["selection"].get("pick") if event else None
    return str(rows[0]["key"]) if rows else None


def spoken_of(form: Form) -> str:
    """What a screen reader says of the chart. Not from the data: that would redraw the chart."""
    parts: dict[type, Callable[[Any], str]] = {
        Bars: lambda bars: bars.axis,
        Likert: lambda likert: likert.axis,
        Lines: lambda lines: lines.axis,
        Stacked: lambda stacked: stacked.axis,
        Scatter: lambda scatter: f"{scatter.x_axis} × {scatter.y_axis}",
        Heatmap: lambda heatmap: f"{heatmap.row_axis} × {heatmap.x_axis}",
        Flows: lambda flows: f"{flows.row_axis} → {flows.x_axis}",
        Grid: lambda grid: "",
    }
    return parts[type(form)](form) or "–"

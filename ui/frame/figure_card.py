"""The figure card: the finding, its base, the chart or the table behind it, what to take away, and
how it is computed.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

import streamlit as st
from streamlit.dataframe_util import convert_pandas_df_to_arrow_bytes

from analytics import families, look
from analytics.figures import (
    Bars,
    Column,
    Figure,
    Form,
    Grid,
    Heatmap,
    Likert,
    Lines,
    Scatter,
    Stacked,
)
from analytics.wording import Say
from ui.frame import figure_downloads, session
from ui.frame.safe_labels import md
from ui.server import drawing_cache

if TYPE_CHECKING:
    import pandas as pd

CHART, TABLE = "chart", "table"
SMALL_WIDTH, SMALL_HEIGHT, SMALL_STEP = 340, 170, 19
Click = Callable[[str], None]
PACKED: WeakKeyDictionary[Figure, dict[tuple[look.Room | None, float], dict[str, bytes]]] = (
    WeakKeyDictionary()
)


def show(
    figure: Figure,
    say: Say,
    *,
    key: str,
    clicked: Click | None = None,
    pin: Callable[[], None] | None = None,
    trust: Callable[[], None] | None = None,
) -> str | None:
    """Draw the card. Returns the `key` of the row that was clicked last, where the figure leads
    further.

    `pin` draws one more button, `trust` a way on under how it is computed; `clicked` is called with
    that key before the page runs again.
    """
    with st.container(border=True, key=f"card-{key}"):
        st.subheader(md(figure.finding), anchor=False)
        st.caption(md(figure.base))
        view = session.kept(f"{key}-view", CHART) if look.is_drawn(figure.form) else TABLE
        picked = None
        if view == TABLE:
            rows(figure, say, key=key)
        else:
            picked = chart(figure, say, key=key, clicked=clicked)
        with st.container(key=f"notes-{key}", gap="small"):
            for note in figure.notes:
                st.caption(f":material/info: {md(note)}")
        _toolbar(figure, say, key, pin, trust)
    return picked


def small(figure: Figure, say: Say) -> dict[str, Any] | None:
    """The drawing of the chart alone, low, for a summary, with its rows; None where the figure is a
    table.
    """
    if not look.is_drawn(figure.form):
        return None
    drawing = drawing_cache.specification(figure.form, say.language)
    if not isinstance(drawing["height"], dict):
        drawing["height"] = SMALL_HEIGHT
    elif "for" not in drawing["height"]:
        drawing["height"] = {"step": SMALL_STEP}
    return with_data(drawing, figure, say, (SMALL_WIDTH, SMALL_HEIGHT))


def chart(figure: Figure, say: Say, *, key: str, clicked: Click | None = None) -> str | None:
    """The chart. Its drawing stays the same from run to run, so that the browser only exchanges the
    rows.
    """
    leads_on = is_clickable(figure)
    drawing = with_data(
        drawing_cache.specification(figure.form, say.language, clickable=leads_on), figure, say
    )
    name, spoken = f"{key}-chart", spoken_of(figure.form)
    with st.container(key=f"chart-{key}"):
        if not leads_on:
            st.vega_lite_chart(spec=drawing, width="stretch", key=name, alt=spoken)
            return None
        tell: Any = partial(_tell, name, clicked) if clicked else "rerun"
        event = st.vega_lite_chart(
            spec=drawing,
            width="stretch",
            key=name,
            alt=spoken,
            on_select=tell,
            selection_mode="pick",
        )
    return _picked(event)


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


def rows(figure: Figure, say: Say, *, key: str) -> None:
    """The table behind the figure, numbers as numbers."""
    shown = figure.data[[column.name for column in figure.columns]].copy()
    for column in figure.columns:
        if column.unit == "share":
            shown[column.name] = shown[column.name].astype("float64") * 100
        if (column.unit, column.digits) == ("number", 0):
            shown[column.name] = shown[column.name].astype("float64").round()
        elif column.unit in _FORMATS:
            shown[column.name] = _without_minus_zero(shown[column.name].astype("float64"), column)
    settings = {column.name: _column(column) for column in figure.columns}
    tested = {
        column.name: partial(look.written, unit="p", say=say)
        for column in figure.columns
        if column.unit == "p"
    }
    written = shown.style.format(tested) if tested else shown
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
    if (
        column.unit in ("count", "money")
        and not column.digits
        or (column.unit, column.digits) == ("number", 0)
    ):
        return st.column_config.NumberColumn(column.title, format="localized")
    sign, digits, end = _format(column)
    return st.column_config.NumberColumn(column.title, format=f"%{sign}.{digits}f{end}")


_FORMATS = {
    "share": ("", 1, "%%"),
    "points": ("+", 1, ""),
    "change": ("+", 2, ""),
    "score": ("", 2, ""),
    "number": ("", 2, ""),
}


def _format(column: Column) -> tuple[str, int, str]:
    sign, usual, end = _FORMATS.get(column.unit, ("", 2, ""))
    return sign, usual if column.digits is None else column.digits, end


def _without_minus_zero(values: pd.Series, column: Column) -> pd.Series:
    """What would be written as −0.00 is 0.00."""
    return values.mask(values.abs() < 0.5 * 10.0 ** -_format(column)[1], 0.0)


def _toolbar(
    figure: Figure,
    say: Say,
    key: str,
    pin: Callable[[], None] | None,
    trust: Callable[[], None] | None,
) -> None:
    with st.container(
        horizontal=True, vertical_alignment="center", gap="small", key=f"tools-{key}"
    ):
        if look.is_drawn(figure.form):
            _view_switch(say, key)
        figure_downloads.draw(figure, say, key)
        if pin:
            pin()
        how = st.popover(
            say("How computed?"),
            icon=":material/function:",
            type="tertiary",
            key=f"{key}-how",
            on_change="rerun",
        )
        if how.open:
            with how:
                method(figure, say)
                if trust:
                    trust()


def _view_switch(say: Say, key: str) -> None:
    names = {CHART: say("Chart"), TABLE: say("Table")}
    st.segmented_control(
        say("View"),
        list(names),
        default=CHART,
        required=True,
        label_visibility="collapsed",
        key=f"{key}-view",
        format_func=names.__getitem__,
    )


def method(figure: Figure, say: Say) -> None:
    """How it is computed, what that assumes, and what was tested."""
    texts = {
        say("Formula"): say(figure.method.formula),
        say("Assumes"): say(figure.method.assumption),
        say("What would make it wrong"): say(figure.method.caution),
        say("Source"): say(figure.method.source),
    }
    if figure.families:
        texts[say("Tests read together")] = families.told(figure.families, say)
    for title, text in (texts | figure.details).items():
        st.markdown(f"**{md(title)}**  \n{md(text)}")


def _tell(name: str, clicked: Click) -> None:
    key = _picked(session.kept(name))
    if key is not None:
        clicked(key)


def _picked(event: Any) -> str | None:
    rows = event["selection"].get("pick") if event else None
    return str(rows[0]["key"]) if rows else None


def spoken_of(form: Form) -> str:
    """What a screen reader says of the chart as a whole. It must not depend on the data: that would
    redraw the chart.
    """
    parts: dict[type, Callable[[Any], str]] = {
        Bars: lambda bars: bars.axis,
        Likert: lambda likert: likert.axis,
        Lines: lambda lines: lines.axis,
        Stacked: lambda stacked: stacked.axis,
        Scatter: lambda scatter: f"{scatter.x_axis} × {scatter.y_axis}",
        Heatmap: lambda heatmap: f"{heatmap.row_axis} × {heatmap.x_axis}",
        Grid: lambda grid: "",
    }
    return parts[type(form)](form) or "–"

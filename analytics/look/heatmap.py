"""A grid of shaded cells, each with its value written in the colour that reads best on it."""

from __future__ import annotations

from typing import Any

import pandas as pd

from analytics.figures import Figure, Heatmap
from analytics.look import chart_columns, marks, theme
from analytics.look.marks import Drawing
from analytics.wording import Say, speaker

ROW = 36
ROW_UNITS, COLUMN_UNITS = 34, 14
HEAD = 38  # two lines over the columns: Vega hangs a name from its first line


def chart(form: Heatmap, language: str, clickable: bool) -> Drawing:
    """The drawing without its data."""
    import altair as alt

    across = marks.name_axis(is_vertical=False)
    across.orient = "top"
    across.labelBaseline, across.labelPadding = "top", HEAD
    down = marks.titled(marks.name_axis(), form.row_axis, is_vertical=True)
    base = marks.source().encode(
        x=alt.X("place_x:N", axis=marks.titled(across, form.x_axis), scale=alt.Scale(padding=0)),
        y=alt.Y("place_y:N", axis=down, scale=alt.Scale(padding=0)),
    )
    shade = theme.on("scale('color', datum.value)")
    colour = f"isValid(datum.value) ? ({shade}) : ({theme.SOFT_INK})"
    words = marks.text(base, "value_text", colour=colour, size=theme.SMALL)
    layers = [*_mirrored(base, form), _shaded(base, form, language, clickable), words]
    return alt.layer(*layers).properties(height=alt.Step(ROW))


def _shaded(base: Drawing, form: Heatmap, language: str, clickable: bool) -> Drawing:
    import altair as alt

    tooltip_columns = (("x_text", form.x_axis or "-"), ("value_text", speaker(language)("Value")))
    cells = base.mark_rect(
        stroke=marks.ink(theme.PAPER),
        strokeWidth=2,
        cornerRadius=3,
        cursor="pointer" if clickable else "default",
    ).encode(
        color=alt.Color("value:Q", scale=_scale(form), legend=None),
        opacity=marks.strength(clickable),
        tooltip=marks.tooltip(*tooltip_columns),
        description=alt.Description("spoken:N"),
    )
    return marks.named(marks.clicks(cells, clickable), "marks")


def _mirrored(base: Drawing, form: Heatmap) -> list[Drawing]:
    """The same values with the other sign, unseen: a diverging scale reaches as far both ways."""
    import altair as alt

    if not form.is_diverging or form.domain:
        return []
    unseen = base.mark_rect(opacity=0, tooltip=None, aria=False)
    return [unseen.encode(color=alt.Color("mirrored:Q", scale=_scale(form), legend=None))]


def _scale(form: Heatmap) -> Any:
    import altair as alt

    spread: Any = {"domain": list(form.domain)} if form.domain else {}
    if not form.is_diverging:
        return alt.Scale(range="ramp", zero=False, interpolate="lab", **spread)
    middle = sum(form.domain) / 2 if form.domain else 0
    return alt.Scale(range="diverging", domainMid=middle, interpolate="lab", **spread)


def _at_the_foot(place: str) -> str:
    """A name of one line stands in the second one, next to its column."""
    order, *lines = place.split("\n")
    return "\n".join([order, *[""] * (2 - len(lines)), *lines])


def rows(figure: Figure, say: Say) -> pd.DataFrame:
    """One row per cell."""
    form, cells = figure.form, chart_columns.Cells(figure.data)
    assert isinstance(form, Heatmap)
    value, names, across = cells.numbers("value"), cells.texts("row"), cells.texts("x")
    text = chart_columns.words(value, form.unit, say)
    parts = chart_columns.usual(figure, cells, say) | {
        "place_y": chart_columns.places(cells, "row", "row_rank", ROW_UNITS),
        "place_x": [
            _at_the_foot(place)
            for place in chart_columns.places(cells, "x", "x_rank", COLUMN_UNITS)
        ],
        "x_text": across,
        "label_text": names,
        "value": value,
        "mirrored": [-number for number in value],
        "value_text": text,
        "spoken": chart_columns.spoken(names, across, text),
    }
    return pd.DataFrame(parts)

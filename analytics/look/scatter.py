"""Labelled points with their intervals and reference lines; a grid of counts where too many."""

from __future__ import annotations

from math import nan
from typing import Any

import pandas as pd

from analytics.figures import Figure, Scatter, Unit
from analytics.look import chart_columns, density, marks, point_labels, theme
from analytics.look.label_placement import Room
from analytics.look.marks import Drawing
from analytics.look.point_labels import PATH_WORDS, Places
from analytics.wording import Say, speaker

WIDTH, HEIGHT = 620, 400
SIZES = ((60, 85), (400, 45), (1500, 24), (10**9, 14))
POSITIONS = ("x", "y", "x_low", "x_high", "y_low", "y_high")
LEGEND_ABOVE = 34  # clear of the title over the axis
DECADES = [step * 10.0**power for power in range(-3, 15) for step in (1, 3)]


def chart(form: Scatter, language: str, clickable: bool) -> Drawing:
    """The drawing without its data."""
    import altair as alt

    base = marks.source().encode(**_axes(form, language))
    if form.is_density:
        axes = _axes(form, language)
        layers = [density.layer(form, axes, speaker(language), above=LEGEND_ABOVE)]
    else:
        layers = [*_intervals(form), _points(base, form, language, clickable)]
    words = _labels(base) if form.has_labels and not form.is_density else []
    return alt.layer(*_paths(form), *layers, *_guides(form), *words).properties(height=HEIGHT)


def _x(form: Scatter, column: str) -> Any:
    import altair as alt

    return alt.X(column, scale=alt.Scale(zero=False, nice=not form.is_density, padding=14))


def _y(form: Scatter, column: str) -> Any:
    import altair as alt

    return alt.Y(column, scale=_level(form))


def _level(form: Scatter) -> Any:
    import altair as alt

    if form.is_log_y:
        return alt.Scale(type="log", nice=True)
    return alt.Scale(zero=False, nice=True, padding=14)


def _axes(form: Scatter, language: str) -> dict[str, Any]:
    """Both axes with their titles, for the layer that carries the points."""
    across = marks.value_axis(form.x_unit, language, form.x_axis)
    up = marks.value_axis(form.y_unit, language, form.y_axis, is_vertical=True)
    if form.is_log_y:
        up.values = DECADES
    return {"x": _x(form, "x:Q").axis(across), "y": _y(form, "y:Q").axis(up)}


def _points(base: Drawing, form: Scatter, language: str, clickable: bool) -> Drawing:
    import altair as alt

    say = speaker(language)
    drawn = base.mark_point(
        filled=True,
        stroke=marks.ink(theme.PAPER),
        strokeWidth=1,
        cursor="pointer" if clickable else "default",
        size=alt.ExprRef("datum.size"),
    ).encode(
        color=marks.series_colour(form, above=LEGEND_ABOVE),
        opacity=marks.strength(clickable),
        tooltip=marks.tooltip(
            ("x_text", form.x_axis or say("Across")), ("y_text", form.y_axis or say("Up"))
        ),
        description=alt.Description("spoken:N"),
    )
    return marks.named(marks.clicks(drawn, clickable), "marks")


def _intervals(form: Scatter) -> list[Drawing]:
    import altair as alt

    if not form.has_interval:
        return []
    colour = marks.series_colour(form, above=LEGEND_ABOVE)
    first = {} if form.series else {"color": marks.ink(theme.FIRST)}
    rule = (
        marks.source()
        .mark_rule(opacity=0.35, strokeWidth=1.5, tooltip=None, aria=False, **first)
        .encode(color=colour)
    )
    return [
        rule.encode(x=_x(form, "x_low:Q"), x2=alt.X2("x_high:Q"), y=_y(form, "y:Q")),
        rule.encode(y=_y(form, "y_low:Q"), y2=alt.Y2("y_high:Q"), x=_x(form, "x:Q")),
    ]


def _labels(base: Drawing) -> list[Drawing]:
    import altair as alt

    places: dict[str, Any] = {side: alt.ExprRef(f"datum.{side}") for side in ("dx", "dy", "align")}
    return marks.haloed(base, "beside_text", size=theme.SMALL, baseline="middle", **places)


def _paths(form: Scatter) -> list[Any]:
    """Reference lines through several points, under the points they belong to."""
    import altair as alt

    path = marks.source(marks.GUIDES).mark_line(
        color=marks.ink(theme.RULE), strokeWidth=1.5, tooltip=None, aria=False
    )
    return [
        path.encode(x=_x(form, "path_x:Q"), y=_y(form, "path_y:Q"), detail=alt.Detail("label:N"))
    ]


def _guides(form: Scatter) -> list[Any]:
    import altair as alt

    guides = marks.source(marks.GUIDES)
    upright = guides.encode(x=_x(form, "vertical:Q"))
    looks: dict[str, Any] = {"colour": theme.SOFT_INK, "size": theme.SMALL, "align": "left"}
    path_words = marks.text(guides, "path_text", dx=PATH_WORDS, **looks)
    upright_words = marks.text(upright, "vertical_text", baseline="top", dx=5, dy=3, **looks)
    return [
        path_words.encode(x=_x(form, "path_x:Q"), y=_y(form, "path_y:Q")),
        upright.mark_rule(color=marks.ink(theme.RULE), strokeDash=[4, 3], tooltip=None, aria=False),
        upright_words.encode(y=alt.value(0)),
        *marks.horizontal_guides(_level(form)),
    ]


def rows(figure: Figure, say: Say, room: Room = (WIDTH, HEIGHT)) -> pd.DataFrame:
    """One row per point with the place of its label, or one per cell of the grid of counts.

    `room`: how wide and high it will be drawn, in pixels.
    """
    form, cells = figure.form, chart_columns.Cells(figure.data)
    assert isinstance(form, Scatter)
    places = _positions(cells, form)
    if form.is_density:
        counts = cells.numbers("n") if "n" in cells else None
        return density.rows(places["x"], places["y"], counts, form, say)
    parts: dict[str, list[Any]] = chart_columns.usual(figure, cells, say) | places
    parts |= {
        "x_text": _with_interval(places, "x", form.x_unit, say),
        "y_text": _with_interval(places, "y", form.y_unit, say),
        "series": cells.texts("series"),
        "size": [_size(cells.count)] * cells.count,
    }
    parts |= point_labels.beside(cells, places, form, figure, room)
    parts["spoken"] = chart_columns.spoken(parts["label_text"], parts["x_text"], parts["y_text"])
    return pd.DataFrame(parts)


def _positions(cells: chart_columns.Cells, form: Scatter) -> Places:
    """Where points and the ends of their intervals stand; nowhere what has no logarithm."""
    places: Places = {name: cells.numbers(name) for name in POSITIONS}
    if form.is_log_y:
        for name in ("y", "y_low", "y_high"):
            places[name] = [number if number > 0 else nan for number in places[name]]
    return places


def _size(count: int) -> int:
    """The area of a point: small where there are many."""
    return next(size for most, size in SIZES if count <= most)


def _with_interval(places: Places, axis: str, unit: Unit, say: Say) -> list[str]:
    """Values, each with its interval in brackets where it has one."""
    spans = chart_columns.intervals(places[f"{axis}_low"], places[f"{axis}_high"], unit, say)
    values = chart_columns.words(places[axis], unit, say)
    return [
        f"{value} ({span})" if span else value for value, span in zip(values, spans, strict=True)
    ]

"""Labelled points with their intervals and reference lines; a grid of counts where there are too
many to tell apart.
"""

from __future__ import annotations

from math import log10, nan
from typing import Any

import pandas as pd

from analytics import text_width
from analytics.figures import Figure, Scatter, Unit
from analytics.look import chart_columns, density, label_placement, marks, theme
from analytics.look.marks import Drawing
from analytics.wording import Say, speaker

WIDTH, HEIGHT = 620, 400
EDGE = 0.08  # the share that rounding the axes to round numbers may leave free
LABEL_UNITS = 28
MOST_LABELS = 120
PATH_WORDS = 5.0  # pixels from the end of a reference line to its words
SIZES = ((60, 85), (400, 45), (1500, 24), (10**9, 14))
Room = tuple[float, float]
DECADES = [step * 10.0**power for power in range(-3, 15) for step in (1, 3)]


def chart(form: Scatter, language: str, clickable: bool) -> Drawing:
    """The drawing without its data."""
    import altair as alt

    base = marks.source().encode(**_axes(form, language))
    layers = (
        [_cells(form, language)]
        if form.is_density
        else [*_intervals(form), _points(base, form, language, clickable)]
    )
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

    return (
        alt.Scale(type="log", nice=True)
        if form.is_log_y
        else alt.Scale(zero=False, nice=True, padding=14)
    )


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
        color=marks.series_colour(form.series, above=34),
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
    colour = marks.series_colour(form.series, above=34)
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


def _cells(form: Scatter, language: str) -> Drawing:
    import altair as alt

    say = speaker(language)
    legend = alt.Legend(
        title=say("Count"),
        orient="top",
        direction="horizontal",
        gradientLength=160,
        gradientThickness=8,
        tickCount=3,
        titleFontSize=theme.SMALL,
        titleFontWeight="normal",
        titleOrient="left",
        titleColor=marks.ink(theme.SOFT_INK),
        labelFontSize=theme.SMALL,
        offset=34,
    )
    drawn = (
        marks.source()
        .mark_rect(stroke=marks.ink(theme.PAPER), strokeWidth=0.5)
        .encode(
            **_axes(form, language),
            x2=alt.X2("x_end:Q"),
            y2=alt.Y2("y_end:Q"),
            color=alt.Color(
                "n:Q", scale=alt.Scale(type="sqrt", range="ramp", interpolate="lab"), legend=legend
            ),
            tooltip=[
                alt.Tooltip("x_text:N", title=form.x_axis),
                alt.Tooltip("y_text:N", title=form.y_axis),
                alt.Tooltip("n_text:N", title=say("Count")),
            ],
            description=alt.Description("spoken:N"),
        )
    )
    return marks.named(drawn, "marks")


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
    return [
        marks.text(
            guides,
            "path_text",
            colour=theme.SOFT_INK,
            size=theme.SMALL,
            align="left",
            dx=PATH_WORDS,
        ).encode(x=_x(form, "path_x:Q"), y=_y(form, "path_y:Q")),
        upright.mark_rule(color=marks.ink(theme.RULE), strokeDash=[4, 3], tooltip=None, aria=False),
        marks.text(
            upright,
            "vertical_text",
            colour=theme.SOFT_INK,
            size=theme.SMALL,
            align="left",
            baseline="top",
            dx=5,
            dy=3,
        ).encode(y=alt.value(0)),
        *marks.horizontal_guides(_level(form)),
    ]


def rows(figure: Figure, say: Say, room: Room = (WIDTH, HEIGHT)) -> pd.DataFrame:
    """One row per point with the place of its label, or one per cell of the grid of counts.

    `room`: how wide and high it will be drawn, in pixels.
    """
    form, cells = figure.form, chart_columns.Cells(figure.data)
    assert isinstance(form, Scatter)
    places = {
        name: cells.numbers(name) for name in ("x", "y", "x_low", "x_high", "y_low", "y_high")
    }
    if form.is_log_y:
        places |= {
            name: [one if one > 0 else nan for one in places[name]]
            for name in ("y", "y_low", "y_high")
        }
    if form.is_density:
        return density.rows(
            places["x"], places["y"], cells.numbers("n") if "n" in cells else None, form, say
        )
    text = {
        "x_text": _with(places, "x", form.x_unit, say),
        "y_text": _with(places, "y", form.y_unit, say),
    }
    parts = (
        chart_columns.usual(figure, cells, say)
        | places
        | text
        | {
            "series": cells.texts("series"),
            "size": [_size(cells.count)] * cells.count,
        }
    )
    parts |= _beside(cells, places, form, figure, room)
    parts["spoken"] = chart_columns.spoken(parts["label_text"], parts["x_text"], parts["y_text"])
    return pd.DataFrame(parts)


def _size(count: int) -> int:
    """The area of a point: small where there are many."""
    return next(size for most, size in SIZES if count <= most)


def _with(places: dict[str, list[float]], axis: str, unit: Unit, say: Say) -> list[str]:
    """A value, with its interval in brackets where it has one."""
    spans = chart_columns.intervals(places[f"{axis}_low"], places[f"{axis}_high"], unit, say)
    values = chart_columns.words(places[axis], unit, say)
    return [
        f"{value} ({span})" if span else value for value, span in zip(values, spans, strict=True)
    ]


def _beside(
    cells: chart_columns.Cells,
    places: dict[str, list[float]],
    form: Scatter,
    figure: Figure,
    room: Room,
) -> dict[str, list[Any]]:
    """Each label and its spot; empty where it would cover another."""
    names, rank = cells.texts("label"), cells.numbers("rank")
    across, up, paths = _pixels(places, form, figure, room)
    drawn = (row for row in range(cells.count) if across[row] == across[row] and up[row] == up[row])
    order = sorted(drawn, key=lambda row: (rank[row] != rank[row], rank[row]))
    broken = {
        row: text_width.wrapped(names[row], LABEL_UNITS)
        for row in order[:MOST_LABELS]
        if form.has_labels
    }
    sizes = [(max(map(text_width.units, lines)), len(lines)) for lines in broken.values()]
    points = [(across[row], up[row]) for row in order]
    words = [_named(name, path[-1]) for name, path in paths.items() if name]
    lines = list(paths.values())
    spots = label_placement.labels(
        points, sizes, room, has_cross=form.has_interval, paths=lines, words=words
    )
    shown = {row: spot for row, spot in zip(broken, spots, strict=True) if spot}
    every = range(cells.count)
    return {
        "beside_text": ["\n".join(broken[row]) if row in shown else "" for row in every],
        "dx": [shown[row].dx if row in shown else 0.0 for row in every],
        "dy": [_line_up(shown[row], broken[row]) if row in shown else 0.0 for row in every],
        "align": [shown[row].align if row in shown else "left" for row in every],
    }


def _named(name: str, end: label_placement.Point) -> label_placement.Box:
    """What the words at the end of a reference line cover."""
    return label_placement.covered(
        end, (text_width.units(name), 1), label_placement.Spot(PATH_WORDS, 0, "left")
    )


def _line_up(spot: label_placement.Spot, lines: list[str]) -> float:
    """The offset of the first line: Vega sets the rest below it."""
    return spot.dy - (len(lines) - 1) * (theme.SMALL + 3) / 2


def _pixels(
    places: dict[str, list[float]], form: Scatter, figure: Figure, room: Room
) -> tuple[list[float], list[float], dict[str, list[label_placement.Point]]]:
    """Where the points stand on a drawing of this size, and where the reference lines of each name
    run.
    """
    guides = chart_columns.Cells(figure.guides if figure.guides is not None else pd.DataFrame())
    seen = {
        axis: [places[axis], places[f"{axis}_low"], places[f"{axis}_high"], guides.numbers(axis)]
        for axis in ("x", "y")
    }
    if form.is_log_y:
        seen["y"] = [
            [log10(value) if value > 0 else nan for value in values] for values in seen["y"]
        ]
    across, path_x = (_along(seen["x"], at, EDGE * room[0], room[0]) for at in (0, 3))
    up, path_y = (_along(seen["y"], at, EDGE * room[1], room[1]) for at in (0, 3))
    paths: dict[str, list[label_placement.Point]] = {}
    for name, x, y in zip(guides.texts("label"), path_x, path_y, strict=True):
        if x == x and y == y:
            paths.setdefault(name, []).append((x, room[1] - y))
    return across, [room[1] - one for one in up], paths


def _along(seen: list[list[float]], at: int, edge: float, length: float) -> list[float]:
    low, high = label_placement.extent(*seen)
    return [edge + (one - low) / (high - low) * (length - 2 * edge) for one in seen[at]]

"""Values by edition: a line that breaks where none was held, a band, the name at its end."""

from __future__ import annotations

from math import nan
from typing import Any

import pandas as pd

from analytics import text_width
from analytics.figures import Figure, Lines
from analytics.look import chart_columns, label_placement, marks, theme
from analytics.look.label_placement import Room
from analytics.look.marks import Drawing
from analytics.wording import Say, speaker

WIDTH, HEIGHT = 620, 280
EDITION_UNITS, END_UNITS = 14, 26
ALL_WRITTEN = 12
NICE = 0.75
LINE = 15.0
ABOVE_WORDS = -32  # clear of the number over the first point, which stands at the top


def chart(form: Lines, language: str, clickable: bool) -> Drawing:
    """The drawing without its data."""
    import altair as alt

    say = speaker(language)
    base = marks.source().encode(
        x=alt.X("edition:N", axis=_below(form), scale=_across(form)),
    )
    inked = base.encode(color=marks.series_colour(form, has_legend=False))
    layers = [
        *_band(inked, form),
        _line(inked, form, language),
        _points(inked, form, say, clickable),
    ]
    layers += _words(base, form)
    rule, *guide_words = marks.horizontal_guides(_scale(form))
    return alt.layer(rule, *layers, *guide_words).properties(height=HEIGHT)


def _below(form: Lines) -> Any:
    axis = marks.name_axis(is_vertical=False)
    return marks.titled(axis, form.x_axis) if form.x_axis else axis


def _across(form: Lines) -> Any:
    """Where names stand at the ends of lines, the last edition stands at the edge: a window that is
    narrower than the drawing thought moves both alike, and no name is cut off.
    """
    import altair as alt

    return alt.Scale(type="point", padding=0 if form.series else 0.5)


def _scale(form: Lines) -> Any:
    """Every layer names the same scale: where one says nothing, Vega-Lite takes zero into it."""
    import altair as alt

    if form.domain:
        return alt.Scale(domain=list(form.domain), nice=False, zero=False)
    return alt.Scale(zero=form.unit in ("count", "money"), nice=True)


def _up(form: Lines, column: str) -> Any:
    import altair as alt

    return alt.Y(column, scale=_scale(form))


def _detail(form: Lines) -> Any:
    import altair as alt

    return alt.Detail("series:N") if form.series else alt.Undefined


def _band(base: Drawing, form: Lines) -> list[Drawing]:
    import altair as alt

    if not form.has_interval:
        return []
    shape = {"interpolate": "step-after"} if form.is_step else {}
    area = base.mark_area(opacity=0.13, tooltip=None, aria=False, **shape)
    first = {} if form.series else {"color": marks.ink(theme.FIRST)}
    alone = base.mark_rule(
        opacity=0.45, strokeWidth=3, strokeCap="round", tooltip=None, aria=False, **first
    )
    return [
        area.encode(y=_up(form, "low:Q"), y2=alt.Y2("high:Q"), detail=_detail(form)),
        alone.encode(y=_up(form, "lone_low:Q"), y2=alt.Y2("lone_high:Q")),
    ]


def _line(base: Drawing, form: Lines, language: str) -> Drawing:
    import altair as alt

    shape = {"interpolate": "step-after"} if form.is_step else {}
    axis = marks.value_axis(form.unit, language, form.axis, is_vertical=True)
    if form.is_step:
        axis.titleY = ABOVE_WORDS
    up = alt.Y("value:Q", scale=_scale(form), axis=axis)
    drawn = base.mark_line(strokeWidth=2.25, strokeJoin="round", tooltip=None, aria=False, **shape)
    return drawn.encode(y=up, detail=_detail(form))


def _points(base: Drawing, form: Lines, say: Say, clickable: bool) -> Drawing:
    import altair as alt

    points = base.mark_point(
        filled=True,
        size=62,
        opacity=1,
        stroke=marks.ink(theme.PAPER),
        strokeWidth=1.5,
        cursor="pointer" if clickable else "default",
    ).encode(
        y=_up(form, "value:Q"),
        opacity=marks.strength(clickable),
        tooltip=marks.tooltip(
            ("edition_text", say("Edition")),
            ("value_text", say("Value")),
            ("interval_text", say("Interval")),
        ),
        description=alt.Description("spoken:N"),
    )
    return marks.named(marks.clicks(points, clickable), "marks")


def _words(base: Drawing, form: Lines) -> list[Drawing]:
    import altair as alt

    gap = marks.text(
        base, "gap_text", colour=theme.SOFT_INK, size=theme.SMALL, baseline="bottom", dy=-6
    )
    gap = gap.encode(y=alt.value("height"))
    if not form.series:
        aside: dict[str, Any] = {"align": "left", "dx": 5} if form.is_step else {}
        return [
            marks.text(base, "point_text", baseline="bottom", dy=-9, **aside).encode(
                y=_up(form, "value:Q")
            ),
            gap,
        ]
    colour = theme.lettered("scale('color', datum.series)")
    ends = marks.text(base, "end_text", colour=colour, align="left", dx=10, fontWeight="bold")
    return [ends.encode(y=_up(form, "end:Q")), gap]


def rows(figure: Figure, say: Say, room: Room = (WIDTH, HEIGHT)) -> pd.DataFrame:
    """One row per edition and series. `room`: how wide and high it will be drawn, in pixels."""
    form, cells = figure.form, chart_columns.Cells(figure.data)
    assert isinstance(form, Lines)
    value, series = cells.numbers("value"), cells.texts("series")
    is_known = chart_columns.known(value)
    low, high = (
        chart_columns.where(cells.numbers(name), is_known, nan) for name in ("low", "high")
    )
    edition, names = chart_columns.places(cells, "x", "x_rank", EDITION_UNITS), cells.texts("x")
    lone, text = _lone(is_known, series, edition), chart_columns.words(value, form.unit, say)
    parts = chart_columns.usual(figure, cells, say) | {
        "edition": edition,
        "edition_text": names,
        "series": series,
        "value": value,
        "low": low,
        "high": high,
        "lone_low": chart_columns.where(low, lone, nan),
        "lone_high": chart_columns.where(high, lone, nan),
        "value_text": text,
        "interval_text": chart_columns.intervals(low, high, form.unit, say),
        "point_text": _point_words(text, value, edition),
        "gap_text": _gap_words(cells, edition, say),
    }
    if "label" not in cells:
        parts["label_text"] = series if form.series else names
    parts["end"], parts["end_text"] = _ends(parts, form, room[1])
    parts["spoken"] = chart_columns.spoken(parts["label_text"], names, text)
    return pd.DataFrame(parts)


def _lone(is_known: list[bool], series: list[str], edition: list[str]) -> list[bool]:
    """Points with no neighbour to draw a band to."""
    order = sorted(range(len(edition)), key=lambda row: (series[row], edition[row]))
    runs = [(series[row], is_known[row], row) for row in order]
    lone = [False] * len(edition)
    neighbours = zip([None, *runs], [*runs[1:], None], strict=False)
    for (name, known, row), pair in zip(runs, neighbours, strict=False):
        lone[row] = known and not any(near and near[0] == name and near[1] for near in pair)
    return lone


def _point_words(text: list[str], value: list[float], edition: list[str]) -> list[str]:
    """Values over the points of a single line: all, or of a long line its ends and extremes."""
    written = [row for row, number in enumerate(value) if number == number]
    if len(set(edition)) > ALL_WRITTEN and written:
        by_time = sorted(written, key=edition.__getitem__)
        by_value = sorted(written, key=value.__getitem__)
        written = [by_time[0], by_time[-1], by_value[0], by_value[-1]]
    return [words if row in written else "" for row, words in enumerate(text)]


def _gap_words(cells: chart_columns.Cells, edition: list[str], say: Say) -> list[str]:
    """Why the line breaks, once an edition: in the figure's own words (`gap`) where it has some."""
    reasons, is_gap = cells.texts("gap", say("no data")), cells.flags("is_gap")
    words = [""] * cells.count
    first_gaps = {name: row for row, name in reversed(list(enumerate(edition))) if is_gap[row]}
    for row in first_gaps.values():
        words[row] = reasons[row]
    return words


def _ends(parts: dict[str, list[Any]], form: Lines, height: float) -> tuple[list[float], list[str]]:
    """Where each series' name stands beside its last point, moved apart where two would touch."""
    value, count = parts["value"], len(parts["value"])
    known = (row for row in range(count) if value[row] == value[row])
    in_time = sorted(known, key=parts["edition"].__getitem__)
    last = {parts["series"][row]: row for row in in_time} if form.series else {}
    names = {row: text_width.wrapped(name, END_UNITS) for name, row in last.items()}
    low, high = form.domain or label_placement.extent(value, parts["low"], parts["high"])
    pixels = height * (1.0 if form.domain else NICE)
    heights = {row: LINE * len(lines) + 4 for row, lines in names.items()}
    ends = label_placement.apart({row: value[row] for row in names}, heights, (low, high), pixels)
    raised = {
        row: ends[row] + (len(lines) - 1) / 2 * LINE * (high - low) / pixels
        for row, lines in names.items()
    }
    words = {
        row: "\n".join([*lines[:-1], f"{lines[-1]}  {parts['value_text'][row]}"])
        for row, lines in names.items()
    }
    heights_of_names = [raised.get(row, nan) for row in range(count)]
    return heights_of_names, [words.get(row, "") for row in range(count)]

"""Dots with intervals, a row a name: a native chart of points, names and values beside the rows.

Points, because an axis of dots need not begin at zero, and a bar that does not would mislead.
"""

from __future__ import annotations

from typing import Any

from analytics import look
from analytics.deck import pptx_charts, pptx_formats, text_size
from analytics.deck.chart_data import ChartData
from analytics.deck.pptx_bars import chart_data, ends, reaches
from analytics.deck.pptx_points import Points, across, add, legend
from analytics.deck.pptx_text import INK, SOFT, Box
from analytics.figures import Bars, Figure
from analytics.wording import Say

APART = 0.26
NAMES_SHARE = 0.36
VALUES_WIDTH = 64.0
LEGEND_HEIGHT, AXIS_HEIGHT = 26.0, 42.0
MOST_ROW = 64.0


def draw(slide: Any, figure: Figure, say: Say, box: Box) -> None:
    """The chart."""
    form, rows = figure.form, chart_data(figure)
    assert isinstance(form, Bars)
    box = _no_taller_than_needed(box, rows)
    span = pptx_formats.span(ends(rows, form), form.domain)
    size = 12.0 if len(rows.names) <= 14 else 9.5
    names = _names(rows, box, size)
    colours = pptx_charts.colours(form, len(rows.series))
    marks = [
        _marks(rows, name, at, colour, figure, say)
        for at, (name, colour) in enumerate(zip(rows.series, colours, strict=True))
    ]
    series = [*_intervals(marks, rows, form, say), *marks]
    series += [_values(rows, name, at, form, span.high, say) for at, name in enumerate(rows.series)]
    series += [_name_series(names, span.low, size), *_reference(form, len(names))]
    chart = add(slide, box, series)
    room = max(text_size.width(line, size) for name in names for line in name.split("\n")) + 12
    top = LEGEND_HEIGHT if len(rows.series) > 1 else 6.0
    pptx_charts.plot_area(
        chart,
        room / box.width,
        top / box.height,
        1 - (room + VALUES_WIDTH) / box.width,
        1 - (top + AXIS_HEIGHT) / box.height,
    )
    _axes(chart, form, span, len(names), say)
    legend(chart, series)


def _no_taller_than_needed(box: Box, rows: ChartData) -> Box:
    row = MOST_ROW * max(1.0, len(rows.series) * 0.7)
    tallest = len(rows.names) * row + LEGEND_HEIGHT + AXIS_HEIGHT
    return Box(box.left, box.top, box.width, min(box.height, tallest))


def _names(rows: ChartData, box: Box, size: float) -> list[str]:
    """The names in at most two lines, cut where they are longer than any slide bears."""
    most = 2 if len(rows.names) <= 14 else 1
    room = (box.width * NAMES_SHARE, size * 3)
    settings = (text_size.fitted(name, room, (size,), most=most) for name in rows.names)
    return ["\n".join(line.strip() for line in setting.lines) for setting in settings]


def _marks(rows: ChartData, name: str, at: int, colour: str, figure: Figure, say: Say) -> Points:
    value, count = rows.numbers(name), len(rows.names)
    there = [row for row in range(count) if value[row] is not None]
    return Points(
        name=name or say("Value"),
        x=[value[row] or 0.0 for row in there],
        y=[_height(row, at, rows) for row in there],
        colour=colour,
        strength=1.0 if figure.is_established else pptx_charts.NOT_PROVEN,
        faint=[rows.flags(name, "is_faint")[row] for row in there],
        names=[rows.names[row] for row in there],
    )


def _intervals(marks: list[Points], rows: ChartData, form: Bars, say: Say) -> list[Points]:
    if not form.has_interval:
        return []
    strokes = []
    for mark, name in zip(marks, rows.series, strict=True):
        value, (minus, plus) = rows.numbers(name), reaches(rows, name)
        there = [row for row in range(len(value)) if value[row] is not None]
        reach = ([minus[row] for row in there], [plus[row] for row in there])
        stroke_name = say("{name}, {bound}", name=mark.name, bound=say("interval"))
        strokes.append(across(mark, reach, stroke_name))
    return strokes


def _values(rows: ChartData, name: str, at: int, form: Bars, right: float, say: Say) -> Points:
    """The values, written in a column at the right."""
    known = [(row, value) for row, value in enumerate(rows.numbers(name)) if value is not None]
    words = {
        place: look.written(value, form.unit, say, form.digits)
        for place, (_, value) in enumerate(known)
    }
    heights = [_height(row, at, rows) for row, _ in known]
    size = 12.0 if len(known) <= 14 else 9.5
    return Points(
        name=" ",
        x=[right] * len(known),
        y=heights,
        words=words,
        where="r",
        letters=size,
        ink=INK,
        is_aside=True,
    )


def _height(row: int, at: int, rows: ChartData) -> float:
    """Where a mark stands: the first row on top, the series of a row evenly about its middle."""
    return round(len(rows.names) - row - APART * (at - (len(rows.series) - 1) / 2), 6)


def _name_series(names: list[str], left: float, size: float) -> Points:
    heights = [float(len(names) - row) for row in range(len(names))]
    return Points(
        name=" ",
        x=[left] * len(names),
        y=heights,
        words=dict(enumerate(names)),
        where="l",
        letters=size,
        ink=INK,
        align="r",
        names=names,
        is_aside=True,
    )


def _reference(form: Bars, count: int) -> list[Points]:
    if form.reference is None:
        return []
    x, y = [form.reference] * 2, [0.5, count + 0.5]
    return [Points(name=" ", x=x, y=y, colour=SOFT, path="sysDash", is_aside=True)]


def _axes(chart: Any, form: Bars, span: pptx_formats.Span, count: int, say: Say) -> None:
    pptx_charts.value_axis(
        chart.category_axis, span, pptx_formats.axis(form.unit, say.language, span)
    )
    pptx_charts.axis_title(chart.category_axis, form.axis)
    rows = pptx_formats.Span(0.5, count + 0.5, 1.0)
    pptx_charts.value_axis(chart.value_axis, rows, "0", is_hidden=True)

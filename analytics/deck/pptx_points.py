"""Charts whose marks stand at numbers both ways: points with their words, intervals and lines.

The workbook has one block of rows a series, its heading first: x, y, how far the interval reaches,
the name of the point.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import nan
from typing import Any, Literal

from analytics.deck import pptx_charts, pptx_xml, text_size
from analytics.deck.pptx_bars import reference
from analytics.deck.pptx_text import INK, SOFT, Box

PALE = 0.5
AFTER_MARKER = ("c:dPt", "c:dLbls", "c:xVal", "c:yVal")
Reach = tuple[Sequence[float | None], Sequence[float | None]]


@dataclass
class Points:
    """One series. Without a colour its marks are unseen; `path` is a line through them instead."""

    name: str
    x: Sequence[float]
    y: Sequence[float]
    colour: str | None = None
    size: int = 9
    strength: float = 1.0
    faint: Sequence[bool] = ()
    words: dict[int, str] | None = None
    where: str = "r"
    letters: float = 10.0
    ink: str = INK
    align: str | None = None
    up: Reach | None = None
    path: Literal["solid", "sysDash"] | None = None
    names: Sequence[str] = ()
    width: float = 1.25
    is_aside: bool = False


def across(points: Points, reach: Reach, name: str) -> Points:
    """Intervals along the x axis as strokes: a series of ends with a gap after each, as error bars
    that way are not drawn by every program. A point without an interval has a stroke of no length.
    """
    x, y = list[float](), list[float]()
    for at, (value, height) in enumerate(zip(points.x, points.y, strict=True)):
        x += [value - (reach[0][at] or 0.0), value + (reach[1][at] or 0.0), nan]
        y += [height, height, nan]
    return Points(
        name=name,
        x=x,
        y=y,
        colour=points.colour,
        strength=points.strength * PALE,
        path="solid",
        width=3.0,
        is_aside=True,
    )


def add(slide: Any, box: Box, series: Sequence[Points]) -> Any:
    """The chart, its axes and legend still to be set."""
    from pptx.chart.data import XyChartData
    from pptx.enum.chart import XL_CHART_TYPE

    data = XyChartData()
    for points in series:
        added = data.add_series(text_size.clean(points.name))
        for x, y in zip(points.x, points.y, strict=True):
            added.add_data_point(x if x == x else 0.0, y if y == y else 0.0)
    chart = pptx_charts.add(slide, XL_CHART_TYPE.XY_SCATTER, box, data, _workbook(series))
    style = chart._chartSpace.find(f".//{pptx_xml.qualified('c:scatterStyle')}")
    style.set("val", "lineMarker")
    first = 1
    for points, element in zip(series, pptx_charts.elements(chart), strict=True):
        _leave_gaps(element, points)
        _dress(element, points, first + 1)
        first += len(points.x) + 2
    return chart


def _workbook(series: Sequence[Points]) -> list[list[Any]]:
    rows: list[list[Any]] = []
    for points in series:
        rows.append([None, points.name, *(["−", "+"] if points.up else [])])
        up = points.up or ([None] * len(points.x), [None] * len(points.x))
        names: Sequence[str | None] = points.names or [None] * len(points.x)
        cells = zip(points.x, points.y, *up, names, strict=True)
        rows += [[None if cell != cell else cell for cell in row] for row in cells]
        rows.append([None] * 5)
    return rows


def _dress(element: Any, points: Points, first: int) -> None:
    """`first` is the workbook's row of the first point."""
    dash = None if points.path == "solid" else points.path
    stroke = pptx_xml.line(points.colour or SOFT, points.width, dash, points.strength)
    shape = pptx_xml.look(stroke if points.path else pptx_xml.line(None))
    pptx_xml.replace(element, "c:spPr", shape, before=("c:marker", *AFTER_MARKER))
    mark = pptx_xml.marker(None if points.path else points.colour, points.size, points.strength)
    pptx_xml.replace(element, "c:marker", mark, before=AFTER_MARKER)
    _make_pale(element, points)
    if points.words:
        style = (points.where, points.letters, points.ink)
        labels = pptx_xml.labels(points.words, *style, align=points.align)
        pptx_xml.before_data(element, labels)
    if points.up:
        pptx_xml.before_data(element, _upright_intervals(points, points.up, first))


def _make_pale(element: Any, points: Points) -> None:
    """Points on a low base."""
    for at, is_faint in enumerate(points.faint):
        if is_faint and points.colour:
            mark = pptx_xml.marker(points.colour, points.size, pptx_charts.FAINT)
            point = pptx_xml.make("c:dPt", pptx_xml.make("c:idx", val=at), mark)
            pptx_xml.before_data(element, point)


def _upright_intervals(points: Points, up: Reach, first: int) -> Any:
    minus, plus = (
        (f"{pptx_charts.SHEET}!{reference(3 + step, first, len(points.x))}", side)
        for step, side in enumerate(up)
    )
    colour = points.colour or SOFT
    return pptx_xml.error_bars(minus, plus, colour, 2.0, direction="y", strength=PALE)


def legend(chart: Any, series: Sequence[Points]) -> None:
    """The names of the series that have one to show; none where there is only one."""
    named = [points for points in series if not points.is_aside]
    if len(named) < 2:
        chart.has_legend = False
        return
    pptx_charts.legend(chart, [at for at, points in enumerate(series) if points.is_aside])


def _leave_gaps(element: Any, points: Points) -> None:
    """A number that is none is no point: the line is interrupted there."""
    gaps = {str(at) for at, x in enumerate(points.x) if x != x}
    cached = list(element.iter(pptx_xml.qualified("c:pt")))
    for point in cached:
        cache = point.getparent()
        if point.get("idx") in gaps and cache.tag == pptx_xml.qualified("c:numCache"):
            cache.remove(point)

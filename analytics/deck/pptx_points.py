"""Charts whose marks stand at numbers both ways: series of points with their words, intervals and
lines.

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
Reach = tuple[Sequence[float | None], Sequence[float | None]]


@dataclass
class Points:
    """One series. Without a colour its marks are not seen; `path` draws a line through them instead
    of marks.
    """

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


def across(one: Points, reach: Reach, name: str) -> Points:
    """Intervals along the x axis as strokes: a series of ends with a gap after each, as error bars
    that way are not drawn by every program. A point without an interval has a stroke of no length.
    """
    x, y = list[float](), list[float]()
    for at, (value, height) in enumerate(zip(one.x, one.y, strict=True)):
        x += [value - (reach[0][at] or 0.0), value + (reach[1][at] or 0.0), nan]
        y += [height, height, nan]
    return Points(
        name=name,
        x=x,
        y=y,
        colour=one.colour,
        strength=one.strength * PALE,
        path="solid",
        width=3.0,
        is_aside=True,
    )


def add(slide: Any, box: Box, series: Sequence[Points]) -> Any:
    """The chart, its axes and legend still to be set."""
    from pptx.chart.data import XyChartData
    from pptx.enum.chart import XL_CHART_TYPE

    data = XyChartData()
    for one in series:
        added = data.add_series(text_size.clean(one.name))
        for x, y in zip(one.x, one.y, strict=True):
            added.add_data_point(x if x == x else 0.0, y if y == y else 0.0)
    chart = pptx_charts.add(slide, XL_CHART_TYPE.XY_SCATTER, box, data, _workbook(series))
    style = chart._chartSpace.find(f".//{pptx_charts._name('c:scatterStyle')}")
    style.set("val", "lineMarker")
    first = 1
    for one, element in zip(series, pptx_charts.elements(chart), strict=True):
        _leave_gaps(element, one)
        _dress(element, one, first + 1)
        first += len(one.x) + 2
    return chart


def _workbook(series: Sequence[Points]) -> list[list[Any]]:
    rows: list[list[Any]] = []
    for one in series:
        rows.append([None, one.name, *(["−", "+"] if one.up else [])])
        up = one.up or ([None] * len(one.x), [None] * len(one.x))
        names: Sequence[str | None] = one.names or [None] * len(one.x)
        cells = (
            [None if cell != cell else cell for cell in row]
            for row in zip(one.x, one.y, *up, names, strict=True)
        )
        rows += cells
        rows.append([None] * 5)
    return rows


def _dress(element: Any, one: Points, first: int) -> None:
    """`first` is the workbook's row of the first point."""
    width = pptx_xml.line(
        one.colour or SOFT, one.width, None if one.path == "solid" else one.path, one.strength
    )
    drawn = pptx_xml.look(width if one.path else pptx_xml.line(None))
    pptx_xml.replace(
        element, "c:spPr", drawn, before=("c:marker", "c:dPt", "c:dLbls", "c:xVal", "c:yVal")
    )
    mark = pptx_xml.marker(None if one.path else one.colour, one.size, one.strength)
    pptx_xml.replace(element, "c:marker", mark, before=("c:dPt", "c:dLbls", "c:xVal", "c:yVal"))
    for at, is_faint in enumerate(one.faint):
        if is_faint and one.colour:
            pale = pptx_xml.marker(one.colour, one.size, pptx_charts.FAINT)
            pptx_xml.before_data(
                element, pptx_xml.make("c:dPt", pptx_xml.make("c:idx", val=at), pale)
            )
    if one.words:
        spoken = pptx_xml.labels(one.words, one.where, one.letters, one.ink, align=one.align)
        pptx_xml.before_data(element, spoken)
    if one.up:
        minus, plus = (
            (f"{pptx_charts.SHEET}!{reference(3 + step, first, len(one.x))}", side)
            for step, side in enumerate(one.up)
        )
        pptx_xml.before_data(
            element,
            pptx_xml.error_bars(minus, plus, one.colour or SOFT, 2.0, direction="y", strength=PALE),
        )


def legend(chart: Any, series: Sequence[Points]) -> None:
    """The names of the series that have one to show; none where there is only one."""
    named = [one for one in series if not one.is_aside]
    if len(named) < 2:
        chart.has_legend = False
        return
    pptx_charts.legend(chart, [at for at, one in enumerate(series) if one.is_aside])


def _leave_gaps(element: Any, one: Points) -> None:
    """A number that is none is no point: the line is interrupted there."""
    gaps = {str(at) for at, x in enumerate(one.x) if x != x}
    for point in [
        point for point in element.iter(pptx_charts._name("c:pt")) if point.get("idx") in gaps
    ]:
        if point.getparent().tag == pptx_charts._name("c:numCache"):
            point.getparent().remove(point)

"""Labelled points as a native XY chart; reference lines are series too, and move with the axes."""

from __future__ import annotations

from math import floor, log10
from typing import Any

from analytics.deck import pptx_charts, pptx_formats, text_size
from analytics.deck.chart_data import Record, number
from analytics.deck.pptx_points import Points, Reach, across, add, legend
from analytics.deck.pptx_text import SOFT, Box
from analytics.figures import Figure, Scatter
from analytics.text_width import clean
from analytics.wording import Say

MOST_POINTS = 4000
MOST_NAMED = 40
SIZES = ((60, 10), (400, 7), (10**9, 4))


def is_native(figure: Figure) -> bool:
    """Whether PowerPoint can draw it: a grid of counts it cannot, nor more points than it bears."""
    form = figure.form
    return isinstance(form, Scatter) and not form.is_density and len(figure.data) <= MOST_POINTS


def groups(figure: Figure) -> dict[str, list[Record]]:
    """The points of each series, in the form's order, without those that no axis can bear."""
    form = figure.form
    assert isinstance(form, Scatter)
    names = map(clean, form.series) if form.series else ("",)
    by_series: dict[str, list[Record]] = {name: [] for name in names}
    for record in figure.data.to_dict("records"):
        x, y = number(record.get("x")), number(record.get("y"))
        if x is not None and y is not None and not (form.is_log_y and y <= 0):
            name = clean(record.get("series")) if form.series else ""
            by_series.setdefault(name, []).append(record | {"x": x, "y": y})
    return by_series


def draw(slide: Any, figure: Figure, say: Say, box: Box) -> None:
    """The chart."""
    form, by_series = figure.form, groups(figure)
    assert isinstance(form, Scatter)
    colours = pptx_charts.colours(form, len(by_series))
    points = [
        _points(name, records, colour, figure, say)
        for (name, records), colour in zip(by_series.items(), colours, strict=True)
    ]
    strokes = _strokes(points, list(by_series.values()), form, say)
    x = [x for series in (*strokes, *points) for x in series.x if x == x]
    wide, high = pptx_formats.span([*x, *_guided(figure, "x")]), _up(figure, points)
    all_series = [*strokes, *points, *_lines(figure, wide, high)]
    chart = add(slide, box, all_series)
    _axes(chart, form, wide, high, say)
    legend(chart, all_series)


def _strokes(
    points: list[Points], records: list[list[Record]], form: Scatter, say: Say
) -> list[Points]:
    """The intervals along the x axis, for each series of points and its records."""
    if not form.has_interval:
        return []
    return [
        across(series, reach, say("{name}, {bound}", name=series.name, bound=say("interval")))
        for series, reach in zip(points, (_reach(of_one, "x") for of_one in records), strict=True)
        if reach
    ]


def _points(name: str, records: list[Record], colour: str, figure: Figure, say: Say) -> Points:
    form = figure.form
    assert isinstance(form, Scatter)
    names = [text_size.clean(clean(record.get("label"))) for record in records]
    is_named = form.has_labels and len(figure.data) <= MOST_NAMED
    short = {row: text_size.shortened(text, 10.5, 130) for row, text in enumerate(names)}
    return Points(
        name=name or say("Value"),
        x=[record["x"] for record in records],
        y=[record["y"] for record in records],
        colour=colour,
        size=next(size for most, size in SIZES if len(figure.data) <= most),
        strength=1.0 if figure.is_established else pptx_charts.NOT_PROVEN,
        faint=[record.get("is_faint") in (True, 1) for record in records],
        words=short if is_named else None,
        letters=10.5,
        where="r" if not form.has_interval else "t",
        names=names,
        up=_reach(records, "y") if form.has_interval else None,
    )


def _reach(records: list[Record], axis: str) -> Reach | None:
    below = [_distance(record[axis], number(record.get(f"{axis}_low"))) for record in records]
    above = [_distance(number(record.get(f"{axis}_high")), record[axis]) for record in records]
    return (below, above) if any(distance is not None for distance in (*below, *above)) else None


def _distance(far: float | None, near: float | None) -> float | None:
    return None if far is None or near is None else max(0.0, far - near)


def _ends(values: Any, reach: Reach | None) -> list[float | None]:
    """The values and the ends of their intervals."""
    if reach is None:
        return list(values)
    low = [value - (far or 0) for value, far in zip(values, reach[0], strict=True)]
    return [*low, *(value + (far or 0) for value, far in zip(values, reach[1], strict=True))]


def _guided(figure: Figure, axis: str) -> list[float | None]:
    if figure.guides is None or axis not in figure.guides:
        return []
    return [number(place) for place in figure.guides[axis]]


def _up(figure: Figure, points: list[Points]) -> pptx_formats.Span:
    form = figure.form
    assert isinstance(form, Scatter)
    ends = [*(y for series in points for y in _ends(series.y, series.up)), *_guided(figure, "y")]
    if not form.is_log_y:
        return pptx_formats.span(ends)
    positive = [end for end in ends if end is not None and end > 0]
    low = 10.0 ** floor(log10(min(positive, default=1)))
    high = 10.0 ** -floor(-log10(max(positive, default=10)))
    return pptx_formats.Span(low, max(high, low * 10), 10.0)


def _lines(figure: Figure, wide: pptx_formats.Span, up: pptx_formats.Span) -> list[Points]:
    """Upright and level lines from edge to edge, and paths through their own points, all named."""
    guides = [] if figure.guides is None else figure.guides.to_dict("records")
    paths: dict[str, list[tuple[float, float]]] = {}
    lines: list[Points] = []
    for guide in guides:
        x, y = number(guide.get("x")), number(guide.get("y"))
        name = clean(guide.get("label") or " ")
        if x is not None and y is not None:
            paths.setdefault(name, []).append((x, y))
        elif x is not None:
            lines.append(_line(name, [(x, up.low), (x, up.high)], "sysDash"))
        elif y is not None:
            lines.append(_line(name, [(wide.low, y), (wide.high, y)], "sysDash"))
    return lines + [_line(name, points, "solid") for name, points in paths.items()]


def _line(name: str, points: list[tuple[float, float]], path: Any) -> Points:
    shown = "" if name == "–" else text_size.shortened(name, 9.5, 150)
    return Points(
        name=name,
        x=[x for x, _ in points],
        y=[y for _, y in points],
        colour=pptx_charts.REFERENCE,
        path=path,
        words={len(points) - 1: shown} if shown else None,
        where="t" if path == "sysDash" else "r",
        letters=9.5,
        ink=SOFT,
        is_aside=True,
    )


def _axes(
    chart: Any, form: Scatter, wide: pptx_formats.Span, up: pptx_formats.Span, say: Say
) -> None:
    pptx_charts.value_axis(
        chart.category_axis, wide, pptx_formats.axis(form.x_unit, say.language, wide)
    )
    pptx_charts.value_axis(chart.value_axis, up, pptx_formats.axis(form.y_unit, say.language, up))
    pptx_charts.axis_title(chart.category_axis, form.x_axis)
    pptx_charts.axis_title(chart.value_axis, form.y_axis, is_upright=True)
    for axis, least in ((chart.category_axis, up.low), (chart.value_axis, wide.low)):
        pptx_charts.cross_at(axis, least)
    if form.is_log_y:
        pptx_charts.by_tens(chart.value_axis)

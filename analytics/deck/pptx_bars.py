"""Bars as a native bar chart, with intervals as error bars that read the workbook's own columns."""

from __future__ import annotations

from itertools import chain
from typing import Any

from analytics.deck import pptx_charts, pptx_formats, pptx_xml, text_size
from analytics.deck.chart_data import ChartData, by_name
from analytics.deck.pptx_text import INK, SOFT, Box
from analytics.figures import Bars, Figure
from analytics.wording import Say

MOST_ROWS = 24
CLOSE = 12
PLOT_WIDTH, SPACE = 640.0, 2.6


def chart_data(figure: Figure) -> ChartData:
    """The rows a slide has room for."""
    form = figure.form
    assert isinstance(form, Bars)
    return by_name(figure.data, "label", "rank", form.series).first(MOST_ROWS)


def draw(slide: Any, figure: Figure, say: Say, box: Box) -> None:
    """The chart."""
    from pptx.chart.data import CategoryChartData
    from pptx.enum.chart import XL_CHART_TYPE

    form, rows = figure.form, chart_data(figure)
    assert isinstance(form, Bars)
    data = CategoryChartData()
    data.categories = [text_size.shortened(name, 11, box.width * 0.55) for name in rows.names]
    for name in rows.series:
        data.add_series(text_size.clean(name) or say("Value"), rows.numbers(name))
    chart = pptx_charts.add(
        slide, XL_CHART_TYPE.BAR_CLUSTERED, box, data, _workbook(rows, form, say)
    )
    _axes(chart, form, rows, say)
    _series(chart, figure, rows, say)
    if len(rows.series) > 1:
        pptx_charts.legend(chart)
    else:
        chart.has_legend = False
    pptx_charts.beside_names(chart, rows.names, box, has_legend=len(rows.series) > 1)


def _workbook(rows: ChartData, form: Bars, say: Say) -> list[list[Any]]:
    names = [name or say("Value") for name in rows.series]
    heads, parts = [None, *names], [rows.names, *(rows.numbers(name) for name in rows.series)]
    for name, (minus, plus) in _reaches(rows, form).items():
        heads += [f"{name} −".strip(), f"{name} +".strip()]
        parts += [minus, plus]
    return [heads, *map(list, zip(*parts, strict=True))]


def _reaches(
    rows: ChartData, form: Bars
) -> dict[str, tuple[list[float | None], list[float | None]]]:
    """How far each interval reaches below and above its value."""
    if not form.has_interval:
        return {}
    return {name: reaches(rows, name) for name in rows.series}


def reaches(rows: ChartData, name: str) -> tuple[list[float | None], list[float | None]]:
    """How far the intervals of one series reach below and above its values."""
    value, low, high = (rows.numbers(name, column) for column in ("value", "low", "high"))
    below = [_distance(end, middle) for end, middle in zip(low, value, strict=True)]
    return below, [_distance(middle, end) for middle, end in zip(value, high, strict=True)]


def _distance(lower: float | None, upper: float | None) -> float | None:
    return None if lower is None or upper is None else max(0.0, upper - lower)


def ends(rows: ChartData, form: Bars) -> list[float | None]:
    """Every number the value axis has to reach."""
    columns = ("value", "low", "high") if form.has_interval else ("value",)
    lists = [rows.numbers(name, column) for name in rows.series for column in columns]
    return [*chain.from_iterable(lists), form.reference]


def _axes(chart: Any, form: Bars, rows: ChartData, say: Say) -> None:
    span = pptx_formats.span(ends(rows, form), form.domain, zero=True)
    pptx_charts.name_axis(
        chart.category_axis, size=pptx_charts.LABEL if len(rows.names) <= CLOSE else 10
    )
    pptx_charts.reverse(chart.category_axis)
    pptx_charts.value_axis(chart.value_axis, span, pptx_formats.axis(form.unit, say.language, span))
    pptx_charts.axis_title(chart.value_axis, form.axis)
    # A reversed axis of names takes the numbers to the top with it; they are wanted below.
    crosses = chart.category_axis._element.find(pptx_xml.qualified("c:crosses"))
    numbers = chart.value_axis._element.find(pptx_xml.qualified("c:crosses"))
    if numbers is not None:
        numbers.set("val", "max")
    if crosses is not None:
        crosses.set("val", "autoZero")


def _series(chart: Any, figure: Figure, rows: ChartData, say: Say) -> None:
    form = figure.form
    assert isinstance(form, Bars)
    most = max((abs(end) for end in ends(rows, form) if end is not None), default=0.0)
    code = pptx_formats.values(form.unit, say.language, most, form.digits)
    chart.plots[0].gap_width, chart.plots[0].overlap = (45 if len(rows.series) == 1 else 60), 0
    strength = 1.0 if figure.is_established else pptx_charts.NOT_PROVEN
    size = 11.0 if len(rows.names) * len(rows.series) <= CLOSE * 2 else 9.0
    colours = pptx_charts.colours(form, len(rows.series))
    elements = zip(rows.series, colours, pptx_charts.elements(chart), strict=True)
    for at, (name, colour, element) in enumerate(elements):
        shade = pptx_xml.look(pptx_xml.fill(colour, strength), pptx_xml.line(None))
        pptx_xml.replace(element, "c:spPr", shade, before=("c:invertIfNegative", "c:cat", "c:val"))
        own = pptx_formats.codes_of(rows.numbers(name), form.unit, say.language, form.digits)
        codes = _beyond(rows, name, own, chart) if form.has_interval else own
        pptx_xml.before_data(
            element, pptx_xml.labels(None, "outEnd", size, INK, number_format=code, codes=codes)
        )
        if form.has_interval:
            _interval(element, rows, name, at)


def _beyond(rows: ChartData, name: str, own: dict[int, str], chart: Any) -> dict[int, str]:
    """Formats that move each value past the end of its interval, by as many spaces as it takes."""
    across = chart.value_axis.maximum_scale - chart.value_axis.minimum_scale
    (below, above), value = reaches(rows, name), rows.numbers(name)
    codes = {}
    for row, code in own.items():
        is_right = (value[row] or 0) >= 0
        far = (above if is_right else below)[row] or 0.0
        spaces = "\N{NO-BREAK SPACE}" * (1 + round(far / across * PLOT_WIDTH / SPACE))
        codes[row] = pptx_formats.padded(code, spaces, is_before=is_right)
    return codes


def _interval(element: Any, rows: ChartData, name: str, at: int) -> None:
    minus, plus = reaches(rows, name)
    first = len(rows.series) + 2 + 2 * at
    below, above = (
        f"{pptx_charts.SHEET}!{reference(first + step, 2, len(rows.names))}" for step in (0, 1)
    )
    pptx_xml.before_data(element, pptx_xml.error_bars((below, minus), (above, plus), SOFT, 1.5))


def reference(column: int, first: int, count: int) -> str:
    """The cells of a column of the workbook, `count` of them from row `first` on."""
    letter = chr(ord("A") + column - 1) if column <= 26 else f"A{chr(ord('A') + column - 27)}"
    return f"${letter}${first}:${letter}${first + count - 1}"

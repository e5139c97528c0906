"""Shares of answers as native stacked bars that add up to the whole, from worst to best."""

from __future__ import annotations

from typing import Any

from analytics.deck import pptx_charts, pptx_formats, pptx_xml, text_size
from analytics.deck.chart_data import ChartData, Record, by_name
from analytics.deck.pptx_bars import CLOSE, MOST_ROWS
from analytics.deck.pptx_text import INK, WHITE, Box, is_dark, office
from analytics.figures import Figure, Likert
from analytics.look import theme
from analytics.wording import Say

READABLE = 0.055


def chart_data(figure: Figure) -> ChartData:
    """The rows a slide has room for, an answer a series."""
    form = figure.form
    assert isinstance(form, Likert)
    return by_name(figure.data, "label", "rank", form.answers).first(MOST_ROWS)


def draw(slide: Any, figure: Figure, say: Say, box: Box) -> None:
    """The chart."""
    from pptx.chart.data import CategoryChartData
    from pptx.enum.chart import XL_CHART_TYPE

    form, rows = figure.form, chart_data(figure)
    assert isinstance(form, Likert)
    names = _with_base(rows, say, box)
    data = CategoryChartData()
    data.categories = names
    for answer in rows.series:
        data.add_series(text_size.clean(answer), rows.numbers(answer, "share"))
    parts = [names, *(rows.numbers(answer, "share") for answer in rows.series)]
    table = [[None, *rows.series], *map(list, zip(*parts, strict=True))]
    chart = pptx_charts.add(slide, XL_CHART_TYPE.BAR_STACKED_100, box, data, table)
    _axes(chart, form, len(names), say)
    chart.plots[0].gap_width, chart.plots[0].overlap = 40, 100
    _colour(chart, rows)
    pptx_charts.legend(chart)
    pptx_charts.beside_names(chart, names, box, has_legend=True)


def _with_base(rows: ChartData, say: Say, box: Box) -> list[str]:
    """Each name with how many answered."""
    names = []
    for row, name in enumerate(rows.names):
        n = _base([rows.series[answer][row] for answer in rows.series])
        short = text_size.shortened(name, pptx_charts.LABEL, box.width * 0.38)
        names.append(short if n is None else f"{short} · n = {say.number(n)}")
    return names


def _base(records: list[Record | None]) -> Any:
    """The first base that any of the answers has."""
    bases = (record["n"] for record in records if record and "n" in record)
    return next((n for n in bases if n == n), None)


def _axes(chart: Any, form: Likert, count: int, say: Say) -> None:
    span = pptx_formats.Span(0.0, 1.0, 0.25)
    pptx_charts.name_axis(chart.category_axis, size=pptx_charts.LABEL if count <= CLOSE else 10)
    pptx_charts.reverse(chart.category_axis)
    pptx_charts.value_axis(chart.value_axis, span, pptx_formats.axis("share", say.language, span))
    pptx_charts.axis_title(chart.value_axis, form.axis)
    crosses = chart.value_axis._element.find(pptx_xml.qualified("c:crosses"))
    if crosses is not None:
        crosses.set("val", "max")


def _colour(chart: Any, rows: ChartData) -> None:
    code = pptx_formats.whole_percent(READABLE)
    for colour, element in zip(colours(len(rows.series)), pptx_charts.elements(chart), strict=True):
        shade = pptx_xml.look(pptx_xml.fill(colour), pptx_xml.line(WHITE, 0.75))
        pptx_xml.replace(element, "c:spPr", shade, before=("c:invertIfNegative", "c:cat", "c:val"))
        ink = WHITE if is_dark(colour) else INK
        pptx_xml.before_data(element, pptx_xml.labels(None, "ctr", 10.5, ink, number_format=code))


def colours(count: int) -> list[str]:
    """From worst to best, on white paper."""
    return [
        office(colour if isinstance(colour, str) else theme.MIDDLE["light"])
        for colour in theme.answer_colours(count)
    ]

"""Columns by edition whose parts add up, native; what was lost hangs below the line."""

from __future__ import annotations

from typing import Any

from analytics.deck import pptx_charts, pptx_formats, pptx_xml, text_size
from analytics.deck.chart_data import ChartData, by_name
from analytics.deck.pptx_text import INK, WHITE, Box, is_dark
from analytics.figures import Figure, Stacked
from analytics.wording import Say

READABLE = 0.05


def chart_data(figure: Figure) -> ChartData:
    """Editions down, parts across."""
    form = figure.form
    assert isinstance(form, Stacked)
    return by_name(figure.data.drop(columns="key", errors="ignore"), "x", "x_rank", form.series)


def draw(slide: Any, figure: Figure, say: Say, box: Box) -> None:
    """The chart."""
    from pptx.chart.data import CategoryChartData
    from pptx.enum.chart import XL_CHART_TYPE

    form, rows = figure.form, chart_data(figure)
    assert isinstance(form, Stacked)
    names = pptx_charts.column_names(rows.names, box)
    data = CategoryChartData()
    data.categories = names
    for name in rows.series:
        data.add_series(text_size.clean(name), rows.numbers(name))
    parts = [names, *(rows.numbers(name) for name in rows.series)]
    table = [[None, *rows.series], *map(list, zip(*parts, strict=True))]
    chart = pptx_charts.add(slide, XL_CHART_TYPE.COLUMN_STACKED, box, data, table)
    low, high = _ends(rows)
    span = pptx_formats.span([low, high], zero=True)
    pptx_charts.name_axis(chart.category_axis)
    pptx_charts.value_axis(chart.value_axis, span, pptx_formats.axis(form.unit, say.language, span))
    pptx_charts.axis_title(chart.value_axis, form.axis, is_upright=True)
    chart.plots[0].gap_width, chart.plots[0].overlap = 55, 100
    _colour(chart, form, rows, say)
    pptx_charts.legend(chart)


def _ends(rows: ChartData) -> tuple[float, float]:
    """How far the columns reach below and above the line."""
    numbers = [[number or 0.0 for number in rows.numbers(name)] for name in rows.series]
    columns = list(zip(*numbers, strict=True)) or [(0.0,)]
    low = min(sum(part for part in column if part < 0) for column in columns)
    return low, max(sum(part for part in column if part > 0) for column in columns)


def _colour(chart: Any, form: Stacked, rows: ChartData, say: Say) -> None:
    low, high = _ends(rows)
    whole = high - low
    plain = pptx_formats.values(form.unit, say.language, whole)
    least = whole * READABLE
    code = f'[>={least:.6g}]#,##0;[<=-{least:.6g}]"−"#,##0;""' if form.unit == "count" else plain
    elements = pptx_charts.elements(chart)
    colours = pptx_charts.colours(form, len(elements))
    for name, colour, element in zip(rows.series, colours, elements, strict=True):
        shade = pptx_xml.look(pptx_xml.fill(colour), pptx_xml.line(WHITE, 0.75))
        pptx_xml.replace(element, "c:spPr", shade, before=("c:invertIfNegative", "c:cat", "c:val"))
        ink = WHITE if is_dark(colour) else INK
        codes = _amount_codes(rows.numbers(name), form, say, least)
        labels = pptx_xml.labels(None, "ctr", 10.5, ink, number_format=code, codes=codes)
        pptx_xml.before_data(element, labels)


def _amount_codes(
    numbers: list[float | None], form: Stacked, say: Say, least: float
) -> dict[int, str] | None:
    """The format of every part that is tall enough; counts hide the others by their own format."""
    if form.unit == "count":
        return None
    shown = [number if abs(number or 0.0) >= least else None for number in numbers]
    hidden = dict.fromkeys(range(len(numbers)), '""')
    return hidden | pptx_formats.codes_of(shown, form.unit, say.language)

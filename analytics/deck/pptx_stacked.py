"""Columns by edition whose parts add up, native; what was lost hangs below the line."""

from __future__ import annotations

from typing import Any

from analytics.deck import pptx_charts, pptx_formats, pptx_xml, text_size
from analytics.deck.chart_data import Shaped, by_name
from analytics.deck.pptx_likert import is_dark
from analytics.deck.pptx_text import Box
from analytics.figures import Figure, Stacked
from analytics.wording import Say

READABLE = 0.05


def shaped(figure: Figure) -> Shaped:
    """Editions down, parts across."""
    form = figure.form
    assert isinstance(form, Stacked)
    return by_name(figure.data.drop(columns="key", errors="ignore"), "x", "x_rank", form.series)


def draw(slide: Any, figure: Figure, say: Say, box: Box) -> None:
    """The chart."""
    from pptx.chart.data import CategoryChartData
    from pptx.enum.chart import XL_CHART_TYPE

    form, rows = figure.form, shaped(figure)
    assert isinstance(form, Stacked)
    names = [
        text_size.shortened(name, 12, box.width * 0.88 / len(rows.names) - 8) for name in rows.names
    ]
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
    _colour(chart, form, say, high - low)
    pptx_charts.legend(chart)


def _ends(rows: Shaped) -> tuple[float, float]:
    """How far the columns reach below and above the line."""
    numbers = [[number or 0.0 for number in rows.numbers(name)] for name in rows.series]
    columns = list(zip(*numbers, strict=True)) or [(0.0,)]
    low = min(sum(one for one in column if one < 0) for column in columns)
    return low, max(sum(one for one in column if one > 0) for column in columns)


def _colour(chart: Any, form: Stacked, say: Say, whole: float) -> None:
    plain = pptx_formats.values(form.unit, say.language, whole)
    least = whole * READABLE
    code = f'[>={least:.6g}]#,##0;[<=-{least:.6g}]"−"#,##0;""' if form.unit == "count" else plain
    for at, element in enumerate(pptx_charts.elements(chart)):
        colour = pptx_charts.colour(at)
        shade = pptx_xml.look(pptx_xml.fill(colour), pptx_xml.line("FFFFFF", 0.75))
        pptx_xml.replace(element, "c:spPr", shade, before=("c:invertIfNegative", "c:cat", "c:val"))
        ink = "FFFFFF" if is_dark(colour) else "1F2733"
        pptx_xml.before_data(element, pptx_xml.labels(None, "ctr", 10.5, ink, number_format=code))

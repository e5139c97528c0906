"""Shares of answers as native stacked bars that add up to the whole, from worst to best."""

from __future__ import annotations

from typing import Any

from analytics.deck import pptx_charts, pptx_formats, pptx_xml, text_size
from analytics.deck.chart_data import Shaped, by_name
from analytics.deck.pptx_bars import CLOSE, MOST_ROWS
from analytics.deck.pptx_text import Box
from analytics.figures import Figure, Likert
from analytics.look import theme
from analytics.wording import Say

READABLE = 0.055
DARK = 140_000


def shaped(figure: Figure) -> Shaped:
    """The rows a slide has room for, an answer a series."""
    form = figure.form
    assert isinstance(form, Likert)
    return by_name(figure.data, "label", "rank", form.answers).first(MOST_ROWS)


def draw(slide: Any, figure: Figure, say: Say, box: Box) -> None:
    """The chart."""
    from pptx.chart.data import CategoryChartData
    from pptx.enum.chart import XL_CHART_TYPE

    form, rows = figure.form, shaped(figure)
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
    _colour(chart, rows, say)
    pptx_charts.legend(chart)
    pptx_charts.beside_names(chart, names, box, has_legend=True)


def _with_base(rows: Shaped, say: Say, box: Box) -> list[str]:
    """Each name with how many answered."""
    names = []
    for row, name in enumerate(rows.names):
        records = [rows.series[answer][row] for answer in rows.series]
        n = next(
            (
                record["n"]
                for record in records
                if record and record.get("n") == record.get("n") and "n" in record
            ),
            None,
        )
        short = text_size.shortened(name, pptx_charts.LABEL, box.width * 0.38)
        names.append(short if n is None else f"{short} · n = {say.number(n)}")
    return names


def _axes(chart: Any, form: Likert, count: int, say: Say) -> None:
    span = pptx_formats.Span(0.0, 1.0, 0.25)
    pptx_charts.name_axis(chart.category_axis, size=pptx_charts.LABEL if count <= CLOSE else 10)
    pptx_charts.reverse(chart.category_axis)
    pptx_charts.value_axis(chart.value_axis, span, pptx_formats.axis("share", say.language, span))
    pptx_charts.axis_title(chart.value_axis, form.axis)
    crosses = chart.value_axis._element.find(pptx_charts._name("c:crosses"))
    if crosses is not None:
        crosses.set("val", "max")


def _colour(chart: Any, rows: Shaped, say: Say) -> None:
    code = pptx_formats.whole_percent(say.language, READABLE)
    for colour, element in zip(colours(len(rows.series)), pptx_charts.elements(chart), strict=True):
        shade = pptx_xml.look(pptx_xml.fill(colour), pptx_xml.line("FFFFFF", 0.75))
        pptx_xml.replace(element, "c:spPr", shade, before=("c:invertIfNegative", "c:cat", "c:val"))
        ink = "FFFFFF" if is_dark(colour) else "1F2733"
        pptx_xml.before_data(element, pptx_xml.labels(None, "ctr", 10.5, ink, number_format=code))


def colours(count: int) -> list[str]:
    """From worst to best, on white paper."""
    found = [
        answer_colour if isinstance(answer_colour, str) else theme.MIDDLE[0]
        for answer_colour in theme.answer_colours(count)
    ]
    return [one.lstrip("#").upper() for one in found]


def is_dark(colour: str) -> bool:
    """Whether white reads better on it than ink."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (0, 2, 4))
    return red * 299 + green * 587 + blue * 114 < DARK

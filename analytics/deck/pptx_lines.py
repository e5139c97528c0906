"""Values by edition as a native line chart: gaps, and intervals as two thin dashed series each."""

from __future__ import annotations

from typing import Any

from analytics.deck import pptx_charts, pptx_formats, pptx_xml, text_size
from analytics.deck.chart_data import ChartData, by_name
from analytics.deck.pptx_text import INK, SOFT, Box
from analytics.figures import Figure, Lines
from analytics.wording import Say

ALL_WRITTEN = 12
CLOSE = 0.06
Series = tuple[str, list[float | None]]


def chart_data(figure: Figure) -> ChartData:
    """Editions down, series across."""
    form = figure.form
    assert isinstance(form, Lines)
    return by_name(figure.data.drop(columns="key", errors="ignore"), "x", "x_rank", form.series)


def series(figure: Figure, say: Say) -> list[Series]:
    """Every series of the chart: the values, then where there are intervals two bounds each."""
    form, rows = figure.form, chart_data(figure)
    assert isinstance(form, Lines)
    main = [(name or say("Value"), rows.numbers(name)) for name in rows.series]
    if not form.has_interval:
        return main
    return main + [
        (_bound(name, word, say), _where_known(rows, name, column))
        for name in rows.series
        for column, word in (("low", say("lower")), ("high", say("upper")))
    ]


def _bound(name: str, word: str, say: Say) -> str:
    return say("{name}, {bound}", name=name, bound=word) if name else word


def _where_known(rows: ChartData, name: str, column: str) -> list[float | None]:
    ends, values = rows.numbers(name, column), rows.numbers(name)
    return [None if value is None else end for end, value in zip(ends, values, strict=True)]


def draw(slide: Any, figure: Figure, say: Say, box: Box) -> None:
    """The chart."""
    from pptx.chart.data import CategoryChartData
    from pptx.enum.chart import XL_CHART_TYPE

    rows, drawn = chart_data(figure), series(figure, say)
    names = pptx_charts.column_names(rows.names, box)
    levels = _levels(figure)
    data = CategoryChartData()
    data.categories = names
    for name, values in [*drawn, *levels]:
        data.add_series(text_size.clean(name), values if values else [])
    parts = [names, *(values for _, values in [*drawn, *levels])]
    table = [[None, *(name for name, _ in [*drawn, *levels])], *map(list, zip(*parts, strict=True))]
    chart = pptx_charts.add(slide, XL_CHART_TYPE.LINE_MARKERS, box, data, table)
    _axes(chart, figure, drawn, say)
    _dress(chart, figure, rows, drawn, say)
    if len(rows.series) > 1:
        pptx_charts.legend(chart, range(len(rows.series), len(drawn) + len(levels)))
    else:
        chart.has_legend = False


def _levels(figure: Figure) -> list[Series]:
    """Reference lines at a height, each a series of its own."""
    if figure.guides is None:
        return []
    count = len(chart_data(figure).names)
    guides = figure.guides.to_dict("records")
    return [
        (str(guide.get("label") or " "), [float(guide["y"])] * count)
        for guide in guides
        if guide.get("y") == guide.get("y")
    ]


def _axes(chart: Any, figure: Figure, drawn: list[Series], say: Say) -> None:
    form = figure.form
    assert isinstance(form, Lines)
    numbers = [value for _, values in [*drawn, *_levels(figure)] for value in values]
    span = pptx_formats.span(numbers, form.domain, zero=form.unit in ("count", "money"))
    pptx_charts.name_axis(chart.category_axis)
    pptx_charts.value_axis(chart.value_axis, span, pptx_formats.axis(form.unit, say.language, span))
    pptx_charts.axis_title(chart.value_axis, form.axis, is_upright=True)
    pptx_charts.axis_title(chart.category_axis, form.x_axis)


def _dress(chart: Any, figure: Figure, rows: ChartData, drawn: list[Series], say: Say) -> None:
    form, count = figure.form, len(rows.series)
    assert isinstance(form, Lines)
    known = [value for _, values in drawn for value in values if value is not None]
    most = max(map(abs, known), default=0.0)
    code = pptx_formats.values(form.unit, say.language, most)
    strength = 1.0 if figure.is_established else pptx_charts.NOT_PROVEN
    sides = _sides([values for _, values in drawn[:count]], chart.value_axis)
    colours = pptx_charts.colours(form, count)
    for at, element in enumerate(pptx_charts.elements(chart)):
        if at < count:
            colour, values = colours[at], drawn[at][1]
            codes = pptx_formats.codes_of(values, form.unit, say.language)
            _value_line(element, colour, count == 1, sides[at], (code, codes), strength)
        elif at < len(drawn):
            _thin(element, colours[(at - count) // 2])
        else:
            _thin(element, pptx_charts.REFERENCE, "lgDash")
            words = {len(rows.names) - 1: chart.plots[0].series[at].name}
            pptx_xml.before_data(element, pptx_xml.labels(words, "t", 9.5, SOFT))


def _sides(series: list[list[float | None]], axis: Any) -> list[str]:
    """Where the value of each last point stands: over a line alone, else beside, apart if close."""
    if len(series) == 1:
        return ["t"]
    last = [
        next((value for value in reversed(values) if value is not None), 0.0) for values in series
    ]
    close = (axis.maximum_scale - axis.minimum_scale) * CLOSE
    return [_side(value, [*last[:at], *last[at + 1 :]], close) for at, value in enumerate(last)]


def _side(value: float, others: list[float], close: float) -> str:
    near = next((other for other in others if abs(value - other) < close), None)
    if near is None:
        return "r"
    return "t" if value >= near else "b"


def _value_line(
    element: Any,
    colour: str,
    is_alone: bool,
    where: str,
    formats: tuple[str, dict[int, str]],
    strength: float,
) -> None:
    drawn = pptx_xml.look(pptx_xml.line(colour, 2.5, strength=strength))
    pptx_xml.replace(element, "c:spPr", drawn, before=("c:marker", "c:cat", "c:val"))
    marker = pptx_xml.marker(colour, 8, strength)
    pptx_xml.replace(element, "c:marker", marker, before=("c:dLbls", "c:cat", "c:val"))
    code, codes = formats
    known = sorted(codes)
    shown = known if is_alone and len(known) <= ALL_WRITTEN else known[-1:]
    labels = pptx_xml.labels(
        None,
        where,
        11.0,
        INK,
        number_format=code,
        only=shown,
        codes={row: codes[row] for row in shown},
        is_bold=is_alone,
    )
    pptx_xml.before_data(element, labels)
    _not_smooth(element)


def _thin(element: Any, colour: str, dash: str = "dash") -> None:
    drawn = pptx_xml.look(pptx_xml.line(colour, 1.0, dash))
    pptx_xml.replace(element, "c:spPr", drawn, before=("c:marker", "c:cat", "c:val"))
    no_marker = pptx_xml.marker(None)
    pptx_xml.replace(element, "c:marker", no_marker, before=("c:dLbls", "c:cat", "c:val"))
    _not_smooth(element)


def _not_smooth(element: Any) -> None:
    pptx_xml.replace(element, "c:smooth", pptx_xml.make("c:smooth", val=0), before=("c:extLst",))

"""Values by edition as a native line chart: a gap where none was held, the interval as two thin
dashed series.
"""

from __future__ import annotations

from typing import Any

from analytics.deck import pptx_charts, pptx_formats, pptx_xml, text_size
from analytics.deck.chart_data import Shaped, by_name
from analytics.deck.pptx_text import INK, Box
from analytics.figures import Figure, Lines
from analytics.wording import Say

ALL_WRITTEN = 12
CLOSE = 0.06
Drawn = tuple[str, list[float | None]]


def shaped(figure: Figure) -> Shaped:
    """Editions down, series across."""
    form = figure.form
    assert isinstance(form, Lines)
    return by_name(figure.data.drop(columns="key", errors="ignore"), "x", "x_rank", form.series)


def series(figure: Figure, say: Say) -> list[Drawn]:
    """Every series of the chart: the values first, then where intervals stand a lower and an upper
    one each.
    """
    form, rows = figure.form, shaped(figure)
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


def _where_known(rows: Shaped, name: str, column: str) -> list[float | None]:
    ends, values = rows.numbers(name, column), rows.numbers(name)
    return [None if value is None else end for end, value in zip(ends, values, strict=True)]


def draw(slide: Any, figure: Figure, say: Say, box: Box) -> None:
    """The chart."""
    from pptx.chart.data import CategoryChartData
    from pptx.enum.chart import XL_CHART_TYPE

    rows, drawn = shaped(figure), series(figure, say)
    names = [
        text_size.shortened(name, 12, box.width * 0.88 / len(rows.names) - 8) for name in rows.names
    ]
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


def _levels(figure: Figure) -> list[Drawn]:
    """Reference lines at a height, each a series of its own."""
    if figure.guides is None:
        return []
    count = len(shaped(figure).names)
    told = figure.guides.to_dict("records")
    return [
        (str(one.get("label") or " "), [float(one["y"])] * count)
        for one in told
        if one.get("y") == one.get("y")
    ]


def _axes(chart: Any, figure: Figure, drawn: list[Drawn], say: Say) -> None:
    form = figure.form
    assert isinstance(form, Lines)
    numbers = [value for _, values in [*drawn, *_levels(figure)] for value in values]
    span = pptx_formats.span(numbers, form.domain, zero=form.unit in ("count", "money"))
    pptx_charts.name_axis(chart.category_axis)
    pptx_charts.value_axis(chart.value_axis, span, pptx_formats.axis(form.unit, say.language, span))
    pptx_charts.axis_title(chart.value_axis, form.axis, is_upright=True)
    pptx_charts.axis_title(chart.category_axis, form.x_axis)


def _dress(chart: Any, figure: Figure, rows: Shaped, drawn: list[Drawn], say: Say) -> None:
    form, count = figure.form, len(rows.series)
    assert isinstance(form, Lines)
    most = max(
        (abs(value) for _, values in drawn for value in values if value is not None), default=0.0
    )
    code = pptx_formats.values(form.unit, say.language, most)
    strength = 1.0 if figure.is_established else pptx_charts.NOT_PROVEN
    sides = _sides([values for _, values in drawn[:count]], chart.value_axis)
    for at, element in enumerate(pptx_charts.elements(chart)):
        if at < count:
            _value_line(element, at, drawn[at][1], count == 1, sides[at], code, strength)
        elif at < len(drawn):
            _thin(element, pptx_charts.colour((at - count) // 2))
        else:
            _thin(element, "8A94A0", "lgDash")
            last = len(rows.names) - 1
            words = {last: chart.plots[0].series[at].name}
            pptx_xml.before_data(element, pptx_xml.labels(words, "t", 9.5, "5B6572"))


def _sides(series: list[list[float | None]], axis: Any) -> list[str]:
    """Where the value of each last point stands: over a line alone, beside one of several, apart
    where two are close.
    """
    if len(series) == 1:
        return ["t"]
    last = [
        next((value for value in reversed(values) if value is not None), 0.0) for values in series
    ]
    close = (axis.maximum_scale - axis.minimum_scale) * CLOSE
    return [
        next(
            (
                ("t" if one >= other else "b")
                for at, other in enumerate(last)
                if at != own and abs(one - other) < close
            ),
            "r",
        )
        for own, one in enumerate(last)
    ]


def _value_line(
    element: Any,
    at: int,
    values: list[float | None],
    is_alone: bool,
    where: str,
    code: str,
    strength: float,
) -> None:
    colour = pptx_charts.colour(at)
    drawn = pptx_xml.look(pptx_xml.line(colour, 2.5, strength=strength))
    pptx_xml.replace(element, "c:spPr", drawn, before=("c:marker", "c:cat", "c:val"))
    pptx_xml.replace(
        element,
        "c:marker",
        pptx_xml.marker(colour, 8, strength),
        before=("c:dLbls", "c:cat", "c:val"),
    )
    known = [row for row, value in enumerate(values) if value is not None]
    shown = known if is_alone and len(known) <= ALL_WRITTEN else known[-1:]
    told = pptx_xml.labels(None, where, 11.0, INK, number_format=code, only=shown, is_bold=is_alone)
    pptx_xml.before_data(element, told)
    _not_smooth(element)


def _thin(element: Any, colour: str, dash: str = "dash") -> None:
    drawn = pptx_xml.look(pptx_xml.line(colour, 1.0, dash))
    pptx_xml.replace(element, "c:spPr", drawn, before=("c:marker", "c:cat", "c:val"))
    pptx_xml.replace(
        element, "c:marker", pptx_xml.marker(None), before=("c:dLbls", "c:cat", "c:val")
    )
    _not_smooth(element)


def _not_smooth(element: Any) -> None:
    pptx_xml.replace(element, "c:smooth", pptx_xml.make("c:smooth", val=0), before=("c:extLst",))

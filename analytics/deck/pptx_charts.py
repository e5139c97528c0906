"""What every native chart shares: place, workbook, axes, legend, quiet lines, readable type."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

from analytics import sheets
from analytics.deck import pptx_xml, text_size
from analytics.deck.pptx_formats import Span
from analytics.deck.pptx_text import INK, RULE, SOFT, Box, office
from analytics.figures import Bars, Lines, Scatter, Stacked
from analytics.look import theme

GRID, REFERENCE = office(theme.GRIDS["light"]), office(theme.REFERENCE)
LABEL, SMALL = 12.0, 11.0
FAINT = 0.45
NOT_PROVEN = 0.75
MOST_FOR_NAMES = 0.42
SHEET = "Sheet1"


def add(slide: Any, kind: Any, box: Box, data: Any, rows: Sequence[Sequence[Any]]) -> Any:
    """A native chart whose workbook holds `rows`, headings first: nothing in it is a formula."""
    chart = slide.shapes.add_chart(kind, *box.emu(), data).chart
    width = max(map(len, rows))
    whole = [[*row, *[None] * (width - len(row))] for row in rows]
    heads = ["" if name is None else name for name in whole[0]]
    frame = pd.DataFrame(whole[1:], columns=heads, dtype=object)
    chart.part.chart_workbook.update_from_xlsx_blob(sheets.xlsx_bytes({SHEET: frame}))
    chart.has_title = False
    chart.font.size = None
    return chart


def colours(form: Bars | Lines | Scatter | Stacked, count: int) -> list[str]:
    """The colours of so many series, first those that the form names: by role where it has any."""
    return [office(colour) for colour in theme.series_colours(form.roles, count, "light")]


def elements(chart: Any) -> list[Any]:
    """The series of a chart, as elements, in order."""
    from pptx.oxml.ns import qn

    return list(chart._chartSpace.iter(qn("c:ser")))


def value_axis(axis: Any, span: Span, code: str, *, is_hidden: bool = False) -> None:
    """Few quiet lines, no axis line, numbers in the language's form."""
    from pptx.enum.chart import XL_TICK_MARK

    axis.minimum_scale, axis.maximum_scale, axis.major_unit = span.low, span.high, span.step
    axis.has_major_gridlines, axis.has_minor_gridlines = not is_hidden, False
    axis.major_tick_mark = axis.minor_tick_mark = XL_TICK_MARK.NONE
    axis.visible = not is_hidden
    if is_hidden:
        return
    axis.tick_labels.number_format, axis.tick_labels.number_format_is_linked = code, False
    _put(
        axis.major_gridlines._xAx.find(pptx_xml.qualified("c:majorGridlines")),
        pptx_xml.look(pptx_xml.line(GRID, 0.75)),
    )
    _axis_type(axis, None, SOFT, SMALL)


def name_axis(axis: Any, *, is_low: bool = True, size: float = LABEL) -> None:
    """Names along an axis: a thin line, no ticks, all of them shown."""
    from pptx.enum.chart import XL_TICK_LABEL_POSITION, XL_TICK_MARK

    axis.has_major_gridlines = False
    axis.major_tick_mark = axis.minor_tick_mark = XL_TICK_MARK.NONE
    if is_low:
        axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    _axis_type(axis, RULE, INK, size)
    skip = pptx_xml.make("c:tickLblSkip", val=1)
    pptx_xml.replace(
        axis._element,
        "c:tickLblSkip",
        skip,
        before=("c:tickMarkSkip", "c:noMultiLvlLbl", "c:extLst"),
    )


def _axis_type(axis: Any, rule: str | None, ink: str, size: float) -> None:
    element = axis._element
    pptx_xml.replace(
        element, "c:spPr", pptx_xml.look(pptx_xml.line(rule, 0.75)), before=("c:txPr", "c:crossAx")
    )
    pptx_xml.replace(element, "c:txPr", pptx_xml.text_properties(size, ink), before=("c:crossAx",))


def axis_title(axis: Any, text: str, *, is_upright: bool = False) -> None:
    """What an axis counts, in small type; nothing where there is nothing to say."""
    if not text:
        return
    frame = axis.axis_title.text_frame
    frame.text = text_size.clean(text, 160)
    run = frame.paragraphs[0].runs[0]
    from pptx.dml.color import RGBColor
    from pptx.util import Pt

    run.font.size, run.font.bold, run.font.color.rgb = Pt(SMALL), False, RGBColor.from_string(SOFT)
    if is_upright:
        frame._txBody.find(pptx_xml.qualified("a:bodyPr")).set("rot", "-5400000")


def legend(chart: Any, hidden: Sequence[int] = ()) -> None:
    """The names of the series on top, without those at the places in `hidden`."""
    from pptx.enum.chart import XL_LEGEND_POSITION

    chart.has_legend = True
    chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.TOP, False
    element = chart.legend._element
    for at in hidden:
        entry = pptx_xml.make(
            "c:legendEntry", pptx_xml.make("c:idx", val=at), pptx_xml.make("c:delete", val=1)
        )
        element.find(pptx_xml.qualified("c:legendPos")).addnext(entry)
    pptx_xml.replace(element, "c:txPr", pptx_xml.text_properties(LABEL, INK), before=("c:extLst",))


def plot_area(chart: Any, left: float, top: float, width: float, height: float) -> None:
    """Where the plot itself stands, in shares of the chart: room is kept for what hangs outside."""
    parts = {"xMode": "edge", "yMode": "edge", "x": left, "y": top, "w": width, "h": height}
    manual = pptx_xml.make(
        "c:manualLayout",
        pptx_xml.make("c:layoutTarget", val="inner"),
        *(pptx_xml.make(f"c:{name}", val=value) for name, value in parts.items()),
    )
    area = chart._chartSpace.chart.plotArea
    for old in area.findall(pptx_xml.qualified("c:layout")):
        area.remove(old)
    area.insert(0, pptx_xml.make("c:layout", manual))


def beside_names(chart: Any, names: Sequence[str], box: Box, *, has_legend: bool) -> None:
    """Leave the names of a bar chart the room that the longest needs, if the plot can spare it."""
    longest = max((text_size.width(name, LABEL) for name in names), default=0.0)
    room = min(longest + 16, box.width * MOST_FOR_NAMES)
    top, below = (30.0 if has_legend else 6.0), 44.0
    plot_area(
        chart,
        room / box.width,
        top / box.height,
        1 - (room + 48) / box.width,
        1 - (top + below) / box.height,
    )


def column_names(names: Sequence[str], box: Box) -> list[str]:
    """Names below columns, cut where they would touch."""
    room = box.width * 0.88 / len(names) - 8
    return [text_size.shortened(name, 12, room) for name in names]


def reverse(axis: Any) -> None:
    """The first name on top, the numbers still below."""
    axis.reverse_order = True


def _put(parent: Any, added: Any) -> None:
    for old in list(parent):
        parent.remove(old)
    parent.append(added)


def cross_at(axis: Any, least: float) -> None:
    """Let an axis stand at the edge of the plot, not at zero."""
    element = axis._element
    for tag in ("c:crosses", "c:crossesAt"):
        for old in element.findall(pptx_xml.qualified(tag)):
            element.remove(old)
    element.find(pptx_xml.qualified("c:crossAx")).addnext(
        pptx_xml.make("c:crossesAt", val=repr(float(least)))
    )


def by_tens(axis: Any) -> None:
    """A logarithmic axis."""
    scaling = axis._element.find(pptx_xml.qualified("c:scaling"))
    scaling.insert(0, pptx_xml.make("c:logBase", val=10))
    for old in axis._element.findall(pptx_xml.qualified("c:majorUnit")):
        axis._element.remove(old)

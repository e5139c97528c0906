"""Native tables: measured columns, one height a row, nothing runs over; the rest is counted."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from analytics.deck import text_size
from analytics.deck.figure_table import Table
from analytics.deck.pptx_text import EMU, INK, PALE, SOFT, WHITE, Box, is_dark, set_paragraph
from analytics.text_width import WORDS

SIZES = (12.0, 11.0, 10.0, 9.0)
PADDING = 7.0
NARROWEST, WIDEST = 34.0, 300.0
HEAD_LINES, CELL_LINES = 3, 2
AIRY = 9.0
READABLE = 66.0
PLAIN_GRID = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"  # PowerPoint's "No Style, No Grid"


@dataclass(frozen=True)
class Plan:
    """How a table is set: letters, columns, heights, and how many of its rows the place holds."""

    size: float
    widths: tuple[float, ...]
    head: float
    heights: tuple[float, ...]


def plan(table: Table, box: Box) -> Plan:
    """The largest letters at which all rows fit; else the smallest, and as many rows as fit."""
    for size in SIZES:
        layout = _at(table, box, size)
        if layout.head + sum(layout.heights) <= box.height:
            return _spread(layout, box)
    count, used = 0, layout.head
    for height in layout.heights:
        if used + height > box.height:
            break
        count, used = count + 1, used + height
    return replace(layout, heights=layout.heights[: max(1, count)])


def _spread(layout: Plan, box: Box) -> Plan:
    """Rows a little taller where there is room."""
    spare = (box.height - layout.head - sum(layout.heights)) / max(1, len(layout.heights))
    return replace(layout, heights=tuple(height + min(spare, AIRY) for height in layout.heights))


def _at(table: Table, box: Box, size: float) -> Plan:
    widths = _widths(table, box.width, size)
    head = _height(table.headings, widths, size, HEAD_LINES, True)
    heights = (_height(row, widths, size, CELL_LINES, False) for row in table.rows)
    return Plan(size, widths, head, tuple(heights))


def _height(
    row: tuple[str, ...], widths: tuple[float, ...], size: float, most: int, is_bold: bool
) -> float:
    cells = zip(row, widths, strict=True)
    lines = max(_lines(text, width, size, most, is_bold) for text, width in cells)
    return lines * (size * text_size.LEADING) + PADDING


def _lines(text: str, width: float, size: float, most: int, is_bold: bool) -> int:
    room = (width - 2 * PADDING, size * text_size.LEADING * most)
    return len(text_size.fitted(text, room, (size,), is_bold=is_bold, most=most).lines)


def _widths(table: Table, room: float, size: float) -> tuple[float, ...]:
    """Columns as wide as their words want; where that is too much, the widest give way first."""
    widths = [_width(table, at, size) for at in range(len(table.headings))]
    whole = sum(widths)
    if whole <= room:
        return tuple(width + min((room - whole) / len(widths), 70) for width in widths)
    most = max(widths)
    while sum(min(width, most) for width in widths) > room:
        most *= 0.98
    return tuple(min(width, most) for width in widths)


def _width(table: Table, at: int, size: float) -> float:
    """What one column wants: its longest cell, its longest word on top, some of its heading."""
    heading = table.headings[at]
    cells = [text_size.width(row[at][:120], size) for row in table.rows[:200]]
    words = [text_size.width(word, size, is_bold=True) for word in WORDS.findall(heading)]
    head = min(text_size.width(heading, size, is_bold=True), READABLE)
    widest = max([*cells, *words, head, NARROWEST - 2 * PADDING])
    return min(widest, WIDEST) + 2 * PADDING + 1


def draw(slide: Any, table: Table, box: Box) -> int:
    """The table; returns how many of its rows stand on the slide."""
    from pptx.util import Emu

    layout = plan(table, box)
    shown = table.part(0, len(layout.heights))
    place = Box(box.left, box.top, sum(layout.widths), layout.head + sum(layout.heights))
    frame = slide.shapes.add_table(len(shown.rows) + 1, len(shown.headings), *place.emu())
    native = frame.table
    _quiet(frame)
    for column, width in zip(native.columns, layout.widths, strict=True):
        column.width = Emu(round(width * EMU))
    for row, height in zip(native.rows, (layout.head, *layout.heights), strict=True):
        row.height = Emu(round(height * EMU))
    for at, heading in enumerate(shown.headings):
        _cell(native.cell(0, at), heading, layout, at, shown, is_head=True)
    for down, cells in enumerate(shown.rows):
        for at, text in enumerate(cells):
            shade = shown.shades[down][at] if shown.shades else ""
            is_even = down % 2 == 1
            cell = native.cell(down + 1, at)
            _cell(cell, text, layout, at, shown, shade=shade, is_even=is_even)
    return len(shown.rows)


def _cell(
    cell: Any,
    text: str,
    layout: Plan,
    at: int,
    table: Table,
    *,
    is_head: bool = False,
    shade: str = "",
    is_even: bool = False,
) -> None:
    from pptx.enum.text import MSO_ANCHOR

    most = HEAD_LINES if is_head else CELL_LINES
    room = (layout.widths[at] - 2 * PADDING, layout.size * text_size.LEADING * most)
    setting = text_size.fitted(text, room, (layout.size,), is_bold=is_head, most=most)
    cell.margin_left = cell.margin_right = round(PADDING * EMU)
    cell.margin_top = cell.margin_bottom = round(PADDING / 2 * EMU)
    cell.vertical_anchor = MSO_ANCHOR.BOTTOM if is_head else MSO_ANCHOR.MIDDLE
    align = ("ctr" if table.shades else "r") if table.is_number[at] else "l"
    ink = SOFT if is_head else WHITE if shade and is_dark(shade) else INK
    set_paragraph(
        cell.text_frame.paragraphs[0],
        setting.text,
        setting.size,
        colour=ink,
        is_bold=is_head,
        align=align,
    )
    _fill(cell, shade or (PALE if is_even and not table.shades else ""))


def _fill(cell: Any, colour: str) -> None:
    from pptx.dml.color import RGBColor

    if colour:
        cell.fill.solid()
        cell.fill.fore_color.rgb = RGBColor.from_string(colour)
    else:
        cell.fill.background()


def _quiet(frame: Any) -> None:
    """No ready-made style: the cells say themselves what they look like."""
    from pptx.oxml.ns import qn

    properties = frame._element.find(f".//{qn('a:tblPr')}")
    properties.set("bandRow", "0")
    properties.set("firstRow", "1")
    style = properties.find(qn("a:tableStyleId"))
    if style is not None:
        style.text = PLAIN_GRID

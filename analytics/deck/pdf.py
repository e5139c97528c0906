"""A deck as PDF: every slide one page composed as SVG, drawn with the shipped fonts, the pages
joined.
"""

from __future__ import annotations

import io
import re
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

from analytics.deck import slide_pictures, text_size
from analytics.deck.figure_table import Table, behind
from analytics.deck.pptx_likert import is_dark
from analytics.deck.pptx_slides import (
    BASE_SIZES,
    ENTRY_SIZES,
    MARK_WIDTH,
    NUMBER_WIDTH,
    SMALL_SIZES,
    TITLE_SIZES,
    left_out,
)
from analytics.deck.pptx_tables import CELL_LINES, HEAD_LINES, PADDING, plan
from analytics.deck.pptx_template import HIGH, MARGIN, TITLE_HEIGHT, TOP, WIDE
from analytics.deck.pptx_text import Box
from analytics.deck.slides import Deck, Listing, Opening, Shown, Slide
from analytics.figures import Figure, Grid
from analytics.look import theme
from analytics.wording import Say, speaker
from analytics.worker import Report

INK, SOFT, FIRST, PALE, FAR = "#1f2733", "#5b6572", "#2f6fae", "#f4f6f8", "#8a94a0"
WIDTH = WIDE - 2 * MARGIN
SMALL = Box(MARGIN, HIGH - 58, WIDTH, 26)
SIZE = re.compile(r'<svg[^>]*?width="([\d.]+)"[^>]*?height="([\d.]+)"')


@dataclass
class Page:
    """The parts of one page."""

    say: Say
    parts: list[str] = field(default_factory=list)

    def write(
        self,
        text: str,
        box: Box,
        sizes: tuple[float, ...],
        *,
        colour: str = INK,
        is_bold: bool = False,
        align: str = "l",
        anchor: str = "t",
        most: int | None = None,
    ) -> float:
        """Lines of text as large as fits; returns their height."""
        found = text_size.fitted(text, (box.width, box.height), sizes, is_bold=is_bold, most=most)
        step, spare = found.size * text_size.LEADING, box.height - found.height
        top = box.top + {"t": 0.0, "ctr": spare / 2, "b": spare}[anchor]
        across = {"l": box.left, "r": box.left + box.width, "ctr": box.left + box.width / 2}[align]
        side = {"l": "start", "r": "end", "ctr": "middle"}[align]
        look = (
            f'font-size="{found.size}" fill="{colour}" text-anchor="{side}"'
            f' font-weight="{700 if is_bold else 400}"'
        )
        for at, line in enumerate(found.lines):
            base = top + at * step + found.size * 0.98
            self.parts.append(
                f'<text x="{across:.2f}" y="{base:.2f}" {look}>{escape(line.strip())}</text>'
            )
        return found.height

    def block(self, box: Box, colour: str) -> None:
        """A plain rectangle."""
        x, y, w, h = (f"{part:.2f}" for part in (box.left, box.top, box.width, box.height))
        self.parts.append(f'<rect x="{x}" y="{y}" width="{w}" height="{h}" fill="{colour}"/>')

    def svg(self) -> str:
        """The page."""
        return (
            '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
            f' width="{WIDE}" height="{HIGH}" viewBox="0 0 {WIDE} {HIGH}"'
            f' font-family="{theme.FONT}"><rect width="{WIDE}" height="{HIGH}"'
            f' fill="#ffffff"/>{"".join(self.parts)}</svg>'
        )


def pages(deck: Deck, report: Report) -> bytes:
    """The file."""
    from pypdf import PdfReader, PdfWriter

    drawer, joined, say = slide_pictures.fonts(), PdfWriter(), speaker(deck.language)
    for at, slide in enumerate(deck.slides):
        report(at / len(deck.slides), "")
        drawn = drawer.svg_to_pdf(_page(slide, at + 1, deck, say).svg())
        joined.append(PdfReader(io.BytesIO(bytes(drawn))))
    joined.add_metadata({"/Title": deck.name, "/Creator": "ExpoLens"})
    joined.compress_identical_objects()
    file = io.BytesIO()
    joined.write(file)
    return file.getvalue()


def _page(slide: Slide, number: int, deck: Deck, say: Say) -> Page:
    page = Page(say)
    if isinstance(slide, Opening):
        _opening(page, slide)
        return page
    if isinstance(slide, Listing):
        _listing(page, slide, _head(page, slide.title, "", TITLE_SIZES))
    elif isinstance(slide, Shown):
        _figure(
            page,
            slide.figure,
            _body(_head(page, slide.figure.finding, slide.figure.base, TITLE_SIZES)),
        )
    else:
        title = say("Table: {finding}", finding=slide.figure.finding)
        _table(
            page,
            behind(slide.figure, say),
            _body(_head(page, title, slide.figure.base, (16.0, 14.0, 12.0))),
        )
    small = (
        [slide.small]
        if isinstance(slide, Listing)
        else [*getattr(slide, "changes", ()), *slide.small]
    )
    page.write(" · ".join(one for one in small if one), SMALL, SMALL_SIZES, colour=SOFT, anchor="b")
    page.write(deck.foot, Box(MARGIN, HIGH - 26, WIDTH - 60, 13), (9.0,), colour=FAR, most=1)
    page.write(
        str(number), Box(WIDE - MARGIN - 50, HIGH - 26, 50, 13), (9.0,), colour=FAR, align="r"
    )
    return page


def _opening(page: Page, told: Opening) -> None:
    page.block(Box(MARGIN, HIGH * 0.30, 56, 5), FIRST)
    page.write(
        told.title,
        Box(MARGIN, HIGH * 0.335, WIDTH, 104),
        (40.0, 36.0, 32.0, 28.0, 24.0),
        is_bold=True,
    )
    page.write(told.subtitle, Box(MARGIN, HIGH * 0.55, WIDTH, 52), (20.0, 18.0, 16.0), colour=SOFT)
    page.write(told.small, Box(MARGIN, HIGH - 66, WIDTH, 32), (12.0, 11.0, 10.0), colour=SOFT)


def _head(page: Page, title: str, base: str, sizes: tuple[float, ...]) -> float:
    page.block(Box(MARGIN, TOP - 11, 40, 3.5), FIRST)
    below = (
        TOP
        + max(page.write(title, Box(MARGIN, TOP, WIDTH, TITLE_HEIGHT), sizes, is_bold=True), 34.0)
        + 5
    )
    if base:
        below += page.write(base, Box(MARGIN, below, WIDTH, 30), BASE_SIZES, colour=SOFT)
    return below + 12


def _body(below: float) -> Box:
    return Box(MARGIN, below, WIDTH, HIGH - below - 62)


def _listing(page: Page, told: Listing, below: float) -> None:
    body, has_numbers = _body(below), any(entry.number for entry in told.entries)
    aside = NUMBER_WIDTH if has_numbers else MARK_WIDTH
    height = min(body.height / max(1, len(told.entries)), 74.0)
    room = (body.width - aside - 8, height - 5)
    size = min(
        (text_size.fitted(entry.text, room, ENTRY_SIZES).size for entry in told.entries),
        default=18.0,
    )
    for at, entry in enumerate(told.entries):
        top = body.top + at * height
        left = Box(body.left, top, aside - 10, (height - 5) * (0.56 if entry.number else 1.0))
        colour, anchor = (FIRST, "b") if entry.number else (SOFT if has_numbers else FIRST, "ctr")
        sizes = (20.0, 17.0, 14.0, 10.0)
        page.write(
            entry.number or str(at + 1),
            left,
            sizes,
            colour=colour,
            is_bold=True,
            anchor=anchor,
            most=1,
        )
        if entry.label:
            page.write(
                entry.label,
                Box(body.left, top + left.height, aside - 10, height * 0.4),
                (9.0, 8.0, 7.0),
                colour=SOFT,
            )
        beside = Box(body.left + aside, top, body.width - aside, height - 5)
        page.write(
            entry.text, beside, tuple(one for one in ENTRY_SIZES if one <= size), anchor="ctr"
        )


def _figure(page: Page, figure: Figure, box: Box) -> None:
    if isinstance(figure.form, Grid):
        _table(page, behind(figure, page.say), box)
        return
    drawn = slide_pictures.svg(figure, page.say)
    found = SIZE.search(drawn)
    across, down = (float(found[1]), float(found[2])) if found else (WIDTH, box.height)
    scale = min(box.width / across, box.height / down, 1.15)
    inner = drawn[drawn.index("<svg") :]
    page.parts.append(
        f'<g transform="translate({box.left:.2f} {box.top:.2f}) scale({scale:.4f})">{inner}</g>'
    )


def _table(page: Page, table: Table, box: Box) -> None:
    found = plan(table, box)
    top, line = box.top, found.size * text_size.LEADING
    for down, (cells, height) in enumerate(
        zip((table.headings, *table.rows), (found.head, *found.heights), strict=False)
    ):
        left, is_head = box.left, down == 0
        if down and down % 2 == 0 and not table.shades:
            page.block(Box(left, top, sum(found.widths), height), PALE)
        for at, (text, width) in enumerate(zip(cells, found.widths, strict=True)):
            shade = table.shades[down - 1][at] if table.shades and down else ""
            if shade:
                page.block(Box(left, top, width, height), f"#{shade}")
            most = HEAD_LINES if is_head else CELL_LINES
            room = Box(left + PADDING, top, width - 2 * PADDING, max(height, line * most))
            ink = SOFT if is_head else "#ffffff" if shade and is_dark(shade) else INK
            place = Box(room.left, top, room.width, height)
            page.write(
                text,
                place,
                (found.size,),
                colour=ink,
                is_bold=is_head,
                align="r" if table.is_number[at] else "l",
                anchor="b" if is_head else "ctr",
                most=most,
            )
            left += width
        top += height
    if len(found.heights) < len(table.rows):
        told = left_out(len(found.heights), len(table.rows), page.say)
        page.write(told, Box(box.left, top + 2, box.width, 14), (9.0,), colour=SOFT, most=1)

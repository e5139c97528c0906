"""A deck as PDF: every slide a page composed as SVG, drawn with the shipped fonts, pages joined."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from xml.sax.saxutils import escape

from analytics.deck import number_tiles, pptx_slides, slide_pictures, text_size
from analytics.deck.figure_table import Table, behind
from analytics.deck.pptx_tables import CELL_LINES, HEAD_LINES, PADDING, Plan, plan
from analytics.deck.pptx_template import HIGH, MARGIN, TITLE_HEIGHT, TOP, WIDE
from analytics.deck.pptx_text import FIRST, INK, PALE, SOFT, WHITE, Box, Style, is_dark
from analytics.deck.slides import Deck, Entry, FigureSlide, Listing, Numbers, Opening, Slide
from analytics.figures import Figure, Grid
from analytics.look import theme
from analytics.wording import Say, speaker
from analytics.worker import Report

WIDTH = WIDE - 2 * MARGIN
SMALL = Box(MARGIN, HIGH - 58, WIDTH, 26)
FOOT = Box(MARGIN, HIGH - 26, WIDTH - 60, 13)
NUMBER = Box(WIDE - MARGIN - 50, HIGH - 26, 50, 13)
SIDES = {"l": (0.0, "start"), "ctr": (0.5, "middle"), "r": (1.0, "end")}
SIZE = re.compile(r'<svg[^>]*?width="([\d.]+)"[^>]*?height="([\d.]+)"')


@dataclass
class Page:
    """The parts of one page."""

    say: Say
    parts: list[str] = field(default_factory=list)
    size: tuple[float, float] = (WIDE, HIGH)

    def write(self, text: str, box: Box, style: Style) -> float:
        """Lines of text as large as fits; returns their height."""
        setting = style.fitted(text, box)
        step, spare = setting.size * text_size.LEADING, box.height - setting.height
        top = box.top + {"t": 0.0, "ctr": spare / 2, "b": spare}[style.anchor]
        share, side = SIDES[style.align]
        x = f"{box.left + share * box.width:.2f}"
        look = (
            f'font-size="{setting.size}" fill="#{style.colour}" text-anchor="{side}"'
            f' font-weight="{700 if style.is_bold else 400}"'
        )
        for at, line in enumerate(setting.lines):
            y = f"{top + at * step + setting.size * 0.98:.2f}"
            self.parts.append(f'<text x="{x}" y="{y}" {look}>{escape(line.strip())}</text>')
        return setting.height

    def block(self, box: Box, colour: str) -> None:
        """A plain rectangle."""
        x, y, w, h = (f"{part:.2f}" for part in (box.left, box.top, box.width, box.height))
        self.parts.append(f'<rect x="{x}" y="{y}" width="{w}" height="{h}" fill="#{colour}"/>')

    def svg(self) -> str:
        """The page."""
        wide, high = self.size
        return (
            '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
            f' width="{wide}" height="{high}" viewBox="0 0 {wide} {high}"'
            f' font-family="{theme.FONT}"><rect width="{wide}" height="{high}"'
            f' fill="#{WHITE}"/>{"".join(self.parts)}</svg>'
        )


def pages(deck: Deck, report: Report) -> bytes:
    """The file."""
    say = speaker(deck.language)

    def drawn() -> Iterator[Page]:
        for at, slide in enumerate(deck.slides):
            report(at / len(deck.slides), "")
            yield _page(slide, at + 1, deck, say)

    return joined(drawn(), deck.name)


def joined(drawn: Iterable[Page], title: str) -> bytes:
    """Pages in one file."""
    from pypdf import PdfReader, PdfWriter

    drawer, writer = slide_pictures.fonts(), PdfWriter()
    for page in drawn:
        writer.append(PdfReader(io.BytesIO(bytes(drawer.svg_to_pdf(page.svg())))))
    writer.add_metadata({"/Title": title, "/Creator": "ExpoLens"})
    writer.compress_identical_objects()
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def _page(slide: Slide, number: int, deck: Deck, say: Say) -> Page:
    page = Page(say)
    if isinstance(slide, Opening):
        _opening(page, slide)
        return page
    small = _content(page, slide)
    page.write(" · ".join(part for part in small if part), SMALL, pptx_slides.SMALL)
    page.write(deck.foot, FOOT, pptx_slides.FOOT)
    page.write(str(number), NUMBER, replace(pptx_slides.FOOT, align="r", most=None))
    return page


def _content(page: Page, slide: Slide) -> tuple[str, ...]:
    """All but the foot; returns the small print."""
    assert not isinstance(slide, Opening)
    if isinstance(slide, Listing):
        _listing(page, slide, _head(page, slide.title, ""))
        return (slide.small,)
    if isinstance(slide, Numbers):
        for text, place, style in number_tiles.tiles(
            slide.numbers, _body(_head(page, slide.title, ""))
        ):
            page.write(text, place, style)
        return (slide.small,)
    figure, say = slide.figure, page.say
    if isinstance(slide, FigureSlide):
        _figure(page, figure, _body(_head(page, figure.title, figure.base_with_badge(say))))
        return (*slide.changes, *slide.small)
    title = say("Table: {finding}", finding=figure.title)
    below = _head(page, title, figure.base, pptx_slides.TABLE_TITLE)
    _table(page, behind(figure, say), _body(below))
    return slide.small


def _opening(page: Page, slide: Opening) -> None:
    page.block(Box(MARGIN, HIGH * 0.30, 56, 5), FIRST)
    title = Box(MARGIN, HIGH * 0.335, WIDTH, 104)
    page.write(slide.title, title, pptx_slides.OPENING_TITLE)
    subtitle = Box(MARGIN, HIGH * 0.55, WIDTH, 52)
    page.write(slide.subtitle, subtitle, Style((20.0, 18.0, 16.0), SOFT))
    small = Box(MARGIN, HIGH - 66, WIDTH, 32)
    page.write(slide.small, small, Style((12.0, 11.0, 10.0), SOFT))


def _head(page: Page, title: str, base: str, style: Style = pptx_slides.TITLE) -> float:
    """Title and base; returns where what follows may begin."""
    page.block(Box(MARGIN, TOP - 11, 40, 3.5), FIRST)
    height = page.write(title, Box(MARGIN, TOP, WIDTH, TITLE_HEIGHT), style)
    below = TOP + max(height, 34.0) + 5
    if base:
        below += page.write(base, Box(MARGIN, below, WIDTH, 30), pptx_slides.BASE)
    return below + 12


def _body(below: float) -> Box:
    return Box(MARGIN, below, WIDTH, HIGH - below - 62)


def _listing(page: Page, listing: Listing, below: float) -> None:
    body, has_numbers = _body(below), any(entry.number for entry in listing.entries)
    aside = pptx_slides.NUMBER_WIDTH if has_numbers else pptx_slides.MARK_WIDTH
    height = pptx_slides.entry_height(listing, body)
    style = pptx_slides.entry_style(listing, (body.width - aside - 8, height - 5))
    for at, entry in enumerate(listing.entries):
        top = body.top + at * height
        _aside(page, entry, at, Box(body.left, top, aside - 10, height), has_numbers)
        beside = Box(body.left + aside, top, body.width - aside, height - 5)
        page.write(entry.text, beside, style)


def _aside(page: Page, entry: Entry, at: int, place: Box, has_numbers: bool) -> None:
    share = pptx_slides.NUMBER_SHARE if entry.number else 1.0
    box = Box(place.left, place.top, place.width, (place.height - 5) * share)
    colour = SOFT if has_numbers and not entry.number else FIRST
    anchor = "b" if entry.number else "ctr"
    style = Style((20.0, 17.0, 14.0, 10.0), colour, is_bold=True, anchor=anchor, most=1)
    page.write(entry.number or str(at + 1), box, style)
    if entry.label:
        label = Box(place.left, place.top + box.height, place.width, place.height * 0.4)
        page.write(entry.label, label, pptx_slides.ENTRY_LABEL)


def _figure(page: Page, figure: Figure, box: Box) -> None:
    if isinstance(figure.form, Grid):
        _table(page, behind(figure, page.say), box)
        return
    drawn = slide_pictures.svg(figure, page.say)
    extent = SIZE.search(drawn)
    across, down = (float(extent[1]), float(extent[2])) if extent else (WIDTH, box.height)
    scale = min(box.width / across, box.height / down, 1.15)
    inner = drawn[drawn.index("<svg") :]
    page.parts.append(
        f'<g transform="translate({box.left:.2f} {box.top:.2f}) scale({scale:.4f})">{inner}</g>'
    )


def _table(page: Page, table: Table, box: Box) -> None:
    layout, top = plan(table, box), box.top
    rows = zip((layout.head, *layout.heights), (table.headings, *table.rows), strict=False)
    for down, (height, cells) in enumerate(rows):
        if down and down % 2 == 0 and not table.shades:
            page.block(Box(box.left, top, sum(layout.widths), height), PALE)
        left = box.left
        for at, (text, width) in enumerate(zip(cells, layout.widths, strict=True)):
            shade = table.shades[down - 1][at] if table.shades and down else ""
            place = Box(left, top, width, height)
            style = _head_style(layout) if down == 0 else _cell_style(layout, shade)
            _cell(
                page, text, place, replace(style, align="r" if table.is_number[at] else "l"), shade
            )
            left += width
        top += height
    if len(layout.heights) < len(table.rows):
        remark = pptx_slides.left_out(len(layout.heights), len(table.rows), page.say)
        page.write(remark, Box(box.left, top + 2, box.width, 14), Style((9.0,), SOFT, most=1))


def _head_style(layout: Plan) -> Style:
    return Style((layout.size,), SOFT, is_bold=True, anchor="b", most=HEAD_LINES)


def _cell_style(layout: Plan, shade: str) -> Style:
    ink = WHITE if shade and is_dark(shade) else INK
    return Style((layout.size,), ink, anchor="ctr", most=CELL_LINES)


def _cell(page: Page, text: str, place: Box, style: Style, shade: str) -> None:
    if shade:
        page.block(place, shade)
    page.write(
        text, replace(place, left=place.left + PADDING, width=place.width - 2 * PADDING), style
    )

"""One maker a kind of slide: what stands where, and what goes into the speaker's notes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from analytics.deck import (
    number_tiles,
    pptx_bars,
    pptx_dots,
    pptx_likert,
    pptx_lines,
    pptx_scatter,
    pptx_stacked,
    pptx_tables,
    text_size,
)
from analytics.deck.figure_table import behind, grid
from analytics.deck.pptx_template import Stage, accent
from analytics.deck.pptx_text import FAR, FIRST, SOFT, Box, Style, fill, set_paragraph, write
from analytics.deck.slides import (
    Appendix,
    Deck,
    Entry,
    FigureSlide,
    Listing,
    Note,
    Numbers,
    Opening,
)
from analytics.figures import (
    Bars,
    Figure,
    Flows,
    Grid,
    Heatmap,
    Likert,
    Lines,
    Scatter,
    Stacked,
)
from analytics.wording import Say

TITLE = Style((24.0, 22.0, 20.0, 18.0, 16.0, 14.0), is_bold=True)
TABLE_TITLE = Style((16.0, 14.0, 12.0), is_bold=True)
OPENING_TITLE = Style((40.0, 36.0, 32.0, 28.0, 24.0), is_bold=True)
BASE = Style((12.0, 11.0, 10.0), SOFT)
SMALL = Style((10.0, 9.0, 8.0), SOFT, anchor="b")
FOOT = Style((9.0,), FAR, most=1)
ENTRY_LABEL = Style((9.0, 8.0, 7.0), SOFT)
ENTRY_SIZES = (18.0, 17.0, 16.0, 15.0, 14.0, 13.0, 12.0, 11.0, 10.0)
NUMBER_WIDTH, MARK_WIDTH = 118.0, 34.0
NUMBER_SHARE, HIGHEST_ENTRY = 0.56, 74.0
NOTE_SIZE = 12.0
Draw = Callable[[Any, Figure, Say, Box], None]


@dataclass
class SlideContext:
    """What every slide needs to know while a presentation is made."""

    stage: Stage
    deck: Deck
    say: Say
    pictures: dict[str, Path]


def opening(context: SlideContext, content: Opening) -> None:
    """The first slide."""
    stage, slide = context.stage, context.stage.slide()
    left, width = stage.margin, stage.width - 2 * stage.margin
    accent(slide, Box(left, stage.height * 0.30, 56, 5))
    _title(slide, content.title, Box(left, stage.height * 0.335, width, 104), OPENING_TITLE)
    subtitle = Style((20.0, 18.0, 16.0, 14.0), SOFT)
    write(slide, content.subtitle, Box(left, stage.height * 0.55, width, 52), subtitle)
    small = Style((12.0, 11.0, 10.0, 9.0), SOFT)
    write(slide, content.small, Box(left, stage.height - 66, width, 32), small)
    notes(slide, content.notes)


def listing(context: SlideContext, content: Listing) -> None:
    """An agenda or a summary: numbered lines, or lines with numbers of their own at the left."""
    slide = context.stage.slide()
    body = context.stage.body(_head(context, slide, content.title, ""))
    has_numbers = any(entry.number for entry in content.entries)
    aside = NUMBER_WIDTH if has_numbers else MARK_WIDTH
    height = entry_height(content, body)
    style = entry_style(content, (body.width - aside - 8, height - 5))
    for at, entry in enumerate(content.entries):
        place = Box(body.left, body.top + at * height, aside - 10, height - 5)
        _aside(slide, entry, at, place, has_numbers)
        beside = Box(body.left + aside, place.top, body.width - aside, place.height)
        write(slide, entry.text, beside, style)
    _foot(context, slide, (content.small,))
    notes(slide, content.notes)


def numbers(context: SlideContext, content: Numbers) -> None:
    """The key numbers, each in boxes of its own."""
    slide = context.stage.slide()
    body = context.stage.body(_head(context, slide, content.title, ""))
    for text, place, style in number_tiles.tiles(content.numbers, body):
        write(slide, text, place, style)
    _foot(context, slide, (content.small,))
    notes(slide, content.notes)


def entry_height(content: Listing, body: Box) -> float:
    """The height of one entry of a list."""
    return min(body.height / max(1, len(content.entries)), HIGHEST_ENTRY)


def entry_style(content: Listing, room: tuple[float, float]) -> Style:
    """All entries alike: at most as large as the longest of them fits."""
    sizes = (text_size.fitted(entry.text, room, ENTRY_SIZES).size for entry in content.entries)
    largest = min(sizes, default=ENTRY_SIZES[0])
    return Style(tuple(size for size in ENTRY_SIZES if size <= largest), anchor="ctr")


def _aside(slide: Any, entry: Entry, at: int, place: Box, has_numbers: bool) -> None:
    if not entry.number:
        colour = SOFT if has_numbers else FIRST
        write(slide, str(at + 1), place, Style((18.0,), colour, is_bold=True, anchor="ctr"))
        return
    height = place.height * NUMBER_SHARE
    most = min(22.0, height / text_size.LEADING)
    sizes = (most, most * 0.85, most * 0.7, 9.0)
    number = Box(place.left, place.top, place.width, height)
    write(slide, entry.number, number, Style(sizes, FIRST, is_bold=True, anchor="b", most=1))
    label = Box(place.left, place.top + height, place.width, place.height - height)
    write(slide, entry.label, label, ENTRY_LABEL)


def figure_slide(context: SlideContext, content: FigureSlide) -> None:
    """A finding with its figure."""
    slide, figure, say = context.stage.slide(), content.figure, context.say
    below = _head(context, slide, figure.title, figure.base_with_badge(say))
    rows_left_out = _draw(context, slide, figure, context.stage.body(below))
    _foot(context, slide, (*content.changes, rows_left_out, *content.small))
    notes(slide, content.notes)


def appendix(context: SlideContext, content: Appendix) -> None:
    """The table behind a figure."""
    slide, say, figure = context.stage.slide(), context.say, content.figure
    title = say("Table: {finding}", finding=figure.title)
    below = _head(context, slide, title, figure.base, TABLE_TITLE)
    table = behind(figure, say)
    drawn = pptx_tables.draw(slide, table, context.stage.body(below))
    _foot(context, slide, (left_out(drawn, len(table.rows), say), *content.small))
    notes(slide, content.notes)


def _draw(context: SlideContext, slide: Any, figure: Figure, box: Box) -> str:
    """The figure in its form; returns what has to be said of rows that found no room."""
    say, form = context.say, figure.form
    if isinstance(form, Grid | Heatmap | Flows):
        table = behind(figure, say) if isinstance(form, Grid) else grid(figure, say)
        return left_out(pptx_tables.draw(slide, table, box), len(table.rows), say)
    if isinstance(form, Scatter) and not pptx_scatter.is_native(figure):
        _picture(slide, context.pictures[figure.key], box, figure.title)
        return ""
    native: dict[type, Draw] = {
        Bars: pptx_dots.draw if isinstance(form, Bars) and form.is_dots else pptx_bars.draw,
        Likert: pptx_likert.draw,
        Lines: pptx_lines.draw,
        Scatter: pptx_scatter.draw,
        Stacked: pptx_stacked.draw,
    }
    native[type(form)](slide, figure, say, box)
    rows = figure.data["label"].nunique() if isinstance(form, Bars | Likert) else 0
    return left_out(min(rows, pptx_bars.MOST_ROWS), rows, say)


def left_out(drawn: int, there: int, say: Say) -> str:
    """What has to be said where a slide holds fewer rows than there are."""
    if drawn >= there:
        return ""
    return say(
        "The first {drawn} of {there} rows; the workbook of this deck has them all.",
        drawn=drawn,
        there=there,
    )


def _picture(slide: Any, path: Path, box: Box, spoken: str) -> None:
    from PIL import Image

    with Image.open(path) as image:
        across, down = image.size
    scale = min(box.width / across, box.height / down)
    place = Box(box.left, box.top, across * scale, down * scale)
    added = slide.shapes.add_picture(str(path), *place.emu())
    added._element.nvPicPr.cNvPr.set("descr", text_size.clean(spoken))


def _head(context: SlideContext, slide: Any, title: str, base: str, style: Style = TITLE) -> float:
    """Title and base; returns where what follows may begin."""
    box = context.stage.title_box(slide)
    setting = _title(slide, title, box, style)
    below = box.top + max(setting.height, 34.0 if context.stage.is_ours else box.height) + 5
    if context.stage.is_ours:
        accent(slide, Box(box.left, box.top - 11, 40, 3.5))
    if base:
        below += write(slide, base, Box(box.left, below, box.width, 30), BASE).height
    return below + 12


def _title(slide: Any, text: str, box: Box, style: Style) -> text_size.Setting:
    shape = slide.shapes.title
    shape.left, shape.top, shape.width, shape.height = box.emu()
    return fill(shape, text, box, style)


def _foot(context: SlideContext, slide: Any, small: Sequence[str]) -> None:
    """The small print, the deck's name, the page."""
    text = " · ".join(part for part in small if part)
    if text:
        write(slide, text, context.stage.small(), SMALL)
    foot = context.stage.foot()
    left = Box(foot.left, foot.top, foot.width - 60, foot.height)
    write(slide, context.deck.foot, left, FOOT)
    number = len(context.stage.presentation.slides)
    right = Box(foot.left + foot.width - 50, foot.top, 50, foot.height)
    write(slide, str(number), right, replace(FOOT, align="r"))


def notes(slide: Any, entries: tuple[Note, ...]) -> None:
    """The speaker's notes: every heading with what stands under it."""
    if not entries:
        return
    frame = slide.notes_slide.notes_text_frame
    for at, note in enumerate(entries):
        paragraph = frame.paragraphs[0] if at == 0 else frame.add_paragraph()
        text = f"{note.heading}: {note.text}" if note.heading else note.text
        set_paragraph(paragraph, text, NOTE_SIZE)

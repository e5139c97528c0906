"""One maker a kind of slide: what stands where, and what goes into the speaker's notes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from analytics.deck import (
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
from analytics.deck.pptx_text import FIRST, INK, SOFT, Box, fill, set_paragraph, write
from analytics.deck.slides import Appendix, Deck, Entry, Listing, Opening, Shown, Told
from analytics.figures import Bars, Figure, Grid, Heatmap, Likert, Lines, Scatter, Stacked
from analytics.wording import Say

TITLE_SIZES = (24.0, 22.0, 20.0, 18.0, 16.0, 14.0)
BASE_SIZES = (12.0, 11.0, 10.0)
SMALL_SIZES = (10.0, 9.0, 8.0)
ENTRY_SIZES = (18.0, 17.0, 16.0, 15.0, 14.0, 13.0, 12.0, 11.0, 10.0)
NUMBER_WIDTH, MARK_WIDTH = 118.0, 34.0
NOTE_SIZE = 12.0
Draw = Callable[[Any, Figure, Say, Box], None]


@dataclass
class Making:
    """What every slide needs to know while a presentation is made."""

    stage: Stage
    deck: Deck
    say: Say
    pictures: dict[str, Path]


def opening(making: Making, told: Opening) -> None:
    """The first slide."""
    stage, slide = making.stage, making.stage.slide()
    left, width = stage.margin, stage.width - 2 * stage.margin
    accent(slide, Box(left, stage.height * 0.30, 56, 5))
    title = Box(left, stage.height * 0.335, width, 104)
    _title(slide, told.title, title, (40.0, 36.0, 32.0, 28.0, 24.0), anchor="t")
    write(
        slide,
        told.subtitle,
        Box(left, stage.height * 0.55, width, 52),
        (20.0, 18.0, 16.0, 14.0),
        colour=SOFT,
    )
    write(
        slide,
        told.small,
        Box(left, stage.height - 66, width, 32),
        (12.0, 11.0, 10.0, 9.0),
        colour=SOFT,
    )
    notes(slide, told.notes)


def listing(making: Making, told: Listing) -> None:
    """An agenda or a summary: numbered lines, each with its own number at the left where it has
    one.
    """
    stage, slide = making.stage, making.stage.slide()
    below = _head(making, slide, told.title, "")
    body = stage.body(below)
    has_numbers = any(entry.number for entry in told.entries)
    aside = NUMBER_WIDTH if has_numbers else MARK_WIDTH
    height = min(body.height / max(1, len(told.entries)), 74.0)
    rooms = (body.width - aside - 8, height - 5)
    size = _one_size([entry.text for entry in told.entries], rooms)
    for at, entry in enumerate(told.entries):
        place = Box(body.left, body.top + at * height, aside - 10, height - 5)
        _aside(slide, entry, at, place, has_numbers)
        beside = Box(body.left + aside, place.top, body.width - aside, place.height)
        write(
            slide,
            entry.text,
            beside,
            tuple(one for one in ENTRY_SIZES if one <= size),
            anchor="ctr",
        )
    _foot(making, slide, (told.small,))
    notes(slide, told.notes)


def _aside(slide: Any, entry: Entry, at: int, place: Box, has_numbers: bool) -> None:
    if not entry.number:
        write(
            slide,
            str(at + 1),
            place,
            (18.0,),
            colour=SOFT if has_numbers else FIRST,
            is_bold=True,
            anchor="ctr",
        )
    else:
        most = min(22.0, place.height * 0.56 / text_size.LEADING)
        number = Box(place.left, place.top, place.width, place.height * 0.56)
        write(
            slide,
            entry.number,
            number,
            (most, most * 0.85, most * 0.7, 9.0),
            colour=FIRST,
            is_bold=True,
            anchor="b",
            most=1,
        )
        label = Box(
            place.left, place.top + number.height, place.width, place.height - number.height
        )
        write(slide, entry.label, label, (9.0, 8.0, 7.0), colour=SOFT)


def _one_size(texts: list[str], room: tuple[float, float]) -> float:
    """The size at which the longest of them fits, for all."""
    return min(
        (text_size.fitted(text, room, ENTRY_SIZES).size for text in texts), default=ENTRY_SIZES[0]
    )


def shown(making: Making, told: Shown) -> None:
    """A finding with its figure."""
    slide, figure = making.stage.slide(), told.figure
    below = _head(making, slide, figure.finding, figure.base)
    box = making.stage.body(below)
    left_out = _draw(making, slide, figure, box)
    small = [*told.changes, *([left_out] if left_out else []), *told.small]
    _foot(making, slide, small)
    notes(slide, told.notes)


def appendix(making: Making, told: Appendix) -> None:
    """The table behind a figure."""
    slide, say, figure = making.stage.slide(), making.say, told.figure
    below = _head(
        making,
        slide,
        say("Table: {finding}", finding=figure.finding),
        figure.base,
        (16.0, 14.0, 12.0),
    )
    table = behind(figure, say)
    drawn = pptx_tables.draw(slide, table, making.stage.body(below))
    _foot(making, slide, (left_out(drawn, len(table.rows), say), *told.small))
    notes(slide, told.notes)


def _draw(making: Making, slide: Any, figure: Figure, box: Box) -> str:
    """The figure in its form; returns what has to be said of rows that found no room."""
    say, form = making.say, figure.form
    if isinstance(form, Grid | Heatmap):
        table = grid(figure, say) if isinstance(form, Heatmap) else behind(figure, say)
        return left_out(pptx_tables.draw(slide, table, box), len(table.rows), say)
    if isinstance(form, Scatter) and not pptx_scatter.is_native(figure):
        _picture(slide, making.pictures[figure.key], box, figure.finding)
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


def _head(
    making: Making, slide: Any, title: str, base: str, sizes: tuple[float, ...] = TITLE_SIZES
) -> float:
    """Title and base; returns where what follows may begin."""
    box = making.stage.title_box(slide)
    setting = _title(slide, title, box, sizes)
    below = box.top + max(setting.height, 34.0 if making.stage.is_ours else box.height) + 5
    if making.stage.is_ours:
        accent(slide, Box(box.left, box.top - 11, 40, 3.5))
    if base:
        words = write(slide, base, Box(box.left, below, box.width, 30), BASE_SIZES, colour=SOFT)
        below += words.height
    return below + 12


def _title(
    slide: Any, text: str, box: Box, sizes: tuple[float, ...], anchor: str = "t"
) -> text_size.Setting:
    shape = slide.shapes.title
    shape.left, shape.top, shape.width, shape.height = box.emu()
    return fill(shape, text, box, sizes, colour=INK, is_bold=True, anchor=anchor)


def _foot(making: Making, slide: Any, small: Any) -> None:
    """The small print, the deck's name, the page."""
    text = " · ".join(one for one in small if one)
    if text:
        write(slide, text, making.stage.small(), SMALL_SIZES, colour=SOFT, anchor="b")
    foot = making.stage.foot()
    left = Box(foot.left, foot.top, foot.width - 60, foot.height)
    write(slide, making.deck.foot, left, (9.0,), colour="8A94A0", most=1)
    number = len(making.stage.presentation.slides)
    right = Box(foot.left + foot.width - 50, foot.top, 50, foot.height)
    write(slide, str(number), right, (9.0,), colour="8A94A0", align="r", most=1)


def notes(slide: Any, told: tuple[Told, ...]) -> None:
    """The speaker's notes: every heading with what stands under it."""
    if not told:
        return
    frame = slide.notes_slide.notes_text_frame
    for at, one in enumerate(told):
        paragraph = frame.paragraphs[0] if at == 0 else frame.add_paragraph()
        set_paragraph(
            paragraph, f"{one.heading}: {one.text}" if one.heading else one.text, NOTE_SIZE
        )

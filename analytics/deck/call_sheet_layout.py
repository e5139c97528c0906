"""Where everything of a call sheet stands on one A4 page: texts, blocks and lines in points.

One layout for print and for presentation programs: whoever draws it decides nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from analytics.deck.call_sheet import CallSheet, Pair, Rated, Remark, Strip
from analytics.deck.pptx_text import FAR, FIRST, INK, PALE, RULE, SOFT, WHITE, Box, Style
from analytics.deck.text_size import LEADING
from analytics.wording import Say

A4 = (595.0, 842.0)
MARGIN = 40.0
WIDTH = A4[0] - 2 * MARGIN
BOTTOM = A4[1] - 46
NOTE_STEP, LEAST_NOTES = 21.0, 4
TITLE = Style((22.0, 20.0, 18.0, 16.0, 14.0, 12.0), is_bold=True, most=2)
HEADING = Style((10.5,), FIRST, is_bold=True, most=1)
LABEL = Style((8.0, 7.0), SOFT, most=1)
FACT = Style((10.0, 9.0, 8.0), INK, most=2)
SMALL = Style((8.0, 7.0), SOFT, most=1)
CELL = Style((9.0, 8.0), INK, anchor="ctr", most=1)
COLUMNS = (0.55, 0.70, 0.85, 1.0)


@dataclass(frozen=True)
class Text:
    """A text as large as fits its box."""

    text: str
    box: Box
    style: Style
    is_title: bool = False


@dataclass(frozen=True)
class Block:
    """A plain rectangle."""

    box: Box
    colour: str


@dataclass
class Layout:
    """What stands on the page so far, and how far down it goes."""

    say: Say
    top: float = MARGIN
    parts: list[Text | Block] = field(default_factory=list)

    def text(self, text: str, box: Box, style: Style, *, is_title: bool = False) -> float:
        """Set a text; returns the height it takes."""
        if not text:
            return 0.0
        self.parts.append(Text(text, box, style, is_title))
        return style.fitted(text, box).height

    def block(self, box: Box, colour: str) -> None:
        self.parts.append(Block(box, colour))

    def heading(self, text: str, aside: str = "") -> None:
        """The title of a part, with a word beside it."""
        self.text(text, Box(MARGIN, self.top, WIDTH * 0.5, 14), HEADING)
        right = Style((8.0, 7.0), SOFT, align="r", most=1)
        self.text(aside, Box(MARGIN + WIDTH * 0.5, self.top + 2, WIDTH * 0.5, 12), right)
        self.top += 17


def laid_out(sheet: CallSheet, say: Say) -> list[Text | Block]:
    """The parts of one page."""
    page = Layout(say)
    _head(page, sheet)
    _step(page, sheet.step)
    _facts(page, sheet.facts)
    _strip(page, sheet.strip)
    if sheet.rated:
        _rated(page, sheet)
    if sheet.remarks:
        _remarks(page, sheet)
    _notes(page)
    page.text(sheet.foot, Box(MARGIN, A4[1] - 32, WIDTH, 12), Style((8.0, 7.0), FAR, most=1))
    return page.parts


def _head(page: Layout, sheet: CallSheet) -> None:
    page.block(Box(MARGIN, page.top - 8, 40, 3.5), FIRST)
    aside = Style((9.0,), SOFT, align="r", most=1)
    page.text(page.say("Call sheet"), Box(MARGIN + WIDTH - 90, page.top - 10, 90, 12), aside)
    height = page.text(sheet.name, Box(MARGIN, page.top + 4, WIDTH, 58), TITLE, is_title=True)
    page.top += height + 7
    height = page.text(
        sheet.about, Box(MARGIN, page.top, WIDTH, 13), Style((9.5, 8.0), SOFT, most=1)
    )
    page.top += height + 8


def _step(page: Layout, step: str) -> None:
    """What to do next, where nobody overlooks it."""
    style = Style((11.0, 10.0, 9.0), INK, is_bold=True, most=2)
    inner = Box(MARGIN + 8, page.top + 16, WIDTH - 16, 2 * 11 * LEADING)
    height = style.fitted(step, inner).height
    page.block(Box(MARGIN, page.top, WIDTH, height + 23), PALE)
    page.text(page.say("Suggested next step"), Box(MARGIN + 8, page.top + 5, WIDTH - 16, 10), LABEL)
    page.text(step, inner, style)
    page.top += height + 23 + 10


def _facts(page: Layout, facts: tuple[Pair, ...]) -> None:
    """Two columns of labels with what is known below each."""
    gap, width = 18.0, (WIDTH - 18) / 2
    for at in range(0, len(facts), 2):
        heights = []
        for side, (label, text) in enumerate(facts[at : at + 2]):
            left = MARGIN + side * (width + gap)
            page.text(label, Box(left, page.top, width, 10), LABEL)
            place = Box(left, page.top + 10.5, width, 2 * 10 * LEADING)
            heights.append(page.text(text, place, FACT))
        page.top += 10.5 + max(heights) + 5
    page.top += 5


def _strip(page: Layout, strip: tuple[Strip, ...]) -> None:
    """One cell an edition, filled where it came."""
    page.heading(page.say("Edition by edition"))
    gap, count = 4.0, max(len(strip), 4)
    width, height = (WIDTH - (count - 1) * gap) / count, 62.0
    for at, edition in enumerate(strip):
        left = MARGIN + at * (width + gap)
        page.block(Box(left, page.top, width, 15), FIRST if edition.came else RULE)
        page.block(Box(left, page.top + 15, width, height - 15), PALE)
        head = Style(
            (8.5, 7.5, 6.5), WHITE if edition.came else INK, is_bold=True, anchor="ctr", most=1
        )
        page.text(edition.edition, Box(left + 3, page.top, width - 6, 15), head)
        lines = [line for line in edition.lines if line]
        for down, line in enumerate(lines):
            place = Box(left + 3, page.top + 17 + down * 11, width - 6, 10.5)
            page.text(line, place, Style((8.0, 7.0, 6.0), INK if edition.came else SOFT, most=1))
    page.top += height + 11


def _rated(page: Layout, sheet: CallSheet) -> None:
    """The ratings, furthest below its industry first."""
    say = page.say
    more = say("{n} more items on its page", n=sheet.more_items) if sheet.more_items else ""
    aside = " · ".join(filter(None, (sheet.rated_at, more)))
    page.heading(say("Ratings, furthest below its industry first"), aside)
    head = Rated(say("Item"), say("This exhibitor"), say("Its own before"), say("Its industry"))
    for at, row in enumerate((head, *sheet.rated)):
        if at % 2:
            page.block(Box(MARGIN, page.top, WIDTH, 14), PALE)
        _row(page, row, SOFT if at == 0 else INK, is_head=at == 0)
        page.top += 14
    page.top += 9


def _row(page: Layout, row: Rated, colour: str, *, is_head: bool) -> None:
    left = 0.0
    for at, text in enumerate((row.item, row.own, row.before, row.peers)):
        right = COLUMNS[at] * WIDTH
        align = "l" if at == 0 else "r"
        bold = is_head or at == 1
        style = Style(CELL.sizes, colour, is_bold=bold, align=align, anchor="ctr", most=1)
        page.text(text, Box(MARGIN + left + 4, page.top, right - left - 8, 14), style)
        left = right


def _remarks(page: Layout, sheet: CallSheet) -> None:
    """As many as leave room for notes; how many did not is said."""
    say = page.say
    start, shown = page.top, 0
    page.top += 17
    room = BOTTOM - LEAST_NOTES * NOTE_STEP - 24
    for remark in sheet.remarks:
        height = _remark_height(remark)
        if page.top + height > room:
            break
        _remark(page, remark, height)
        shown += 1
    left_out = len(sheet.remarks) - shown + sheet.more_remarks
    below, page.top = page.top, start
    aside = say("{n} more on its page", n=left_out) if left_out else ""
    page.heading(say("Complaints and comments"), aside)
    page.top = below + 6


def _remark_height(remark: Remark) -> float:
    text = Style((9.0,), INK, most=2).fitted(remark.text, Box(0, 0, WIDTH - 8, 24)).height
    return 11 + (text if remark.text else 0) + 5


def _remark(page: Layout, remark: Remark, height: float) -> None:
    if remark.is_open:
        page.block(Box(MARGIN, page.top, 2.5, height - 4), FIRST)
    head = Style(SMALL.sizes, INK if remark.is_open else SOFT, is_bold=remark.is_open, most=1)
    page.text(remark.head, Box(MARGIN + 8, page.top, WIDTH - 8, 10), head)
    page.text(
        remark.text, Box(MARGIN + 8, page.top + 11, WIDTH - 8, 24), Style((9.0,), INK, most=2)
    )
    page.top += height


def _notes(page: Layout) -> None:
    """Lines to write on, down to the foot."""
    page.heading(page.say("Notes of the call"))
    line = page.top + NOTE_STEP - 4
    while line < BOTTOM:
        page.block(Box(MARGIN, line, WIDTH, 0.6), RULE)
        line += NOTE_STEP

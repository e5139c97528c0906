"""Decks of every form, and PowerPoint files read back the way a stranger would."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from pptx import Presentation
from pptx.util import Pt

from analytics.deck import pptx_file, text_size
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
from analytics.figures import Column, Figure, Grid, Scatter
from analytics.figures.key_number import KeyNumber
from analytics.wording import Language
from tests.look.figures import FORMS, METHOD, data, figure, fitted

NAMES = ["朱镕基公司", "陶喆", "Hall 3"]
HOSTILE = [
    '=HYPERLINK("http://evil.example","x")',
    "<script>alert(1)</script> & <b>",
    "很长的名字" * 60,
    "🙂 emoji 👩‍👩‍👧 \x07 bell",
    "@SUM(1+1)*cmd|' /C calc'!A0",
]


def of(form: str, labels: list[str] | None = None, values: list[float] | None = None) -> Figure:
    """A small figure of a form."""
    names = labels or NAMES
    numbers = values or [0.1 + 0.2 * row for row in range(len(names))]
    if form == "grid":
        columns = (
            Column("label", "Name"),
            Column("value", "Value", "score"),
            Column("n", "n", "count"),
        )
        return Figure(
            "grid",
            "Hall 3 leads",
            "n = 100",
            Grid(),
            fitted(Grid(), data(names, numbers)),
            columns,
            METHOD,
        )
    return replace(figure(FORMS[form], data(names, numbers)), key=form)


ALL = (*FORMS, "grid")
NUMBERS = tuple(
    KeyNumber(key, label, value, "第7届 59%", "confirmed", "confirmed at the last edition", "n = 9")
    for key, label, value in (
        ("satisfied", "满意的展商 Satisfied exhibitors", "62%"),
        ("overall", "Exhibitors' mean rating", "3.70"),
        ("nps", "NPS", "−12.7"),
        ("retention", "Came back", "65%"),
        ("turnover", "Turnover", "USD 8,712.3B"),
    )
)


def deck(figures: list[Figure], language: Language = "zh", finding: str | None = None) -> Deck:
    """A deck of every kind of slide around these figures."""
    notes = (Note("Source", "Wilson (1927)"),)
    shown = [replace(figure, finding=finding) if finding else figure for figure in figures]
    slides = [
        Opening("回顾 Review", "展会 · 2026", "synthetic", notes),
        Listing("Agenda", tuple(Entry(figure.finding) for figure in shown[:9])),
        Listing(
            "Findings", tuple(Entry(figure.finding, "3.70", "overall") for figure in shown[:9])
        ),
        *(
            FigureSlide(figure, "Satisfaction", ("Filters: Exhibitors", "Method: mean"), notes)
            for figure in shown
        ),
        *(Appendix(figure, ("Filters: Exhibitors",), notes) for figure in shown),
        Numbers("Key numbers", NUMBERS, "Edition 8, n = 980", notes),
    ]
    return Deck("回顾 Review", language, "Review · Fair", tuple(slides))


def file_of(deck: Deck, folder: Path, template: Path | None = None) -> Any:
    """The presentation, read back from its bytes. Forms without a native chart take a stand-in
    picture.
    """
    from PIL import Image

    picture = folder / "stand-in.png"
    Image.new("RGB", (980, 400), "white").save(picture)
    pictures = {
        slide.figure.key: picture
        for slide in deck.figure_slides()
        if isinstance(slide.figure.form, Scatter)
    }
    return Presentation(
        io.BytesIO(pptx_file.presentation(deck, pictures, template, lambda share, step: None))
    )


def charts(presentation: Any) -> list[Any]:
    """Every native chart, slide by slide."""
    return [
        shape.chart for slide in presentation.slides for shape in slide.shapes if shape.has_chart
    ]


def roots(presentation: Any) -> Iterator[Any]:
    """Every part with text: slides, notes, charts."""
    for slide in presentation.slides:
        yield slide._element
        if slide.has_notes_slide:
            yield slide.notes_slide._element
    for chart in charts(presentation):
        yield chart._chartSpace


def overflows(presentation: Any) -> list[tuple[int, str, float, float]]:
    """Every box whose text needs more height than the box has, or that leaves the slide."""
    too_long = []
    for number, slide in enumerate(presentation.slides, start=1):
        for shape in slide.shapes:
            if (
                shape.left < 0
                or shape.top < 0
                or shape.left + shape.width > presentation.slide_width + 1
                or shape.top + shape.height > presentation.slide_height + 1
            ):
                too_long.append((number, shape.name, -1.0, -1.0))
            if shape.has_text_frame and shape.text_frame.text:
                needed = height(shape.text_frame, shape.width / Pt(1))
                if needed > shape.height / Pt(1) + 1:
                    too_long.append(
                        (number, shape.text_frame.text[:40], needed, shape.height / Pt(1))
                    )
            if shape.has_table:
                too_long += [(number, text, a, b) for text, a, b in cells(shape.table)]
    return too_long


def cells(table: Any) -> Iterator[tuple[str, float, float]]:
    for row in table.rows:
        for cell, column in zip(row.cells, table.columns, strict=True):
            room = (column.width - cell.margin_left - cell.margin_right) / Pt(1)
            needed = height(cell.text_frame, room) + (cell.margin_top + cell.margin_bottom) / Pt(1)
            if needed > row.height / Pt(1) + 1:
                yield cell.text_frame.text[:40], needed, row.height / Pt(1)


def height(frame: Any, room: float) -> float:
    """The height the text takes at its sizes, wrapped at `room` points."""
    needed = 0.0
    for paragraph in frame.paragraphs:
        for run in paragraph.runs:
            size = run.font.size.pt
            needed += (
                len(text_size.wrapped(run.text, size, room, is_bold=bool(run.font.bold)))
                * size
                * text_size.LEADING
            )
    return needed

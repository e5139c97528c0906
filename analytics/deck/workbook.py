"""The data behind every figure of a deck: a sheet each, and a first one that says what they are."""

from __future__ import annotations

import pandas as pd

from analytics import sheets
from analytics.deck.slides import Deck, FigureSlide
from analytics.wording import Say, speaker


def workbook(deck: Deck) -> bytes:
    """The XLSX file; nothing in it is a formula."""
    say, slides = speaker(deck.language), deck.figure_slides()
    names = [f"{at} {slide.topic}" for at, slide in enumerate(slides, start=1)]
    tables = {name: slide.figure.table() for name, slide in zip(names, slides, strict=True)}
    return sheets.xlsx_bytes({say("Contents"): _contents(names, slides, say), **tables})


def _contents(names: list[str], slides: tuple[FigureSlide, ...], say: Say) -> pd.DataFrame:
    heads = [
        say("Table"),
        say("Finding"),
        say("Base"),
        say("Remarks, filters, method"),
        say("Source"),
    ]
    rows = [
        (
            name,
            slide.figure.finding,
            slide.figure.base,
            " · ".join(slide.small),
            say(slide.figure.method.source),
        )
        for name, slide in zip(names, slides, strict=True)
    ]
    return pd.DataFrame(rows, columns=heads)

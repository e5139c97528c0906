"""The data behind every figure of a deck: one sheet each, and a first one that says what
they are.
"""

from __future__ import annotations

import pandas as pd

from analytics import sheets
from analytics.deck.slides import Deck, Shown
from analytics.wording import Say, speaker


def workbook(deck: Deck) -> bytes:
    """The XLSX file; nothing in it is a formula."""
    say, every = speaker(deck.language), deck.shown()
    names = [f"{at} {one.topic}" for at, one in enumerate(every, start=1)]
    tables = {name: one.figure.table() for name, one in zip(names, every, strict=True)}
    return sheets.xlsx_bytes({say("Contents"): _contents(names, every, say), **tables})


def _contents(names: list[str], every: tuple[Shown, ...], say: Say) -> pd.DataFrame:
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
            one.figure.finding,
            one.figure.base,
            " · ".join(one.small),
            say(one.figure.method.source),
        )
        for name, one in zip(names, every, strict=True)
    ]
    return pd.DataFrame(rows, columns=heads)

"""Call sheets to take along: an A4 page for each exhibitor, to print or to edit."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import streamlit as st

from analytics.deck.call_sheet import MOST_SHEETS, read_sheets
from analytics.deck.call_sheet_file import SHEET_KINDS, SheetKind, file_bytes
from analytics.deck.deck_file import TYPES
from analytics.filters import Filters
from analytics.store import Store
from analytics.study import Study
from analytics.wording import Say, phrase
from ui.frame import filters, session
from ui.frame.safe_labels import md
from ui.people import gate
from ui.server import answer_cache

NAMES: dict[SheetKind, str] = {
    "pdf": phrase("Call sheets (PDF)"),
    "pptx": phrase("Call sheets (PowerPoint)"),
}


def draw(exhibitors: Sequence[str], study: Study, say: Say) -> None:
    """A button a kind of file, for those who may read names; how many sheets that is."""
    chosen = filters.current()
    if not chosen or not exhibitors or not gate.person().may("importer"):
        return
    options = study.chosen(session.wish().options_of(study))
    fair = filters.fair_of(chosen)
    called = say.name(fair.zh, fair.en)
    sheets = list(exhibitors[:MOST_SHEETS])
    make = partial(_file, answer_cache.store(), chosen, options, sheets, called, say)
    with st.container(horizontal=True, vertical_alignment="center", key="call-sheets"):
        for kind in SHEET_KINDS:
            st.download_button(
                say(NAMES[kind]),
                partial(make, kind),
                file_name=f"expolens-call-sheets-{say.language}.{kind}",
                mime=TYPES[kind],
                key=f"call-sheets-{kind}",
                icon=":material/contact_phone:",
                on_click="ignore",
            )
        if len(exhibitors) > MOST_SHEETS:
            limit = say(
                "The first {n} of {all}: narrow the list, or take the table for the rest.",
                n=MOST_SHEETS,
                all=say.number(len(exhibitors)),
            )
            st.caption(md(limit))


def _file(
    store: Store,
    chosen: Filters,
    options: dict[str, str],
    exhibitors: list[str],
    fair: str,
    say: Say,
    kind: SheetKind,
) -> bytes:
    sheets = read_sheets(store, chosen, options, exhibitors, fair, say)
    return file_bytes(sheets, kind, say.language)

"""The pages, built from the catalogue: what is not built is not shown."""

from __future__ import annotations

from copy import copy
from functools import lru_cache
from pathlib import Path

import streamlit as st

from analytics.catalogue import SECTIONS, STUDIES
from analytics.study import Study
from analytics.wording import Say, phrase
from ui import session
from ui.labels import md

PAGES = Path(__file__).parent.parent / "pages"
OVERVIEW, DECK = "overview", "deck"
PRESENTING = "_presenting"
DATA_PAGES = (
    ("upload", phrase("Load files"), "upload_file"),
    ("history", phrase("Import history"), "history"),
    ("companies", phrase("Companies"), "join_inner"),
    ("settings", phrase("Settings"), "settings"),
)

Page = st.Page


def build(say: Say) -> Page:
    """The navigation in the reader's language, and the page of this run."""
    menu = {"": [_page(OVERVIEW, say(SECTIONS["overview"]), "dashboard", is_default=True)]}
    for study in STUDIES:
        title = md(say(SECTIONS[study.section]))
        menu.setdefault(title, []).append(_page(study.key, say(study.title), study.icon))
    menu[md(say(SECTIONS["present"]))] = [_page(DECK, say("Deck"), "co_present")]
    menu[md(say(SECTIONS["data"]))] = [_page(key, say(title), icon) for key, title, icon in DATA_PAGES]
    page = st.navigation(menu, position="hidden" if session.kept(PRESENTING) else "top")
    if not is_deck(page) and session.kept(PRESENTING):
        session.forget(PRESENTING)
        st.rerun()
    return page


def study_of(page: Page) -> Study | None:
    """The study a page shows; None for the overview and the data pages."""
    return next((study for study in STUDIES if study.key == page.url_path), None)


def shows_answers(page: Page) -> bool:
    """Whether filters mean anything on this page."""
    return page.url_path not in {key for key, *_ in DATA_PAGES}


def is_deck(page: Page) -> bool:
    """Whether this is the page of decks."""
    return page.url_path == DECK


def is_presenting(page: Page) -> bool:
    """Whether a deck is being presented: then nothing else is on screen."""
    return is_deck(page) and bool(session.kept(PRESENTING))


def at(key: str) -> Path:
    """Where a page lies, for links to it."""
    return PAGES / f"{key}.py"


def _page(key: str, title: str, icon: str, *, is_default: bool = False) -> Page:
    """A page of this run's own: Streamlit marks the one that runs."""
    return copy(_described(key, title, icon, is_default))


@lru_cache(maxsize=256)
def _described(key: str, title: str, icon: str, is_default: bool) -> Page:
    """Described once a process: each description looks the file up on the disk."""
    return st.Page(
        at(key),
        title=title,
        icon=f":material/{icon}:",
        url_path=None if is_default else key,
        default=is_default,
    )

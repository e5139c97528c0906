"""The pages, built from the catalogue: what is not built is not shown."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from analytics.catalogue import SECTIONS, STUDIES
from analytics.study import Study
from analytics.wording import Say, phrase
from ui.labels import md

PAGES = Path(__file__).parent.parent / "pages"
OVERVIEW = "overview"
DATA_PAGES = (
    ("upload", phrase("Load files"), "upload_file"),
    ("history", phrase("Import history"), "history"),
    ("settings", phrase("Settings"), "settings"),
)

Page = st.Page


def build(say: Say) -> Page:
    """The navigation in the reader's language, and the page of this run."""
    menu = {"": [_page(OVERVIEW, say(SECTIONS["overview"]), "dashboard", is_default=True)]}
    for study in STUDIES:
        title = md(say(SECTIONS[study.section]))
        menu.setdefault(title, []).append(_page(study.key, say(study.title), study.icon))
    menu[md(say(SECTIONS["data"]))] = [_page(key, say(title), icon) for key, title, icon in DATA_PAGES]
    return st.navigation(menu, position="top")


def study_of(page: Page) -> Study | None:
    """The study a page shows; None for the overview and the data pages."""
    return next((study for study in STUDIES if study.key == page.url_path), None)


def shows_answers(page: Page) -> bool:
    """Whether filters mean anything on this page."""
    return page.url_path not in {key for key, *_ in DATA_PAGES}


def at(key: str) -> Path:
    """Where a page lies, for links to it."""
    return PAGES / f"{key}.py"


def _page(key: str, title: str, icon: str, *, is_default: bool = False) -> Page:
    return st.Page(
        at(key),
        title=title,
        icon=f":material/{icon}:",
        url_path=None if is_default else key,
        default=is_default,
    )

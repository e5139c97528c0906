"""The pages, built from the catalogue: what is not built is not shown."""

from __future__ import annotations

from collections.abc import Callable
from copy import copy
from functools import lru_cache
from pathlib import Path
from urllib.parse import urlencode

import streamlit as st

from analytics.catalogue import SECTIONS, STUDIES
from analytics.catalogue import study as study_called
from analytics.filters import Filters
from analytics.folders import ROOT
from analytics.study import Study
from analytics.wording import Say, phrase
from ui.frame import session
from ui.frame.address import Words
from ui.frame.safe_labels import md

PAGES = ROOT / "pages"
OVERVIEW, DECK, TRUST, CUSTOMER, REGISTERS = "overview", "deck", "trust", "customer", "registers"
PRESENTING = "_presenting"
DATA_PAGES = (
    ("upload", phrase("Load files"), "upload_file"),
    ("history", phrase("Import history"), "history"),
    (REGISTERS, phrase("Register"), "contacts"),
    ("companies", phrase("Companies"), "join_inner"),
    ("prospects", phrase("Prospects"), "person_search"),
    ("round_trip", phrase("Edit in Excel"), "swap_horiz"),
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
    menu[""].append(_page(TRUST, say("Can we trust this?"), "verified", is_hidden=True))
    menu[md(say(SECTIONS["data"]))] = [
        _page(key, say(title), icon) for key, title, icon in DATA_PAGES
    ]
    page = st.navigation(
        menu, position="hidden" if session.value_of(PRESENTING) else "top", expanded=True
    )
    if not is_deck(page) and session.value_of(PRESENTING):
        session.forget(PRESENTING)
        st.rerun()
    return page


def address(page: Page, study: Study | None, fair: str | None) -> Words:
    """The words of the address of this page; that of the register names the card that is open."""
    if page.url_path == REGISTERS:
        study = study_called(CUSTOMER)
    return session.address_words(
        study, fair, has_deck=is_deck(page), is_trust=page.url_path == TRUST
    )


def study_of(page: Page) -> Study | None:
    """The study a page shows, or is about; None for the overview and the data pages."""
    if page.url_path == TRUST:
        return study_to_trust()
    return next((study for study in STUDIES if study.key == page.url_path), None)


def study_to_trust() -> Study:
    """The study whose trust is asked about; the first one where the address names none."""
    key = session.wish().study
    return next((study for study in STUDIES if study.key == key), STUDIES[0])


def link_to_trust(study: Study, fair: str, say: Say) -> None:
    """The way to what a study stands on, with the same filters and dials."""
    st.page_link(
        at(TRUST),
        label=say("Can we trust this?"),
        icon=":material/verified:",
        query_params=session.address_words(study, fair, is_trust=True),
    )


def link_to_study(study: Study, fair: str, label: str) -> None:
    """The way to a study's own page, with the same filters and dials."""
    st.page_link(
        at(study.key),
        label=md(label),
        icon=f":material/{study.icon}:",
        query_params=session.address_words(study, fair),
    )


def link_to_card(fair: str, exhibitor: str, say: Say) -> None:
    """The way from pages about one exhibitor to its card in the register."""
    st.page_link(
        at(REGISTERS),
        label=say("Its card in the register"),
        icon=":material/contacts:",
        query_params=session.address_words(study_called(CUSTOMER), fair)
        | {f"{CUSTOMER}.exhibitor": (exhibitor,)},
    )


def exhibitor_address(fair: str) -> Callable[[str, str], str]:
    """Where the page of an exhibitor lies, with the same filters and language: by id and name.

    The name stands first, so that a table of these addresses is sorted by it; no page reads it.
    """
    words = session.address_words(study_called(CUSTOMER), fair)

    def address(exhibitor: str, name: str) -> str:
        whose = {"name": (name,), **words, f"{CUSTOMER}.exhibitor": (exhibitor,)}
        return f"{CUSTOMER}?{urlencode(whose, doseq=True)}"

    return address


def link_on(study: Study, chosen: Filters, label: str) -> None:
    """The way on from a card to the study's own page, asked of the card's audience."""
    is_other = chosen.audience != session.wish().audience
    words = session.address_words(study, chosen.fair)
    st.page_link(
        at(study.key),
        label=md(label),
        icon=":material/arrow_forward:",
        icon_position="right",
        query_params=words | {"audience": (chosen.audience,)} if is_other else None,
    )


def shows_answers(page: Page) -> bool:
    """Whether filters mean anything on this page."""
    return page.url_path not in {key for key, *_ in DATA_PAGES}


def is_deck(page: Page) -> bool:
    """Whether this is the page of decks."""
    return page.url_path == DECK


def is_presenting(page: Page) -> bool:
    """Whether a deck is being presented: then nothing else is on screen."""
    return is_deck(page) and bool(session.value_of(PRESENTING))


def at(key: str) -> Path:
    """Where a page lies, for links to it."""
    return PAGES / f"{key}.py"


def _page(
    key: str, title: str, icon: str, *, is_default: bool = False, is_hidden: bool = False
) -> Page:
    """A page of this run's own: Streamlit marks the one that runs."""
    return copy(_page_description(key, title, icon, is_default, is_hidden))


@lru_cache(maxsize=256)
def _page_description(key: str, title: str, icon: str, is_default: bool, is_hidden: bool) -> Page:
    """Described once a process: each description looks the file up on the disk."""
    return st.Page(
        at(key),
        title=title,
        icon=f":material/{icon}:",
        url_path=None if is_default else key,
        default=is_default,
        visibility="hidden" if is_hidden else "visible",
    )

"""Pin to deck: one click puts a figure, with its filters and dials, into the open deck."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

import streamlit as st

from analytics.deck import changes_since_pinned, saved_decks
from analytics.deck.requested_figures import FigureRequest, fitting
from analytics.errors import Fault, UnknownChoice
from analytics.figures import Figure
from analytics.filters import Filters
from analytics.study import Study
from analytics.wording import LANGUAGES, Say, speaker
from ui.frame import filters, session
from ui.frame.safe_labels import md
from ui.people import gate
from ui.server import answer_cache


def draw(figure: Figure, study: Study, say: Say) -> None:
    """The button of one card."""
    chosen = filters.current()
    if chosen is None:
        return
    st.button(
        say("Pin"),
        icon=":material/push_pin:",
        type="tertiary",
        key=f"{study.key}-{figure.key}-pin",
        help=say("Pin to deck"),
        on_click=_pin,
        args=(figure.key, study, chosen, say),
    )


def open_deck(chosen: Filters) -> saved_decks.Board | None:
    """The deck of this fair the reader opened last, else the newest one."""
    decks = saved_decks.decks(answer_cache.store(), chosen.fair)
    opened = session.wish().deck
    return next((deck for deck in decks if deck.id == opened), decks[0] if decks else None)


def set_open_deck(deck_id: str | None) -> None:
    """Open this deck, or none."""
    session.set_wish(replace(session.wish(), deck=deck_id))
    session.change_wish()


def shown_now(question: FigureRequest, study: Study) -> dict[str, Any]:
    """What a figure shows at this moment, in every language; nothing where there is no answer."""
    try:
        if not answer_cache.is_ready(study, question.filters, question.options, rights=gate.role()):
            return {}
        answer = answer_cache.answer(study, question.filters, question.options, rights=gate.role())
    except Fault:
        return {}
    figures_by_language = {
        language: answer_cache.figures(study, answer, speaker(language), question.filters.fair)
        for language in LANGUAGES
    }
    shown: dict[str, Figure] = {
        language: figure
        for language, figures in figures_by_language.items()
        for figure in figures
        if figure.key == question.figure
    }
    return changes_since_pinned.shown(shown) if len(shown) == len(LANGUAGES) else {}


def _pin(figure: str, study: Study, chosen: Filters, say: Say) -> None:
    question = FigureRequest(
        study.key, figure, fitting(study, chosen), session.wish().options_of(study)
    )
    store, who = answer_cache.store(), gate.person().email
    new_deck = partial(saved_decks.make, store, question.filters.fair, say("My deck"), who)
    deck = open_deck(question.filters)
    deck_id = deck.id if deck else new_deck()
    try:
        saved_decks.pin(store, deck_id, question, shown_now(question, study), who)
    except UnknownChoice:  # somebody threw it away meanwhile
        deck_id = new_deck()
        saved_decks.pin(store, deck_id, question, shown_now(question, study), who)
    name = saved_decks.deck(store, deck_id).name
    set_open_deck(deck_id)
    st.toast(md(say("Pinned to “{deck}”.", deck=name)), icon=":material/push_pin:")

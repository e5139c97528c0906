"""The desk where a deck is put together: which one, what is in it, in what order."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from analytics.catalogue import study as find
from analytics.deck import changes_since_pinned, headless, ready_made, saved_decks
from analytics.deck.requested_figures import fitting, sliced
from analytics.errors import Fault
from analytics.figures import Figure
from analytics.filters import Filters
from analytics.remedies import remedy
from analytics.wording import Say
from ui.deck import deck_build
from ui.frame import navigation, pin_button, session
from ui.frame.safe_labels import md
from ui.people import gate
from ui.server import answer_cache

NAME = "deck-name"


def choose(chosen: Filters, say: Say) -> saved_decks.Board | None:
    """Which deck is open, and ways to a new one."""
    decks = saved_decks.decks(answer_cache.store(), chosen.fair)
    labels = {deck.id: _label(deck, say) for deck in decks}
    deck = pin_button.open_deck(chosen)
    with st.container(horizontal=True, vertical_alignment="bottom", key="deck-choice"):
        if deck:
            session.preset("deck", deck.id)
            st.selectbox(
                say("Deck"),
                list(labels),
                key="deck",
                on_change=_apply_choice,
                width=360,
                format_func=lambda deck_id: labels.get(deck_id, deck_id),
            )
        st.button(
            say("New deck"),
            key="new-deck",
            icon=":material/add:",
            on_click=_start_deck,
            args=(chosen, say),
        )
    return deck


def offer_ready_made(chosen: Filters, say: Say) -> None:
    """The decks nobody has to put together."""
    st.subheader(say("Ready-made"), anchor=False)
    with st.grid(3, min_column_width=240):
        for kind in ready_made.KINDS:
            with st.container(border=True, height="stretch", key=f"ready-{kind}"):
                st.markdown(f"**{md(say(ready_made.NAMES[kind]))}**")
                st.caption(md(say(ready_made.DESCRIPTIONS[kind])))
                _ready(kind, chosen, say)


def _ready(kind: ready_made.Kind, chosen: Filters, say: Say) -> None:
    segment = None
    if kind == "segment":
        segments = {
            segment.id: say.name(segment.zh, segment.en)
            for segment in answer_cache.choices(chosen.fair, "exhibitor").segments
        }
        if not segments:
            st.caption(md(say("Keep a segment on the page “Segments” first.")))
            st.page_link(
                navigation.at("segments"), label=say("Segments"), icon=":material/arrow_forward:"
            )
            return
        segment = st.selectbox(
            say("Saved segment"),
            list(segments),
            format_func=lambda segment_id: segments.get(segment_id, segment_id),
            key="ready-of",
            label_visibility="collapsed",
        )
    st.button(
        say("Make this deck"),
        key=f"make-{kind}",
        on_click=_make_ready_made,
        args=(kind, chosen, segment, say),
    )


def name_box(deck: saved_decks.Board, say: Say) -> None:
    """The deck's name, to change."""
    session.preset(NAME, deck.name)
    st.text_input(
        say("Name"),
        key=NAME,
        max_chars=saved_decks.LONGEST_NAME,
        on_change=_apply_name,
        args=(deck.id,),
    )


def list_pins(deck: saved_decks.Board, pins: Sequence[saved_decks.Pin], say: Say) -> None:
    """Every figure in order, with what it says now and what it said then."""
    if not pins:
        st.info(
            md(say("Nothing is pinned yet. Every figure has a button “Pin”.")),
            icon=":material/push_pin:",
        )
    for at, pin in enumerate(pins):
        with st.container(border=True, key=f"pin-{pin.id}"):
            _pin(deck, pin, at, len(pins), say)


def _pin(deck: saved_decks.Board, pin: saved_decks.Pin, at: int, of: int, say: Say) -> None:
    figure, sentence = _figure_and_sentence(pin, say)
    with st.container(horizontal=True, vertical_alignment="top", gap="small"):
        st.markdown(f"**{at + 1}**", width=24)
        with st.container():
            st.markdown(f"**{md(sentence)}**")
            offer = answer_cache.choices(deck.fair, pin.wanted.filters.audience)
            st.caption(md(sliced(pin.wanted.filters, offer, say)))
            for change in changes_since_pinned.changes(pin.shown, figure, say) if figure else ():
                st.badge(md(change), icon=":material/update:", color="blue")
        _handles(deck, pin, at, of, say)


def _handles(deck: saved_decks.Board, pin: saved_decks.Pin, at: int, of: int, say: Say) -> None:
    with st.container(horizontal=True, width="content", gap="xsmall"):
        st.button(
            "",
            icon=":material/arrow_upward:",
            key=f"up-{pin.id}",
            help=say("Earlier"),
            disabled=at == 0,
            on_click=_move,
            args=(deck.id, pin.id, -1),
            type="tertiary",
        )
        st.button(
            "",
            icon=":material/arrow_downward:",
            key=f"down-{pin.id}",
            help=say("Later"),
            disabled=at == of - 1,
            on_click=_move,
            args=(deck.id, pin.id, 1),
            type="tertiary",
        )
        st.button(
            "",
            icon=":material/close:",
            key=f"out-{pin.id}",
            help=say("Take out of the deck"),
            on_click=_unpin,
            args=(pin.id,),
            type="tertiary",
        )


def _figure_and_sentence(pin: saved_decks.Pin, say: Say) -> tuple[Figure | None, str]:
    """The figure if its answer stands, and its sentence: of now, of then, or its study's name."""
    question = pin.wanted
    earlier = str(pin.shown.get("finding", {}).get(say.language) or "")
    try:
        study = find(question.study)
        filters = fitting(study, question.filters)
        rights = gate.role()
        is_ready = answer_cache.is_ready(study, filters, question.options, rights=rights)
        if study.is_slow and not is_ready:
            title = say("{title}: {question}", title=say(study.title), question=say(study.question))
            return None, earlier or title
        figures = deck_build.figures_of(study, filters, question.options, say, rights)
    except Fault as fault:
        return None, earlier or remedy(fault, say)
    figure = next((figure for figure in figures if figure.key == question.figure), figures[0])
    return figure, figure.title


def _label(deck: saved_decks.Board, say: Say) -> str:
    return say("{name} · {n} figures", name=deck.name, n=deck.pins)


def _apply_choice() -> None:
    session.forget(NAME)
    pin_button.set_open_deck(session.value_of("deck"))


def _start_deck(chosen: Filters, say: Say) -> None:
    session.forget(NAME)
    pin_button.set_open_deck(
        saved_decks.make(answer_cache.store(), chosen.fair, say("My deck"), gate.person().email)
    )


def _make_ready_made(kind: ready_made.Kind, chosen: Filters, segment: str | None, say: Say) -> None:
    filters = ready_made.of_segment(chosen, segment) if segment else chosen
    store, who = answer_cache.store(), gate.person().email
    name = headless.frame_of(store, kind, filters, say).name
    deck = saved_decks.make(store, chosen.fair, name, who, is_brief=kind == "board")
    for question in ready_made.requests(kind, filters):
        saved_decks.pin(
            store, deck, question, pin_button.shown_now(question, find(question.study)), who
        )
    session.forget(NAME)
    pin_button.set_open_deck(deck)


def _apply_name(deck_id: str) -> None:
    saved_decks.rename(answer_cache.store(), deck_id, session.value_of(NAME))


def _move(deck_id: str, pin_id: str, by: int) -> None:
    saved_decks.move(answer_cache.store(), deck_id, pin_id, by)


def _unpin(pin_id: str) -> None:
    saved_decks.unpin(answer_cache.store(), pin_id)


def delete_button(deck: saved_decks.Board, say: Say) -> None:
    """The way out, behind one more click."""
    with st.popover(
        say("Delete this deck"), icon=":material/delete:", type="tertiary", key="deck-away"
    ):
        st.button(
            say("Delete it, with its order and its name"),
            key="delete-deck",
            on_click=_remove,
            args=(deck.id,),
        )


def _remove(deck_id: str) -> None:
    session.forget(NAME)
    saved_decks.remove(answer_cache.store(), deck_id)
    pin_button.set_open_deck(None)


def link_back(say: Say) -> None:
    """Where figures to pin are."""
    st.page_link(
        navigation.at(navigation.OVERVIEW),
        label=say("Look for figures to pin"),
        icon=":material/search:",
    )

"""The meeting: figures in an order, as files and on the wall."""

import streamlit as st

from analytics.deck import saved_decks
from ui.deck import deck_downloads, deck_editor, presentation
from ui.frame import navigation, pin_button, session, study_page
from ui.server import answer_cache

say = session.say()
chosen = study_page.need_a_fair(say)
deck = pin_button.open_deck(chosen)
pins = saved_decks.pins(answer_cache.store(), deck.id) if deck else []
if session.value_of(navigation.PRESENTING) and deck:
    presentation.draw(deck, pins, chosen, say)
    st.stop()
study_page.head(
    say("Deck"), say("Take the figures into the meeting: as slides, as a page, on the wall.")
)
deck_editor.choose(chosen, say)
if deck:
    desk, aside = st.columns([2, 1], gap="large")
    with desk:
        deck_editor.list_pins(deck, pins, say)
        deck_editor.link_back(say)
    with aside:
        st.button(
            say("Start presenting"),
            key="present",
            type="primary",
            icon=":material/slideshow:",
            disabled=not pins,
            on_click=presentation.start,
            width="stretch",
        )
        deck_downloads.draw(deck, pins, say)
        deck_editor.name_box(deck, say)
        deck_editor.delete_button(deck, say)
deck_editor.offer_ready_made(chosen, say)

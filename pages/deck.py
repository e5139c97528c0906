"""The meeting: figures in an order, as files and on the wall."""

import streamlit as st

from analytics.deck import saved_decks
from ui import answers, deck_desk, deck_takeaway, frame, navigation, pinning, present, session

say = session.say()
chosen = frame.need_a_fair(say)
deck = pinning.in_hand(chosen)
pins = saved_decks.pins(answers.store(), deck.id) if deck else []
if session.kept(navigation.PRESENTING) and deck:
    present.draw(pins, chosen, say)
    st.stop()
frame.head(say("Deck"), say("Take the figures into the meeting: as slides, as a page, on the wall."))
deck_desk.choose(chosen, say)
if deck:
    desk, aside = st.columns([2, 1], gap="large")
    with desk:
        deck_desk.list_pins(deck, pins, say)
        deck_desk.link_back(say)
    with aside:
        st.button(
            say("Start presenting"), key="present", type="primary", icon=":material/slideshow:", disabled=not pins,
            on_click=present.start, width="stretch",
        )  # fmt: skip
        deck_takeaway.draw(deck, pins, say)
        deck_desk.name_box(deck, say)
        deck_desk.throw_away(deck, say)
deck_desk.offer_ready_made(chosen, say)

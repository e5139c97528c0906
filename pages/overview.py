"""The questions a manager opens the app for, each with its sentence, its number and a way in."""

import streamlit as st

from analytics.catalogue import MOST_CARDS, MOST_VISITOR_CARDS, about_visitors, on_overview
from ui.frame import (
    currency_question,
    filter_chips,
    filters,
    key_number_row,
    navigation,
    overview_card,
    session,
    study_page,
)
from ui.people import gate
from ui.server import answer_cache, demo_fair

say = session.say()
chosen = study_page.need_a_fair(say)
fair = filters.fair_of(chosen)
study_page.head(
    say.name(fair.zh, fair.en),
    say(
        "Who is satisfied, is it changing, does it pay, who comes back, who is leaving, and what"
        " comes first?"
    ),
)
if fair.is_demo:
    with st.container(border=True, key="demo-notice", horizontal=True, vertical_alignment="center"):
        st.markdown(
            ":material/science: "
            + say(
                "This fair is **synthetic**: made-up exhibitors and answers; every figure is"
                " computed from them."
            ),
            width="stretch",
        )
        if st.button(
            say("Use my own files"), key="own-files", type="primary", icon=":material/upload:"
        ):
            st.switch_page(navigation.at("upload"))
        if gate.person().may("importer"):
            st.button(
                say("Hide the demo"), key="hide-demo", on_click=demo_fair.hide, type="tertiary"
            )
currency_question.draw(chosen.fair, say)
study_page.notice_dropped(say)
filter_chips.draw(chosen, say)
numbers = answer_cache.key_numbers(chosen, say, gate.role())
key_number_row.draw(numbers, say, key="key-numbers")
unanswered = overview_card.show_first(on_overview(), chosen, MOST_CARDS, say)
if of_visitors := overview_card.visitors_too(chosen):
    st.subheader(say("What visitors say"), anchor=False)
    overview_card.show_first(about_visitors(), of_visitors, MOST_VISITOR_CARDS, say)
overview_card.show_rest(unanswered, chosen, say)

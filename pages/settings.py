"""Language, the demo fair, people, money and worth, and the state of the data."""

import streamlit as st

from ui.frame import filters, session, sidebar, study_page
from ui.people import gate, settings_page, worth_form
from ui.upload import name_table

say = session.say()
study_page.head(
    say("Settings"),
    say("How this ExpoLens speaks, what it shows, who may come in, and how the data are kept."),
)
left, right = st.columns(2, gap="large")
with left:
    st.subheader(say("Language"), anchor=False)
    sidebar.language_switch(say, key="language-here")
    st.subheader(say("Demo fair"), anchor=False)
    settings_page.demo_switch(say)
    st.subheader(say("People"), anchor=False)
    if not gate.has_sign_in():
        st.markdown(
            say(
                "Sign-in is off: ExpoLens answers this machine only, and whoever sits here may do"
                " everything."
            )
        )
    elif gate.person().may("admin"):
        settings_page.people_table(say)
    else:
        st.markdown(
            say(
                "You may do what the role “{role}” allows.",
                role=say(settings_page.ROLE_NAMES[gate.role()]),
            )
        )
with right:
    if chosen := filters.current():
        st.subheader(say("Money and worth"), anchor=False)
        worth_form.draw(chosen.fair, filters.fair_of(chosen).is_demo, say)
    st.subheader(say("Data"), anchor=False)
    settings_page.state_of_data(say)
    if gate.person().may("admin"):
        st.button(
            say("Back up now"),
            key="back-up",
            on_click=settings_page.back_up,
            icon=":material/save:",
        )
name_table.draw(say)

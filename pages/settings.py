"""Language, the demo fair, people, and the state of the data."""

import streamlit as st

from ui import frame, gate, session, sidebar, upkeep

say = session.say()
frame.head(say("Settings"), say("How this ExpoLens speaks, what it shows, who may come in, and how the data are kept."))
left, right = st.columns(2, gap="large")
with left:
    st.subheader(say("Language"), anchor=False)
    sidebar.language_switch(say, key="language-here")
    st.subheader(say("Demo fair"), anchor=False)
    upkeep.demo_switch(say)
    st.subheader(say("People"), anchor=False)
    if not gate.asks_who():
        st.markdown(say("Sign-in is off: ExpoLens answers this machine only, and whoever sits here may do everything."))
    elif gate.person().may("admin"):
        upkeep.people_table(say)
    else:
        st.markdown(say("You may do what the role “{role}” allows.", role=say(upkeep.ROLE_NAMES[gate.role()])))
with right:
    st.subheader(say("Data"), anchor=False)
    upkeep.state_of_data(say)
    if gate.person().may("admin"):
        st.button(say("Back up now"), key="back-up", on_click=upkeep.back_up, icon=":material/save:")

"""Beside every page: the language, the filters, and who is here."""

from __future__ import annotations

import streamlit as st

from analytics.study import Filters
from analytics.wording import LANGUAGES, Say
from ui.frame import filters, session, toolbar_words
from ui.frame.safe_labels import md
from ui.people import gate

LANGUAGE_NAMES = {"zh": "中文", "en": "English"}


def draw(chosen: Filters | None, say: Say) -> None:
    """The sidebar. `chosen` is None where filters mean nothing."""
    with st.sidebar:
        language_switch(say)
        if chosen:
            filters.draw(chosen, say)
        if gate.asks_who():
            _account(say)
        toolbar_words.speak(say)


def language_switch(say: Say, key: str = "language") -> None:
    """Chinese or English; everything else stays as it is."""
    session.seed(key, say.language)
    st.segmented_control(
        "语言 Language",
        LANGUAGES,
        format_func=LANGUAGE_NAMES.__getitem__,
        key=key,
        required=True,
        on_change=_moved_language,
        args=(key,),
        label_visibility="collapsed",
        width="stretch",
    )


def _moved_language(key: str) -> None:
    session.change(language=session.kept(key))


def _account(say: Say) -> None:
    st.divider()
    st.caption(md(gate.person().email))
    if st.button(say("Sign out"), key="sign-out", icon=":material/logout:", type="tertiary"):
        st.logout()

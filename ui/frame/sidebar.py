"""Beside every page: the logo, the language, the filters, and who is here."""

from __future__ import annotations

from base64 import b64encode
from pathlib import Path

import streamlit as st

from analytics.filters import Filters
from analytics.wording import LANGUAGES, Say
from ui.frame import filters, session, toolbar_words
from ui.frame.safe_labels import md
from ui.people import gate

LANGUAGE_NAMES = {"zh": "中文", "en": "English"}
HERE = Path(__file__).resolve().parent


def _data_address(name: str) -> str:
    """A mark as the address a browser takes it from: read once, so that no run opens a file."""
    return "data:image/svg+xml;base64," + b64encode((HERE / name).read_bytes()).decode()


LOGO, ICON = _data_address("logo.svg"), _data_address("icon.svg")


def draw(chosen: Filters | None, say: Say) -> None:
    """The sidebar. `chosen` is None where filters mean nothing."""
    with st.sidebar:
        language_switch(say)
        if chosen:
            filters.draw(chosen, say)
        if gate.has_sign_in():
            _account(say)
        toolbar_words.translate(say)


def language_switch(say: Say, key: str = "language") -> None:
    """Chinese or English; everything else stays as it is."""
    session.preset(key, say.language)
    st.segmented_control(
        "语言 Language",
        LANGUAGES,
        format_func=LANGUAGE_NAMES.__getitem__,
        key=key,
        required=True,
        on_change=_apply_language,
        args=(key,),
        label_visibility="collapsed",
        width="stretch",
    )


def _apply_language(key: str) -> None:
    session.change_wish(language=session.value_of(key))


def _account(say: Say) -> None:
    st.divider()
    st.caption(md(gate.person().email))
    if st.button(say("Sign out"), key="sign-out", icon=":material/logout:", type="tertiary"):
        st.logout()

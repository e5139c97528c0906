"""Asked once a fair, where no file says it: which currency its amounts of money are in."""

from __future__ import annotations

from functools import partial

import streamlit as st

from analytics import fairs
from analytics.wording import Say
from ui.frame import session
from ui.people import gate
from ui.server import answer_cache


def draw(fair: str, say: Say) -> None:
    """The question, for those who may answer it; nothing once it is answered or was never open."""
    store = answer_cache.store()
    if not gate.person().may("importer") or not fairs.needs_currency(store, fair):
        return
    key = f"currency-{fair}"
    with st.container(
        border=True, horizontal=True, vertical_alignment="center", key="currency-question"
    ):
        st.markdown(
            say("No file says which currency this fair's amounts are in. It is:"), width="content"
        )
        st.selectbox(
            say("Currency"),
            fairs.CURRENCIES,
            index=None,
            placeholder=say("Choose a currency"),
            format_func=partial(_named, say),
            label_visibility="collapsed",
            key=key,
            on_change=_answer,
            args=(fair, key),
            width=260,
        )


def _named(say: Say, code: str) -> str:
    return say("{code} · {name}", code=code, name=say.currency(code))


def _answer(fair: str, key: str) -> None:
    if chosen := session.value_of(key):
        fairs.set_currency(answer_cache.store(), fair, chosen)

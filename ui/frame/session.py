"""What one reader has chosen: the only module that touches st.session_state and st.query_params.

The wish is kept in the session and mirrored in the address. An address that somebody typed,
followed or went back to wins over the session; a control that was just moved wins over the address,
which the browser may not have caught up with.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import streamlit as st

from analytics.study import Study
from analytics.wording import Language, Say, speaker
from ui.frame import address
from ui.frame.reader_choice import Wish

WISH, MIRRORED, MOVED = "_wish", "_mirrored", "_moved"
SPOKEN, RESPOKEN = "_spoken", "_respoken"


def wish() -> Wish:
    """What this reader wishes to see."""
    current: Wish = st.session_state.get(WISH) or Wish()
    return current


def change_wish(**changes: Any) -> None:
    """Take a choice made with a control of this page."""
    remember(WISH, replace(wish(), **changes))
    remember(MOVED, True)


def set_wish(granted: Wish) -> None:
    """Replace the wish by what of it can be had."""
    remember(WISH, granted)


def read_address() -> bool:
    """Take the address in, if it says something new to this session. Returns whether it did."""
    words = {name: tuple(st.query_params.get_all(name)) for name in st.query_params}
    was_moved = st.session_state.pop(MOVED, False)
    is_news = bool(words) and not was_moved and words != value_of(MIRRORED)
    if is_news:
        remember(WISH, address.wish_of(words, wish()))
    remember(RESPOKEN, value_of(SPOKEN) not in (None, language()))
    remember(SPOKEN, language())
    return is_news


def address_words(
    study: Study | None, fair: str | None, *, has_deck: bool = False, is_trust: bool = False
) -> address.Words:
    """The words that reopen this view, with the language and the fair it came to."""
    return address.words_of(
        replace(wish(), language=language(), fair=fair), study, has_deck=has_deck, is_trust=is_trust
    )


def write_address(words: address.Words) -> None:
    """Write the words of this view into the address, so that a link reopens it."""
    if words != {name: tuple(st.query_params.get_all(name)) for name in st.query_params}:
        st.query_params.from_dict({name: list(values) for name, values in words.items()})
    remember(MIRRORED, words)


def language() -> Language:
    """The language chosen; until one is, the browser's."""
    return wish().language or ("zh" if (st.context.locale or "").lower().startswith("zh") else "en")


def say() -> Say:
    """Speaks this reader's language."""
    return speaker(language())


def remember(name: str, value: Any) -> None:
    """Remember something for the rest of this session."""
    st.session_state[name] = value


def value_of(name: str, default: Any = None) -> Any:
    """What was remembered, or what a control with this key says."""
    return st.session_state.get(name, default)


def forget(name: str) -> None:
    """Remember it no longer."""
    st.session_state.pop(name, None)


def preset(key: str, value: Any) -> None:
    """Put a control where the wish says, before it is drawn.

    Also where it stands there already, once after a change of language: the browser holds what it
    showed, not the id.
    """
    if value_of(key) != value or (value_of(RESPOKEN) and value is not None):
        remember(key, value)

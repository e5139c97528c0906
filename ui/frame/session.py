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
from ui.frame import address as links
from ui.frame.reader_choice import Wish

WISH, MIRRORED, MOVED = "_wish", "_mirrored", "_moved"
SPOKEN, RESPOKEN = "_spoken", "_respoken"


def wish() -> Wish:
    """What this reader wishes to see."""
    current: Wish = st.session_state.get(WISH) or Wish()
    return current


def change(**changes: Any) -> None:
    """Take a choice made with a control of this page."""
    keep(WISH, replace(wish(), **changes))
    keep(MOVED, True)


def correct(settled: Wish) -> None:
    """Replace the wish by what of it can be had."""
    keep(WISH, settled)


def arrive() -> bool:
    """Take the address in, if it says something this session did not say itself. Returns whether it
    did.
    """
    words = {name: tuple(st.query_params.get_all(name)) for name in st.query_params}
    was_moved = st.session_state.pop(MOVED, False)
    is_news = bool(words) and not was_moved and words != kept(MIRRORED)
    if is_news:
        keep(WISH, links.read(words, wish()))
    keep(RESPOKEN, kept(SPOKEN) not in (None, language()))
    keep(SPOKEN, language())
    return is_news


def address(
    study: Study | None, fair: str | None, *, has_deck: bool = False, is_trust: bool = False
) -> links.Words:
    """The words that reopen this view, with the language and the fair it came to."""
    return links.write(
        replace(wish(), language=language(), fair=fair), study, has_deck=has_deck, is_trust=is_trust
    )


def mirror(words: links.Words) -> None:
    """Write the words of this view into the address, so that a link reopens it."""
    if words != {name: tuple(st.query_params.get_all(name)) for name in st.query_params}:
        st.query_params.from_dict({name: list(values) for name, values in words.items()})
    keep(MIRRORED, words)


def language() -> Language:
    """The language chosen; until one is, the browser's."""
    return wish().language or ("zh" if (st.context.locale or "").lower().startswith("zh") else "en")


def say() -> Say:
    """Speaks this reader's language."""
    return speaker(language())


def keep(name: str, value: Any) -> None:
    """Remember something for the rest of this session."""
    st.session_state[name] = value


def kept(name: str, default: Any = None) -> Any:
    """What was remembered, or what a control with this key says."""
    return st.session_state.get(name, default)


def forget(name: str) -> None:
    """Remember it no longer."""
    st.session_state.pop(name, None)


def seed(key: str, value: Any) -> None:
    """Put a control where the wish says, before it is drawn.

    Also where it stands there already, once after a change of language: the browser holds what it
    showed, not the id.
    """
    if kept(key) != value or (kept(RESPOKEN) and value is not None):
        keep(key, value)

"""The table in which a fair's own names get their name in the other language."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from analytics.category_names import language_of
from analytics.content_names import ContentName, Part, content_names, set_names
from analytics.intake.mapping.name_suggestions import other_name
from analytics.wording import Say, phrase
from ui.frame import session
from ui.frame.filters import distinct
from ui.frame.safe_labels import md
from ui.people import gate
from ui.server import answer_cache

FAIR, ALL, SAVED = "names-of", "names-all", "names-saved"
PARTS: dict[Part, str] = {
    "fair": phrase("Fair"),
    "dimension": phrase("Dimension"),
    "item": phrase("Question"),
    "profile": phrase("Other question"),
    "category": phrase("Answer or class"),
}
LONGEST = 200


def draw(say: Say) -> None:
    """The table of one fair, what lacks a name first; what the vocabulary knows is filled in."""
    fairs = {fair.id: say.name(fair.zh, fair.en) for fair in answer_cache.open_fairs()}
    if not fairs or not gate.person().may("importer"):
        return
    st.subheader(say("Names in both languages"), anchor=False)
    fair = _fair(fairs, say)
    names = content_names(answer_cache.store(), fair)
    lacking = [name for name in names if name.lacks]
    _said(len(lacking), say)
    shown = names if st.toggle(say("Show all names"), key=ALL) else lacking
    if shown:
        _table(fair, shown, say)


def lacking_count(fair: str) -> int:
    """How many names of a fair are missing in one of the languages."""
    return sum(name.lacks for name in content_names(answer_cache.store(), fair))


def _fair(fairs: dict[str, str], say: Say) -> str:
    if len(fairs) == 1:
        return next(iter(fairs))
    names = distinct(fairs)
    wished = session.wish().fair
    first = list(names).index(wished) if wished in names else 0
    return st.selectbox(
        say("Fair"), list(names), index=first, format_func=names.__getitem__, key=FAIR, width=360
    )


def _said(count: int, say: Say) -> None:
    if session.value_of(SAVED):
        session.forget(SAVED)
        st.success(md(say("The names are kept.")), icon=":material/check:")
    text = (
        say("{count} names are in one language only. What is known is filled in.", count=count)
        if count
        else say("Every name is there in both languages.")
    )
    st.caption(md(text))


def _table(fair: str, names: Sequence[ContentName], say: Say) -> None:
    filled_in = [with_suggestion(name) for name in names]
    config = st.column_config
    rows = [
        {"part": say(PARTS[name.part]), "zh": name.zh or None, "en": name.en or None}
        for name in filled_in
    ]
    turn = f"{fair}-{say.language}-{answer_cache.snapshot().version}-{len(rows)}"
    changed = st.data_editor(
        pd.DataFrame(rows),
        key=f"names-{turn}",
        hide_index=True,
        num_rows="fixed",
        width="stretch",
        disabled=["part"],
        placeholder="",
        column_config={
            "part": config.TextColumn(say("What it is"), width="small"),
            "zh": config.TextColumn("中文", max_chars=LONGEST),
            "en": config.TextColumn("English", max_chars=LONGEST),
        },
    )
    if st.button(say("Keep these names"), key="keep-names", icon=":material/check:"):
        cells = changed.to_dict("records")
        edited = [_named(name, row) for name, row in zip(names, cells, strict=True)]
        news = [new for new, old in zip(edited, names, strict=True) if new != old]
        set_names(answer_cache.store(), fair, news)
        session.remember(SAVED, True)
        st.rerun()


def with_suggestion(name: ContentName) -> ContentName:
    """With the missing name as the vocabulary has it, where it does."""
    if not name.lacks:
        return name
    own = name.key if name.part == "category" else name.zh or name.en
    other = other_name(own)
    zh, en = (own, other) if language_of(own) == "zh" else (other, own)
    return ContentName(name.part, name.key, zh, en, name.audience)


def _named(name: ContentName, row: dict[str, object]) -> ContentName:
    zh, en = (str(row[language] or "").strip() for language in ("zh", "en"))
    return ContentName(name.part, name.key, zh, en, name.audience)

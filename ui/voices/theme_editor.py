"""Themes as people want them: renamed, widened, narrowed, merged, dropped, made anew; with what was
changed by whom, and the way back.

A click only leaves a wish; it is carried out in the run that follows, under the rights the reader
has then.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

import streamlit as st

from analytics.errors import Fault
from analytics.remedies import remedy
from analytics.wording import Name, Say, phrase
from ui.frame import session
from ui.frame.safe_labels import md
from ui.people import gate
from ui.server import answer_cache

if TYPE_CHECKING:
    from analytics.comments.dictionary import Theme
    from analytics.comments.theme_edits import ThemeEdit
    from analytics.filters import Filters

REQUEST, KEY = "theme-edit-wanted", "theme-edit"
MOST_SHOWN = 20
SEPARATORS = re.compile(r"[,，、;；\n]+")
ACTS = {
    "rename": phrase("Rename a theme"),
    "add": phrase("Add words to a theme"),
    "remove": phrase("Remove words from a theme"),
    "merge": phrase("Merge a theme into another"),
    "drop": phrase("Drop a theme"),
    "create": phrase("Make a new theme"),
}
DID = {
    "rename": phrase("{theme}: renamed"),
    "add": phrase("{theme}: words added: {words}"),
    "remove": phrase("{theme}: words removed: {words}"),
    "merge": phrase("{theme}: merged into {into}"),
    "drop": phrase("{theme}: dropped"),
    "create": phrase("{theme}: made of {words}"),
}
Change = Callable[[str], Any]


def carry_out(say: Say) -> None:
    """Do what was wished for, if the reader may."""
    change: Change | None = session.value_of(REQUEST)
    session.forget(REQUEST)
    if change is None:
        return
    who = gate.require("importer", say)
    try:
        with st.spinner(say("Bringing the figures up to date …"), show_time=True):
            change(who.email)
    except Fault as fault:
        st.warning(md(remedy(fault, say)), icon=":material/info:")


def draw(chosen: Filters, say: Say) -> None:
    """What can be changed and what was, folded; nothing for a viewer."""
    if not gate.person().may("importer"):
        return
    themes = {theme.key: theme for theme in answer_cache.themes(chosen.fair, chosen.audience)}
    with st.expander(md(say("Change the themes")), icon=":material/edit:", key="themes"):
        _form(chosen.fair, themes, say)
        _history(chosen.fair, themes, say)


def _form(fair: str, themes: dict[str, Theme], say: Say) -> None:
    act = st.selectbox(
        say("What to do"),
        list(ACTS),
        format_func=lambda key: say(ACTS[key]),
        key=f"{KEY}-act",
    )
    fields: dict[str, Any] = {}
    if act != "create":
        fields["theme"] = _theme_box(say("Theme"), themes, "theme", say)
    if act == "merge":
        fields["into"] = _theme_box(say("Merge into"), themes, "into", say)
    if act in ("rename", "create"):
        fields["zh"] = st.text_input(say("Name in Chinese"), max_chars=60, key=f"{KEY}-zh")
        fields["en"] = st.text_input(say("Name in English"), max_chars=60, key=f"{KEY}-en")
    if act in ("add", "remove", "create"):
        fields["words"] = st.text_area(
            say("Words, separated by commas"), max_chars=2_000, key=f"{KEY}-words"
        )
    if act in ("add", "remove") and fields["theme"] in themes:
        st.caption(md(_words_of(themes[fields["theme"]], say)))
    st.button(
        say("Change it for all editions"),
        key=f"{KEY}-do",
        type="primary",
        on_click=_request,
        args=(fair, act, fields),
    )


def _theme_box(label: str, themes: dict[str, Theme], name: str, say: Say) -> str:
    chosen: str = st.selectbox(
        label,
        list(themes),
        format_func=lambda key: themes[key].name.worded(say) if key in themes else key,
        key=f"{KEY}-{name}",
    )
    return chosen


def _words_of(theme: Theme, say: Say) -> str:
    listed = " · ".join(word for word, _ in theme.vocabulary)
    return say("Its words: {words}", words=listed)


def _request(fair: str, act: str, fields: dict[str, Any]) -> None:
    session.remember(REQUEST, partial(_change, fair, act, fields))


def _change(fair: str, act: str, fields: dict[str, Any], actor: str) -> None:
    """Carry out one change. Raises UnknownChoice."""
    from analytics.comments import theme_edits

    store, theme = answer_cache.store(), fields.get("theme", "")
    words = [word.strip() for word in SEPARATORS.split(fields.get("words", "")) if word.strip()]
    name = Name(fields.get("zh", ""), fields.get("en", ""))
    changes: dict[str, Callable[[], Any]] = {
        "rename": lambda: theme_edits.rename(store, fair, theme, name, actor),
        "add": lambda: theme_edits.add_words(store, fair, theme, words, actor),
        "remove": lambda: theme_edits.remove_words(store, fair, theme, words, actor),
        "merge": lambda: theme_edits.merge(store, fair, theme, fields["into"], actor),
        "drop": lambda: theme_edits.drop(store, fair, theme, actor),
        "create": lambda: theme_edits.create(store, fair, name, words, "other", actor),
    }
    changes[act]()


def _history(fair: str, themes: dict[str, Theme], say: Say) -> None:
    """What was changed, the newest first, with undo where it still holds."""
    from analytics.comments import theme_edits

    with answer_cache.store().reader() as reader:
        edits = theme_edits.read_edits(reader, fair)
    names = _names(themes, edits, say)
    for edit in reversed(edits[-MOST_SHOWN:]):
        with st.container(
            horizontal=True, vertical_alignment="center", key=f"{KEY}-{edit.edit_id}"
        ):
            st.caption(md(_line(edit, names, say)), width="stretch")
            if edit.undone_at is None:
                st.button(
                    say("Undo"),
                    key=f"{KEY}-undo-{edit.edit_id}",
                    icon=":material/undo:",
                    type="tertiary",
                    on_click=_request_undo,
                    args=(fair, edit.edit_id),
                )


def _names(themes: dict[str, Theme], edits: list[ThemeEdit], say: Say) -> dict[str, str]:
    """What themes are called, those that are gone too."""
    from analytics.comments.dictionary import standard_themes

    names = {theme.key: theme.name.worded(say) for theme in standard_themes()}
    made_here = {
        edit.theme: Name(edit.details["zh"], edit.details["en"]).worded(say)
        for edit in edits
        if edit.kind == "create"
    }
    return names | made_here | {key: theme.name.worded(say) for key, theme in themes.items()}


def _line(edit: ThemeEdit, names: dict[str, str], say: Say) -> str:
    sentence = say(
        DID[edit.kind],
        theme=names.get(edit.theme, edit.theme),
        words=say.listed(tuple(edit.details.get("words", ()))),
        into=names.get(edit.details.get("into", ""), ""),
    )
    moment = edit.made_at.strftime("%Y-%m-%d %H:%M")
    if edit.undone_at is None:
        return f"{sentence} · {moment} · {edit.actor}"
    undone = say("undone by {actor}", actor=edit.undone_by or "")
    return f"~~{sentence}~~ · {moment} · {edit.actor} · {undone}"


def _request_undo(fair: str, edit_id: int) -> None:
    session.remember(REQUEST, partial(_undo, fair, edit_id))


def _undo(fair: str, edit_id: int, actor: str) -> None:
    from analytics.comments import theme_edits

    theme_edits.undo(answer_cache.store(), fair, edit_id, actor)

"""What the columns of an import mean, said again without its file: the step, and the way to it."""

from __future__ import annotations

from contextlib import suppress

import streamlit as st

from analytics.errors import Fault, UnknownChoice
from analytics.intake.load.change_sentences import change_lines
from analytics.intake.load.correction import is_kept, live_import, reopened
from analytics.intake.load.draft import Draft
from analytics.intake.load.import_changes import Changes
from analytics.intake.load.refusal_sentences import refusal_text
from analytics.intake.mapping.known_fair import know
from analytics.store import ImportRecord
from analytics.wording import Say
from ui.frame import navigation, session
from ui.frame.safe_labels import md
from ui.people import gate
from ui.server import answer_cache
from ui.upload import file_check, receipts
from ui.upload.receipts import CORRECTION

MOST_LINES = 60


def offer(record: ImportRecord, say: Say) -> None:
    """A button for an import that is not undone; it says so where its file is no longer kept."""
    if record.undone_at is not None or not gate.person().may("importer"):
        return
    is_there = is_kept(answer_cache.store(), record)
    if st.button(
        say("Correct how columns were taken"),
        key=f"correct-{record.import_id}",
        type="tertiary",
        icon=":material/edit:",
        disabled=not is_there,
        help=None if is_there else say("The file of this import is no longer kept here."),
    ):
        try:
            draft = reopened(answer_cache.store(), record.import_id)
        except Fault as fault:
            st.error(md(refusal_text(fault, say)), icon=":material/block:")
            return
        session.remember(CORRECTION, draft.draft_id)
        receipts.forget()
        st.switch_page(navigation.at("upload"))


def draw(say: Say) -> bool:
    """The step, where an import is being corrected; whether one is."""
    draft = _draft()
    if draft is None:
        return False
    try:
        record = live_import(answer_cache.store(), draft.corrects)
    except UnknownChoice as fault:
        st.error(md(refusal_text(fault, say)), icon=":material/block:")
        _leave(draft)
        return False
    text = say(
        "Import {number} is being corrected. It stays as it is until you have seen what would"
        " change and say so.",
        number=record.import_id,
    )
    st.info(md(text), icon=":material/edit:")
    with answer_cache.store().reader() as reader:
        known = know(reader, record.fair_id)
    ready = file_check.card(draft, known, say)
    if ready and ready.changes:
        _what_changes(ready.changes, ready.mapping.kind, say)
    _confirm(draft, ready, say)
    return True


def _draft() -> Draft | None:
    """The file being worked on; forgotten where it is gone."""
    with suppress(UnknownChoice):
        return Draft.open(session.value_of(CORRECTION, ""))
    return None


def _leave(draft: Draft) -> None:
    draft.drop()
    session.forget(CORRECTION)


def _what_changes(changes: Changes, kind: str, say: Say) -> None:
    lines = change_lines(changes, say, kind)
    if changes.is_nothing:
        st.caption(md(lines[0]))
        return
    more = len(lines) - MOST_LINES
    shown = [*lines[:MOST_LINES], *([say("and {count} more", count=more)] if more > 0 else [])]
    with st.container(border=True, key="what-changes"):
        st.markdown(f"**{md(say('What would change'))}**")
        st.markdown("\n".join(f"- {md(line)}" for line in shown))


def _confirm(draft: Draft, ready: file_check.Ready | None, say: Say) -> None:
    changes = ready.changes if ready else None
    with st.container(horizontal=True, vertical_alignment="center", key="confirm"):
        if st.button(
            say("Replace import {number}", number=draft.corrects),
            key="replace-import",
            type="primary",
            icon=":material/check:",
            disabled=changes is None or changes.is_nothing,
        ):
            if ready:
                receipts.submit(draft, ready.mapping)
            session.forget(CORRECTION)
            st.rerun()
        if st.button(say("Leave it as it is"), key="leave-import", type="tertiary"):
            _leave(draft)
            st.rerun()

"""The upload steps: drop files, see what each is taken for, settle, load, read the receipt."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

import streamlit as st

from analytics import worker
from analytics.errors import Fault, UnknownChoice
from analytics.folders import TEMPLATES
from analytics.intake.cells.text_keys import shown_file_name
from analytics.intake.load.draft import ENDINGS, Draft
from analytics.intake.load.refusal_sentences import refusal_text
from analytics.intake.mapping.blank_files import names_of
from analytics.intake.table.file_kinds import KINDS
from analytics.wording import Say
from ui.frame import dropzone, session
from ui.frame.safe_labels import md
from ui.upload import (
    correction,
    destination,
    file_check,
    files_side_by_side,
    garbled_text,
    receipts,
)
from ui.upload.receipts import DRAFTS

REFUSED, ROUND = "intake-refused", "intake-round"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def draw(say: Say) -> None:
    """The step this reader is at."""
    if receipts.is_working():
        receipts.progress(say)
        return
    receipts.show(say, correction.offer)
    if correction.draw(say):
        return
    garbled_text.ask(say)
    drafts = open_drafts()
    if not drafts:
        _drop_files(say)
        _show_refused(say)
        _templates(say)
        return
    _show_refused(say)
    known = destination.choose(drafts, say)
    ready = [file_check.card(draft, known, say) for draft in drafts]
    files_side_by_side.draw(drafts, say)
    _confirm(drafts, [file for file in ready if file], say)


def open_drafts() -> list[Draft]:
    """The files of this session neither loaded nor dropped; those that are gone are forgotten."""
    drafts = []
    for draft_id in session.value_of(DRAFTS, ()):
        with contextlib.suppress(UnknownChoice):
            drafts.append(Draft.open(draft_id))
    return drafts


def _drop_files(say: Say) -> None:
    """The place to drop files into: a fresh one after a refusal, for the old would refuse again."""
    dropped = st.file_uploader(
        say(
            "Survey answers, exhibitors, participations, editions, visitor counts, complaints: CSV"
            " or Excel, several at once"
        ),
        accept_multiple_files=True,
        key=f"files-{session.value_of(ROUND, 0)}",
    )
    dropzone.translate(say, ENDINGS, int(st.get_option("server.maxUploadSize")))
    if not dropped:
        return
    draft_ids, refused, offered = [], [], []
    for file in dropped:
        try:
            draft_ids.append(_read(file.name, file.getvalue(), say))
        except garbled_text.Mendable as mendable:
            offered.append(mendable.offer)
        except Fault as fault:
            refused.append((shown_file_name(file.name), fault))
    session.remember(DRAFTS, (*session.value_of(DRAFTS, ()), *draft_ids))
    session.remember(REFUSED, refused)
    garbled_text.add_offers(offered)
    session.remember(ROUND, session.value_of(ROUND, 0) + 1)
    receipts.forget()
    st.rerun()


def _read(name: str, data: bytes, say: Say) -> str:
    draft = Draft.create(name, data)
    try:
        with _progress_bar(say("Reading {file}", file=draft.file_name)):
            draft.inspect()
    except Fault as fault:
        garbled_text.raise_if_mendable(draft, fault)
        draft.drop()
        raise
    return draft.draft_id


@contextlib.contextmanager
def _progress_bar(text: str) -> Iterator[None]:
    """A bar that moves with what a child process reports."""
    bar = st.progress(0.0, text=md(text))

    def move(share: float, _: str) -> None:
        bar.progress(min(max(share, 0.0), 1.0), text=md(text))

    token = worker.listener.set(move)
    try:
        yield
    finally:
        worker.listener.reset(token)
        bar.empty()


def _show_refused(say: Say) -> None:
    for name, fault in session.value_of(REFUSED, ()):
        st.error(f"**{md(name)}**  \n{md(refusal_text(fault, say))}", icon=":material/block:")


def _templates(say: Say) -> None:
    """A blank file a kind, for whoever starts from nothing."""
    st.subheader(say("Blank files to fill in"), anchor=False)
    st.caption(md(say("Any headers will do; these are recognised without a question.")))
    with st.grid(4, min_column_width=210):
        for kind in KINDS:
            text, book = names_of(kind, say.language)
            with st.container(border=True):
                st.markdown(f"**{md(say(kind.label))}**")
                with st.container(horizontal=True):
                    for label, name, mime in (("Excel", book, XLSX), ("CSV", text, "text/csv")):
                        st.download_button(
                            label,
                            (TEMPLATES / name).read_bytes(),
                            file_name=name,
                            mime=mime,
                            on_click="ignore",
                            key=f"blank-{name}",
                            type="tertiary",
                            icon=":material/download:",
                        )


def _confirm(drafts: list[Draft], ready: list[file_check.Ready], say: Say) -> None:
    """One button for all files, once nothing is open in any."""
    waiting = len(drafts) - len(ready)
    with st.container(horizontal=True, vertical_alignment="center", key="confirm"):
        label = (
            say("Load this file")
            if len(drafts) == 1
            else say("Load {count} files", count=len(drafts))
        )
        if st.button(
            label,
            key="load",
            type="primary",
            icon=":material/check:",
            disabled=waiting > 0 or not ready,
        ):
            for file in ready:
                receipts.submit(file.draft, file.mapping)
            session.forget(DRAFTS)
            session.forget(REFUSED)
            st.rerun()
        if st.button(say("Start over"), key="start-over", type="tertiary"):
            for draft in drafts:
                draft.drop()
            session.forget(DRAFTS)
            session.forget(REFUSED)
            st.rerun()
        if waiting:
            text = say(
                "{count} of {all} files still have an open point.", count=waiting, all=len(drafts)
            )
            st.caption(md(text))

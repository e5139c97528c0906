"""The import history: who brought what in, and a way back."""

from __future__ import annotations

from typing import Any

import streamlit as st

from analytics.errors import Fault
from analytics.intake.cells.text_keys import slug
from analytics.intake.load import inbox
from analytics.intake.load.outcome import failed_text
from analytics.intake.load.refusal_sentences import refusal_text
from analytics.intake.mapping.known_fair import fairs
from analytics.intake.table.file_kinds import KIND_KEYS, kind_of
from analytics.store import ImportRecord
from analytics.wording import Say
from ui.frame import navigation, session
from ui.frame.safe_labels import md
from ui.people import gate
from ui.server import answer_cache
from ui.upload import compared_imports, correction, file_findings

TABLE, CHOSEN, OUTCOME = "imports", "imports-chosen", "imports-undone"


def draw(say: Say) -> None:
    """Every import, newest first; the one chosen in full."""
    _last_outcome(say)
    _refused(say)
    records = answer_cache.store().history()
    if not records:
        st.info(say("Nothing has been loaded yet."), icon=":material/inbox:")
        st.page_link(navigation.at("upload"), label=say("Load files"), icon=":material/upload:")
        return
    with answer_cache.store().reader() as reader:
        names = {fair.fair_id: say.name(fair.name_zh, fair.name_en) for fair in fairs(reader)}
    picked = st.dataframe(
        [_row(record, names, say) for record in records],
        hide_index=True,
        width="stretch",
        key=TABLE,
        on_select="rerun",
        selection_mode="multi-row",
        column_config=_config(say),
    )
    chosen = [records[row] for row in picked["selection"]["rows"] if row < len(records)]
    if len(chosen) == 1:
        _import_card(chosen[0], say)
    elif len(chosen) == 2:
        newer, older = chosen if chosen[0].import_id > chosen[1].import_id else reversed(chosen)
        compared_imports.draw(older, newer, say)
    else:
        text = say(
            "Choose a line to see what was found in the file, or to undo its import; two lines to"
            " compare."
        )
        st.caption(md(text))


def _refused(say: Say) -> None:
    """Files from the command line that could not be taken in, until somebody has read why."""
    folder = answer_cache.store().folder / "inbox"
    for order_id, answer in inbox.refused(folder).items():
        with st.container(
            horizontal=True, vertical_alignment="center", border=True, key=f"refused-{order_id}"
        ):
            st.markdown(f":material/block: {md(failed_text(answer, say))}", width="stretch")
            st.button(
                say("I have read this"),
                key=f"read-{order_id}",
                on_click=inbox.forget,
                args=(folder, order_id),
            )


def _row(record: ImportRecord, names: dict[str, str], say: Say) -> dict[str, object]:
    return {
        "number": record.import_id,
        "file": record.file_name,
        "state": say("loaded") if record.undone_at is None else say("undone"),
        "at": record.imported_at,
        "actor": record.actor,
        "kind": kind_label(record.kind, say),
        "read": record.lines_read,
        "stored": record.rows_stored,
        "left_out": record.rows_left_out,
        "fair": names.get(record.fair_id, record.fair_id),
        "sha": record.sha256[:12],
    }


def kind_label(kind: str, say: Say) -> str:
    """A kind's name; its key where it is none of ours."""
    return say(kind_of(kind).label) if kind in KIND_KEYS else kind


def _config(say: Say) -> dict[str, Any]:
    config = st.column_config
    return {
        "number": config.NumberColumn(say("No."), format="%d", width=50),
        "at": config.DatetimeColumn(say("When"), format="YYYY-MM-DD HH:mm"),
        "actor": config.TextColumn(say("Loaded by")),
        "file": config.TextColumn(say("File"), width="medium"),
        "kind": config.TextColumn(say("Kind")),
        "fair": config.TextColumn(say("Fair")),
        "read": config.NumberColumn(say("Lines in"), format="localized", width="small"),
        "stored": config.NumberColumn(say("Rows stored"), format="localized", width=95),
        "left_out": config.NumberColumn(say("Left out"), format="localized", width="small"),
        "sha": config.TextColumn(
            "SHA-256", help=say("The file's fingerprint: equal files have equal ones.")
        ),
        "state": config.TextColumn(say("State")),
    }


def _import_card(record: ImportRecord, say: Say) -> None:
    with st.container(border=True, key="one-import"):
        st.markdown(f"**{md(record.file_name)}**  \n:gray[SHA-256 {record.sha256}]")
        text = file_findings.equation(
            record.lines_read, record.rows_stored, record.rows_left_out, say
        )
        st.markdown(md(text))
        file_findings.columns(record.mapping, say)
        if record.undone_at is not None:
            when = f"{say.day(record.undone_at.date())} {record.undone_at:%H:%M}"
            st.caption(
                ":material/undo:"
                f" {md(say('undone by {who}, {when}', who=record.undone_by, when=when))}"
            )
        with st.container(horizontal=True, vertical_alignment="center"):
            file_findings.offer(record.import_id, say)
            st.download_button(
                say("Settings of this import"),
                record.mapping.encode(),
                mime="application/json",
                on_click="ignore",
                file_name=f"{slug(record.file_name)}.mapping.json",
                key=f"mapping-of-{record.import_id}",
                type="tertiary",
                icon=":material/save:",
            )
            correction.offer(record, say)
            if record.undone_at is None and gate.person().may("importer"):
                _undo(record, say)


def _undo(record: ImportRecord, say: Say) -> None:
    with st.popover(
        say("Undo this import"), icon=":material/undo:", key=f"undo-{record.import_id}"
    ):
        st.markdown(
            md(say("Its rows leave every chart. The file can be loaded again at any time."))
        )
        st.button(
            say("Undo"),
            key=f"undo-now-{record.import_id}",
            type="primary",
            on_click=_undo_now,
            args=(record,),
        )
        if st.button(
            say("Undo, and load the corrected file"), key=f"undo-again-{record.import_id}"
        ):
            _undo_now(record)
            session.change_wish(fair=record.fair_id)
            st.switch_page(navigation.at("upload"))


def _undo_now(record: ImportRecord) -> None:
    try:
        answer_cache.store().undo(record.import_id, gate.person().email)
    except Fault as fault:
        session.remember(OUTCOME, fault)
    else:
        session.remember(OUTCOME, record.file_name)


def _last_outcome(say: Say) -> None:
    """What the last click did, said once."""
    outcome = session.value_of(OUTCOME)
    session.forget(OUTCOME)
    if isinstance(outcome, Fault):
        st.error(md(refusal_text(outcome, say)), icon=":material/block:")
    elif outcome:
        st.success(
            md(say("{file} was undone. Its rows are in no chart any more.", file=outcome)),
            icon=":material/undo:",
        )

"""The changes of an edited file, row by row and field by field, and the click that takes them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import streamlit as st

from analytics.errors import Fault
from analytics.intake.load.refusal_sentences import refusal_text
from analytics.round_trip import sentences
from analytics.round_trip.carry_out import carry_out
from analytics.round_trip.changes import SAFE, Changes, changes
from analytics.round_trip.read_back import ReadBack
from analytics.wording import Say
from ui.frame import session
from ui.frame.safe_labels import md
from ui.people import gate
from ui.server import answer_cache

DONE = "round-trip-done"
MOST_REMARKS = 20
MOST_ROWS = 5_000
TAKE = "take"


@dataclass(frozen=True)
class Done:
    """What was carried out last."""

    act: int
    cells: int
    new: int


def draw(fair: str, back: ReadBack, say: Say) -> None:
    """What would change, each with a box to tick; what changes nothing, and why."""
    edited = _changes(fair, back)
    for line in sentences.summary(edited, say):
        st.markdown(md(line))
    _remarks(edited, say)
    if not edited.edits and not edited.entries:
        st.info(md(say("Nothing in this file is to be changed.")), icon=":material/done_all:")
        return
    st.subheader(say("3 · Look at the changes"), anchor=False)
    ticks = _ticked(edited, say)
    edits = [edit for edit, is_on in zip(edited.edits, ticks, strict=False) if is_on]
    entries = [
        entry
        for entry, is_on in zip(edited.entries, ticks[len(edited.edits) :], strict=False)
        if is_on
    ]
    label = say("Change these {count}", count=say.number(len(edits) + len(entries)))
    if st.button(label, key="round-trip-go", type="primary", disabled=not edits and not entries):
        try:
            who = gate.require("importer", say)
            act = carry_out(answer_cache.store(), fair, edits, entries, who.email)
        except Fault as fault:
            st.warning(md(refusal_text(fault, say)), icon=":material/info:")
            return
        session.remember(DONE, Done(act, len(edits), len(entries)))
        st.rerun()


def _changes(fair: str, back: ReadBack) -> Changes:
    """Compared once a state of the data. What is kept holds the file too, so that its id stays."""
    key = ("round trip", fair, id(back), answer_cache.snapshot())

    def compare() -> tuple[Changes, ReadBack]:
        with answer_cache.store().reader() as reader:
            return changes(reader, fair, back), back

    edited: Changes = answer_cache.OFFERS.get(key, compare)[0]
    return edited


def _remarks(edited: Changes, say: Say) -> None:
    lines = sentences.remark_lines(edited.remarks, edited.table, say, MOST_REMARKS)
    if not lines:
        return
    title = say("What changes nothing, and why: {count}", count=say.number(len(edited.remarks)))
    with st.expander(title, expanded=len(lines) <= 5, key="round-trip-remarks"):
        st.markdown("\n".join(f"- {md(line)}" for line in lines))


def _ticked(edited: Changes, say: Say) -> list[bool]:
    """Which of the edits, and then of the new rows, are to be taken."""
    import pandas as pd

    rows = _rows(edited, say)
    table = st.data_editor(
        pd.DataFrame(rows[:MOST_ROWS]),
        hide_index=True,
        width="stretch",
        key=f"round-trip-changes-{answer_cache.snapshot().version}-{id(edited)}",
        disabled=["line", "name", "field", "before", "after", "state", "why"],
        column_config={
            TAKE: st.column_config.CheckboxColumn(say("Take"), width="small"),
            "line": st.column_config.NumberColumn(say("Line"), width="small", format="%d"),
            "name": say("Company"),
            "field": say("Field"),
            "before": say("In the register"),
            "after": say("In the file"),
            "state": say("State"),
            "why": say("Why"),
        },
    )
    rest = [bool(row[TAKE]) for row in rows[MOST_ROWS:]]
    if rest:
        text = say("The first {n} of {all} are listed.", n=MOST_ROWS, all=len(rows))
        st.caption(md(text))
    return [bool(tick) for tick in table[TAKE]] + rest


def _rows(edited: Changes, say: Say) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = [
        {
            TAKE: edit.state in SAFE,
            "line": edit.line,
            "name": edit.name,
            "field": say(edited.table.field(edit.field).label),
            "before": sentences.value_text(edited.table, edit.field, edit.before, say),
            "after": sentences.value_text(edited.table, edit.field, edit.after, say),
            "state": say(sentences.STATES[edit.state]),
            "why": "" if edit.state in SAFE else sentences.newer_text(edit, say),
        }
        for edit in edited.edits
    ]
    for entry in edited.entries:
        values = " · ".join(
            f"{say(edited.table.field(key).label)}: {value}"
            for key, value in entry.values.items()
            if key != "name"
        )
        like = say("may be “{name}”", name=" · ".join(entry.like)) if entry.like else ""
        rows.append(
            {
                TAKE: not entry.like,
                "line": entry.line,
                "name": entry.values["name"],
                "field": "",
                "before": "–",
                "after": values or entry.values["name"],
                "state": say("New row"),
                "why": like,
            }
        )
    return rows

"""What was joined and what was kept apart, by whom, with the way back in each row."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import streamlit as st

from analytics.matching import queue
from analytics.matching.company_facts import companies
from analytics.matching.queue import AUTOMATIC_ACTOR
from analytics.wording import Say
from ui.companies import company_decisions
from ui.frame import acts, session
from ui.frame.acts import Act
from ui.frame.safe_labels import md
from ui.people import gate
from ui.server import answer_cache

UNDO, MANY_ROWS = "companies-undo", 12


@dataclass(frozen=True)
class Line:
    """One row: two names, whether they were joined, who said so, and what takes it back."""

    name: str
    other: str
    is_joined: bool
    actor: str
    made_at: datetime
    back: Act
    merge_id: int | None = None


def lines(fair: str) -> list[Line]:
    """Everything that stands, newest first."""
    with answer_cache.store().reader() as reader:
        merges = queue.merges(reader, fair)
        apart = [
            decision
            for decision in queue.decisions(reader, fair)
            if decision.verdict == "different"
        ]
        keys = [key for merge in merges for key in (merge.kept_key, merge.merged_key)]
        keys += [key for decision in apart for key in (decision.kept_key, decision.other_key)]
        names = {key: company.name for key, company in companies(reader, fair, keys).items()}
    table = []
    for merge in merges:
        back = company_decisions.unmerge((merge.merge_id,))
        pair = names[merge.kept_key], names[merge.merged_key]
        table.append(Line(*pair, True, merge.actor, merge.made_at, back, merge.merge_id))
    for split in apart:
        pair = names[split.kept_key], names[split.other_key]
        back = company_decisions.ask_again(split.decision_id, *pair)
        table.append(Line(*pair, False, split.actor, split.made_at, back))
    return sorted(table, key=lambda line: line.made_at, reverse=True)


def draw(shown: list[Line], say: Say) -> None:
    """The table; nothing where nothing was said yet."""
    if not shown:
        return
    st.subheader(say("Settled so far"), anchor=False)
    may = gate.person().may("importer")
    if may:
        st.caption(md(say("Whatever is undone here is asked about again; figures follow at once.")))
    rows = [
        _row(line, say) | ({"undo": f":material/undo: {say('Undo')}"} if may else {})
        for line in shown
    ]
    height: Any = "content" if len(rows) <= MANY_ROWS else "auto"
    st.dataframe(
        rows,
        hide_index=True,
        width="stretch",
        height=height,
        key="companies-settled",
        column_order=(*(("undo",) if may else ()), "name", "other", "state", "who", "at"),
        column_config=_config([line.back for line in shown], say),
    )
    automatic = [line.merge_id for line in shown if line.merge_id and line.actor == AUTOMATIC_ACTOR]
    if may and len(automatic) > 1:
        _undo_all(automatic, say)


def _row(line: Line, say: Say) -> dict[str, object]:
    return {
        "name": line.name,
        "other": line.other,
        "state": say("one firm") if line.is_joined else say("two firms"),
        "who": say("certain by its name") if line.actor == AUTOMATIC_ACTOR else line.actor,
        "at": line.made_at,
    }


def _config(backs: list[Act], say: Say) -> dict[str, Any]:
    config = st.column_config
    return {
        "undo": config.ButtonColumn(
            "", type="tertiary", width=90, on_click=_undo, args=(backs,), key=UNDO
        ),
        "name": config.TextColumn(say("Name that stays"), width="medium"),
        "other": config.TextColumn(say("Other name"), width="medium"),
        "state": config.TextColumn(say("Said to be")),
        "who": config.TextColumn(say("By")),
        "at": config.DatetimeColumn(say("When"), format="YYYY-MM-DD HH:mm"),
    }


def _undo(backs: list[Act]) -> None:
    """`backs` are those of the rows the reader saw: the table may have changed since."""
    clicked = session.value_of(UNDO)
    if clicked and clicked["row"] < len(backs):
        acts.request(backs[clicked["row"]])


def _undo_all(merges: list[int], say: Say) -> None:
    with st.popover(
        say("Undo all {count} certain ones", count=len(merges)),
        icon=":material/undo:",
        key="undo-certain",
    ):
        st.markdown(md(say("Each of these pairs is then asked about.")))
        st.button(
            say("Undo"),
            key="undo-certain-now",
            type="primary",
            on_click=acts.request,
            args=(company_decisions.unmerge(merges),),
        )

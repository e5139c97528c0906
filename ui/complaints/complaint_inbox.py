"""The inbox of complaints: what is open and overdue, one complaint at a time, reminders."""

from __future__ import annotations

from typing import Any

import streamlit as st

from analytics import clock
from analytics.complaints.cases import Case, read_cases
from analytics.complaints.due import calendar_file, due_cases
from analytics.filters import Filters
from analytics.wording import Say, phrase
from ui.complaints import complaint_acts, complaint_card, complaint_form
from ui.frame import acts
from ui.frame.safe_labels import md
from ui.people import gate
from ui.server import answer_cache

SHOWN = {
    "open": phrase("Open"),
    "overdue": phrase("Overdue"),
    "closed": phrase("Closed"),
    "all": phrase("All"),
}
MOST_ROWS, LINE = 500, 60


def draw(chosen: Filters, say: Say) -> None:
    """Counts for everybody; complaints themselves for importers and admins."""
    acts.carry_out(say)
    cases = read_cases(answer_cache.store(), chosen.fair, clock.today())
    _counts(cases, say)
    if not gate.person().may("importer"):
        st.caption(md(say("Complaints themselves are shown to importers and admins.")))
        return
    with st.container(horizontal=True, key="complaint-tools"):
        complaint_form.draw(chosen.fair, say)
        _calendar(chosen.fair, say)
        _topics(chosen.fair, cases, say)
    acts.show_outcome(say)
    if cases:
        _list(cases, chosen.fair, say)


def _counts(cases: list[Case], say: Say) -> None:
    open_cases = [case for case in cases if case.is_open]
    counts = (
        (say("Open"), len(open_cases)),
        (say("Overdue"), sum(case.is_overdue for case in cases)),
        (say("Of nobody"), sum(not case.owner for case in open_cases)),
        (say("Closed"), len(cases) - len(open_cases)),
    )
    with st.grid(4, min_column_width=100):
        for name, count in counts:
            st.metric(name, say.number(count))


def _calendar(fair: str, say: Say) -> None:
    due = due_cases(answer_cache.store(), fair, clock.today())
    if due:
        st.download_button(
            say("Reminders (.ics)"),
            calendar_file(due, clock.now(), say),
            "complaints.ics",
            "text/calendar",
            icon=":material/event:",
            key="complaint-calendar",
        )


def _topics(fair: str, cases: list[Case], say: Say) -> None:
    """Two topics that are one: asked of a person, for no rule knows it."""
    names = sorted({case.topic for case in cases if case.topic})
    if len(names) < 2:
        return
    with (
        st.popover(
            say("Topics that are one"), icon=":material/join_inner:", key="complaint-topics"
        ),
        st.form("complaint-topics-form", border=False),
    ):
        topic = st.selectbox(say("This topic"), names, key="topic-from")
        into = st.selectbox(say("counts as"), names, index=1, key="topic-into")
        if st.form_submit_button(say("Count them as one"), key="topic-join"):
            acts.request(complaint_acts.joining(fair, topic, into))
            st.rerun()


def _list(cases: list[Case], fair: str, say: Say) -> None:
    which = st.segmented_control(
        say("Which complaints"),
        list(SHOWN),
        default="open",
        format_func=lambda key: say(SHOWN[key]),
        key="complaint-which",
        label_visibility="collapsed",
    )
    shown = [case for case in cases if _is_shown(case, which or "all")]
    if not shown:
        st.success(md(say("There is none.")), icon=":material/done_all:")
        return
    st.dataframe(
        [_row(case, say) for case in shown[:MOST_ROWS]],
        hide_index=True,
        width="stretch",
        height=250 if len(shown) > 5 else "content",
        key="complaint-list",
        column_config=_config(say),
    )
    if len(shown) > MOST_ROWS:
        n = say.number(len(shown) - MOST_ROWS)
        st.caption(md(say("{n} more are not listed here; the box below finds them.", n=n)))
    by_id = {case.case_id: case for case in shown}
    picked = st.selectbox(
        say("Open a complaint"),
        list(by_id),
        index=None,
        format_func=lambda key: _label(by_id[key], say) if key in by_id else key,
        placeholder=say("Choose one, or type to find it"),
        key="complaint-picked",
    )
    if picked in by_id:
        complaint_card.draw(by_id[picked], fair, say)


def _is_shown(case: Case, which: str) -> bool:
    return {
        "open": case.is_open,
        "overdue": case.is_overdue,
        "closed": not case.is_open,
    }.get(which, True)


def _row(case: Case, say: Say) -> dict[str, Any]:
    state = say("overdue") if case.is_overdue else say("open") if case.is_open else say("closed")
    return {
        "state": state,
        "exhibitor": case.exhibitor,
        "topic": case.topic,
        "received": case.received_on,
        "age": case.age,
        "owner": case.owner or say("nobody"),
        "due": case.due_on,
        "reopened": case.reopened,
        "text": case.text[:200],
    }


def _config(say: Say) -> dict[str, Any]:
    column = st.column_config
    return {
        "state": column.TextColumn(say("State"), width="small"),
        "exhibitor": say("Exhibitor"),
        "topic": say("Topic"),
        "received": column.DateColumn(say("Received on"), format="YYYY-MM-DD"),
        "age": column.NumberColumn(say("Days"), width="small"),
        "owner": say("Handled by"),
        "due": column.DateColumn(say("Due on"), format="YYYY-MM-DD"),
        "reopened": column.NumberColumn(say("Reopened"), width="small"),
        "text": say("Text"),
    }


def _label(case: Case, say: Say) -> str:
    about = case.topic or case.text
    about = about if len(about) <= LINE else about[: LINE - 1] + "…"
    day = say.day(case.received_on) if case.received_on else ""
    return " · ".join(part for part in (case.exhibitor, about, day) if part) or case.case_id

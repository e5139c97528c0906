"""One complaint: what it is about, its history, and what can be done about it."""

from __future__ import annotations

from datetime import date

import streamlit as st

from analytics import clock
from analytics.complaints.cases import Case, Outcome, Step, history, owners
from analytics.wording import Say, phrase
from ui.complaints import complaint_acts
from ui.frame import acts
from ui.frame.safe_labels import md
from ui.server import answer_cache

LONGEST_SHOWN = 2_000
KINDS = {
    "enter": phrase("received"),
    "assign": phrase("given to"),
    "due": phrase("due on"),
    "answer": phrase("answered"),
    "close": phrase("closed"),
    "reopen": phrase("reopened"),
}
ENDINGS: dict[Outcome | None, str] = {
    "satisfied": phrase("satisfied"),
    "unsatisfied": phrase("not satisfied"),
    None: phrase("not known"),
}


def draw(case: Case, fair: str, say: Say) -> None:
    """The card. Texts of files and people are shown letter by letter."""
    with st.container(border=True, key="complaint-card"):
        facts = (case.exhibitor, case.topic, case.channel, case.edition.worded(say))
        st.markdown(f"**{md(' · '.join(fact for fact in facts if fact))}**")
        if case.text:
            cut = len(case.text) > LONGEST_SHOWN
            st.text(case.text[:LONGEST_SHOWN] + ("…" if cut else ""))
        if case.owner and not owners(answer_cache.store(), fair).get(case.owner, True):
            st.warning(
                md(say("{owner} has left. Give it to somebody else.", owner=case.owner)),
                icon=":material/person_off:",
            )
        _acts(case, fair, say)
        _history(history(answer_cache.store(), fair, case.case_id), fair, say)


def _history(steps: list[Step], fair: str, say: Say) -> None:
    st.dataframe(
        [
            {
                "day": step.day,
                "what": _what(step, say),
                "note": step.note[:LONGEST_SHOWN],
                "who": step.actor,
                "at": step.made_at,
            }
            for step in steps
        ],
        hide_index=True,
        width="stretch",
        key="complaint-history",
        column_config={
            "day": st.column_config.DateColumn(say("Day"), format="YYYY-MM-DD"),
            "what": say("What happened"),
            "note": st.column_config.TextColumn(say("Text"), width="large"),
            "who": say("Noted by"),
            "at": st.column_config.DatetimeColumn(say("Noted"), format="YYYY-MM-DD HH:mm"),
        },
    )
    by_hand = [step.event_id for step in steps if step.event_id is not None]
    if by_hand:
        st.button(
            say("Take back the last step"),
            key="complaint-undo",
            icon=":material/undo:",
            type="tertiary",
            on_click=acts.request,
            args=(complaint_acts.undoing(fair, max(by_hand)),),
        )


def _what(step: Step, say: Say) -> str:
    kind = say(KINDS[step.kind])
    if step.kind == "assign":
        return say("{kind} {name}", kind=kind, name=step.owner or say("nobody"))
    if step.kind == "due" and step.due_on:
        return say("{kind} {name}", kind=kind, name=say.day(step.due_on))
    if step.kind == "close":
        return say("{kind}: {name}", kind=kind, name=say(ENDINGS[step.outcome]))
    return kind


def _acts(case: Case, fair: str, say: Say) -> None:
    with st.container(horizontal=True, key="complaint-acts"):
        _assign(case, fair, say)
        if case.is_open:
            _due(case, fair, say)
            _answer(case, fair, say)
            _close(case, fair, say)
        else:
            _reopen(case, fair, say)


def _assign(case: Case, fair: str, say: Say) -> None:
    with (
        st.popover(say("Assign"), icon=":material/person:", key="complaint-assign"),
        st.form("complaint-assign-form", border=False),
    ):
        people = [name for name, is_here in owners(answer_cache.store(), fair).items() if is_here]
        owner = st.selectbox(
            say("Handled by"),
            people,
            index=people.index(case.owner) if case.owner in people else None,
            accept_new_options=True,
            placeholder=say("A name or an address"),
            key=f"assign-{case.case_id}",
        )
        if st.form_submit_button(say("Assign"), type="primary", key="assign-now"):
            acts.request(complaint_acts.assigning(fair, case.case_id, owner or ""))
            st.rerun()


def _due(case: Case, fair: str, say: Say) -> None:
    with (
        st.popover(say("Due"), icon=":material/event:", key="complaint-due-on"),
        st.form("complaint-due-form", border=False),
    ):
        day = _day(say("Due on"), case, "due", case.due_on or clock.today(), may_come=True)
        if st.form_submit_button(say("Set the day"), type="primary", key="due-now"):
            acts.request(complaint_acts.due(fair, case.case_id, day))
            st.rerun()


def _answer(case: Case, fair: str, say: Say) -> None:
    with (
        st.popover(say("Answer"), icon=":material/reply:", key="complaint-answer"),
        st.form("complaint-answer-form", border=False),
    ):
        text = st.text_area(say("What was answered"), key=f"answer-{case.case_id}")
        day = _day(say("Day"), case, "answer", clock.today())
        if st.form_submit_button(say("Keep the answer"), type="primary", key="answer-now"):
            act = complaint_acts.answering(fair, case.case_id, text, day)
            acts.request(act)
            st.rerun()


def _close(case: Case, fair: str, say: Say) -> None:
    with (
        st.popover(say("Close"), icon=":material/check:", key="complaint-close"),
        st.form("complaint-close-form", border=False),
    ):
        ending = st.radio(
            say("Is whoever complained satisfied?"),
            list(ENDINGS),
            format_func=lambda key: say(ENDINGS[key]),
            horizontal=True,
            key=f"ending-{case.case_id}",
        )
        text = st.text_area(say("How it ended"), key=f"ended-{case.case_id}")
        day = _day(say("Day"), case, "close", clock.today())
        if st.form_submit_button(say("Close the complaint"), type="primary", key="close-now"):
            act = complaint_acts.closing(fair, case.case_id, ending, text, day)
            acts.request(act)
            st.rerun()


def _reopen(case: Case, fair: str, say: Say) -> None:
    with (
        st.popover(say("Reopen"), icon=":material/replay:", key="complaint-reopen"),
        st.form("complaint-reopen-form", border=False),
    ):
        text = st.text_area(say("Why"), key=f"why-{case.case_id}")
        day = _day(say("Day"), case, "reopen", clock.today())
        if st.form_submit_button(say("Open it again"), type="primary", key="reopen-now"):
            act = complaint_acts.reopening(fair, case.case_id, text, day)
            acts.request(act)
            st.rerun()


def _day(label: str, case: Case, act: str, value: date, *, may_come: bool = False) -> date:
    """A day from when the complaint was received on; up to today unless it `may_come`."""
    today, first = clock.today(), case.received_on
    lowest = first if first and first <= value else None
    day = st.date_input(
        label,
        value,
        min_value=lowest,
        max_value=None if may_come else max(today, value),
        key=f"{act}-day-{case.case_id}",
    )
    return day if isinstance(day, date) else today

"""A complaint entered by hand: on the page of complaints, or from an exhibitor's own page."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import streamlit as st

from analytics import clock
from analytics.complaints.cases import editions
from analytics.complaints.events import LONGEST_TEXT, NewComplaint
from analytics.customers.exhibitor_search import exhibitors_named
from analytics.wording import Say
from ui.complaints import complaint_acts
from ui.frame import acts
from ui.frame.safe_labels import md
from ui.people import gate
from ui.server import answer_cache

NOBODY = ""
LINE = 80


def draw(fair: str, say: Say, exhibitor: tuple[str, str] | None = None) -> None:
    """The form in a popover, for importers; `exhibitor` (id, name) where it is given."""
    if not gate.person().may("importer"):
        return
    with st.popover(say("Enter a complaint"), icon=":material/add:", key="complaint-entry"):
        if exhibitor is None:
            exhibitor = _exhibitor(fair, say)
        else:
            st.markdown(md(exhibitor[1]))
        with st.form("complaint-form", clear_on_submit=True, border=False):
            complaint = _complaint(fair, exhibitor, say)
            if st.form_submit_button(say("Enter"), type="primary", key="complaint-enter"):
                acts.request(complaint_acts.entering(fair, complaint))
                st.rerun()


def _exhibitor(fair: str, say: Say) -> tuple[str, str]:
    """The id and name of an exhibitor on the register, or a name that is on none."""
    text = st.text_input(say("Search exhibitors"), key="complaint-exhibitor-search") or ""
    names = exhibitors_named(answer_cache.store(), fair, text, NOBODY, say.language) if text else {}
    if not text:
        return NOBODY, ""
    chosen = st.selectbox(
        say("Exhibitor"),
        [*names, NOBODY],
        format_func=lambda key: names.get(key) or say("“{name}”, on no register", name=text),
        key="complaint-exhibitor",
    )
    return chosen or NOBODY, names.get(chosen or NOBODY, text)


def _complaint(fair: str, exhibitor: tuple[str, str], say: Say) -> NewComplaint:
    known = editions(answer_cache.store(), fair)
    first, second = st.columns(2)
    topic = first.text_input(say("Topic"), key="complaint-topic", max_chars=200)
    channel = second.text_input(say("Channel"), key="complaint-channel", max_chars=200)
    text = st.text_area(say("What was said"), key="complaint-text", max_chars=LONGEST_TEXT)
    edition = first.selectbox(
        say("Edition"),
        list(known),
        format_func=lambda key: known[key][1].worded(say),
        key="complaint-edition",
    )
    today = clock.today()
    received = second.date_input(say("Received on"), today, max_value=today, key="complaint-day")
    owner = first.text_input(say("Handled by"), key="complaint-owner", max_chars=200)
    due = second.date_input(say("Due on"), None, min_value=today, key="complaint-due")
    return NewComplaint(
        edition or "",
        received if isinstance(received, date) else today,
        topic=topic,
        text=text,
        channel=channel,
        exhibitor_id=exhibitor[0] or None,
        exhibitor=exhibitor[1],
        owner=owner,
        due_on=due if isinstance(due, date) else None,
    )


def from_comments(
    fair: str, exhibitor: tuple[str, str], comments: Sequence[tuple[int, str]], say: Say
) -> None:
    """Comments (edition number, text) of an exhibitor, each a complaint with one click."""
    if not comments or not gate.person().may("importer"):
        return
    numbers = {number: key for key, (number, _) in editions(answer_cache.store(), fair).items()}
    with st.popover(
        say("A comment is a complaint"), icon=":material/add_comment:", key="from-comment"
    ):
        for at, (number, text) in enumerate(comments):
            st.markdown(md(text if len(text) <= LINE else text[: LINE - 1] + "…"))
            complaint = NewComplaint(
                numbers.get(number, ""),
                clock.today(),
                text=text,
                channel=say("Questionnaire"),
                exhibitor_id=exhibitor[0],
                exhibitor=exhibitor[1],
            )
            st.button(
                say("Enter as a complaint"),
                key=f"comment-{at}",
                on_click=acts.request,
                args=(complaint_acts.entering(fair, complaint),),
            )

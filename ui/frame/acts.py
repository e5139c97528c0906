"""What a reader asks for with a click. A click only leaves a wish; it is carried out in the run
that follows, under the rights the reader has then, and said once, with the way back.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import streamlit as st

from analytics.errors import Fault
from analytics.remedies import remedy
from analytics.wording import Say
from ui.frame import session
from ui.frame.safe_labels import md
from ui.people import gate

REQUEST, OUTCOME = "act-wanted", "act-done"


@dataclass(frozen=True)
class Outcome:
    """What was done, in a phrase with its values, and the way back where there is one."""

    sentence: str
    values: dict[str, object] = field(default_factory=dict)
    back: Act | None = None


Act = Callable[[str], Outcome]


def request(act: Act) -> None:
    """Do this at the start of the next run; `act` is given who does it."""
    session.remember(REQUEST, act)


def carry_out(say: Say) -> None:
    """Do what was wished for, if the reader may."""
    act: Act | None = session.value_of(REQUEST)
    session.forget(REQUEST)
    if act is None:
        return
    who = gate.require("importer", say)
    try:
        with st.spinner(say("Bringing the figures up to date …"), show_time=True):
            session.remember(OUTCOME, act(who.email))
    except Fault as fault:
        session.forget(OUTCOME)
        st.warning(md(remedy(fault, say)), icon=":material/info:")


def show_outcome(say: Say) -> None:
    """What the last click did, said once, with the way back."""
    outcome: Outcome | None = session.value_of(OUTCOME)
    session.forget(OUTCOME)
    if outcome is None:
        return
    with st.container(
        horizontal=True,
        vertical_alignment="center",
        horizontal_alignment="distribute",
        border=True,
        key="done",
    ):
        st.markdown(
            f":green[:material/check_circle:] {md(say(outcome.sentence, **outcome.values))}",
            width="content",
        )
        if outcome.back:
            st.button(
                say("Undo"),
                key="undo-last",
                on_click=request,
                args=(outcome.back,),
                icon=":material/undo:",
                type="tertiary",
            )

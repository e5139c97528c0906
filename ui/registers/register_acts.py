"""What a reader writes into the register. A click only leaves a wish; it is carried out in the run
that follows, under the rights the reader has then.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import streamlit as st

from analytics.errors import AlreadyThere, ChangedMeanwhile, Fault
from analytics.people import Person
from analytics.registers import writing
from analytics.remedies import remedy
from analytics.store import Store
from analytics.store.hand_log import Log
from analytics.studies.customer import STUDY as CUSTOMER
from analytics.wording import Say, phrase
from ui.frame import session
from ui.frame.safe_labels import md
from ui.people import gate
from ui.server import answer_cache

REQUEST, OUTCOME = "registers-wanted", "registers-done"
CONFLICT, START, ROUND = "registers-conflict", "registers-start", "registers-round"


@dataclass(frozen=True)
class Outcome:
    """What was done, in a phrase with its values, and the way back where there is one."""

    sentence: str
    values: dict[str, object] = field(default_factory=dict)
    back: Act | None = None


Act = Callable[[Store, Person], Outcome]


def request(act: Act) -> None:
    """Do this at the start of the next run."""
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
            session.remember(OUTCOME, act(answer_cache.store(), who))
    except ChangedMeanwhile as fault:
        session.remember(CONFLICT, fault)
    except Fault as fault:
        session.forget(OUTCOME)
        st.warning(md(remedy(fault, say)), icon=":material/info:")
        if isinstance(fault, AlreadyThere):
            st.button(
                say("Open the card of {name}", name=md(fault.name)),
                key="open-there",
                on_click=open_card,
                args=(fault.exhibitor_id,),
            )
    else:
        # Emptied boxes for what comes next; what could not be saved stays in them.
        session.remember(ROUND, round_number() + 1)


def round_number() -> int:
    """Part of the keys of boxes that are to be empty again after something was saved."""
    number: int = session.value_of(ROUND, 0)
    return number


def show_outcome(say: Say) -> None:
    """What the last click did, said once, with the way back."""
    outcome: Outcome | None = session.value_of(OUTCOME)
    session.forget(OUTCOME)
    if outcome is None:
        return
    with st.container(horizontal=True, vertical_alignment="center", border=True, key="done"):
        text = md(say(outcome.sentence, **outcome.values))
        st.markdown(f":green[:material/check_circle:] {text}", width="content")
        if outcome.back:
            st.button(
                say("Undo"),
                key="undo-last",
                on_click=request,
                args=(outcome.back,),
                icon=":material/undo:",
                type="tertiary",
            )


def exhibitor_now() -> str:
    """The exhibitor whose card is open; '' for the list."""
    return str(dict(session.wish().options_of(CUSTOMER)).get("exhibitor") or "")


def open_card(exhibitor: str) -> None:
    """Open a card ('' for the list); pages about one exhibitor then show the same one."""
    for name in (START, CONFLICT):
        session.forget(name)
    changed = session.wish().with_option(CUSTOMER, "exhibitor", exhibitor)
    session.change_wish(options=changed.options)


def undo_edit(act: int, edit_id: int | None = None) -> Act:
    """Take a save back, or one field of it."""
    return partial(_undo_edit, act, edit_id)


def undo_log(kind: Log, number: int) -> Act:
    """Take a contact, a note or a grade back."""
    return partial(_undo_log, kind, number)


def add_to_log(kind: Log, fair: str, exhibitor: str, values: dict[str, Any]) -> Act:
    """Add a contact, a note or a grade."""
    return partial(_add_to_log, kind, fair, exhibitor, values)


def _undo_edit(act: int, edit_id: int | None, store: Store, who: Person) -> Outcome:
    writing.undo_edit(store, who, act, edit_id)
    session.forget(START)
    return Outcome(phrase("Taken back. What the files say, or was written before, holds again."))


def _undo_log(kind: Log, number: int, store: Store, who: Person) -> Outcome:
    writing.undo_log(store, who, kind, number)
    return Outcome(phrase("Taken back. The history still names it."))


def _add_to_log(
    kind: Log, fair: str, exhibitor: str, values: dict[str, Any], store: Store, who: Person
) -> Outcome:
    number = writing.log(store, who, kind, fair, exhibitor, values)
    return Outcome(phrase("Saved."), back=undo_log(kind, number))

"""The board: who does what by when, each action with its form, its history and a way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from analytics import action_plan, clock
from analytics.action_plan import Action
from analytics.errors import Fault
from analytics.remedies import remedy
from analytics.studies.actions.figures_wording import STATES
from analytics.wording import Say
from ui.actions import action_form, action_proposals
from ui.frame import session
from ui.frame.safe_labels import md
from ui.people import gate
from ui.server import answer_cache

if TYPE_CHECKING:
    from analytics.filters import Filters

SHOWN = 100


def draw(chosen: Filters, say: Say) -> None:
    """The form for a new action, and the actions that can be changed. Viewers see the figures."""
    if outcome := session.value_of(action_form.OUTCOME):
        session.forget(action_form.OUTCOME)
        st.success(md(outcome), icon=":material/check:")
    if not gate.person().may("importer"):
        st.caption(md(say("Actions are entered and changed by importers and admins.")))
        return
    actions = action_plan.actions_of(answer_cache.store(), chosen.fair)
    _new(chosen, len(actions), say)
    if actions:
        with st.expander(
            say("Change an action ({n})", n=say.number(len(actions))),
            icon=":material/edit:",
            key="change-actions",
        ):
            _change(chosen, actions[:SHOWN], say)


def _new(chosen: Filters, count: int, say: Say) -> None:
    proposed = action_proposals.proposed()
    key = f"new-{count}-{proposed.aim_key}" if proposed else f"new-{count}"
    with st.expander(
        say("New action"),
        icon=":material/add_task:",
        expanded=bool(proposed) or not count,
        key="new-action",
    ):
        action_form.draw(chosen, proposed, say, key=key)


def _change(chosen: Filters, actions: tuple[Action, ...], say: Say) -> None:
    names = {action.id: action for action in actions}
    number = st.selectbox(
        say("Action"),
        list(names),
        index=None,
        format_func=lambda id_: _line(names[id_], say),
        key="action-to-change",
    )
    if number is None:
        return
    action = names[number]
    action_form.draw(chosen, action, say, key=f"action-{number}-{action.version}")
    _history(chosen.fair, action, say)


def _line(action: Action, say: Say) -> str:
    state = say("overdue") if action.is_overdue(clock.today()) else say(STATES[action.state])
    parts = (action.title, action.owner, str(action.due_on or ""), state)
    return " · ".join(part for part in parts if part)


def _history(fair: str, action: Action, say: Say) -> None:
    """Who changed what when, and the way back by one step."""
    with answer_cache.store().reader() as reader:
        versions = action_plan.read_versions(reader, fair, action.id)
    st.dataframe(
        [
            {
                say("When"): f"{each.made_at:%Y-%m-%d %H:%M}" if each.made_at else "",
                say("Who changed it"): each.actor,
                say("Action"): each.title,
                say("State"): say(STATES[each.state]),
                say("Due"): str(each.due_on or "–"),
                say("Taken back"): f"{each.undone_at:%Y-%m-%d %H:%M}" if each.undone_at else "",
            }
            for each in versions
        ],
        hide_index=True,
    )
    if st.button(
        say("Take the last change back"), key=f"undo-{action.version}", icon=":material/undo:"
    ):
        _undo(fair, action, say)


def _undo(fair: str, action: Action, say: Say) -> None:
    gate.require("importer", say)
    try:
        action_plan.undo_version(answer_cache.store(), fair, action)
    except Fault as fault:
        st.warning(md(remedy(fault, say)), icon=":material/info:")
        return
    session.remember(action_form.OUTCOME, say("Taken back."))
    st.rerun()

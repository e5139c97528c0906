"""From a finding to an action: one click, and the form is filled in as far as the finding goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from analytics.action_plan import LONGEST_TITLE, Action
from analytics.ratings.levels import ITEMS
from analytics.wording import Say
from ui.frame import filters, navigation, session
from ui.frame.safe_labels import md
from ui.people import gate

if TYPE_CHECKING:
    from analytics.action_plan import Aim
    from analytics.studies.priorities.compute import WhatFirst

PROPOSED = "proposed-action"
MOST = 3


def draw(answer: WhatFirst, say: Say) -> None:
    """A button for each of the first parts, for those who may enter actions."""
    chosen = filters.current()
    if chosen is None or not gate.person().may("importer"):
        return
    st.caption(md(say("Make it an action: who does what by when, and did it help.")))
    with st.container(horizontal=True, key="propose"):
        for part in answer.in_order[:MOST]:
            name = part.name.worded(say)
            is_clicked = st.button(md(name), key=f"act-{part.key}", icon=":material/add_task:")
            if is_clicked:
                title = say("Improve: {name}", name=name)[:LONGEST_TITLE]
                aim: Aim = "item" if part.level == ITEMS else "dimension"
                action = Action(title, chosen.audience, aim, part.key, answer.focus.key)
                session.remember(PROPOSED, action)
                st.switch_page(navigation.at("actions"))


def proposed() -> Action | None:
    """What was clicked and not kept yet."""
    action: Action | None = session.value_of(PROPOSED)
    return action


def forget() -> None:
    """The proposal was kept."""
    session.forget(PROPOSED)

"""One action on a form: what is to be done, by whom, until when, at what cost, to move what."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import date
from typing import TYPE_CHECKING

import streamlit as st

from analytics import action_plan, clock
from analytics.action_plan import LONGEST_NAME, LONGEST_REMARK, LONGEST_TITLE, STATES, Action, Costs
from analytics.errors import Fault
from analytics.ratings.questions import Questionnaire, read_questions
from analytics.remedies import remedy
from analytics.studies.actions.figures_wording import STATES as STATE_NAMES
from analytics.wording import Say, phrase
from ui.actions import action_proposals
from ui.frame import session
from ui.frame.safe_labels import md
from ui.people import gate
from ui.server import answer_cache

if TYPE_CHECKING:
    from analytics.action_plan import Aim
    from analytics.fairs import Edition
    from analytics.filters import Audience, Filters

OUTCOME = "action-outcome"
HEADS = {
    "training": phrase("Training"),
    "software": phrase("Software"),
    "implementation": phrase("Implementation"),
    "further_work": phrase("Further work"),
    "upkeep": phrase("Upkeep"),
}
WHOSE: dict[Audience, str] = {"exhibitor": phrase("exhibitors"), "visitor": phrase("visitors")}


@dataclass(frozen=True, slots=True)
class Choice:
    """Something an action can move."""

    audience: Audience
    aim: Aim
    key: str
    label: str


def draw(chosen: Filters, action: Action | None, say: Say, *, key: str) -> None:
    """The form for a new action (None), or for the next version of one."""
    choices = _choices(chosen, say)
    if not choices:
        st.info(md(say("No question on file can be moved yet: load a survey first.")))
        return
    editions = answer_cache.choices(chosen.fair, chosen.audience).editions
    if not editions:
        st.info(md(say("No edition has been held yet.")))
        return
    with st.form(key, border=False):
        entered = _fields(choices, editions, action, say, key)
        is_sent = st.form_submit_button(say("Keep this action"), type="primary")
    if is_sent:
        _save(chosen.fair, entered, say)


def _fields(
    choices: list[Choice],
    editions: tuple[Edition, ...],
    action: Action | None,
    say: Say,
    key: str,
) -> Action:
    known = action or Action("", choices[0].audience, choices[0].aim, choices[0].key, "")
    title = st.text_input(
        say("What is to be done"), known.title, max_chars=LONGEST_TITLE, key=f"{key}-title"
    )
    left, right = st.columns(2)
    with left:
        aim = _aim_box(choices, known, say, key)
        target = st.number_input(
            say("By how many points"),
            min_value=0.01,
            value=known.target,
            step=0.1,
            format="%.2f",
            key=f"{key}-target",
            help=say("On the scale asked, beyond what questions without an action do."),
        )
    with right:
        edition = _edition_box(editions, known, say, key)
        due = st.date_input(say("Due"), known.due_on, key=f"{key}-due", format="YYYY-MM-DD")
    entered = replace(
        known,
        title=title,
        audience=aim.audience,
        aim=aim.aim,
        aim_key=aim.key,
        edition=edition,
        target=target,
        due_on=due if isinstance(due, date) else None,
    )
    return _people_and_costs(entered, say, key)


def _people_and_costs(known: Action, say: Say, key: str) -> Action:
    left, right = st.columns(2)
    owner = left.text_input(
        say("Responsible"), known.owner, max_chars=LONGEST_NAME, key=f"{key}-owner"
    )
    department = right.text_input(
        say("Department"), known.department, max_chars=LONGEST_NAME, key=f"{key}-department"
    )
    state = left.selectbox(
        say("State"),
        STATES,
        index=STATES.index(known.state),
        format_func=lambda state: say(STATE_NAMES[state]),
        key=f"{key}-state",
    )
    currency = right.text_input(
        say("Currency of the costs"), known.currency, max_chars=10, key=f"{key}-currency"
    )
    costs = {}
    for column, head in zip(st.columns(len(HEADS)), fields(Costs), strict=True):
        costs[head.name] = column.number_input(
            say(HEADS[head.name]),
            min_value=0.0,
            value=getattr(known.costs, head.name),
            step=1000.0,
            format="%.0f",
            key=f"{key}-{head.name}",
        )
    remark = st.text_area(
        say("Remark"), known.remark, max_chars=LONGEST_REMARK, height=80, key=f"{key}-remark"
    )
    return replace(
        known,
        owner=owner,
        department=department,
        state=state,
        currency=currency,
        costs=Costs(**costs),
        remark=remark,
    )


def _aim_box(choices: list[Choice], known: Action, say: Say, key: str) -> Choice:
    """What it should move; an aim that nobody asks about any more stays choosable."""
    current = (known.audience, known.aim, known.aim_key)
    at = [(each.audience, each.aim, each.key) for each in choices]
    if known.id and current not in at:
        lost = say("{name} (no longer asked)", name=known.aim_key)
        choices = [Choice(known.audience, known.aim, known.aim_key, lost), *choices]
        at = [current, *at]
    return st.selectbox(
        say("Should move"),
        choices,
        index=at.index(current) if current in at else 0,
        format_func=lambda choice: choice.label,
        key=f"{key}-aim",
    )


def _edition_box(editions: tuple[Edition, ...], known: Action, say: Say, key: str) -> str:
    names = {edition.id: say.name(edition.zh, edition.en) for edition in editions}
    if known.edition and known.edition not in names:
        names = {known.edition: say("an edition no longer on file")} | names
    return str(
        st.selectbox(
            say("Decided after"),
            list(names),
            index=list(names).index(known.edition) if known.edition else len(names) - 1,
            format_func=names.__getitem__,
            key=f"{key}-edition",
            help=say("The edition whose answers called for it. The next one says if it helped."),
        )
    )


def _choices(chosen: Filters, say: Say) -> list[Choice]:
    """Every item and dimension, exhibitors' first."""
    choices: list[Choice] = []
    with answer_cache.store().reader() as reader:
        for audience in WHOSE:
            within = replace(chosen, audience=audience, editions=(), profile=())
            choices += _of_audience(audience, read_questions(reader, within), say)
    return choices


def _of_audience(audience: Audience, asked: Questionnaire, say: Say) -> list[Choice]:
    choices = []
    for dimension, name in asked.dimensions().items():
        group = name.worded(say)
        items = asked.items(dimension)
        if dimension and len(items) > 1:
            label = say("{name}, all of it ({whose})", name=group, whose=say(WHOSE[audience]))
            choices.append(Choice(audience, "dimension", dimension, label))
        for key, item in items.items():
            label = say(
                "{group} · {name} ({whose})",
                group=group,
                name=item.worded(say),
                whose=say(WHOSE[audience]),
            )
            choices.append(Choice(audience, "item", key, label))
    return choices


def _save(fair: str, action: Action, say: Say) -> None:
    who = gate.require("importer", say)
    try:
        action_plan.save_action(answer_cache.store(), fair, action, who.email)
    except Fault as fault:
        st.warning(md(remedy(fault, say)), icon=":material/info:")
        return
    outcome = say("Kept.")
    if action.is_overdue(clock.today()):
        outcome = say("Kept. Its day lies in the past, so it is overdue at once.")
    elif action.costs.total and not action.currency.strip():
        outcome = say("Kept. Its costs have no currency, so they are compared with nothing.")
    action_proposals.forget()
    session.remember(OUTCOME, outcome)
    st.rerun()

"""The fields of a card: shown, edited, entered anew, and what two people wrote at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

import streamlit as st

from analytics.errors import ChangedMeanwhile, FieldChange
from analytics.people import Person
from analytics.registers import writing
from analytics.registers.exhibitor_card import Card, card_of
from analytics.registers.fields import KINDS, LABELS, LONGEST_FIELD, WRITTEN_FREELY
from analytics.store import Store
from analytics.wording import Say, phrase
from ui.frame import session
from ui.frame.safe_labels import md
from ui.people import gate
from ui.registers import register_acts
from ui.registers.register_acts import CONFLICT, START, Outcome

Choices = Mapping[str, list[str]]


@dataclass(frozen=True)
class Start:
    """What a card held when its form was opened; `number` keeps the boxes of two openings apart."""

    exhibitor_id: str
    values: dict[str, str]
    number: int


def draw(card: Card, fair: str, choices: Choices, say: Say) -> None:
    """The fields of an exhibitor: to edit for those who may, else to read."""
    if not gate.person().may("importer"):
        _read_only(card, say)
        return
    start = _start(card)
    _conflict(card, fair, start, say)
    _changed_meanwhile(card, start, say)
    with st.form(f"card-{start.number}", border=False):
        _boxes(start.values, choices, f"{start.number}", say)
        st.form_submit_button(
            say("Save"), type="primary", on_click=_save, args=(fair, start), key="save-card"
        )


def enter_new(fair: str, choices: Choices, say: Say) -> None:
    """An exhibitor that no file has named yet."""
    number = f"new-{register_acts.round_number()}"
    with st.form(f"card-{number}", border=False):
        st.text_input(
            say("Exhibitor code"),
            key=f"code-{number}",
            max_chars=LONGEST_FIELD,
            help=say("May stay empty. Then the name says which company it is."),
        )
        _boxes({"kind": "enterprise"}, choices, number, say)
        st.form_submit_button(
            say("Enter it"), type="primary", on_click=_enter, args=(fair, number), key="enter-new"
        )


def _start(card: Card) -> Start:
    """What this reader's form began with."""
    start: Start | None = session.value_of(START)
    if start is None or start.exhibitor_id != card.exhibitor_id:
        number = session.value_of("registers-openings", 0) + 1
        session.remember("registers-openings", number)
        start = Start(card.exhibitor_id, card.values, number)
        session.remember(START, start)
    return start


def _boxes(values: Mapping[str, str], choices: Choices, number: str, say: Say) -> None:
    with st.grid(3, min_column_width=220):
        for field, label in LABELS.items():
            _box(field, say(label), values.get(field, ""), choices, f"{field}-{number}", say)


def _box(field: str, label: str, value: str, choices: Choices, key: str, say: Say) -> None:
    if field in WRITTEN_FREELY:
        st.text_input(label, value=value, key=key, max_chars=LONGEST_FIELD)
    elif field == "kind":
        st.selectbox(
            label,
            list(KINDS),
            index=list(KINDS).index(value),
            format_func=lambda kind: say(KINDS[kind]),
            key=key,
        )
    else:
        offered = list(dict.fromkeys(["", value, *choices.get(field, ())]))
        st.selectbox(
            label,
            offered,
            index=offered.index(value),
            format_func=lambda text: text or "–",
            key=key,
            accept_new_options=True,
        )


def _written(number: str) -> dict[str, str]:
    """What stands in the boxes."""
    return {field: str(session.value_of(f"{field}-{number}") or "") for field in LABELS}


def _save(fair: str, start: Start) -> None:
    values = _written(str(start.number))
    changed = {field: text for field, text in values.items() if text != start.values[field]}
    register_acts.request(partial(_save_card, fair, start, changed, start.values))


def _enter(fair: str, number: str) -> None:
    code = str(session.value_of(f"code-{number}") or "")
    register_acts.request(partial(_enter_card, fair, code, _written(number)))


def _enter_card(fair: str, code: str, values: dict[str, str], store: Store, who: Person) -> Outcome:
    register_acts.open_card(writing.enter(store, who, fair, code, values))
    return Outcome(phrase("{name} is in the register now."), {"name": values["name"]})


def _save_card(
    fair: str,
    start: Start,
    changed: dict[str, str],
    at_start: Mapping[str, str],
    store: Store,
    who: Person,
) -> Outcome:
    with store.reader() as reader:
        before = card_of(reader, fair, start.exhibitor_id).values
    act = writing.edit(store, who, fair, start.exhibitor_id, changed, at_start)
    session.forget(START)
    session.forget(CONFLICT)
    if not act:
        return Outcome(phrase("Nothing was other than before, so nothing was saved."))
    others = [field for field in before if before[field] != start.values[field]]
    sentence = (
        phrase("Saved. What others changed meanwhile holds as well.")
        if set(others) - set(changed)
        else phrase("Saved.")
    )
    return Outcome(sentence, back=register_acts.undo_edit(act))


def _changed_meanwhile(card: Card, start: Start, say: Say) -> None:
    """Who changed what since this reader opened the card."""
    moved = {
        field: (start.values[field], value)
        for field, value in card.values.items()
        if value != start.values[field]
    }
    if not moved or session.value_of(CONFLICT):
        return
    with st.container(border=True, key="changed-meanwhile"):
        st.markdown(f":material/group: **{md(say('Changed since you opened this card:'))}**")
        for field, (before, after) in moved.items():
            who = card.written[field][0] if field in card.written else say("a file")
            change = f"{_shown(field, before, say)} → {_shown(field, after, say)}"
            st.markdown(md(f"{say(LABELS[field])}: {change} ({who})"))
        st.caption(md(say("What you save holds for the fields you change yourself.")))
        st.button(
            say("Show the newest"),
            key="show-newest",
            on_click=register_acts.open_card,
            args=(card.exhibitor_id,),
        )


def _conflict(card: Card, fair: str, start: Start, say: Say) -> None:
    """Both wrote the same field: nothing was saved yet, and the reader chooses."""
    fault: ChangedMeanwhile | None = session.value_of(CONFLICT)
    if fault is None:
        return
    mine = _written(str(start.number))
    with st.container(border=True, key="conflict"):
        title = say("Somebody changed the same fields meanwhile. Nothing was saved yet: choose.")
        st.markdown(f":orange[:material/warning:] **{md(title)}**")
        for change in fault.changes:
            _choice(change, mine[change.field], say)
        st.button(
            say("Save what I chose"),
            key="save-chosen",
            type="primary",
            on_click=_save_chosen,
            args=(fair, start, fault),
        )


def _choice(change: FieldChange, mine: str, say: Say) -> None:
    now = _shown(change.field, change.now or "", say)
    who = change.actor or say("a file")
    labels = {
        "theirs": say("{who} wrote: {value}", who=who, value=now),
        "mine": say("I wrote: {value}", value=_shown(change.field, mine, say)),
    }
    before = say("before: {value}", value=_shown(change.field, change.before or "", say))
    st.radio(
        f"{md(say(LABELS[change.field]))} ({md(before)})",
        list(labels),
        format_func=lambda choice: md(labels[choice]),
        key=f"choice-{change.field}",
    )


def _save_chosen(fair: str, start: Start, fault: ChangedMeanwhile) -> None:
    values = _written(str(start.number))
    theirs = {
        change.field
        for change in fault.changes
        if session.value_of(f"choice-{change.field}", "theirs") == "theirs"
    }
    changed = {
        field: text
        for field, text in values.items()
        if text != start.values[field] and field not in theirs
    }
    now = {change.field: change.now or "" for change in fault.changes}
    session.forget(CONFLICT)
    register_acts.request(partial(_save_card, fair, start, changed, start.values | now))


def _read_only(card: Card, say: Say) -> None:
    with st.grid(3, min_column_width=220):
        for field, label in LABELS.items():
            value = _shown(field, card.values[field], say)
            st.markdown(f":gray[{md(say(label))}]  \n{md(value)}")


def _shown(field: str, value: str, say: Say) -> str:
    if field == "kind":
        return say(KINDS[value or "enterprise"])
    return value or "–"

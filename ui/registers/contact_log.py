"""Who spoke to an exhibitor, when, of what, and what comes next; persons for importers only."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any

import streamlit as st

from analytics import clock
from analytics.people import Person
from analytics.registers import writing
from analytics.registers.exhibitor_card import Card, Row
from analytics.registers.fields import CHANNELS, LONGEST_FIELD, LONGEST_TEXT
from analytics.store import Store
from analytics.wording import Say, phrase
from ui.frame import session
from ui.frame.safe_labels import md
from ui.people import gate
from ui.registers import register_acts
from ui.registers.register_acts import Outcome

PERSONAL = ("person", "role", "phone", "email")
TITLES = {
    "contacted_on": phrase("Contacted on"),
    "contacted_by": phrase("Contacted by"),
    "channel": phrase("Way of contact"),
    "person": phrase("Contact person"),
    "role": phrase("Position"),
    "phone": phrase("Telephone"),
    "email": phrase("E-mail"),
    "subject": phrase("What was said"),
    "next_step": phrase("Next step"),
    "next_on": phrase("Next step on"),
}
DAYS, LONG = ("contacted_on", "next_on"), ("subject", "next_step")


def draw(card: Card, contacts: list[Row], fair: str, say: Say) -> None:
    """The log, the newest first, with a form for those who may write."""
    may_write = gate.person().may("importer")
    if not contacts:
        st.caption(md(say("No contact is on file yet.")))
    else:
        _table(contacts, may_write, say)
    if may_write:
        _form(card, fair, say)
    if contacts and gate.person().may("admin"):
        _erase(card, contacts, fair, say)


def _table(contacts: list[Row], may_write: bool, say: Say) -> None:
    names = [name for name in TITLES if may_write or name not in PERSONAL]
    rows = [
        {name: _cell(name, contact[name], say) for name in names} | {"actor": contact["actor"]}
        for contact in contacts
    ]
    st.dataframe(
        rows,
        hide_index=True,
        width="stretch",
        key="contacts-table",
        column_config=_config(names, say),
    )
    if not may_write:
        st.caption(md(say("Names of persons and how to reach them are shown to importers.")))


def _cell(name: str, value: Any, say: Say) -> str:
    return channel_name(value, say) if name == "channel" else str(value or "")


def channel_name(value: str | None, say: Say) -> str:
    """A way of contact in the reader's language; one of a file as the file has it."""
    return say(CHANNELS[value]) if value in CHANNELS else value or ""


def _config(names: list[str], say: Say) -> dict[str, Any]:
    config = st.column_config
    columns: dict[str, Any] = {name: config.TextColumn(say(TITLES[name])) for name in names}
    return columns | {"actor": config.TextColumn(say("Written by"))}


def _form(card: Card, fair: str, say: Say) -> None:
    number = register_acts.round_number()
    opened = st.expander(say("Write down a contact"), icon=":material/add_call:")
    with opened, st.form(f"contact-{number}", border=False):
        with st.grid(3, min_column_width=220):
            for name, title in TITLES.items():
                if name not in LONG:
                    _box(name, say(title), f"{name}-contact-{number}", say)
        for name in LONG:
            st.text_area(
                say(TITLES[name]), key=f"{name}-contact-{number}", height=80, max_chars=LONGEST_TEXT
            )
        st.form_submit_button(
            say("Save this contact"),
            type="primary",
            key="save-contact",
            on_click=_save,
            args=(fair, card.exhibitor_id, number),
        )


def _box(name: str, title: str, key: str, say: Say) -> None:
    if name in DAYS:
        today = clock.today() if name == "contacted_on" else None
        limits: dict[str, Any] = {"max_value": clock.today()} if name == "contacted_on" else {}
        st.date_input(title, value=today, key=key, format="YYYY-MM-DD", **limits)
    elif name == "channel":
        st.selectbox(
            title,
            list(CHANNELS),
            format_func=lambda channel: channel_name(channel, say),
            key=key,
            accept_new_options=True,
        )
    else:
        value = gate.person().email if name == "contacted_by" else ""
        st.text_input(title, value=value, key=key, max_chars=LONGEST_FIELD)


def _save(fair: str, exhibitor: str, number: int) -> None:
    values: dict[str, Any] = {}
    for name in TITLES:
        value = session.value_of(f"{name}-contact-{number}")
        values[name] = value if isinstance(value, date) or value is None else str(value)
    register_acts.request(register_acts.add_to_log("contacts", fair, exhibitor, values))


def _erase(card: Card, contacts: list[Row], fair: str, say: Say) -> None:
    """Personal data of somebody who asked for it, gone for good."""
    people = sorted({contact["person"] for contact in contacts if contact["person"]})
    if not people:
        return
    with st.popover(say("Erase a person"), icon=":material/person_off:", key="erase"):
        st.markdown(
            md(
                say(
                    "Name, position, telephone and e-mail go from every contact, for good; the"
                    " contacts stay. Kept files that name the person are dropped too. Backups"
                    " made before still hold them until they are replaced."
                )
            )
        )
        person = st.selectbox(say("Contact person"), people, index=None, key="erase-whom")
        st.button(
            say("Erase for good"),
            key="erase-now",
            type="primary",
            disabled=person is None,
            on_click=register_acts.request,
            args=(partial(_erase_person, fair, card.exhibitor_id, person),),
        )


def _erase_person(
    fair: str, exhibitor: str, person: str | None, store: Store, who: Person
) -> Outcome:
    entries = writing.erase_person(store, who, fair, exhibitor, person)
    return Outcome(phrase("Erased from {count} contacts."), {"count": entries})

"""A prospect entered by hand."""

from __future__ import annotations

from functools import partial

import streamlit as st

from analytics.intake.convert.prospect_rows import parts
from analytics.intake.load.prospect_entry import Entry, enter
from analytics.matching.prospect_lists import LISTS, TO_ENTER
from analytics.wording import Say, phrase
from ui.frame import acts
from ui.frame.acts import Act, Outcome
from ui.frame.safe_labels import md
from ui.server import answer_cache


def draw(fair: str, say: Say) -> None:
    """The form; what is entered is stored in the run that follows."""
    with (
        st.expander(say("Enter a firm by hand"), icon=":material/edit:", key="prospect-entry"),
        st.form("prospect-form", clear_on_submit=True, border=False),
    ):
        name = st.text_input(say("Company"), key="prospect-name")
        lists = st.multiselect(
            say("List of prospects"),
            TO_ENTER,
            format_func=lambda key: say(LISTS[key]),
            placeholder="",
            key="prospect-lists-of",
        )
        seen_at = st.text_input(
            say("Seen at shows"),
            key="prospect-seen",
            help=say("Several are parted by semicolons."),
        )
        entry = Entry(name, tuple(lists), tuple(parts(seen_at)), **_details(say))
        if st.form_submit_button(say("Enter"), type="primary", key="prospect-enter"):
            if not name.strip():
                st.warning(md(say("The company's name is empty. Fill it in.")))
                return
            acts.request(entering(fair, entry))
            st.rerun()


def _details(say: Say) -> dict[str, str]:
    labels = {
        "name_en": say("English name"),
        "country": say("Country"),
        "region": say("Region"),
        "industry": say("Industry"),
        "contact": say("Contact"),
        "note": say("Note"),
    }
    places = st.columns(3)
    return {
        key: places[place % 3].text_input(label, key=f"prospect-{key}")
        for place, (key, label) in enumerate(labels.items())
    }


def entering(fair: str, entry: Entry) -> Act:
    """The firm is on our lists, with the way back."""
    return partial(_enter, fair, entry)


def _enter(fair: str, entry: Entry, actor: str) -> Outcome:
    receipt = enter(answer_cache.store(), fair, entry, actor)
    if receipt.is_repeat:
        return Outcome(phrase("“{name}” stands there already, just so."), {"name": entry.name})
    return Outcome(
        phrase("“{name}” was entered."),
        {"name": entry.name},
        partial(_remove, receipt.import_id, entry.name),
    )


def _remove(import_id: int, name: str, actor: str) -> Outcome:
    answer_cache.store().undo(import_id, actor)
    return Outcome(phrase("“{name}” was taken out again."), {"name": name})

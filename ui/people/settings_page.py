"""What the settings page shows and changes: the demo fair, people, the state of the data."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from analytics import fairs, people
from analytics.errors import Fault
from analytics.people import ROLES, Role
from analytics.remedies import remedy
from analytics.wording import Say, phrase
from ui.frame import backup_notice, session
from ui.frame.safe_labels import md
from ui.people import gate
from ui.server import answer_cache, demo_fair

ROLE_NAMES: dict[Role, str] = {
    "viewer": phrase("Viewer"),
    "importer": phrase("May load data"),
    "admin": phrase("Administrator"),
}


def demo_switch(say: Say) -> None:
    """Show the demo fair, or not. Whoever may load data decides for everybody."""
    session.preset("demo", demo_fair.is_shown())
    st.toggle(
        say("Show the synthetic demo fair"),
        key="demo",
        on_change=_apply_demo,
        disabled=not gate.person().may("importer"),
        help=say("Its data stay either way. Your own fair, once loaded, is what people see first."),
    )


def _apply_demo() -> None:
    if session.value_of("demo"):
        demo_fair.show()
    else:
        demo_fair.hide()


def people_table(say: Say) -> None:
    """Everybody who may come in, with a form to add or change and a way to remove somebody."""
    listed = people.everyone(answer_cache.store())
    st.dataframe(
        [
            {"email": person.email, "role": say(ROLE_NAMES[person.role]), "active": person.active}
            for person in listed
        ],
        hide_index=True,
        column_config={
            "email": st.column_config.TextColumn(say("E-mail address")),
            "role": st.column_config.TextColumn(say("Role")),
            "active": st.column_config.CheckboxColumn(say("Active")),
        },
    )
    with st.form("admit", border=False), st.container(horizontal=True, vertical_alignment="bottom"):
        email = st.text_input(say("E-mail address"), key="admit-email", max_chars=200)
        role = st.selectbox(
            say("Role"), ROLES, format_func=lambda role: say(ROLE_NAMES[role]), key="admit-role"
        )
        is_sent = st.form_submit_button(say("Add or change"))
    if is_sent:
        _try(lambda: people.admit(answer_cache.store(), email, role), say)
    active = [person.email for person in listed if person.active]
    with st.container(horizontal=True, vertical_alignment="bottom"):
        dismissed = st.selectbox(say("Let in no longer"), active, index=None, key="dismiss-email")
        if st.button(say("Remove"), key="dismiss", disabled=dismissed is None) and dismissed:
            _try(lambda: people.dismiss(answer_cache.store(), dismissed), say)


def _try(act: Callable[[], None], say: Say) -> None:
    try:
        act()
    except Fault as fault:
        st.warning(md(remedy(fault, say)), icon=":material/lock:")
    else:
        st.rerun()


def state_of_data(say: Say) -> None:
    """How much is stored, after how many writes, and how old the backup is."""
    held = fairs.stock(answer_cache.store())
    counts = (
        (say("Fairs"), held.fairs),
        (say("Editions"), held.editions),
        (say("Exhibitors"), held.exhibitors),
        (say("Survey answers"), held.responses),
        (say("Files loaded"), held.imports),
        (say("Version of the data"), answer_cache.snapshot().version),
    )
    with st.grid(3, min_column_width=120):
        for name, count in counts:
            st.metric(name, say.number(count))
    state = answer_cache.store().backup_state
    moment = backup_notice.moment_text(state.saved_at, say)
    st.caption(md(say("Last backup: {moment}", moment=moment)))
    if failure := backup_notice.failure_text(state, say):
        st.warning(md(failure), icon=":material/hard_drive:")


def back_up() -> None:
    """Write a fresh backup now; what stood in the way is on the page then."""
    answer_cache.store().attempt_backup()

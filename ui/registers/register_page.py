"""The page of the register: the list with its search, or the card of one exhibitor."""

from __future__ import annotations

from functools import partial
from typing import Any

import streamlit as st

from analytics.errors import UnknownChoice
from analytics.filters import Filters
from analytics.people import Person
from analytics.registers import exhibitor_card, exhibitor_list, grades, writing
from analytics.registers.exhibitor_list import ROWS, Line, Search
from analytics.registers.fields import GRADES, LONGEST_FIELD
from analytics.registers.grades import GradeRule
from analytics.remedies import remedy
from analytics.store import Reader, Store
from analytics.studies.customer import STUDY as CUSTOMER
from analytics.wording import Say, phrase
from ui.frame import filters, navigation, session
from ui.frame.safe_labels import md
from ui.people import gate
from ui.registers import (
    contact_log,
    event_history,
    exhibitor_form,
    grade_panel,
    register_acts,
)
from ui.registers.register_acts import Outcome
from ui.server import answer_cache

PAGE, OPEN = "registers-page", "registers-open"


def draw(chosen: Filters, say: Say) -> None:
    """The page below its head."""
    register_acts.carry_out(say)
    if filters.fair_of(chosen).is_demo:
        st.badge(say("Synthetic demo fair"), icon=":material/science:", color="gray")
    register_acts.show_outcome(say)
    with answer_cache.store().reader() as reader:
        rule = grades.rule_of(reader, chosen.fair)
        if exhibitor := register_acts.exhibitor_now():
            _card(reader, chosen.fair, exhibitor, rule, say)
        else:
            _list(reader, chosen, rule, say)


def _card(reader: Reader, fair: str, exhibitor: str, rule: GradeRule, say: Say) -> None:
    st.button(
        say("Back to the list"),
        key="to-list",
        icon=":material/arrow_back:",
        type="tertiary",
        on_click=register_acts.open_card,
        args=("",),
    )
    try:
        card = exhibitor_card.card_of(reader, fair, exhibitor)
    except UnknownChoice as fault:
        st.warning(md(remedy(fault, say)), icon=":material/info:")
        return
    grade = grades.grade_of(reader, fair, card.exhibitor_id, rule)
    st.subheader(md(card.name), anchor=False)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.badge(say(GRADES[grade.grade]), icon=":material/star:")
        navigation.link_to_study(CUSTOMER, fair, say("What we know about it"))
    exhibitor_form.draw(card, fair, exhibitor_list.choices(reader, fair), say)
    contacts = exhibitor_card.contacts_of(reader, fair, card.exhibitor_id)
    notes = exhibitor_card.notes_of(reader, fair, card.exhibitor_id)
    tabs = st.tabs([say("Contacts"), say("Feedback"), say("Grade"), say("What was done")])
    with tabs[0]:
        contact_log.draw(card, contacts, fair, say)
    with tabs[1]:
        event_history.draw_notes(card, notes, fair, say)
    with tabs[2]:
        grade_panel.draw(card, grade, rule, fair, reader, say)
    with tabs[3]:
        event_history.draw(exhibitor_card.history_of(reader, fair, card.exhibitor_id), say)


def _list(reader: Reader, chosen: Filters, rule: GradeRule, say: Say) -> None:
    filters.fair_box(chosen, say)
    owners = exhibitor_list.owners(reader, chosen.fair)
    search = _search(owners, say)
    count = exhibitor_list.count(reader, chosen.fair, search, rule)
    number = _page_number(search, count)
    if not count:
        st.info(
            md(say("Nobody in the register fits. Look for a part of the name.")),
            icon=":material/search_off:",
        )
    else:
        lines = exhibitor_list.page(reader, chosen.fair, search, rule, number)
        _table(lines, say)
        _pages(number, count, say)
    if gate.person().may("importer"):
        with st.expander(say("Enter a new exhibitor"), icon=":material/add_business:"):
            exhibitor_form.enter_new(chosen.fair, exhibitor_list.choices(reader, chosen.fair), say)
        if owners:
            _reassign(chosen.fair, owners, say)


def _search(owners: dict[str, int], say: Say) -> Search:
    with st.grid(3, min_column_width=220):
        text = st.text_input(
            say("Search exhibitors"), key="registers-text", max_chars=LONGEST_FIELD
        )
        owner = st.selectbox(
            say("Account owner"),
            ["", *owners],
            format_func=lambda name: f"{name} ({say.number(owners[name])})" if name else say("All"),
            key="registers-owner",
        )
        grade = st.selectbox(
            say("Grade"),
            ["", *GRADES],
            format_func=lambda key: say(GRADES[key]) if key else say("All"),
            key="registers-grade",
        )
    return Search(text or "", owner or "", grade or "")


def _page_number(search: Search, count: int) -> int:
    """The page turned to; the first one of another search."""
    before, number = session.value_of(PAGE, (search, 0))
    number = min(number, max(count - 1, 0) // ROWS) if before == search else 0
    session.remember(PAGE, (search, number))
    return int(number)


def _table(lines: list[Line], say: Say) -> None:
    config = st.column_config
    st.dataframe(
        [_row(line, say) for line in lines],
        hide_index=True,
        width="stretch",
        height="content",
        key="registers-list",
        column_config={
            "open": config.ButtonColumn(
                "",
                type="tertiary",
                width=90,
                on_click=_open,
                args=([line.exhibitor_id for line in lines],),
                key=OPEN,
            ),
            "name": config.TextColumn(say("Company"), width="medium"),
            "grade": config.TextColumn(say("Grade")),
            "country": config.TextColumn(say("Country")),
            "region": config.TextColumn(say("Region")),
            "industry": config.TextColumn(say("Industry")),
            "owner": config.TextColumn(say("Account owner")),
            "edition": config.TextColumn(say("Last edition")),
            "contacted": config.TextColumn(say("Last contact")),
            "next": config.TextColumn(say("Next step on")),
        },
    )


def _row(line: Line, say: Say) -> dict[str, Any]:
    return {
        "open": f":material/badge: {say('Open card')}",
        "name": (line.name_en or line.name) if say.language == "en" else line.name,
        "grade": say(GRADES[line.grade]),
        "country": line.country,
        "region": line.region,
        "industry": line.industry,
        "owner": line.account_owner,
        "edition": say.name(line.edition_zh, line.edition_en),
        "contacted": str(line.contacted_on or ""),
        "next": str(line.next_on or ""),
    }


def _open(exhibitors: list[str]) -> None:
    clicked = session.value_of(OPEN)
    if clicked and clicked["row"] < len(exhibitors):
        register_acts.open_card(exhibitors[clicked["row"]])


def _pages(number: int, count: int, say: Say) -> None:
    first, last = number * ROWS + 1, min((number + 1) * ROWS, count)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button(
            "",
            icon=":material/chevron_left:",
            key="page-before",
            help=say("Earlier"),
            disabled=number == 0,
            on_click=_turn,
            args=(-1,),
        )
        text = say(
            "{first}–{last} of {all}",
            first=say.number(first),
            last=say.number(last),
            all=say.number(count),
        )
        st.markdown(md(text), width="content")
        st.button(
            "",
            icon=":material/chevron_right:",
            key="page-after",
            help=say("Later"),
            disabled=last >= count,
            on_click=_turn,
            args=(1,),
        )


def _turn(step: int) -> None:
    search, number = session.value_of(PAGE)
    session.remember(PAGE, (search, max(number + step, 0)))


def _reassign(fair: str, owners: dict[str, int], say: Say) -> None:
    """An account owner who left: all exhibitors to somebody else, in one go."""
    with st.popover(say("An account owner left"), icon=":material/swap_horiz:", key="reassign"):
        owner = st.selectbox(
            say("Exhibitors of"),
            list(owners),
            format_func=lambda name: f"{name} ({say.number(owners[name])})",
            key="reassign-from",
        )
        to = st.selectbox(
            say("go to"),
            [name for name in owners if name != owner],
            index=None,
            accept_new_options=True,
            key="reassign-to",
        )
        st.button(
            say("Hand them over"),
            key="reassign-now",
            type="primary",
            disabled=not to,
            on_click=register_acts.request,
            args=(partial(_hand_over, fair, owner, to or ""),),
        )


def _hand_over(fair: str, owner: str, to: str, store: Store, who: Person) -> Outcome:
    act, count = writing.reassign(store, who, fair, owner, to)
    return Outcome(
        phrase("Handed over from {owner} to {to}: {count}."),
        {"owner": owner, "to": to, "count": count},
        register_acts.undo_edit(act) if act else None,
    )

"""The grade of an exhibitor: what the rule says and why, what was given by hand, and the rule."""

from __future__ import annotations

from functools import partial
from typing import Any

import streamlit as st

from analytics.people import Person
from analytics.registers import grades, writing
from analytics.registers.exhibitor_card import Card
from analytics.registers.fields import GRADES, LONGEST_FIELD
from analytics.registers.grades import Grade, GradeRule
from analytics.store import Reader, Store
from analytics.wording import Say, phrase
from ui.frame import session
from ui.frame.safe_labels import md
from ui.people import gate
from ui.registers import register_acts
from ui.registers.register_acts import Outcome

BY_RULE = "rule"


def rule_text(rule: GradeRule, say: Say) -> str:
    """The rule in a sentence each grade."""
    return say(
        "VIP: at {least} editions or more, and a fee (area of the stand where fees are not on"
        " file) among the top {top} at the last one. Potential: there for the first or second"
        " time, or a fee {growth} above the time before. Normal: all others.",
        least=rule.least,
        top=say.percent(rule.top, 0),
        growth=say.percent(rule.growth, 0),
    )


def draw(card: Card, grade: Grade, rule: GradeRule, fair: str, reader: Reader, say: Say) -> None:
    """The grade that holds, how it came about, and the way to give another."""
    by_rule = say(GRADES[grade.by_rule])
    text = (
        say("By hand: {grade}. The rule would say: {rule}.", grade=_name(grade, say), rule=by_rule)
        if grade.by_hand
        else say("By the rule: {rule}.", rule=by_rule)
    )
    st.markdown(f"**{md(text)}**")
    st.caption(md(rule_text(rule, say)))
    _before(grades.grades_before(reader, fair, card.exhibitor_id, rule), say)
    _given(grades.grades_given(reader, fair, card.exhibitor_id), say)
    if gate.person().may("admin"):
        _give(card, grade, fair, say)
        _set_rule(rule, fair, say)
    else:
        st.caption(f":material/lock: {md(say('Administrators give grades.'))}")


def _name(grade: Grade, say: Say) -> str:
    return say(GRADES[grade.grade])


def _before(rows: list[dict[str, Any]], say: Say) -> None:
    if not rows:
        return
    st.dataframe(
        [
            {
                "edition": say.name(row["name_zh"], row["name_en"]),
                "grade": say(GRADES[row["grade"]]),
                "times": row["times"],
                "size": row["size"],
                "last_size": row["last_size"],
                "cut": row["cut"],
            }
            for row in rows
        ],
        hide_index=True,
        width="stretch",
        key="grades-by-rule",
        column_config={
            "edition": say("Edition"),
            "grade": say("By the rule"),
            "times": say("Editions attended"),
            "size": st.column_config.NumberColumn(say("Fee or area"), format="localized"),
            "last_size": st.column_config.NumberColumn(say("The time before"), format="localized"),
            "cut": st.column_config.NumberColumn(say("Top share from"), format="localized"),
        },
    )


def _given(rows: list[dict[str, Any]], say: Say) -> None:
    for row in rows:
        name = say(GRADES[row["grade"]]) if row["grade"] else say("the rule decides again")
        parts = [row["made_at"].strftime("%Y-%m-%d %H:%M"), row["actor"], name, row["reason"]]
        if row["undone_at"]:
            parts.append(say("taken back by {who}", who=row["undone_by"] or "–"))
        st.markdown(f"- {md(' · '.join(part for part in parts if part))}")


def _give(card: Card, grade: Grade, fair: str, say: Say) -> None:
    number = register_acts.round_number()
    names = {key: say(name) for key, name in GRADES.items()} | {BY_RULE: say("As the rule says")}
    opened = st.expander(say("Give a grade by hand"), icon=":material/star:")
    with opened, st.form(f"grade-{number}", border=False):
        st.selectbox(
            say("Grade"),
            list(names),
            index=list(names).index(grade.by_hand or BY_RULE),
            format_func=names.__getitem__,
            key=f"grade-of-{number}",
        )
        st.text_input(say("Reason"), key=f"reason-of-{number}", max_chars=LONGEST_FIELD)
        st.form_submit_button(
            say("Save this grade"),
            key="save-grade",
            type="primary",
            on_click=_save,
            args=(fair, card.exhibitor_id, number),
        )


def _save(fair: str, exhibitor: str, number: int) -> None:
    grade = session.value_of(f"grade-of-{number}")
    values = {
        "grade": None if grade == BY_RULE else grade,
        "reason": str(session.value_of(f"reason-of-{number}") or ""),
    }
    register_acts.request(register_acts.add_to_log("grades", fair, exhibitor, values))


def _set_rule(rule: GradeRule, fair: str, say: Say) -> None:
    opened = st.expander(say("Change the rule for this fair"), icon=":material/tune:")
    with opened, st.form("grade-rule", border=False), st.grid(3, min_column_width=220):
        st.number_input(
            say("VIP: top share (%)"), 1, 100, round(rule.top * 100), key="rule-top", step=5
        )
        st.number_input(say("VIP: editions at least"), 1, 50, rule.least, key="rule-least")
        st.number_input(
            say("Potential: rise of the fee (%)"), 0, 1000, round(rule.growth * 100), key="rule-up"
        )
        st.form_submit_button(
            say("Keep this rule"), key="save-rule", on_click=_save_rule, args=(fair,)
        )


def _save_rule(fair: str) -> None:
    top, least, growth = (session.value_of(f"rule-{name}") for name in ("top", "least", "up"))
    rule = GradeRule(top / 100, int(least), growth / 100)
    register_acts.request(partial(_keep_rule, fair, rule))


def _keep_rule(fair: str, rule: GradeRule, store: Store, who: Person) -> Outcome:
    writing.set_rule(store, who, fair, rule)
    return Outcome(phrase("The rule holds from now on, for everybody and for all exhibitors."))

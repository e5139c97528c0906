"""What was done to an exhibitor, by whom, with the way back in each row; and what it said."""

from __future__ import annotations

from typing import Any

import streamlit as st

from analytics import clock
from analytics.registers.exhibitor_card import Card, Row
from analytics.registers.fields import GRADES, KINDS, LABELS, LONGEST_FIELD, LONGEST_TEXT
from analytics.store.hand_log import Log
from analytics.wording import Say, phrase
from ui.frame import session
from ui.frame.safe_labels import md
from ui.people import gate
from ui.registers import register_acts
from ui.registers.register_acts import Act

UNDO = "registers-undo"
DONE = {
    "edit": phrase("Edited"),
    "entry": phrase("Entered by hand"),
    "contact": phrase("Contact written down"),
    "grade": phrase("Grade given"),
    "note": phrase("Feedback written down"),
    "erasure": phrase("A person erased"),
    "file": phrase("Named in a file"),
}
LOGS: dict[str, Log] = {"contact": "contacts", "grade": "grades", "note": "notes"}


def draw(history: list[Row], say: Say) -> None:
    """The table, the newest first."""
    backs = [_back(row) for row in history]
    may = gate.person().may("importer")
    rows = [
        _row(row, say) | ({"undo": f":material/undo: {say('Undo')}" if back else ""} if may else {})
        for row, back in zip(history, backs, strict=True)
    ]
    config = st.column_config
    st.dataframe(
        rows,
        hide_index=True,
        width="stretch",
        key="registers-history",
        column_order=(*(("undo",) if may else ()), "at", "who", "what", "before", "after", "state"),
        column_config={
            "undo": config.ButtonColumn(
                "", type="tertiary", width=90, on_click=_undo, args=(backs,), key=UNDO
            ),
            "at": config.DatetimeColumn(say("When"), format="YYYY-MM-DD HH:mm"),
            "who": config.TextColumn(say("By")),
            "what": config.TextColumn(say("What")),
            "before": config.TextColumn(say("Before")),
            "after": config.TextColumn(say("Then")),
            "state": config.TextColumn(say("Taken back by")),
        },
    )
    if may:
        st.caption(md(say("Whatever is undone stays in this list; figures follow at once.")))


def _row(row: Row, say: Say) -> dict[str, Any]:
    label = say(DONE[row["what"]])
    field = say(LABELS[row["field"]]) if row["what"] == "edit" else ""
    undone = row["undone_at"]
    return {
        "at": row["made_at"],
        "who": row["actor"],
        "what": f"{label}: {field}" if field else label,
        "before": _value(row, row["before"], say),
        "after": _value(row, row["after"], say),
        "state": f"{row['undone_by'] or ''} {undone:%Y-%m-%d %H:%M}".strip() if undone else "",
    }


def _value(row: Row, value: str | None, say: Say) -> str:
    if row["what"] == "grade" and value is None:
        return ""
    names = {"grade": GRADES, "edit": KINDS if row["field"] == "kind" else {}}
    return say(names.get(row["what"], {}).get(value or "", value or ""))


def _back(row: Row) -> Act | None:
    """What takes a row back; None for what has its own place (files) or is gone for good."""
    if row["undone_at"] or not gate.person().may("importer"):
        return None
    if row["what"] == "edit":
        return register_acts.undo_edit(row["act"], row["number"])
    if row["what"] == "entry":
        return register_acts.undo_edit(row["act"])
    if row["what"] in LOGS and (row["what"] != "grade" or gate.person().may("admin")):
        return register_acts.undo_log(LOGS[row["what"]], row["number"])
    return None


def _undo(backs: list[Act | None]) -> None:
    """`backs` are those of the rows the reader saw: the table may have changed since."""
    clicked = session.value_of(UNDO)
    if clicked and clicked["row"] < len(backs) and (back := backs[clicked["row"]]):
        register_acts.request(back)


def draw_notes(card: Card, notes: list[Row], fair: str, say: Say) -> None:
    """What the exhibitor said, outside surveys and complaints."""
    if not notes:
        st.caption(md(say("No feedback is on file yet.")))
    for note in notes:
        day = note["heard_on"] or note["made_at"].date()
        head = " · ".join(filter(None, [f"{day}", note["topic"], note["actor"]]))
        st.markdown(f":gray[{md(head)}]  \n{md(note['body'])}")
    if gate.person().may("importer"):
        _note_form(card, fair, say)


def _note_form(card: Card, fair: str, say: Say) -> None:
    number = register_acts.round_number()
    opened = st.expander(say("Write down feedback"), icon=":material/rate_review:")
    with opened, st.form(f"note-{number}", border=False):
        st.date_input(
            say("Heard on"),
            value=clock.today(),
            max_value=clock.today(),
            key=f"heard-{number}",
            format="YYYY-MM-DD",
        )
        st.text_input(say("Topic"), key=f"topic-{number}", max_chars=LONGEST_FIELD)
        st.text_area(say("What was said"), key=f"body-{number}", max_chars=LONGEST_TEXT)
        st.form_submit_button(
            say("Save this feedback"),
            key="save-note",
            type="primary",
            on_click=_save_note,
            args=(fair, card.exhibitor_id, number),
        )


def _save_note(fair: str, exhibitor: str, number: int) -> None:
    values = {
        "heard_on": session.value_of(f"heard-{number}"),
        "topic": str(session.value_of(f"topic-{number}") or ""),
        "body": str(session.value_of(f"body-{number}") or ""),
    }
    register_acts.request(register_acts.add_to_log("notes", fair, exhibitor, values))

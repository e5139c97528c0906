"""Complaints: one line, one row, with how it stands by the words of its status."""

from __future__ import annotations

import pyarrow as pa

from analytics.intake.cells.complaint_words import state_of
from analytics.intake.convert.edition_of_row import edition_rows, ids_of, numbers_of
from analytics.intake.convert.exhibitor_keys import exhibitor_keys
from analytics.intake.convert.field_values import field_values
from analytics.intake.convert.register_rows import Tables, without_repeats
from analytics.intake.convert.value_columns import Rows
from analytics.intake.mapping.column_use import Mapping
from analytics.intake.mapping.known_fair import Known

FIELDS = (
    "complaint_no",
    "topic",
    "channel",
    "received_on",
    "resolved_on",
    "status",
    "outcome",
    "reopened_on",
    "was_reopened",
    "owner",
    "due_on",
    "description",
)


def complaints(rows: Rows, mapping: Mapping, known: Known) -> Tables:
    """Every line is kept; what cannot be (closed before it was opened, still open but with a day of
    closing) is remarked on.
    """
    without_repeats(rows, mapping)
    numbers = numbers_of(rows, mapping, known)
    keys, _, name = exhibitor_keys(rows, mapping, numbers)
    columns = {key: field_values(rows, mapping, key) for key in FIELDS}
    states = [state_of(text) for text in columns["status"].to_pylist()]
    columns["state"] = pa.array(states, pa.string())
    _remark_contradictions(rows, mapping, columns)
    head = {
        "edition_id": ids_of(numbers, mapping.fair_id),
        "exhibitor_key": keys,
        "exhibitor_name": name,
    }
    return {
        "complaint_rows": rows.only_kept(head | columns),
        "edition_rows": edition_rows(rows, numbers, mapping, known),
    }


def _remark_contradictions(rows: Rows, mapping: Mapping, columns: dict[str, pa.Array]) -> None:
    use = mapping.field_column("resolved_on")
    names = ("received_on", "resolved_on", "state")
    cells = zip(*(columns[name].to_pylist() for name in names), strict=True)
    for row, (received, resolved, state) in enumerate(cells):
        reason = ""
        if received and resolved and resolved < received:
            reason = "closed_before_opened"
        elif resolved and state == "open":
            reason = "open_with_closing_day"
        if reason and use and rows.stay[row]:
            rows.remarks.add(
                reason, line=int(rows.lines[row]), column=use.column, value=str(resolved)
            )

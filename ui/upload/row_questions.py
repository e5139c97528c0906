"""Columns that say which lines count: whose lines are to be left out."""

from __future__ import annotations

import streamlit as st

from analytics.intake.cells.text_keys import slug
from analytics.intake.load.draft import Draft
from analytics.intake.mapping.column_use import Mapping
from analytics.intake.mapping.qualifying_columns import ANYTHING, WHICH_ROWS, counted, with_rows
from analytics.intake.table.inspection import Inspection
from analytics.wording import Say
from ui.frame.safe_labels import md
from ui.upload.working_mapping import Change


def draw(draft: Draft, inspection: Inspection, mapping: Mapping, say: Say, change: Change) -> None:
    """A question for each such column: the values that leave lines out, with their counts."""
    for use in mapping.columns:
        column = inspection.column(use.column)
        of_rows = use.leaves_out + use.leaves_in
        if column is None or not of_rows or ANYTHING in of_rows:
            continue
        values = [value for value, _ in column.common if value in of_rows]
        key = f"rows-{draft.draft_id}-{slug(use.column)}"
        question = say(
            "Do all lines count? “{column}” says: {values}",
            column=use.column,
            values=counted(column),
        )
        st.caption(md(question))
        out = st.pills(
            say("Lines with these values are left out"),
            values,
            selection_mode="multi",
            default=[value for value in values if value in use.leaves_out],
            key=key,
        )
        is_open = use.doubt == WHICH_ROWS
        is_agreed = is_open and st.button(say("That is right"), key=f"agreed-{key}")
        if is_agreed or set(out) != set(use.leaves_out) & set(values):
            change(with_rows(use, out))

"""What is asked of amounts: what 1 stands for, and what the dot in 12.500 is."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from analytics.fairs import CURRENCIES
from analytics.intake.cells.text_keys import slug
from analytics.intake.load.draft import Draft
from analytics.intake.mapping.column_use import ColumnUse, Mapping
from analytics.intake.mapping.open_points import (
    dotted,
    needs_grouping,
    needs_unit,
    unsaid_beside,
)
from analytics.intake.table.file_kinds import Kind
from analytics.intake.table.inspection import Inspection
from analytics.wording import Say
from ui.frame.safe_labels import md
from ui.upload.working_mapping import Change

UNITS = (1.0, 1e3, 1e4, 1e6, 1e8)


def draw(
    draft: Draft, inspection: Inspection, mapping: Mapping, kind: Kind, say: Say, change: Change
) -> None:
    """The questions that are open of each column; nothing is chosen beforehand."""
    for use in mapping.columns:
        column = inspection.column(use.column)
        if column is not None and needs_unit(use, kind):
            _unit(draft, use, say, change)
        if column is not None and unsaid_beside(use, column, mapping, kind):
            _currency(draft, use, say, change)
        if column is not None and needs_grouping(use, column, kind):
            _grouping(draft, use, dotted(column), say, change)


def _unit(draft: Draft, use: ColumnUse, say: Say, change: Change) -> None:
    chosen = st.segmented_control(
        md(say("What does 1 stand for in “{column}”?", column=use.column)),
        list(UNITS),
        format_func=say.number,
        key=f"unit-{draft.draft_id}-{slug(use.column)}",
        help=say("Another number goes into the column “Times” of the table."),
    )
    if chosen:
        change(replace(use, unit=chosen))


def _currency(draft: Draft, use: ColumnUse, say: Say, change: Change) -> None:
    chosen = st.selectbox(
        md(say("What are the amounts in “{column}” in that say no currency?", column=use.column)),
        CURRENCIES,
        index=None,
        key=f"currency-{draft.draft_id}-{slug(use.column)}",
        width=260,
    )
    if chosen:
        change(replace(use, currency=chosen))


def _grouping(draft: Draft, use: ColumnUse, example: str, say: Say, change: Change) -> None:
    names = {".": say("The dot parts thousands"), ",": say("The dot comes before decimals")}
    chosen = st.segmented_control(
        md(say("Numbers in “{column}”, such as {value}", column=use.column, value=example)),
        list(names),
        format_func=names.__getitem__,
        key=f"grouping-{draft.draft_id}-{slug(use.column)}",
    )
    if chosen:
        change(replace(use, grouping=chosen))

"""The table in which a person says what each column means."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pandas as pd
import streamlit as st

from analytics.intake.cells.text_keys import slug
from analytics.intake.load.draft import Draft
from analytics.intake.mapping import mapping_table
from analytics.intake.mapping.column_use import Mapping
from analytics.intake.mapping.known_fair import Known
from analytics.intake.table.file_kinds import Kind, kind_of
from analytics.intake.table.inspection import Inspection
from analytics.wording import Say
from ui.frame import session
from ui.upload import working_mapping
from ui.upload.working_mapping import Work

NAMES_PX = 170  # half of a phone
LINE_PX, CHINESE_PX, LATIN_PX, MOST_LINES = 18, 14, 8, 5
MEANS_PX, EXAMPLE_PX, REVERSED_PX = 150, 120, 96


def draw(work: Work) -> None:
    """The table. An edit is kept and the page runs again, so that what stands above it is true."""
    draft, inspection, say = work.draft, work.inspection, work.say
    _begin_from_edited(draft)
    base = working_mapping.base(draft)
    kind = kind_of(work.mapping.kind)
    rows = pd.DataFrame(
        [mapping_table.row_of(base.use(column.name), column, say) for column in inspection.columns]
    )
    changed = st.data_editor(
        rows[list(mapping_table.cells_of(kind))],
        key=_table_key(draft),
        hide_index=True,
        num_rows="fixed",
        width="stretch",
        disabled=["column", "example"],
        column_config=_config(kind, work.mapping, work.known, say),
        placeholder="",
        column_order=_order(kind),
        row_height=_row_height(inspection),
    )
    pairs = zip(changed.to_dict("records"), inspection.columns, strict=True)
    uses = tuple(
        mapping_table.edited(dict(row), base.use(column.name), column, say, inspection.titles)
        for row, column in pairs
    )
    now = replace(work.mapping, columns=uses)
    _below(draft, now, kind, say)
    if now.columns != work.mapping.columns:
        _keep_edit(draft, work.mapping, now)


def _row_height(inspection: Inspection) -> int:
    """Room for the longest header, which wraps."""
    longest = max((_width(column.name) for column in inspection.columns), default=0)
    lines = min(-(-longest // NAMES_PX), MOST_LINES)
    return LINE_PX * max(lines, 1) + LINE_PX


def _width(text: str) -> int:
    """About how wide a text is: a sign of Chinese takes two places."""
    return sum(CHINESE_PX if letter > "\u2e7f" else LATIN_PX for letter in text)


def _table_key(draft: Draft) -> str:
    return f"table-{draft.draft_id}-{working_mapping.turn(draft)}"


def _begin_from_edited(draft: Draft) -> None:
    """A table that left the page, or spoke another language, has forgotten what was edited."""
    edited = working_mapping.edited(draft)
    has_left = session.value_of(_table_key(draft)) is None
    if edited is not None and (has_left or session.value_of(session.RESPOKEN)):
        working_mapping.start(draft, edited)


def _order(kind: Kind) -> list[str]:
    """What a column means stands next to its name, so that a phone shows both."""
    first = ("column", "meaning")
    return [*first, *(cell for cell in mapping_table.cells_of(kind) if cell not in first)]


def _keep_edit(draft: Draft, before: Mapping, now: Mapping) -> None:
    """A column that means something else now has the table begin anew, to show what follows."""
    working_mapping.remember_edited(draft, now)
    if _meanings(now) != _meanings(before):
        working_mapping.start(draft, now)
    st.rerun()


def _meanings(mapping: Mapping) -> list[str]:
    return [mapping_table.meaning_of(use) for use in mapping.columns]


def _config(kind: Kind, mapping: Mapping, known: Known, say: Say) -> dict[str, Any]:
    config = st.column_config
    means, places = mapping_table.meanings(kind, say), mapping_table.dimensions(mapping, known, say)
    no_answer, between = (
        say("Codes that mean “no answer”, such as 0 or 99."),
        say("What stands between several answers."),
    )
    times = say("Amounts are multiplied by this: 10000 where they are in 万.")
    return {
        "column": config.TextColumn(say("Column"), width=NAMES_PX, pinned=True),
        "example": config.TextColumn(say("For example"), width=EXAMPLE_PX),
        "meaning": config.SelectboxColumn(
            say("Means"),
            options=list(means),
            format_func=lambda key: means[str(key)],
            required=True,
            width=MEANS_PX,
        ),
        "dimension": config.SelectboxColumn(
            say("Dimension"), options=list(places), format_func=lambda key: places[str(key)]
        ),
        "name": config.TextColumn(say("Name"), width="medium", max_chars=200),
        "low": config.NumberColumn(say("From"), width="small", format="%g"),
        "high": config.NumberColumn(say("To"), width="small", format="%g"),
        "reversed": config.CheckboxColumn(say("1 is best"), width=REVERSED_PX),
        "missing": config.TextColumn(say("No answer"), width="small", help=no_answer),
        "separator": config.TextColumn(say("Separator"), width="small", help=between),
        "unit": config.NumberColumn(say("Times"), format="%g", help=times),
    }


def _below(draft: Draft, mapping: Mapping, kind: Kind, say: Say) -> None:
    """A new dimension, and the mapping as a file."""
    with st.container(horizontal=True):
        if kind.audience:
            _new_dimension(draft, mapping, say)
        st.download_button(
            say("Save these settings as a file"),
            mapping.dumps().encode(),
            file_name=f"{slug(draft.file_name)}.mapping.json",
            mime="application/json",
            on_click="ignore",
            key=f"save-mapping-{draft.draft_id}",
            type="tertiary",
            icon=":material/save:",
            help=say("For a colleague, or for the command line."),
        )


def _new_dimension(draft: Draft, mapping: Mapping, say: Say) -> None:
    with (
        st.popover(
            say("New dimension"),
            icon=":material/add:",
            type="tertiary",
            key=f"new-dimension-{draft.draft_id}",
        ),
        st.form(f"dimension-{draft.draft_id}", border=False, clear_on_submit=True),
    ):
        zh = st.text_input(say("Name in Chinese"), max_chars=60).strip()
        en = st.text_input(say("Name in English"), max_chars=60).strip()
        if st.form_submit_button(say("Make it")) and (zh or en):
            key = slug(en or zh)
            others = tuple(dimension for dimension in mapping.dimensions if dimension[0] != key)
            working_mapping.start(draft, replace(mapping, dimensions=(*others, (key, zh, en))))
            st.rerun()

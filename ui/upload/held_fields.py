"""Which holds where a list of exhibitors says otherwise than somebody wrote by hand: asked, field
by field, before the file is loaded.
"""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from analytics.intake.load.draft import Draft
from analytics.intake.load.held_by_hand import HeldByHand
from analytics.intake.mapping.column_use import Mapping
from analytics.intake.table.file_kinds import kind_of
from analytics.wording import Say, phrase
from ui.frame.safe_labels import md
from ui.upload import working_mapping

HOLDS = {
    "hand": phrase("What was written by hand stays"),
    "file": phrase("What the file says"),
}


def ask(fault: HeldByHand, draft: Draft, mapping: Mapping, say: Say) -> None:
    """One question a field; what was written by hand stays unless somebody says otherwise."""
    with st.container(border=True, key=f"held-{draft.draft_id}"):
        chosen = {field: _choice(field, fault, draft, mapping, say) for field in fault.counts}
        st.dataframe(
            [
                {
                    "company": row["name"],
                    "field": _label(row["field"], mapping, say),
                    "hand": row["by_hand"],
                    "file": row["by_file"],
                    "who": f"{row['actor']} {row['at']}",
                }
                for row in fault.examples
            ],
            hide_index=True,
            width="stretch",
            key=f"held-table-{draft.draft_id}",
            column_config={
                "company": say("Company"),
                "field": say("Column"),
                "hand": say("Written by hand"),
                "file": say("In the file"),
                "who": say("By"),
            },
        )
        if st.button(
            say("Go on like this"),
            key=f"held-go-on-{draft.draft_id}",
            type="primary",
            icon=":material/check:",
        ):
            holds = tuple(f"{field}:{holder}" for field, holder in chosen.items())
            working_mapping.start(draft, replace(mapping, holds=(*mapping.holds, *holds)))
            st.rerun()


def _choice(field: str, fault: HeldByHand, draft: Draft, mapping: Mapping, say: Say) -> str:
    label = say(
        "{field}: what holds for {count} exhibitors?",
        field=_label(field, mapping, say),
        count=say.number(fault.counts[field]),
    )
    holder: str = st.radio(
        md(label),
        list(HOLDS),
        format_func=lambda holder: say(HOLDS[holder]),
        key=f"held-{field}-{draft.draft_id}",
        horizontal=True,
    )
    return holder


def _label(field: str, mapping: Mapping, say: Say) -> str:
    member = kind_of(mapping.kind).field(field)
    return say(member.label) if member else field

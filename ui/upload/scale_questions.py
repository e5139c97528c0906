"""Ratings whose scale the file leaves open, or of which it is open whether they are ratings."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from analytics.intake.cells.rating import Scale
from analytics.intake.cells.text_keys import slug
from analytics.intake.load.draft import Draft
from analytics.intake.mapping import mapping_table
from analytics.intake.mapping.column_use import Mapping
from analytics.intake.mapping.rating_scale import WHICH_SCALE, rivals
from analytics.intake.mapping.standard_questionnaire import measure_of
from analytics.intake.table.inspection import Inspection
from analytics.wording import Say
from ui.frame.safe_labels import md
from ui.upload.working_mapping import Change


def draw(draft: Draft, inspection: Inspection, mapping: Mapping, say: Say, change: Change) -> None:
    """A question for each such column; nothing is chosen beforehand."""
    _scales(draft, inspection, mapping, say, change)
    _unread(draft, inspection, mapping, say, change)


def _scales(
    draft: Draft, inspection: Inspection, mapping: Mapping, say: Say, change: Change
) -> None:
    """Ratings whose scale their numbers leave open."""
    for use in mapping.columns:
        column = inspection.column(use.column)
        if column is None or use.doubt != WHICH_SCALE or use.scale is None:
            continue
        codes_by_scale = rivals(column, use.scale)
        names = {scale: _scale_name(scale, codes, say) for scale, codes in codes_by_scale.items()}
        chosen = st.segmented_control(
            md(say("On which scale was “{column}” asked?", column=use.column)),
            list(names),
            default=None,
            format_func=names.__getitem__,
            key=f"scale-{draft.draft_id}-{slug(use.column)}",
        )
        if chosen:
            change(replace(use, scale=chosen, missing=codes_by_scale[chosen], doubt=""))


def _unread(
    draft: Draft, inspection: Inspection, mapping: Mapping, say: Say, change: Change
) -> None:
    """Columns named as ratings whose answers are none: left as suggested, or taken as ratings."""
    names = {
        "item": say("Rating"),
        "profile": say("Answer to filter by"),
        "ignore": say("– leave out –"),
    }
    for use in mapping.columns:
        column = inspection.column(use.column)
        if column is None or use.doubt != "rating_unread":
            continue
        chosen = st.segmented_control(
            md(say("What does “{column}” mean?", column=use.column)),
            list(names),
            default=None,
            format_func=names.__getitem__,
            key=f"unread-{draft.draft_id}-{slug(use.column)}",
        )
        if chosen:
            measure = measure_of(use.column) if chosen == "item" else ""
            change(mapping_table.anew(f"measure:{measure}" if measure else chosen, column))


def _scale_name(scale: Scale, codes: tuple[str, ...], say: Say) -> str:
    ends = {"low": f"{scale[0]:g}", "high": f"{scale[1]:g}"}
    if not codes:
        return say("{low} to {high}", **ends)
    return say("{low} to {high}; {codes} means no answer", **ends, codes=", ".join(codes))

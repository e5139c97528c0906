"""Ratings whose scale the file leaves open, or of which it is open whether they are ratings."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import replace
from typing import Any

import streamlit as st

from analytics.intake.cells.rating import Scale
from analytics.intake.cells.text_keys import slug
from analytics.intake.load.draft import Draft
from analytics.intake.mapping import mapping_table
from analytics.intake.mapping.column_use import RATING_OR_NOT, WHICH_YES, ColumnUse, Mapping
from analytics.intake.mapping.grouped_points import BY_SCALE, question_of_scale
from analytics.intake.mapping.rating_scale import rivals
from analytics.intake.mapping.standard_questionnaire import measure_of
from analytics.intake.mapping.yes_no_numbers import with_yes
from analytics.intake.table.inspection import Inspection
from analytics.wording import Say
from ui.frame.safe_labels import md
from ui.upload.working_mapping import Change


def draw(draft: Draft, inspection: Inspection, mapping: Mapping, say: Say, change: Change) -> None:
    """One question for each group of such columns; nothing is chosen beforehand."""
    _scales(draft, inspection, mapping, say, change)
    _which_yes(draft, mapping, say, change)
    _unread(draft, inspection, mapping, say, change)


def _scales(
    draft: Draft, inspection: Inspection, mapping: Mapping, say: Say, change: Change
) -> None:
    """Ratings whose scale their numbers leave open, or that it has changed."""
    groups: dict[Hashable, list[ColumnUse]] = {}
    for use in mapping.columns:
        if use.doubt in BY_SCALE and use.scale and inspection.column(use.column):
            groups.setdefault((use.doubt, question_of_scale(use)), []).append(use)
    for group in groups.values():
        codes_of = [_codes_by_scale(use, inspection) for use in group]
        shared = [scale for scale in codes_of[0] if all(scale in codes for codes in codes_of)]
        names = {scale: _scale_name(scale, _all_codes(codes_of, scale), say) for scale in shared}
        question = say("On which scale was {columns} asked?", columns=_quoted(group))
        if chosen := _choice(question, names, f"scale-{draft.draft_id}-{slug(group[0].column)}"):
            change(
                *(
                    replace(use, scale=chosen, missing=codes[chosen], doubt="")
                    for use, codes in zip(group, codes_of, strict=True)
                )
            )


def _codes_by_scale(use: ColumnUse, inspection: Inspection) -> dict[Scale, tuple[str, ...]]:
    column = inspection.column(use.column)
    return rivals(column, use.scale) if column and use.scale else {}


def _all_codes(codes_of: list[dict[Scale, tuple[str, ...]]], scale: Scale) -> tuple[str, ...]:
    return tuple(dict.fromkeys(code for codes in codes_of for code in codes[scale]))


def _which_yes(draft: Draft, mapping: Mapping, say: Say, change: Change) -> None:
    """Questions answered by 1 and 2."""
    names = {1: say("1 means yes"), 2: say("2 means yes")}
    group = [use for use in mapping.columns if use.doubt == WHICH_YES]
    if group:
        question = say("Which number means yes in {columns}?", columns=_quoted(group))
        if chosen := _choice(question, names, f"yes-{draft.draft_id}"):
            change(*(with_yes(use, chosen) for use in group))


def _unread(
    draft: Draft, inspection: Inspection, mapping: Mapping, say: Say, change: Change
) -> None:
    """Columns that may be ratings: read as ratings, as answers, or left out."""
    names = {
        "item": say("Rating"),
        "profile": say("Answer to filter by"),
        "ignore": say("– leave out –"),
    }
    for doubt in ("rating_unread", RATING_OR_NOT):
        group = [use for use in mapping.columns if use.doubt == doubt]
        if not group:
            continue
        question = say("What does {columns} mean?", columns=_quoted(group))
        if chosen := _choice(question, names, f"unread-{draft.draft_id}-{slug(group[0].column)}"):
            change(*(_meaning(use, chosen, inspection) for use in group))


def _meaning(use: ColumnUse, chosen: str, inspection: Inspection) -> ColumnUse:
    column = inspection.column(use.column)
    measure = measure_of(use.column) if chosen == "item" else ""
    if column is None:
        return replace(use, doubt="")
    if use.doubt == RATING_OR_NOT and chosen == "item":
        return replace(use, doubt="")
    return mapping_table.anew(f"measure:{measure}" if measure else chosen, column)


def _quoted(group: Sequence[ColumnUse]) -> str:
    return ", ".join(f"“{use.column}”" for use in group)


def _choice(question: str, names: dict[Any, str], key: str) -> Any:
    return st.segmented_control(
        md(question),
        list(names),
        default=None,
        format_func=names.__getitem__,
        key=key,
    )


def _scale_name(scale: Scale, codes: tuple[str, ...], say: Say) -> str:
    ends = {"low": f"{scale[0]:g}", "high": f"{scale[1]:g}"}
    if not codes:
        return say("{low} to {high}", **ends)
    return say("{low} to {high}; {codes} means no answer", **ends, codes=", ".join(codes))

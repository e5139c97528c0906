"""The columns of a file in groups, so that a file of thirty is looked at in six places."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from analytics.intake.load.point_sentences import reason_text
from analytics.intake.mapping import mapping_table
from analytics.intake.mapping.column_groups import ColumnGroup, column_groups, why_left_out
from analytics.intake.mapping.column_use import ColumnUse, Mapping
from analytics.intake.mapping.question_columns import plain_label
from analytics.intake.table.file_kinds import kind_of
from analytics.wording import Say, phrase
from ui.frame.safe_labels import md
from ui.upload.working_mapping import Work

EXAMPLES, AT_ONCE = 3, 8
NARROWEST = 380
UNDER_TITLE = {
    "item": phrase("{count} ratings found under one title, like this: {examples}"),
    "importance": phrase("{count} questions of importance under one title, like this: {examples}"),
    "expectation": phrase("{count} expectations under one title, like this: {examples}"),
}
TITLES = {
    "item": phrase("Ratings ({count})"),
    "importance": phrase("Importance ({count})"),
    "expectation": phrase("Expectations ({count})"),
    "measure": phrase("Overall questions ({count})"),
    "profile": phrase("Other questions, to filter by ({count})"),
    "field": phrase("About the answer and the company ({count})"),
    "ignore": phrase("Not kept ({count})"),
}
WHY = {
    "contact": phrase("E-mail addresses and telephone numbers are never kept."),
    "tool": phrase("The survey tool's own column."),
    "empty": phrase("No cell is filled."),
    "numbers": phrase("Numbers that nothing here asks for."),
    "text": phrase("Texts, numbers or names: nearly every line says something else."),
    "unclear": phrase("Nothing here takes it in."),
}
OTHERWISE = {
    "item": phrase("Rating"),
    "profile": phrase("Answer to filter by"),
    "ignore": phrase("– leave out –"),
}


def draw(work: Work) -> None:
    """Each group with what it is taken for, every header in full."""
    with st.grid(2, min_column_width=NARROWEST):
        for place, group in enumerate(column_groups(work.mapping, work.inspection)):
            key = f"group-{place}-{work.draft.draft_id}"
            with st.container(border=True, height="stretch", key=key):
                _head(group, work.say)
                _list(group, work)
                if kind_of(work.mapping.kind).audience and group.sort in OTHERWISE:
                    _otherwise(group, place, work)


def _head(group: ColumnGroup, say: Say) -> None:
    count = len(group.uses)
    if group.title:
        examples = say.listed([_short(use, say) for use in group.uses[:EXAMPLES]])
        text = say(UNDER_TITLE[group.sort], count=count, examples=examples)
        st.markdown(f"**{md(text)}**  \n:gray[{md(group.title)}]")
    else:
        st.markdown(f"**{md(say(TITLES[group.sort], count=count))}**")


def _short(use: ColumnUse, say: Say) -> str:
    return say.name(use.name_zh, use.name_en) or plain_label(use.column)


def _list(group: ColumnGroup, work: Work) -> None:
    """Every column of the group; behind one press where they are many."""
    lines = "\n".join(
        f"- {md(use.column)} :gray[{md(_meaning(group, use, work))}]" for use in group.uses
    )
    if len(group.uses) <= AT_ONCE and not group.title:
        st.markdown(lines)
        return
    with st.expander(work.say("All {count} columns", count=len(group.uses))):
        st.markdown(lines)


def _meaning(group: ColumnGroup, use: ColumnUse, work: Work) -> str:
    """What becomes of a column, in a few words."""
    say, column = work.say, work.inspection.column(use.column)
    if group.sort == "ignore":
        why = why_left_out(use, column) if column else "unclear"
        return say(WHY[why]) if why in WHY else reason_text(why, {}, say)
    if group.sort in ("field", "measure"):
        names = mapping_table.meanings(kind_of(work.mapping.kind), say)
        return f"→ {names.get(mapping_table.meaning_of(use), use.key)}"
    if group.sort == "profile":
        return " · ".join(value for value, _ in column.common[:EXAMPLES]) if column else ""
    places = mapping_table.dimensions(work.mapping, work.known, say)
    scale = f"{use.scale[0]:g}–{use.scale[1]:g}" if use.scale else ""
    return " · ".join(part for part in (places.get(use.dimension, ""), scale) if part)


def _otherwise(group: ColumnGroup, place: int, work: Work) -> None:
    """The whole group, or some of it, taken as something else."""
    say = work.say
    names = {key: say(text) for key, text in OTHERWISE.items() if key != group.sort}
    columns = [use.column for use in group.uses]
    with (
        st.popover(say("These are something else"), type="tertiary", key=work.key(f"else-{place}")),
        st.form(work.key(f"else-form-{place}"), border=False),
    ):
        picked = st.multiselect(
            say("Which columns"),
            columns,
            default=columns if group.sort != "ignore" else [],
            key=work.key(f"else-columns-{place}"),
            placeholder=say("Choose columns"),
        )
        meaning = st.segmented_control(
            say("Take them as"),
            list(names),
            format_func=names.__getitem__,
            key=work.key(f"else-as-{place}"),
        )
        if st.form_submit_button(say("Take them so")) and picked and meaning:
            work.begin_anew(_taken_as(picked, str(meaning), work))


def _taken_as(columns: Sequence[str], meaning: str, work: Work) -> Mapping:
    mapping = work.mapping
    for name in columns:
        if column := work.inspection.column(name):
            mapping = mapping.with_use(mapping_table.anew(meaning, column, work.inspection.titles))
    return mapping

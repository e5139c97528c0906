"""One file before it is loaded: what it is taken for, what is open, what would be left out."""

from __future__ import annotations

from dataclasses import dataclass, replace

import streamlit as st

from analytics.errors import Fault
from analytics.intake.file.mojibake import is_mending
from analytics.intake.load.draft import Draft
from analytics.intake.load.held_by_hand import HeldByHand
from analytics.intake.load.import_changes import Changes
from analytics.intake.load.refusal_sentences import refusal_text
from analytics.intake.load.same_answers import SameAnswers
from analytics.intake.load.take_in import TrialImport, check
from analytics.intake.mapping.column_use import Mapping
from analytics.intake.mapping.fair_and_edition import needs_edition, with_edition
from analytics.intake.mapping.known_fair import Known
from analytics.intake.mapping.open_points import open_points
from analytics.intake.mapping.suggest import suggest
from analytics.intake.table.file_kinds import KIND_KEYS, kind_of
from analytics.intake.table.inspection import Inspection
from analytics.wording import Say, phrase
from ui.frame import session
from ui.frame.safe_labels import md
from ui.people import gate
from ui.server import answer_cache
from ui.upload import (
    column_groups,
    column_table,
    dimension_questions,
    file_findings,
    file_points,
    held_fields,
    open_questions,
    renamed_questions,
    working_mapping,
)
from ui.upload.working_mapping import Work

CHECKED_AT_ONCE = 20_000
CONTAINERS = {"text": phrase("text file"), "workbook": phrase("workbook")}


@dataclass(frozen=True)
class Ready:
    """A file with nothing open; `changes` where it corrects an import."""

    draft: Draft
    mapping: Mapping
    changes: Changes | None


def card(draft: Draft, known: Known, say: Say) -> Ready | None:
    """One file's card. Returns the file once nothing is open and its check has been seen."""
    inspection = draft.inspection
    if inspection is None:
        return None
    with st.container(border=True, key=f"file-{draft.draft_id}"):
        _head(draft, inspection, say)
        mapping = _with_choices(draft, inspection, known, say)
        points = open_points(mapping, inspection, known)
        blocking = [point for point in points if point.is_blocking and point.reason != "needs_fair"]
        work = Work(draft, inspection, mapping, known, say)
        file_points.to_settle(blocking, say)
        open_questions.draw(work)
        file_points.accept_guesses(draft, mapping, blocking, say)
        is_ready = not blocking and bool(mapping.fair_id)
        checked = _checked(draft, inspection, mapping, say) if is_ready else None
        renamed_questions.draw(work)
        dimension_questions.draw(work)
        column_groups.draw(work)
        _table(work, is_needed=any(point.reason in file_points.IN_THE_TABLE for point in blocking))
        file_points.to_look_at(points, say)
        _preview(draft, inspection, say)
    draft.keep_mapping(mapping)
    return Ready(draft, mapping, checked.changes) if checked else None


def _table(work: Work, *, is_needed: bool) -> None:
    """The columns one by one; open where only this settles something."""
    with st.expander(
        work.say("Every column in a table"),
        key=f"columns-open-{work.draft.draft_id}",
        on_change="rerun",
        expanded=is_needed,
    ) as columns:
        if columns.open:
            column_table.draw(work)


def _head(draft: Draft, inspection: Inspection, say: Say) -> None:
    facts = md(" · ".join(_facts(inspection, say)))
    with st.container(
        horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"
    ):
        st.markdown(f"**{md(draft.file_name)}**  \n:gray[{facts}]", width="content")
        if st.button(
            "",
            icon=":material/close:",
            key=f"drop-{draft.draft_id}",
            type="tertiary",
            help=say("Drop this file"),
        ):
            draft.drop()
            st.rerun()
    if inspection.hidden_sheets:
        names = ", ".join(inspection.hidden_sheets)
        st.caption(md(say("Hidden sheets are not read: {names}", names=names)))


def _facts(inspection: Inspection, say: Say) -> list[str]:
    """How large the file is, and how it was read."""
    facts = [
        say("{lines} lines", lines=say.number(inspection.lines_read)),
        say("{columns} columns", columns=len(inspection.columns)),
        say(CONTAINERS[inspection.container]),
    ]
    if inspection.sheet:
        facts.append(say("sheet “{name}”", name=inspection.sheet))
    if is_mending(inspection.encoding):
        facts.append(say("garbled text mended"))
    elif inspection.encoding:
        facts.append(inspection.encoding.upper())
    return facts


def _with_choices(draft: Draft, inspection: Inspection, known: Known, say: Say) -> Mapping:
    """The mapping as last edited, with kind, sheet, header line and edition as chosen here."""
    mapping = working_mapping.current(draft, inspection, known)
    with st.container(
        horizontal=True, vertical_alignment="bottom", key=f"choices-{draft.draft_id}"
    ):
        chosen = st.selectbox(
            say("This is"),
            KIND_KEYS,
            index=KIND_KEYS.index(mapping.kind),
            key=f"kind-{draft.draft_id}",
            width=260,
            format_func=lambda key: say(kind_of(key).label),
        )
        if chosen != mapping.kind:
            working_mapping.start(draft, suggest(inspection, known, chosen))
            st.rerun()
        mapping = _edition(draft, mapping, known, say)
        _sheet(draft, inspection, say)
        _header_line(draft, inspection, say)
    return mapping


def _sheet(draft: Draft, inspection: Inspection, say: Say) -> None:
    """Read another sheet where a person chooses one."""
    if len(inspection.sheets) < 2:
        return
    place = inspection.sheets.index(inspection.sheet)
    chosen = st.selectbox(
        say("Sheet"), inspection.sheets, index=place, key=f"sheet-{draft.draft_id}", width=220
    )
    if chosen != inspection.sheet:
        _read_again(draft, sheet=chosen, encoding=inspection.encoding)


def _header_line(draft: Draft, inspection: Inspection, say: Say) -> None:
    now = inspection.header_line if inspection.header_lines else 0
    line = st.number_input(
        say("Header on line"),
        min_value=0,
        value=now,
        key=f"header-{draft.draft_id}-{inspection.sheet}",
        help=say("0 where there is no header."),
        width=150,
    )
    if line != now:
        _read_again(
            draft, header_line=int(line) or -1, sheet=inspection.sheet, encoding=inspection.encoding
        )


def _read_again(draft: Draft, **choices: object) -> None:
    try:
        draft.inspect(**choices)
    except Fault as fault:
        session.remember(f"reread-{draft.draft_id}", fault)
    else:
        session.forget(f"reread-{draft.draft_id}")
        working_mapping.forget(draft)
    st.rerun()


def _edition(draft: Draft, mapping: Mapping, known: Known, say: Say) -> Mapping:
    if not needs_edition(mapping):
        return replace(mapping, edition=None, year=None)
    number = st.number_input(
        say("Edition or year"),
        min_value=1,
        max_value=9999,
        value=mapping.year or mapping.edition,
        key=f"edition-{draft.draft_id}",
        help=say("8 for the eighth edition, or the year it was held in."),
        width=170,
    )
    return with_edition(replace(mapping, year=None), None if number is None else int(number), known)


def _checked(
    draft: Draft, inspection: Inspection, mapping: Mapping, say: Say
) -> TrialImport | None:
    """What loading would say. Tried again only after a change; a large file waits to be asked."""
    key = f"checked-{draft.draft_id}"
    before: tuple[str, TrialImport | Fault] | None = session.value_of(key)
    if before is None or before[0] != mapping.dumps():
        if inspection.lines_read > CHECKED_AT_ONCE and not st.button(
            say("Check this file"), key=f"check-{draft.draft_id}"
        ):
            return None
        with st.spinner(say("Checking …")):
            before = (mapping.dumps(), _check(draft, mapping))
        session.remember(key, before)
    if isinstance(before[1], Fault):
        st.error(md(refusal_text(before[1], say)), icon=":material/block:")
        if isinstance(before[1], HeldByHand):
            held_fields.ask(before[1], draft, mapping, say)
        if isinstance(before[1], SameAnswers):
            _same_answers(before[1], draft, mapping, say)
        return None
    file_findings.of_check(before[1], draft.draft_id, say)
    return before[1]


def _same_answers(fault: SameAnswers, draft: Draft, mapping: Mapping, say: Say) -> None:
    """The two ways on: in the place of the earlier file, or beside it."""
    with st.container(horizontal=True, key=f"same-{draft.draft_id}"):
        if st.button(
            say("Undo import {number}, load this file", number=fault.import_id),
            key=f"replace-{draft.draft_id}",
        ):
            answer_cache.store().undo(fault.import_id, gate.require("importer", say).email)
            session.forget(f"checked-{draft.draft_id}")
            st.rerun()
        if st.button(
            say("These are other people"), key=f"further-{draft.draft_id}", type="tertiary"
        ):
            working_mapping.start(draft, replace(mapping, is_further=True))
            st.rerun()


def _check(draft: Draft, mapping: Mapping) -> TrialImport | Fault:
    try:
        return check(answer_cache.store(), draft, mapping)
    except Fault as fault:
        return fault


def _preview(draft: Draft, inspection: Inspection, say: Say) -> None:
    opened = f"preview-open-{draft.draft_id}"
    with st.expander(say("First lines of the file"), key=opened, on_change="rerun") as preview:
        if not preview.open:
            return
        names = [f"c{number}" for number in range(len(inspection.columns))]
        rows = zip(inspection.preview_lines, inspection.preview, strict=True)
        shown = [{"line": line} | dict(zip(names, row, strict=True)) for line, row in rows]
        titles = {
            name: st.column_config.TextColumn(column.name)
            for name, column in zip(names, inspection.columns, strict=True)
        }
        titles["line"] = st.column_config.NumberColumn(say("Line"), format="%d", width="small")
        st.dataframe(
            shown,
            hide_index=True,
            width="stretch",
            column_config=titles,
            key=f"preview-{draft.draft_id}",
        )
        if inspection.titles:
            st.caption(md(say("Above the header: {text}", text=" · ".join(inspection.titles))))

"""A saved table and its mapping -> the store's rows, as Arrow files. Lines read = rows stored +
lines left out, always.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import pyarrow as pa

from analytics.errors import Unreadable
from analytics.intake.cells.remark import Remark, Remarks
from analytics.intake.convert import (
    complaint_rows,
    contact_rows,
    prospect_rows,
    register_rows,
    survey_rows,
)
from analytics.intake.convert.disqualified_rows import leave_out_disqualified
from analytics.intake.convert.pointed_out_rows import point_out_tests
from analytics.intake.convert.repeated_respondents import Respondent
from analytics.intake.convert.value_columns import Rows
from analytics.intake.mapping.column_use import Mapping
from analytics.intake.mapping.known_fair import Known
from analytics.intake.mapping.open_points import open_points
from analytics.intake.mapping.qualifying_columns import MOST_VALUES, says
from analytics.intake.table.file_kinds import is_tool_column, kind_of
from analytics.intake.table.inspection import ColumnSeen, Inspection
from analytics.intake.table.text_table import Sheet
from analytics.worker import Report

RESPONDENTS = "respondents.arrow"
REMARKS = "remarks.json"
REGISTERS: dict[str, Callable[[Rows, Mapping, Known], register_rows.Tables]] = {
    "exhibitors": register_rows.exhibitors,
    "participations": register_rows.participations,
    "editions": register_rows.fair_editions,
    "attendance": register_rows.attendance,
    "complaints": complaint_rows.complaints,
    "contacts": contact_rows.contacts,
    "prospects": prospect_rows.prospects,
}


def write_rows(
    sheet: Sheet,
    inspection: Inspection,
    mapping: Mapping,
    known: Known,
    folder: Path,
    report: Report,
) -> dict[str, Any]:
    """Write the rows to `folder`; answer with their files and counts. Raises Unreadable where the
    mapping has open points.
    """
    remarks = Remarks()
    mapping = _without_absent_columns(mapping, inspection, remarks)
    _refuse_open_points(mapping, inspection, known)
    rows = Rows(sheet, remarks)
    leave_out_disqualified(rows, mapping)
    if kind_of(mapping.kind).audience:
        tables, questionnaire = survey_rows.survey_tables(
            rows, mapping, known, _stored_respondents(folder)
        )
    else:
        tables, questionnaire = REGISTERS[mapping.kind](rows, mapping, known), {}
        point_out_tests(rows, mapping)
    report(0.8, "writing")
    _refuse_nothing(rows)
    left_out = _write_remarks([*inspection.remarks, *remarks.settled()], folder)
    if inspection.lines_read != rows.count_kept + left_out:
        raise ValueError("lines read must equal rows stored plus lines left out")
    return {
        "tables": _write_tables(tables, folder),
        "questionnaire": _write_tables(questionnaire, folder),
        "lines_read": inspection.lines_read,
        "lines_stored": rows.count_kept,
        "lines_left_out": left_out,
    }


def _write_remarks(remarks: list[Remark], folder: Path) -> int:
    """Write every remark down; how many lines they leave out."""
    (folder / REMARKS).write_text(
        json.dumps([asdict(remark) for remark in remarks], ensure_ascii=False), "utf-8"
    )
    return sum(remark.is_left_out for remark in remarks)


def _refuse_open_points(mapping: Mapping, inspection: Inspection, known: Known) -> None:
    for point in open_points(mapping, inspection, known):
        if point.is_blocking:
            column = {"column": point.column} if point.column else {}
            raise Unreadable(point.reason, point.details | column)


def _without_absent_columns(mapping: Mapping, inspection: Inspection, remarks: Remarks) -> Mapping:
    """The mapping without columns this file lacks; these and the unused ones are remarked on, but
    for those that a survey tool writes about itself.
    """
    for use in mapping.columns:
        if use.column not in inspection.names and use.target != "ignore":
            remarks.add("column_absent", column=use.column)
    for column in inspection.columns:
        is_unused = column.filled and mapping.use(column.name).target == "ignore"
        is_of_tool = bool(kind_of(mapping.kind).audience) and is_tool_column(column.name)
        if is_unused and not is_of_tool and not _says_nothing(column):
            remarks.add("column_ignored", column=column.name)
    return replace(
        mapping, columns=tuple(use for use in mapping.columns if use.column in inspection.names)
    )


def _says_nothing(column: ColumnSeen) -> bool:
    """Does a column only number the lines, or say of all alike that they count."""
    is_numbering = (
        column.lowest in (0, 1)
        and column.highest is not None
        and column.highest - (column.lowest or 0) + 1 == column.filled == column.distinct
    )
    is_of_few = 0 < column.distinct <= MOST_VALUES
    return is_numbering or (is_of_few and all(says(value) == "sure" for value, _ in column.common))


def _refuse_nothing(rows: Rows) -> None:
    """Every line left out: nothing to store, and the first reason is the one to tell."""
    if not rows.count_kept:
        first = next(remark for remark in rows.remarks.items if remark.is_left_out)
        raise Unreadable(
            "nothing_left",
            {"reason": first.reason, "column": first.column or "", "value": first.value or ""},
        )


def _stored_respondents(folder: Path) -> set[Respondent]:
    """The respondents that the parent found in the store."""
    if not (folder / RESPONDENTS).exists():
        return set()
    with pa.memory_map(str(folder / RESPONDENTS)) as file:
        table = pa.ipc.open_file(file).read_all()
    return set(zip(table["edition_id"].to_pylist(), table["respondent"].to_pylist(), strict=True))


def _write_tables(tables: dict[str, pa.Table], folder: Path) -> dict[str, str]:
    """Table -> the name of the file that holds it."""
    names = {}
    for name, table in tables.items():
        names[name] = f"{name}.arrow"
        with (
            pa.OSFile(str(folder / names[name]), "wb") as file,
            pa.ipc.new_file(file, table.schema) as writer,
        ):
            writer.write_table(table)
    return names

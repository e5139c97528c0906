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
from analytics.intake.convert import register_rows, survey_rows
from analytics.intake.convert.value_columns import Rows
from analytics.intake.mapping.column_use import Mapping
from analytics.intake.mapping.known_fair import Known
from analytics.intake.mapping.open_points import open_points
from analytics.intake.table.file_kinds import kind_of
from analytics.intake.table.inspection import Inspection
from analytics.intake.table.text_table import Sheet
from analytics.worker import Report

TAKEN = "respondents.arrow"
REMARKS = "remarks.json"
REGISTERS: dict[str, Callable[[Rows, Mapping, Known], register_rows.Tables]] = {
    "exhibitors": register_rows.exhibitors,
    "participations": register_rows.participations,
    "editions": register_rows.fair_editions,
    "attendance": register_rows.attendance,
    "complaints": register_rows.complaints,
}


def converted(
    sheet: Sheet, seen: Inspection, mapping: Mapping, known: Known, folder: Path, report: Report
) -> dict[str, Any]:
    """Write the rows to `folder`; answer with their files and counts. Raises Unreadable where the
    mapping has open points.
    """
    remarks = Remarks()
    mapping = _fitted(mapping, seen, remarks)
    _refuse_open_points(mapping, seen, known)
    rows = Rows(sheet, remarks)
    if kind_of(mapping.kind).audience:
        tables, questionnaire = survey_rows.answers(rows, mapping, known, _taken(folder))
    else:
        tables, questionnaire = REGISTERS[mapping.kind](rows, mapping, known), {}
    report(0.8, "writing")
    _refuse_nothing(rows)
    left_out = _kept_remarks([*seen.remarks, *remarks.settled()], folder)
    if seen.lines_read != rows.kept + left_out:
        raise ValueError("lines read must equal rows stored plus lines left out")
    return {
        "tables": _saved(tables, folder),
        "questionnaire": _saved(questionnaire, folder),
        "lines_read": seen.lines_read,
        "lines_stored": rows.kept,
        "lines_left_out": left_out,
    }


def _kept_remarks(remarks: list[Remark], folder: Path) -> int:
    """Write every remark down; how many lines they leave out."""
    (folder / REMARKS).write_text(
        json.dumps([asdict(remark) for remark in remarks], ensure_ascii=False), "utf-8"
    )
    return sum(remark.is_left_out for remark in remarks)


def _refuse_open_points(mapping: Mapping, seen: Inspection, known: Known) -> None:
    for point in open_points(mapping, seen, known):
        if point.is_blocking:
            raise Unreadable(
                point.reason, point.details | ({"column": point.column} if point.column else {})
            )


def _fitted(mapping: Mapping, seen: Inspection, remarks: Remarks) -> Mapping:
    """The mapping without columns this file lacks; both these and the file's unused columns are
    remarked on.
    """
    for use in mapping.columns:
        if use.column not in seen.names and use.target != "ignore":
            remarks.add("column_absent", column=use.column)
    for column in seen.columns:
        if column.filled and mapping.use(column.name).target == "ignore":
            remarks.add("column_ignored", column=column.name)
    return replace(
        mapping, columns=tuple(use for use in mapping.columns if use.column in seen.names)
    )


def _refuse_nothing(rows: Rows) -> None:
    """Every line left out: nothing to store, and the first reason is the one to tell."""
    if not rows.kept:
        first = next(item for item in rows.remarks.items if item.is_left_out)
        raise Unreadable(
            "nothing_left",
            {"reason": first.reason, "column": first.column or "", "value": first.value or ""},
        )


def _taken(folder: Path) -> set[tuple[str, str]]:
    """(edition, respondent) pairs that the parent found in the store."""
    if not (folder / TAKEN).exists():
        return set()
    with pa.memory_map(str(folder / TAKEN)) as file:
        table = pa.ipc.open_file(file).read_all()
    return set(zip(table["edition_id"].to_pylist(), table["respondent"].to_pylist(), strict=True))


def _saved(tables: dict[str, pa.Table], folder: Path) -> dict[str, str]:
    names = {}
    for name, table in tables.items():
        names[name] = f"{name}.arrow"
        with (
            pa.OSFile(str(folder / names[name]), "wb") as file,
            pa.ipc.new_file(file, table.schema) as writer,
        ):
            writer.write_table(table)
    return names

"""What a child process does with a stranger's file: look at it, then turn it into rows. No engine,
no screen in here.
"""

from __future__ import annotations

import gc
import json
import sys
from collections.abc import Sequence
from dataclasses import replace
from importlib.abc import MetaPathFinder
from pathlib import Path
from typing import Any

import pyarrow as pa

from analytics.intake.cells.contact import HIDDEN
from analytics.intake.cells.remark import Remarks
from analytics.intake.convert.arrow_files import write_rows
from analytics.intake.file.coded_columns import Grid
from analytics.intake.file.delimited_record import Record
from analytics.intake.file.delimited_text import split
from analytics.intake.file.encoding import decode
from analytics.intake.file.error_cells import FORMULA
from analytics.intake.file.file_type import recognise
from analytics.intake.file.html_table import read_markup
from analytics.intake.file.mojibake import is_mending, mended, refuse_garbled
from analytics.intake.file.page import Merge
from analytics.intake.file.row_marks import hidden_and_struck
from analytics.intake.file.spss import read_spss
from analytics.intake.file.workbook import read_workbook
from analytics.intake.load.plain_file import LARGEST_FILE, too_large
from analytics.intake.mapping.column_use import Mapping
from analytics.intake.mapping.computed_columns import with_sources
from analytics.intake.mapping.known_fair import Known
from analytics.intake.mapping.rating_direction import against
from analytics.intake.mapping.row_patterns import row_patterns
from analytics.intake.table.column_profile import column_profile
from analytics.intake.table.inspection import Inspection
from analytics.intake.table.table_shape import refuse_other_shapes
from analytics.intake.table.text_table import Sheet, Table, build_table
from analytics.intake.table.turned_table import turned
from analytics.intake.table.unfolded_columns import with_unfolded
from analytics.worker import Report

PREVIEW_ROWS = 20
GARBLED_AT_ONCE = 400
SHEET = "sheet.arrow"
INSPECTION = "inspection.json"
NOT_COMPUTED = "not_computed"


def prepare() -> None:
    """What a child can do before it is told which file to read."""
    import python_calamine  # noqa: F401

    _keep_pandas_out()


def _keep_pandas_out() -> None:
    """Arrow loads pandas with its first array, to recognise its columns. Here there are none."""
    sys.meta_path.insert(0, _NoPandas())
    pa.array([0])
    del sys.meta_path[0]


class _NoPandas(MetaPathFinder):
    def find_spec(self, fullname: str, path: Any, target: Any = None) -> None:
        if fullname == "pandas":
            raise ModuleNotFoundError(fullname)


def inspect(values: dict[str, Any], folder: Path, report: Report) -> dict[str, Any]:
    """Task: read the file `values["file"]` of `folder`, save its table there, describe it.

    `values` may say `sheet`, `encoding`, `delimiter` and `header_line` (-1: there is none) where a
    person has chosen.
    """
    report(0.05, "reading")
    gc.disable()  # among millions of cells there are no cycles, and to look for some takes a third
    try:
        return _inspect_file(values, folder, report)
    finally:
        gc.enable()


def _inspect_file(values: dict[str, Any], folder: Path, report: Report) -> dict[str, Any]:
    remarks = Remarks()
    path = folder / values["file"]
    if path.stat().st_size > LARGEST_FILE:
        raise too_large(LARGEST_FILE)
    opened, rows, merges = _open_file(path, values, remarks)
    report(0.4, "reading")
    table = build_table(
        rows,
        merges,
        remarks,
        is_ragged=opened.container == "text",
        codes=opened.codes,
        delimiter=opened.delimiter,
        header_line=int(values.get("header_line") or (1 if opened.container == "spss" else 0)),
    )
    table = _of_records(table, remarks)
    if is_mending(opened.encoding):
        _tell_mended(rows, table, remarks)
    if opened.container == "workbook":
        _tell_marked(path, opened, table, remarks)
    del rows
    report(0.7, "looking")
    table.sheet.save(folder / SHEET)
    opened = replace(opened, file_name=values["name"], sha256=values["sha256"])
    inspection = _with_columns(opened, table, remarks)
    (folder / INSPECTION).write_text(json.dumps(inspection.to_json(), ensure_ascii=False), "utf-8")
    return inspection.to_json()


def _of_records(table: Table, remarks: Remarks) -> Table:
    """A table with one line a record, whatever shape it came in. Raises Unreadable by the shape."""
    refuse_other_shapes(table.sheet)
    sheet = turned(table.sheet, remarks)
    if sheet is not table.sheet:
        left_out = sum(remark.is_left_out for remark in remarks.items)
        table = replace(
            table, sheet=sheet, lines_read=len(sheet) + left_out, lines_left_out=left_out
        )
    return replace(table, sheet=with_unfolded(sheet, remarks))


def _open_file(
    path: Path, values: dict[str, Any], remarks: Remarks
) -> tuple[Inspection, Sequence[Record], tuple[Merge, ...]]:
    container = recognise(path)
    opened = Inspection("", "", container)
    if container == "spss":
        answers = read_spss(path)
        if answers.weight:
            remarks.add("weighted_by", column=answers.weight)
        return replace(opened, codes=answers.names, weight=answers.weight), answers.rows, ()
    if container == "markup":
        page, encoding = read_markup(path.read_bytes(), values.get("encoding") or "")
        return replace(opened, encoding=encoding), page.rows, page.merges
    if container == "text":
        decoded = decode(path.read_bytes(), values.get("encoding") or "")
        records = split(decoded.text, values.get("delimiter") or "")
        opened = replace(opened, encoding=decoded.encoding, delimiter=records.delimiter)
        return opened, records.rows, ()
    pages = read_workbook(path, values.get("sheet") or "", remarks)
    for line, column, value in pages.chosen.errors:
        reason = NOT_COMPUTED if value.startswith(FORMULA) else "error_cell"
        remarks.add(reason, line=line, column=_letters(column), value=value)
    for name, first, last in pages.chosen.parts:
        remarks.add("sheet_joined", value=name, first=str(first), last=str(last))
    for name in pages.unread:
        remarks.add("sheet_not_read", value=name)
    for name in pages.hidden:
        remarks.add("hidden_sheet", value=name)
    way = values.get("encoding") or ""
    opened = replace(
        opened,
        sheet=pages.chosen.name,
        sheets=pages.visible,
        hidden_sheets=pages.hidden,
        joined=pages.chosen.parts,
        notes=pages.notes,
        encoding=way,
    )
    return opened, _ungarbled(pages.chosen.rows, way), pages.chosen.merges


def _ungarbled(rows: Sequence[Record], way: str) -> Sequence[Record]:
    """Rows of a sheet, mended where a person said so. Raises Unreadable 'garbled', 'mendable'."""
    if way and isinstance(rows, Grid):
        return rows.with_texts(lambda cell: cell if cell.isascii() else mended(cell, way))
    refuse_garbled("\n".join("\t".join(cells) for _, cells in rows[:GARBLED_AT_ONCE]))
    return rows


def _tell_mended(rows: Sequence[Record], table: Table, remarks: Remarks) -> None:
    below = set(table.sheet.lines.to_pylist())
    for line, cells in rows:
        text = " ".join(cells)
        if line in below and not text.isascii():
            remarks.add("text_mended", line=line, value=text)


def _tell_marked(path: Path, opened: Inspection, table: Table, remarks: Remarks) -> None:
    """Name the records on lines that are hidden or struck through. They are kept."""
    below, before = set(table.sheet.lines.to_pylist()), 0
    for sheet, _, last in opened.joined or ((opened.sheet, 0, 0),):
        marked = zip(("line_hidden", "line_struck"), hidden_and_struck(path, sheet), strict=True)
        for reason, lines in marked:
            for line in sorted({line + before for line in lines} & below):
                remarks.add(reason, line=line)
        before = last


def _letters(column: int) -> str:
    """0 -> A, 26 -> AA, as the spreadsheet names its columns."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _with_columns(opened: Inspection, table: Table, remarks: Remarks) -> Inspection:
    """What opening the file told, with what its table holds."""
    sheet, header = table.sheet, table.header
    columns = [
        column_profile(name, column)
        for name, column in zip(sheet.names, sheet.columns, strict=True)
    ]
    opposed = against(columns, sheet.columns)
    patterns = row_patterns(columns, sheet.columns)
    letters = {name: _letters(place) for place, name in enumerate(header.names)}
    columns = [
        replace(
            column,
            not_computed=remarks.count(letters.get(column.name, ""), NOT_COMPUTED),
            against=opposed.get(column.name, 0.0),
            in_rows=patterns.get(column.name, ""),
        )
        for column in columns
    ]
    columns = with_sources(columns, sheet.columns)
    first_cells = [
        [HIDDEN if looks.contact and cell else cell for cell in column[:PREVIEW_ROWS].to_pylist()]
        for looks, column in zip(columns, sheet.columns, strict=True)
    ]
    return replace(
        opened,
        titles=header.titles,
        header_line=table.header_line,
        header_lines=header.body - header.first,
        codes=tuple(codes.get(name, "") for name in sheet.names) if (codes := table.codes) else (),
        lines_read=table.lines_read,
        lines_left_out=table.lines_left_out,
        columns=tuple(columns),
        preview=tuple(zip(*first_cells, strict=True)),
        preview_lines=tuple(sheet.lines[:PREVIEW_ROWS].to_pylist()),
        remarks=tuple(remarks.settled()),
    )


def convert(values: dict[str, Any], folder: Path, report: Report) -> dict[str, Any]:
    """Task: turn the saved table of `folder` into the store's rows as `values["mapping"]` (JSON
    text) says.

    `values["known"]` is what the store knows of the fair. Writes one Arrow file a table; answers
    with counts.
    """
    report(0.1, "converting")
    inspection = Inspection.of(json.loads((folder / INSPECTION).read_text("utf-8")))
    mapping = Mapping.loads(values["mapping"])
    return write_rows(
        Sheet.load(folder / SHEET), inspection, mapping, Known.of(values["known"]), folder, report
    )


def read_through(values: dict[str, Any], folder: Path, report: Report) -> dict[str, Any]:
    """Task: inspect, suggest and convert in one go, for files that need nobody's eye. `names`:
    Chinese -> English labels.

    Answers as `convert` does, with the mapping used.
    """
    from analytics.intake.mapping.suggest import suggest

    inspection = Inspection.of(inspect(values, folder, report))
    known = Known.of(values["known"])
    mapping = suggest(inspection, known).with_both_names(values.get("names", {})).settled()
    text = mapping.dumps()
    return convert(values | {"mapping": text}, folder, report) | {"mapping": text}

"""Files made in a test, read and converted without a child process."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import xlsxwriter

from analytics.intake.cells.remark import Remark
from analytics.intake.convert.arrow_files import REMARKS, write_rows
from analytics.intake.load import reading_child
from analytics.intake.mapping.column_use import Mapping
from analytics.intake.mapping.known_fair import Known
from analytics.intake.mapping.suggest import suggest
from analytics.intake.table.inspection import Inspection
from analytics.intake.table.text_table import Sheet

Rows = list[list[Any]]
TURNED_ITEMS = ("场馆硬件-洗手间", "场馆硬件-空调", "现场服务-咨询", "现场服务-安保")


def nothing(share: float, step: str) -> None:
    """Hears progress and keeps it to itself."""


def inspect(folder: Path, data: bytes | str, name: str = "file.csv", **choices: Any) -> Inspection:
    """What the product sees in a file of these bytes."""
    (folder / "upload").write_bytes(data.encode() if isinstance(data, str) else data)
    values = {"file": "upload", "name": name, "sha256": "x"} | choices
    return Inspection.of(reading_child.inspect(values, folder, nothing))


def cells(folder: Path) -> list[tuple[str | None, ...]]:
    """The rows of the sheet that the last inspection saved."""
    sheet = Sheet.load(folder / "sheet.arrow")
    return list(zip(*(column.to_pylist() for column in sheet.columns), strict=True))


class Converted:
    """The rows a file became."""

    def __init__(self, folder: Path, answer: dict[str, Any], mapping: Mapping) -> None:
        self.folder, self.answer, self.mapping = folder, answer, mapping

    def table(self, name: str) -> list[dict[str, Any]]:
        files = self.answer["tables"] | self.answer["questionnaire"]
        with pa.OSFile(str(self.folder / files[name]), "rb") as file:
            return pa.ipc.open_file(file).read_all().to_pylist()

    @property
    def lines(self) -> tuple[int, int, int]:
        """Lines read, stored, left out."""
        names = ("lines_read", "lines_stored", "lines_left_out")
        read, stored, left_out = (self.answer[name] for name in names)
        return read, stored, left_out

    @property
    def remarks(self) -> list[Remark]:
        return [
            Remark.of(remark) for remark in json.loads((self.folder / REMARKS).read_text("utf-8"))
        ]

    def reasons(self) -> list[tuple[int | None, str]]:
        """(line, reason) of everything said about single lines."""
        return [(remark.line, remark.reason) for remark in self.remarks if remark.line is not None]


def convert(
    folder: Path,
    data: bytes | str,
    *,
    kind: str = "",
    known: Known | None = None,
    name: str = "第8届.csv",
    mapping: Mapping | None = None,
) -> Converted:
    """A file converted with the mapping given, or the suggested one."""
    known = known or Known("f", "展会", "Fair")
    inspection = inspect(folder, data, name)
    mapping = mapping or suggest(inspection, known, kind)
    sheet = Sheet.load(folder / "sheet.arrow")
    answer = write_rows(sheet, inspection, mapping, known, folder, nothing)
    return Converted(folder, answer, mapping)


def csv_text(*rows: str) -> str:
    return "\r\n".join(rows) + "\r\n"


def turned_survey(
    turned: int | None = 4, people: int = 200, spread: float = 0.7, header: str = "总体满意度"
) -> str:
    """Four items and an overall score that go with a mood, one of the five (by place) the other way
    round.
    """
    rng = np.random.default_rng(3)
    mood = rng.normal(0, 1, people)
    latent = 3 + mood[:, None] + rng.normal(0, spread, (people, 5))
    marks = np.clip(np.rint(latent), 1, 5).astype(int)
    if turned is not None:
        marks[:, turned] = 6 - marks[:, turned]
    rows = [",".join(map(str, row)) for row in marks.tolist()]
    return "\n".join([",".join((*TURNED_ITEMS, header)), *rows])


def workbook(
    rows: Rows,
    merges: list[tuple[int, int, int, int, str]] | None = None,
    hidden: dict[str, Rows] | None = None,
    before: dict[str, Rows] | None = None,
) -> bytes:
    """An .xlsx of one visible sheet 'Data' (after those in `before`), with merged cells and hidden
    sheets where given.
    """
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        for title, content in {**(before or {}), "Data": rows, **(hidden or {})}.items():
            sheet = book.add_worksheet(title)
            for number, row in enumerate(content):
                sheet.write_row(number, 0, row)
            if title == "Data":
                for top, left, bottom, right, text in merges or []:
                    sheet.merge_range(top, left, bottom, right, text)
                sheet.activate()
            if title in (hidden or {}):
                sheet.hide()
    return out.getvalue()

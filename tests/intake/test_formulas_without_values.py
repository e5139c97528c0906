"""A formula whose value nobody stored is empty to every reader: it is said, never passed over."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest
import xlsxwriter

from analytics.intake.mapping.known_fair import Known
from analytics.intake.mapping.open_points import open_points
from analytics.intake.mapping.suggest import suggest
from tests.intake.files import inspect

HEAD = ["届次", "企业名称", "展位面积", "参展费"]
KNOWN = Known("f", "展会", "Fair")


def book(fees: list[float | str], value: bytes) -> bytes:
    """A workbook in which each fee given as a formula has this for its stored value."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as workbook:
        sheet = workbook.add_worksheet()
        sheet.write_row(0, 0, HEAD)
        for line, fee in enumerate(fees, 1):
            sheet.write_row(line, 0, [8, f"甲{line}", 9, fee])
    again = io.BytesIO()
    with zipfile.ZipFile(out) as old, zipfile.ZipFile(again, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(
                name, re.sub(rb"</f><v>0</v>", b"</f>" + value, data) if "sheet1" in name else data
            )
    return again.getvalue()


def blocking(folder: Path, data: bytes) -> list[tuple[str, str]]:
    inspection = inspect(folder, data, "第8届.xlsx")
    return [
        (open_point.reason, open_point.column)
        for open_point in open_points(suggest(inspection, KNOWN), inspection, KNOWN)
        if open_point.is_blocking
    ]


@pytest.mark.parametrize("value", [b"", b"<v></v>", b"<v/>", b"<v />"])
def test_a_column_of_formulas_without_values_blocks(tmp_path: Path, value: bytes) -> None:
    data = book(["=C2*1200", "=C3*1200"], value)
    inspection = inspect(tmp_path, data, "第8届.xlsx")
    assert [
        (remark.line, remark.column, remark.value, remark.reason) for remark in inspection.remarks
    ] == [
        (2, "D", "=C2*1200", "not_computed"),
        (3, "D", "=C3*1200", "not_computed"),
    ]
    assert blocking(tmp_path, data) == [("not_computed", "参展费")]


def test_one_such_cell_among_others_is_pointed_out_and_blocks_nothing(tmp_path: Path) -> None:
    data = book([10_800, "=C3*1200", 900], b"<v></v>")
    assert [
        (remark.line, remark.reason) for remark in inspect(tmp_path, data, "第8届.xlsx").remarks
    ] == [(3, "not_computed")]
    assert blocking(tmp_path, data) == []


def test_formulas_with_values_say_nothing(tmp_path: Path) -> None:
    data = book(["=C2*1200", "=C3*1200"], b"<v>10800</v>")
    assert inspect(tmp_path, data, "第8届.xlsx").remarks == ()
    assert blocking(tmp_path, data) == []


def test_a_formula_that_comes_to_the_empty_text_is_empty_and_no_more(tmp_path: Path) -> None:
    data = book(['=IF(C2="","","")', 900], b"<v></v>")
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        sheet = packed.read("xl/worksheets/sheet1.xml")
    again = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(again, "w") as new:
        for name in old.namelist():
            new.writestr(
                name,
                sheet.replace(b'r="D2"', b'r="D2" t="str"') if "sheet1" in name else old.read(name),
            )
    assert inspect(tmp_path, again.getvalue(), "第8届.xlsx").remarks == ()

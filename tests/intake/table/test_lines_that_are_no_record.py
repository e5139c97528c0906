"""Totals, notes and a header that comes again are no data."""

from __future__ import annotations

from pathlib import Path

from tests.intake.files import cells, csv_text, inspect


def test_totals_and_footnotes_are_left_out_and_counted(tmp_path: Path) -> None:
    data = csv_text(
        "编号,总体,意见",
        *(f"{n},4,好" for n in range(9)),
        "合计,36,",
        "",
        "注：截至十月底",
        "联系人：王小姐",
    )
    inspection = inspect(tmp_path, data)
    assert [(remark.line, remark.reason) for remark in inspection.remarks] == [
        (11, "total_row"),
        (13, "footnote"),
        (14, "footnote"),
    ]
    assert (inspection.lines_read, inspection.lines_left_out) == (12, 3)


def test_a_company_called_total_is_no_total(tmp_path: Path) -> None:
    assert inspect(tmp_path, csv_text("编号,企业名称", "1,Total", "2,Shell")).lines_left_out == 0


def test_a_header_that_comes_again_is_left_out(tmp_path: Path) -> None:
    data = csv_text("编号,总体", "1,4", "\ufeff编号,总体", "2,5")
    inspection = inspect(tmp_path, data)
    assert ([(remark.line, remark.reason) for remark in inspection.remarks], cells(tmp_path)) == (
        [(3, "header_repeated")],
        [("1", "4"), ("2", "5")],
    )

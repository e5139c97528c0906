"""Totals, notes and a header that comes again are no data."""

from __future__ import annotations

from pathlib import Path

import pytest

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


@pytest.mark.parametrize(
    ("first", "second"), [("一", "二"), ("A", "B"), ("(一)", "(二)"), ("I.", "II.")]
)
def test_a_mark_among_numbers_beside_a_title_heads_a_section(
    tmp_path: Path, first: str, second: str
) -> None:
    stands = [f"{n},甲{n}公司,B{n},{n + 8}" for n in range(1, 6)]
    titles = (f"{first},境外展区,,", f"{second},省内展区,,")
    data = csv_text("序号,单位名称,展位号,面积", titles[0], *stands, titles[1], *stands)
    remarks = inspect(tmp_path, data).remarks
    assert [it.line for it in remarks if it.reason == "section_row"] == [2, 8]


def test_a_company_with_a_number_and_nothing_else_is_no_section(tmp_path: Path) -> None:
    stands = [f"{n},甲{n}公司,B{n},{n + 8}" for n in range(1, 6)]
    data = csv_text("序号,单位名称,展位号,面积", *stands, "6,乙公司,,", *stands)
    assert not [it for it in inspect(tmp_path, data).remarks if it.reason == "section_row"]

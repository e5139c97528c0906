"""A cell merged over rows says who all of them are; what counts stays in the first of them."""

from __future__ import annotations

from pathlib import Path

from tests.intake.files import convert, inspect, workbook

HEAD = ["届次", "企业名称", "展位号", "展位面积", "成交额（万元）"]
ROWS = [HEAD, [8, "", "A1", 9, 100], ["", "", "A2", 18, ""], [8, "乙公司", "B1", 27, 5]]


def test_the_company_and_the_edition_hold_for_all_rows_and_the_amount_for_the_first(
    tmp_path: Path,
) -> None:
    merges = [(1, 0, 2, 0, "8"), (1, 1, 2, 1, "甲公司"), (1, 4, 2, 4, "100")]
    conversion = convert(tmp_path, workbook(ROWS, merges), kind="participations", name="a.xlsx")
    rows = conversion.table("participation_rows")
    assert [(row["exhibitor_name"], row["booth_area_sqm"], row["turnover"]) for row in rows] == [
        ("甲公司", 9, 1_000_000),
        ("甲公司", 18, None),
        ("乙公司", 27, 50_000),
    ]
    assert conversion.reasons() == [
        (3, "filled_down"),
        (3, "filled_down"),
        (3, "merged_not_copied"),
    ]


def test_an_empty_cell_that_is_not_merged_stays_empty(tmp_path: Path) -> None:
    inspection = inspect(tmp_path, workbook(ROWS, [(1, 1, 2, 1, "甲公司")]), "a.xlsx")
    assert [(remark.line, remark.column, remark.value) for remark in inspection.remarks] == [
        (3, "企业名称", "甲公司")
    ]
    assert [row[:2] for row in inspection.preview] == [
        ("8", "甲公司"),
        (None, "甲公司"),
        ("8", "乙公司"),
    ]


def test_a_merged_title_and_header_are_no_data(tmp_path: Path) -> None:
    rows = [["", "", "", "", ""], *ROWS]
    inspection = inspect(
        tmp_path, workbook(rows, [(0, 0, 0, 4, "第八届参展名录"), (2, 1, 3, 1, "甲公司")]), "a.xlsx"
    )
    assert inspection.names == tuple(HEAD)
    assert [(remark.line, remark.reason) for remark in inspection.remarks] == [(4, "filled_down")]

"""The header is found under what people write above it."""

from __future__ import annotations

from pathlib import Path

from tests.intake.files import cells, csv_text, inspect, workbook

ROWS = [[n, 4, "好"] for n in range(1, 7)]


def test_title_rows_above_the_header_are_titles(tmp_path: Path) -> None:
    book = workbook(
        [
            ["第八届参展商满意度调查"],
            ["制表单位：客户服务中心", "", "日期：2006-11-01"],
            [],
            ["编号", "总体", "意见"],
            *ROWS,
        ]
    )
    inspection = inspect(tmp_path, book, "a.xlsx")
    assert (inspection.header_line, inspection.names, inspection.lines_read) == (
        4,
        ("编号", "总体", "意见"),
        6,
    )
    assert inspection.titles == (
        "第八届参展商满意度调查",
        "制表单位：客户服务中心 日期：2006-11-01",
    )


def test_group_names_merged_over_the_header_go_in_front_of_the_names(tmp_path: Path) -> None:
    book = workbook(
        [["企业信息", "", "服务"], ["编号", "名称", "经理"], *ROWS],
        merges=[(0, 0, 0, 1, "企业信息")],
    )
    inspection = inspect(tmp_path, book, "a.xlsx")
    assert (inspection.names, inspection.header_lines) == (
        ("企业信息-编号", "企业信息-名称", "服务-经理"),
        2,
    )
    assert cells(tmp_path)[0] == ("1", "4", "好")


def test_names_under_merged_cells_of_the_header_go_behind_them(tmp_path: Path) -> None:
    merges = [(0, 1, 0, 2, "满意度"), (0, 0, 1, 0, "编号")]
    book = workbook(
        [["编号", "满意度", ""], ["", "总体", "现场"], [1, 4, 5], [2, 3, 3]], merges=merges
    )
    assert inspect(tmp_path, book, "a.xlsx").names == ("编号", "满意度-总体", "满意度-现场")


def test_a_table_without_header_keeps_its_first_line_and_says_so(tmp_path: Path) -> None:
    inspection = inspect(tmp_path, csv_text("1,4,5,好", "2,3,3,一般", "3,5,4,好"))
    assert (
        inspection.names,
        inspection.lines_read,
        [remark.reason for remark in inspection.remarks],
    ) == (
        ("#1", "#2", "#3", "#4"),
        3,
        ["no_header"],
    )


def test_the_header_line_may_be_named(tmp_path: Path) -> None:
    data = csv_text("x,y,z", "编号,总体,意见", "1,4,好", "2,5,好")
    assert inspect(tmp_path, data, header_line=2).names == ("编号", "总体", "意见")
    assert inspect(tmp_path, data, header_line=-1).lines_read == 4


def test_equal_headers_are_told_apart(tmp_path: Path) -> None:
    assert inspect(tmp_path, csv_text("满意度,满意度,满意度", "1,2,3")).names == (
        "满意度",
        "满意度 (2)",
        "满意度 (3)",
    )

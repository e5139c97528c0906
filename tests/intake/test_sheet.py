"""A table is found in what people wrap around it."""

from datetime import datetime
from pathlib import Path

import pytest

from analytics.errors import Unreadable
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
    seen = inspect(tmp_path, book, "a.xlsx")
    assert (seen.header_line, seen.names, seen.lines_read) == (4, ("编号", "总体", "意见"), 6)
    assert seen.titles == ("第八届参展商满意度调查", "制表单位：客户服务中心 日期：2006-11-01")


def test_group_names_merged_over_the_header_go_in_front_of_the_names(tmp_path: Path) -> None:
    book = workbook(
        [["企业信息", "", "服务"], ["编号", "名称", "经理"], *ROWS],
        merges=[(0, 0, 0, 1, "企业信息")],
    )
    seen = inspect(tmp_path, book, "a.xlsx")
    assert (seen.names, seen.header_lines) == (("企业信息-编号", "企业信息-名称", "服务-经理"), 2)
    assert cells(tmp_path)[0] == ("1", "4", "好")


def test_names_under_merged_cells_of_the_header_go_behind_them(tmp_path: Path) -> None:
    merges = [(0, 1, 0, 2, "满意度"), (0, 0, 1, 0, "编号")]
    book = workbook(
        [["编号", "满意度", ""], ["", "总体", "现场"], [1, 4, 5], [2, 3, 3]], merges=merges
    )
    assert inspect(tmp_path, book, "a.xlsx").names == ("编号", "满意度-总体", "满意度-现场")


def test_a_table_without_header_keeps_its_first_line_and_says_so(tmp_path: Path) -> None:
    seen = inspect(tmp_path, csv_text("1,4,5,好", "2,3,3,一般", "3,5,4,好"))
    assert (seen.names, seen.lines_read, [remark.reason for remark in seen.remarks]) == (
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


def test_totals_and_footnotes_are_left_out_and_counted(tmp_path: Path) -> None:
    data = csv_text(
        "编号,总体,意见",
        *(f"{n},4,好" for n in range(9)),
        "合计,36,",
        "",
        "注：截至十月底",
        "联系人：王小姐",
    )
    seen = inspect(tmp_path, data)
    assert [(remark.line, remark.reason) for remark in seen.remarks] == [
        (11, "total_row"),
        (13, "footnote"),
        (14, "footnote"),
    ]
    assert (seen.lines_read, seen.lines_left_out) == (12, 3)


def test_a_company_called_total_is_no_total(tmp_path: Path) -> None:
    assert inspect(tmp_path, csv_text("编号,企业名称", "1,Total", "2,Shell")).lines_left_out == 0


def test_a_header_that_comes_again_is_left_out(tmp_path: Path) -> None:
    data = csv_text("编号,总体", "1,4", "\ufeff编号,总体", "2,5")
    seen = inspect(tmp_path, data)
    assert ([(remark.line, remark.reason) for remark in seen.remarks], cells(tmp_path)) == (
        [(3, "header_repeated")],
        [("1", "4"), ("2", "5")],
    )


def test_blank_lines_are_not_read_and_lines_keep_their_numbers(tmp_path: Path) -> None:
    seen = inspect(tmp_path, csv_text("a,b", "1,x", ",", "", "2,y"))
    assert (seen.lines_read, seen.preview_lines) == (2, (2, 5))


def test_control_characters_are_taken_out_and_reported_and_blanks_are_trimmed(
    tmp_path: Path,
) -> None:
    seen = inspect(tmp_path, csv_text("a,b", "1, x\0y\u3000 ", "2,z"))
    assert cells(tmp_path)[0] == ("1", "xy")
    assert [(remark.line, remark.column, remark.reason) for remark in seen.remarks] == [
        (2, "b", "control_characters")
    ]


def test_a_cell_too_long_is_cut_and_reported(tmp_path: Path) -> None:
    seen = inspect(tmp_path, csv_text("a,b", "1," + "长" * 40_000, "2,z"))
    assert len(cells(tmp_path)[0][1] or "") == 32_768
    assert [(remark.line, remark.reason) for remark in seen.remarks] == [(2, "cell_cut")]


def test_numbers_and_days_of_a_workbook_read_as_a_person_would_type_them(tmp_path: Path) -> None:
    inspect(
        tmp_path, workbook([["n", "d", "t"], [4.0, 3.5, "00012"], [1e15 + 2, True, "x"]]), "a.xlsx"
    )
    assert cells(tmp_path) == [("4", "3.5", "00012"), ("1000000000000002", "TRUE", "x")]


def test_a_number_whose_digits_the_spreadsheet_lost_is_reported(tmp_path: Path) -> None:
    seen = inspect(tmp_path, workbook([["id", "v"], [110101199003071234, "a"], [2, "b"]]), "a.xlsx")
    assert [(remark.line, remark.reason) for remark in seen.remarks] == [(2, "digits_lost")]


def test_the_hidden_sheet_is_named_and_not_read(tmp_path: Path) -> None:
    book = workbook(
        [["a", "b"], [1, 2]],
        hidden={"电话": [["phone", "x", "y"], *[[13800138000, 1, 2]] * 50]},
        before={"说明": [["读我"]]},
    )
    seen = inspect(tmp_path, book, "a.xlsx")
    assert (seen.sheet, seen.sheets, seen.hidden_sheets) == ("Data", ("说明", "Data"), ("电话",))
    with pytest.raises(Unreadable) as caught:
        inspect(tmp_path, book, "a.xlsx", sheet="电话")
    assert caught.value.reason == "no_sheet"


def test_error_cells_are_reported_where_they_stand(tmp_path: Path) -> None:
    import io

    import xlsxwriter

    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["a", "b"])
        sheet.write_row(1, 0, [1, 2])
        sheet.write_formula(2, 1, "=1/0", None, "#DIV/0!")
        sheet.write(2, 0, 5)
    seen = inspect(tmp_path, out.getvalue(), "a.xlsx")
    assert [
        (remark.line, remark.column, remark.value, remark.reason) for remark in seen.remarks
    ] == [(3, "B", "#DIV/0!", "error_cell")]


def test_a_header_without_data_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Unreadable) as caught:
        inspect(tmp_path, "编号,总体,意见\r\n")
    assert caught.value.reason == "no_data"


def test_a_day_cell_is_a_day_and_a_moment_keeps_its_time() -> None:
    from analytics.intake.file.workbook import as_text

    assert [as_text(datetime(2006, 10, 12)), as_text(datetime(2006, 10, 12, 9, 30))] == [
        "2006-10-12",
        "2006-10-12 09:30:00",
    ]


def test_garbled_cells_of_a_workbook_are_mended_when_a_person_says_so_and_told_line_by_line(
    tmp_path: Path,
) -> None:
    table = [
        ["编号", "总体满意度", "意见建议"],
        *([str(n), "4", "现场服务不错"] for n in range(1, 8)),
        ["8", "4", "ok"],
    ]
    data = workbook([[cell.encode().decode("latin-1") for cell in row] for row in table])
    with pytest.raises(Unreadable) as caught:
        inspect(tmp_path, data, "x.xlsx")
    assert caught.value.reason == "mendable"
    seen = inspect(tmp_path, data, "x.xlsx", encoding=caught.value.details["way"])
    assert seen.names == tuple(table[0])
    assert cells(tmp_path)[0] == ("1", "4", "现场服务不错")
    assert [remark.line for remark in seen.remarks if remark.reason == "text_mended"] == list(
        range(2, 9)
    )

"""Sums, headings, further tables and headers are told from records, anywhere in a table."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.intake.files import cells, csv_text, inspect, workbook

REGISTER = "展馆,企业名称,展位面积,参展费"
FIRMS = [f"1号馆,甲{n}公司,{9 + n},{9000 + n}" for n in range(5)]
SUMS = (55, 45010)


def left_out(folder: Path, *lines: str) -> list[tuple[int | None, str]]:
    """(line, reason) of every line left out."""
    inspection = inspect(folder, csv_text(*lines))
    return [(it.line, it.reason) for it in inspection.remarks if it.is_left_out]


@pytest.mark.parametrize(
    "line",
    [
        ",小计,55,45010",
        ",一号馆合计：,55,45010",
        "Subtotal hall 1,,55,45010",
        ",五家企业,55,45010",
        "1号馆,,55,45010",
        "Gesamtsumme,,55,",
    ],
)
def test_a_line_that_says_the_sum_of_those_above_is_no_record(tmp_path: Path, line: str) -> None:
    more = [f"2号馆,乙{n}公司,{12 + n},{100 + n}" for n in range(5)]
    assert left_out(tmp_path, REGISTER, *FIRMS, line, *more) == [(7, "total_row")]


def test_a_word_that_stands_beside_the_sum_each_time_is_no_group(tmp_path: Path) -> None:
    lines = ["日期,观众类别,人数"]
    for day in range(1, 4):
        trade, public = 1000 + day, 500 + 7 * day
        lines += [f"2024-05-0{day},专业,{trade}", f"2024-05-0{day},普通,{public}"]
        lines += [f"2024-05-0{day},全部,{trade + public}"]
    assert [line for line, _ in left_out(tmp_path, *lines)] == [4, 7, 10]


@pytest.mark.parametrize(
    "line",
    [
        "1号馆,Total,55,45010.5",
        "1号馆,乙合计商贸公司,18,9000",
        ",丙公司,18,9000",
        "1号馆,Sum Technologies,19,900",
    ],
)
def test_a_firm_stays_one_whatever_it_is_called(tmp_path: Path, line: str) -> None:
    assert left_out(tmp_path, REGISTER, *FIRMS[:2], line.replace("55", "77"), *FIRMS[2:]) == []


def test_three_stands_of_which_one_is_as_large_as_the_others_together_stay(tmp_path: Path) -> None:
    lines = ["企业名称,行业,展位面积", "甲公司,电子,9", "乙公司,家居,9", "丙公司,,18"]
    assert left_out(tmp_path, *lines, "丁公司,电子,9", "戊公司,电子,27", "己公司,家居,9") == []


@pytest.mark.parametrize(
    ("first", "second"), [("电子 (2)", "家居 (3)"), ("Electronics [2 firms]", "Home [3 firms]")]
)
def test_lines_that_head_a_group_with_its_number_are_none(
    tmp_path: Path, first: str, second: str
) -> None:
    lines = ["企业名称,行业,展位面积", f"{first},,", "甲,电子,9", "乙,电子,18"]
    lines += [f"{second},,", "丙,家居,9", "丁,家居,9", "戊,家居,18"]
    assert [line for line, _ in left_out(tmp_path, *lines)] == [2, 5]


def test_headings_and_page_numbers_inside_are_none(tmp_path: Path) -> None:
    lines = [REGISTER, "【电子展区】,,,", *FIRMS, "第 1 页 共 2 页,,,", "家居展区,,,"]
    lines += ["打印日期：2024-05-01,,,", *(line.replace("甲", "乙") for line in FIRMS)]
    assert left_out(tmp_path, *lines) == [
        (2, "section_row"),
        (8, "page_footer"),
        (9, "section_row"),
        (10, "page_footer"),
    ]


def test_a_lone_name_is_kept_and_pointed_out(tmp_path: Path) -> None:
    lines = [REGISTER, *FIRMS, ",甲乙丙丁,,", *(line.replace("甲", "乙") for line in FIRMS)]
    inspection = inspect(tmp_path, csv_text(*lines))
    assert [(it.line, it.reason) for it in inspection.remarks] == [(7, "lone_cell")]
    assert inspection.lines_left_out == 0


@pytest.mark.parametrize(
    "types",
    ["编号题,量表,量表,填空题", "ID,Scale,Scale,Open-Ended Response", "(编号),(1-5),(1-5),(选填)"],
)
def test_a_line_of_types_under_the_header_is_no_answer(tmp_path: Path, types: str) -> None:
    answers = [f"{n},{n % 5 + 1},{n % 4 + 1},好{n}" for n in range(8)]
    assert left_out(tmp_path, "编号,总体满意度,餐饮满意度,意见", types, *answers) == [
        (2, "type_row")
    ]


def test_a_first_answer_in_words_is_an_answer(tmp_path: Path) -> None:
    answers = [f"{n},{n % 5 + 1},{n % 4 + 1},好{n}" for n in range(8)]
    words = "99,非常满意,满意,很好"
    assert left_out(tmp_path, "编号,总体满意度,餐饮满意度,意见", words, *answers) == []


def test_columns_below_a_second_header_go_where_their_names_are(tmp_path: Path) -> None:
    lines = ["编号,总体,餐饮,班车", "1,5,4,3", "2,4,3,2", "编号,班车,总体,餐饮", "3,1,5,4"]
    assert left_out(tmp_path, *lines) == [(4, "header_reordered")]
    assert cells(tmp_path) == [("1", "5", "4", "3"), ("2", "4", "3", "2"), ("3", "5", "4", "1")]


def test_a_column_that_only_the_second_header_has_is_said(tmp_path: Path) -> None:
    lines = ["编号,总体,餐饮,班车", "1,5,4,3", "2,4,3,2", "编号,班车,保安,餐饮", "3,1,5,4"]
    inspection = inspect(tmp_path, csv_text(*lines))
    assert [(it.reason, it.details.get("names")) for it in inspection.remarks] == [
        ("header_other", "保安")
    ]
    assert cells(tmp_path)[-1] == ("3", None, "4", "1")


def test_a_table_below_is_left_out_and_a_gap_between_records_is_not_one(tmp_path: Path) -> None:
    answers = [[f"K{n}", n % 5 + 1, n % 4 + 1, "好"] for n in range(8)]
    blank = ["", "", "", ""]
    below = [["物品", "数量", "", ""], ["桌子", 40, "", ""], ["椅子", 160, "", ""]]
    header = ["编号", "总体满意度", "餐饮满意度", "意见"]
    data = workbook([header, *answers[:4], blank, *answers[4:], blank, blank, *below])
    inspection = inspect(tmp_path, data, "x.xlsx")
    assert [(it.line, it.reason) for it in inspection.remarks] == [
        (13, "second_table"),
        (14, "second_table"),
        (15, "second_table"),
    ]


def test_a_table_beside_is_left_out_and_named(tmp_path: Path) -> None:
    rows = [["编号", "总体满意度", "意见", "", "展馆", "人数"]]
    rows += [[n, n % 5 + 1, f"好{n}", "", "", ""] for n in range(12)]
    rows[1][4:], rows[2][4:] = ["1号馆", 200], ["2号馆", 300]
    inspection = inspect(tmp_path, workbook(rows), "x.xlsx")
    assert inspection.names == ("编号", "总体满意度", "意见")
    assert [(it.column, it.reason) for it in inspection.remarks] == [
        ("展馆", "table_beside"),
        ("人数", "table_beside"),
    ]


def test_an_empty_column_between_two_halves_of_one_table_parts_nothing(tmp_path: Path) -> None:
    rows = [["编号", "总体满意度", "", "展馆", "意见"]]
    rows += [[n, n % 5 + 1, "", "1号馆", f"好{n}"] for n in range(12)]
    assert len(inspect(tmp_path, workbook(rows), "x.xlsx").names) == 4


@pytest.mark.parametrize("mark", ["同上", "″", "〃", "ditto", "同 上"])
def test_a_mark_for_the_same_says_what_stands_above(tmp_path: Path, mark: str) -> None:
    lines = [
        "企业名称,展位号,展位面积",
        "甲公司,A1,9",
        f"{mark},A2,9",
        f"{mark},A3,18",
        "乙公司,B1,9",
    ]
    inspection = inspect(tmp_path, csv_text(*lines))
    assert [row[0] for row in cells(tmp_path)] == ["甲公司", "甲公司", "甲公司", "乙公司"]
    assert [(it.line, it.reason) for it in inspection.remarks] == [(3, "ditto"), (4, "ditto")]


def test_as_above_among_answers_is_not_somebody_elses_answer(tmp_path: Path) -> None:
    lines = ["编号,总体满意度,意见建议", "1,5,餐饮太贵", "2,4,同上", "3,4,很好"]
    inspection = inspect(tmp_path, csv_text(*lines))
    assert [row[2] for row in cells(tmp_path)] == ["餐饮太贵", None, "很好"]
    assert [(it.line, it.reason) for it in inspection.remarks] == [(3, "ditto_of_answer")]


def test_a_quotation_mark_is_a_ditto_where_it_can_say_who_and_else_an_answer(
    tmp_path: Path,
) -> None:
    lines = ("甲公司,A1,9", '"""",A2,18', "乙公司,A3,9")
    inspection = inspect(tmp_path, csv_text("企业名称,展位号,面积", *lines), "list.csv")
    assert [(it.line, it.reason) for it in inspection.remarks] == [(3, "ditto")]
    answers = ("1,好,4", '2,"""",5', "3,好,3")
    inspection = inspect(tmp_path, csv_text("编号,身份,总体满意度", *answers), "survey.csv")
    assert inspection.remarks == ()

"""Tables that are not one line a record: turned where that is sure, else refused by their shape."""

from __future__ import annotations

from pathlib import Path

import pytest

from analytics.errors import Unreadable
from tests.intake.files import convert, csv_text, inspect, workbook


def shape_of(folder: Path, *lines: str) -> str:
    """The reason for which a file is refused; '' where it is not."""
    try:
        inspect(folder, csv_text(*lines))
    except Unreadable as fault:
        return fault.reason
    return ""


def test_one_column_an_edition_becomes_one_line_a_company_and_edition(tmp_path: Path) -> None:
    text = csv_text("企业名称,第五届成交额(万元),第六届成交额(万元)", "甲,12.5,", "乙,,", "丙,3,4")
    conversion = convert(tmp_path, text, kind="participations")
    rows = conversion.table("participation_rows")
    assert [(row["edition_id"], row["line"], row["turnover"]) for row in rows] == [
        ("f-5", 2, 125_000),
        ("f-5", 4, 30_000),
        ("f-6", 4, 40_000),
    ]
    assert conversion.lines == (4, 3, 1)
    assert (3, "no_edition_said") in conversion.reasons()
    (remark,) = [remark for remark in conversion.remarks if remark.reason == "turned_wide"]
    assert remark.details == {"lines": "2", "editions": "2"}


def test_several_measures_an_edition_stay_together(tmp_path: Path) -> None:
    header = "Company,2022 Stand area (sqm),2022 Fee (EUR),2023 Stand area (sqm),2023 Fee (EUR)"
    text = csv_text(header, "A Ltd,9,900,18,1800", "B Ltd,,,27,2700")
    rows = convert(tmp_path, text, kind="participations").table("participation_rows")
    assert [(row["edition_id"], row["booth_area_sqm"], row["fee"]) for row in rows] == [
        ("f-2022", 9, 900),
        ("f-2023", 18, 1800),
        ("f-2023", 27, 2700),
    ]


def test_bare_years_do_not_say_what_they_measure(tmp_path: Path) -> None:
    assert shape_of(tmp_path, "Company,2021,2022", "A,9,18", "B,,36") == "shape_wide"


def test_one_line_an_answer_becomes_one_line_a_respondent(tmp_path: Path) -> None:
    lines = [
        f"R{person},Firm {person},{question},{mark}"
        for person in (1, 2, 3)
        for question, mark in (("Overall satisfaction", 4), ("Hall satisfaction", person))
    ]
    conversion = convert(tmp_path, csv_text("Respondent ID,Company,Question,Answer", *lines))
    rows = conversion.table("response_rows")
    assert [(row["respondent"], row["overall"], row["sat"]) for row in rows] == [
        ("R1", 400, [100]),
        ("R2", 400, [200]),
        ("R3", 400, [300]),
    ]
    assert conversion.lines == (3, 3, 0)


def test_a_question_that_one_respondent_answers_twice_turns_nothing(tmp_path: Path) -> None:
    lines = ["R1,Overall,4", "R1,Overall,5", "R2,Hall,3", "R2,Overall,2"]
    inspection = inspect(tmp_path, csv_text("ID,Question,Answer", *lines))
    assert inspection.names == ("ID", "Question", "Answer")


@pytest.mark.parametrize(
    "lines",
    [
        ("选项,小计,比例", "非常满意,40,40%", "满意,30,30%", "一般,20,20%"),
        ("Answer Choices,Responses", "Very satisfied,12", "Satisfied,7", "Dissatisfied,1"),
        ("Question,Mean,N", "Hall satisfaction,4.2,30", "Catering satisfaction,3.9,29"),
    ],
)
def test_counts_by_answer_are_told_by_their_shape(tmp_path: Path, lines: tuple[str, ...]) -> None:
    assert shape_of(tmp_path, *lines) == "shape_summary"


def test_respondents_in_columns_are_told_by_their_shape(tmp_path: Path) -> None:
    lines = ("总体满意度,5,4,3,2", "餐饮满意度,4,4,3,1", "您从何处得知本展会？,官网,邮件,官网,邮件")
    assert shape_of(tmp_path, "问卷编号,K1,K2,K3,K4", *lines) == "shape_on_its_side"


@pytest.mark.parametrize(
    "lines",
    [
        ("问卷编号,总体满意度,餐饮满意度", "1,5,4", "2,4,3"),
        ("总体满意度,推荐意愿", "非常满意,9", "满意,8", "一般,5"),
        ("企业名称,展位面积,参展费", "甲,9,100", "乙,18,200"),
        ("届次,年份,成交额", "1,2021,100", "2,2022,200"),
        ("Company,Founded,Stand area", "A,2021,9", "B,2022,18"),
    ],
)
def test_a_table_with_one_line_a_record_is_left_as_it_is(
    tmp_path: Path, lines: tuple[str, ...]
) -> None:
    inspection = inspect(tmp_path, csv_text(*lines))
    assert inspection.names == tuple(lines[0].split(","))
    assert inspection.remarks == ()


DAY = [["问卷编号", "总体满意度", "餐饮满意度"], ["1", 5, 4], ["2", 4, 3]]


def test_sheets_of_one_form_are_one_table_whatever_the_order_of_their_columns(
    tmp_path: Path,
) -> None:
    other = [["餐饮满意度", "问卷编号", "总体满意度"], [1, "3", 2]]
    book = workbook(DAY, before={"6月12日": other, "说明": [["a"], ["b"]]})
    inspection = inspect(tmp_path, book, "a.xlsx")
    assert inspection.sheet == "6月12日 + Data"
    assert inspection.sheets[0] == inspection.sheet
    conversion = convert(tmp_path, book, name="第8届.xlsx")
    rows = conversion.table("response_rows")
    assert [(row["line"], row["respondent"], row["overall"]) for row in rows] == [
        (2, "3", 200),
        (4, "1", 500),
        (5, "2", 400),
    ]
    unread = [remark.value for remark in conversion.remarks if remark.reason == "sheet_not_read"]
    assert unread == ["说明"]


def test_a_sheet_that_somebody_names_is_read_alone(tmp_path: Path) -> None:
    book = workbook(DAY, before={"6月12日": DAY})
    assert inspect(tmp_path, book, "a.xlsx", sheet="Data").lines_read == 2
    assert inspect(tmp_path, book, "a.xlsx", sheet="6月12日 + Data").lines_read == 4


def test_sheets_called_by_editions_say_which_edition_their_lines_are_of(tmp_path: Path) -> None:
    register = [["企业名称", "展位面积"], ["甲", 9]]
    book = workbook([["x"]], before={"第五届": register, "第六届": register})
    rows = convert(tmp_path, book, kind="participations").table("participation_rows")
    assert [row["edition_id"] for row in rows] == ["f-5", "f-6"]


def test_numbered_respondents_beside_questions_lie_on_their_side(tmp_path: Path) -> None:
    head = "Question," + ",".join(f"Resp {n}" for n in range(1, 9))
    rows = ("Parking,4,3,4,5,2,3,4,4", "Seminars,3,3,2,4,4,5,1,2")
    assert shape_of(tmp_path, head, *rows) == "shape_on_its_side"


def test_counts_of_answers_in_german_are_a_summary(tmp_path: Path) -> None:
    rows = ("Wie zufrieden sind Sie?,sehr zufrieden,44", ",zufrieden,51", ",unzufrieden,9")
    assert shape_of(tmp_path, "Frage,Antwort,Anzahl", *rows) == "shape_summary"

"""Answers that may be nobody's own are kept and pointed out; no address is shown."""

from __future__ import annotations

from pathlib import Path

from tests.intake.files import convert, csv_text, inspect

ANSWERS = [f"{n},{n % 5 + 1},{n % 4 + 1},意见第{n}条" for n in range(1, 9)]
HEADER = "编号,总体满意度,餐饮满意度,意见建议"


def test_an_answer_without_a_number_is_named(tmp_path: Path) -> None:
    conversion = convert(tmp_path, csv_text(HEADER, *ANSWERS, ",5,5,好"))
    assert conversion.reasons() == [(10, "no_number")]


def test_a_test_is_named_and_a_maker_of_test_rigs_is_not(tmp_path: Path) -> None:
    lines = [*ANSWERS, "9,5,5,测试", "10,5,5,测试设备很好", "11,5,5,TEST"]
    assert convert(tmp_path, csv_text(HEADER, *lines)).reasons() == [
        (10, "looks_like_test"),
        (12, "looks_like_test"),
    ]


def test_answers_equal_in_every_cell_are_named_where_one_cell_is_hardly_ever_equal(
    tmp_path: Path,
) -> None:
    rows = [f"2024-05-01 10:00:{n:02},{n % 5 + 1},{n % 4 + 1}" for n in range(10)]
    text = csv_text("提交时间,总体满意度,餐饮满意度", *rows, rows[3])
    conversion = convert(tmp_path, text)
    assert conversion.reasons() == [(12, "said_twice")]
    assert conversion.remarks[-1].details["others"] == "5"


def test_equal_ratings_alone_are_no_repeat(tmp_path: Path) -> None:
    rows = ["5,5", "4,4", "5,5", "5,5", "3,4", "2,1"] * 4
    assert convert(tmp_path, csv_text("总体满意度,餐饮满意度", *rows)).reasons() == []


def test_the_same_address_or_number_twice_is_named_and_not_shown(tmp_path: Path) -> None:
    people = [("a@x.org", "13800001111"), ("b@x.org", "13800002222"), ("a@x.org", "13800002222")]
    rows = [f"{n},{n % 5 + 1},{mail},{phone}" for n, (mail, phone) in enumerate(people)]
    text = csv_text("编号,总体满意度,联系邮箱,手机", *rows)
    conversion = convert(tmp_path, text)
    assert conversion.reasons() == [(4, "same_contact"), (4, "same_contact")]
    inspection = inspect(tmp_path, text)
    shown = f"{inspection.to_json()}{[it.value for it in conversion.remarks]}"
    assert "x.org" not in shown
    assert "1380000" not in shown
    assert "profile_fields" not in conversion.answer["questionnaire"]


def test_an_address_in_a_line_left_out_is_hidden(tmp_path: Path) -> None:
    rows = [f"{n},{n % 5 + 1},好,c{n}@x.org" for n in range(6)]
    conversion = convert(tmp_path, csv_text("编号,总体满意度,意见,邮箱", *rows, "7,,,d@x.org"))
    left_out = [it for it in conversion.remarks if it.is_left_out]
    assert [(it.line, it.reason) for it in left_out] == [(8, "no_answers")]
    assert "x.org" not in str(left_out)


def test_a_company_called_test_is_a_test_and_one_that_tests_is_not(tmp_path: Path) -> None:
    companies = ["Test GmbH", "Testing Tools GmbH", "测试有限公司", "Adler Test Systems Ltd"]
    lines = [f"{n},{name},{n % 4 + 1},3" for n, name in enumerate(companies, 1)]
    conversion = convert(tmp_path, csv_text("编号,企业名称,总体满意度,餐饮满意度", *lines))
    named = {it.line for it in conversion.remarks if it.reason == "looks_like_test"}
    assert named == {2, 4}

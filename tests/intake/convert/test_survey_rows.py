"""The answers of a survey become the store's rows."""

from __future__ import annotations

from pathlib import Path

from tests.intake.files import convert, csv_text

SURVEY = csv_text(
    "问卷编号,展商编号,场馆硬件-空调通风,网站,网站（重要程度）,总体满意度,下届参展意向,参展目的,身份",
    "a,E1,4,3,5,满意,计划参加,展示企业形象；寻找投资,新",
    "b,E2,9,2,4,6,可能参加,,新",
    "c,E3,,不适用,,,,,",
    "a,E4,1,1,1,一般,计划参加,,老",
)


def test_answers_stand_at_the_slots_of_their_items_in_hundredths(tmp_path: Path) -> None:
    converted = convert(tmp_path, SURVEY)
    first, second, _ = converted.table("response_rows")
    assert first == first | {
        "sat": [400, 300],
        "imp": [None, 500],
        "overall": 400,
        "intention": 300,
        "exhibitor_key": "c:E1",
        "objectives": ["show_company", "find_investment"],
    }
    assert dict(first["profile"]) == {"0d0b9589": ["新"]}
    assert (second["sat"], second["overall"]) == ([None, 200], None)
    assert [(row["item_id"], row["slot"]) for row in converted.table("items")] == [
        ("venue_hardware.11cf0fc0", 1),
        ("website", 2),
    ]


def test_what_is_outside_the_scale_is_reported_and_never_stored(tmp_path: Path) -> None:
    converted = convert(tmp_path, SURVEY)
    outside = [
        (remark.line, remark.column, remark.value)
        for remark in converted.remarks
        if remark.reason == "outside_scale"
    ]
    assert outside == [(3, "总体满意度", "6")]


def test_a_line_without_answers_is_left_out_and_one_that_comes_again_is_counted_once(
    tmp_path: Path,
) -> None:
    converted = convert(tmp_path, SURVEY + "b,E2,9,2,4,6,可能参加,,新\r\n")
    left_out = [(remark.line, remark.reason) for remark in converted.remarks if remark.is_left_out]
    assert sorted(left_out) == [(4, "no_answers"), (6, "duplicate_row")]


def test_one_number_with_different_answers_is_asked_about_and_overwrites_nothing(
    tmp_path: Path,
) -> None:
    converted = convert(tmp_path, SURVEY)
    shared = [
        (remark.line, remark.details["others"])
        for remark in converted.remarks
        if remark.reason == "duplicate_respondent"
    ]
    assert (shared, len(converted.table("response_rows"))) == ([(2, "5"), (5, "2")], 3)


def test_what_an_edition_asked_is_kept_with_its_scale(tmp_path: Path) -> None:
    asked = {row["item_id"]: row for row in convert(tmp_path, SURVEY).table("question_rows")}
    assert set(asked) == {"venue_hardware.11cf0fc0", "website", "overall", "intention"}
    intention = asked["intention"]
    assert (intention["scale_min"], intention["scale_max"]) == (1, 3)
    assert (intention["is_measure"], intention["label_as_asked"]) == (True, "下届参展意向")


def test_a_reversed_scale_is_turned(tmp_path: Path) -> None:
    header = '"总体满意度(1=非常满意,5=很不满意)"'
    beside = '"网站(1=很不满意,5=非常满意)"'
    converted = convert(
        tmp_path, csv_text(f"{header},{beside}", "1,5", "2,5", "5,4"), kind="exhibitor_survey"
    )
    assert [row["overall"] for row in converted.table("response_rows")] == [500, 400, 100]


def test_an_expectation_stands_beside_its_item(tmp_path: Path) -> None:
    converted = convert(
        tmp_path, csv_text("网站,网站（期望）", "3,5", "4,4"), kind="exhibitor_survey"
    )
    assert [(row["sat"], row["expected"]) for row in converted.table("response_rows")] == [
        ([300], [500]),
        ([400], [400]),
    ]


def test_a_file_of_several_editions_tells_what_each_asked(tmp_path: Path) -> None:
    converted = convert(
        tmp_path, csv_text("届次,网站,会刊", "7,3,", "7,4,", "8,5,2"), kind="exhibitor_survey"
    )
    assert {(row["edition_id"], row["item_id"]) for row in converted.table("question_rows")} == {
        ("f-7", "website"),
        ("f-8", "website"),
        ("f-8", "show_catalogue"),
    }
    assert [row["number"] for row in converted.table("edition_rows")] == [7, 8]

"""Who answers each line, where a column says so: both audiences in one file are told apart."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from analytics.intake.mapping.detect_kind import detect_kind
from analytics.intake.mapping.known_fair import Known
from analytics.intake.mapping.roles import roles_in
from analytics.intake.mapping.suggest import suggest
from tests.intake.files import convert, csv_text, inspect


def survey(header: str, *roles: str) -> str:
    rows = (f"{n},{role},{n % 4 + 2},{n % 3 + 3}" for n, role in enumerate(roles * 3, 1))
    return csv_text(f"编号,{header},总体满意度,餐饮满意度", *rows)


@pytest.mark.parametrize(
    ("header", "exhibitors", "visitors"),
    [
        ("您的身份", "参展商", "专业观众"),
        ("I am here as", "Exhibitor", "Visitor"),
        ("Q1", "参展商/Exhibitor", "观众/Visitor"),
        ("Sie sind", "Aussteller", "Fachbesucher"),
    ],
)
def test_two_audiences_are_asked_and_a_named_kind_holds_for_all_lines(
    tmp_path: Path, header: str, exhibitors: str, visitors: str
) -> None:
    inspection = inspect(tmp_path, survey(header, exhibitors, visitors))
    doubt = next(it for it in suggest(inspection, Known()).doubts if it.reason == "two_audiences")
    assert (doubt.weight, doubt.details["exhibitors"], doubt.details["visitors"]) == (
        "guess",
        "3",
        "3",
    )
    assert suggest(inspection, Known()).use(header).leaves_out == (visitors,)
    of_visitors = suggest(inspection, Known(), "visitor_survey")
    assert [(doubt.reason, doubt.weight) for doubt in of_visitors.doubts] == [
        ("two_audiences_as_one", "note")
    ]
    assert of_visitors.use(header).leaves_out == ()
    half = suggest(inspection, Known(), "visitor_survey", takes_half=True)
    assert [(doubt.reason, doubt.weight) for doubt in half.doubts] == [("two_audiences", "note")]
    assert half.use(header).leaves_out == (exhibitors,)


def test_lines_of_the_other_audience_are_named(tmp_path: Path) -> None:
    data = survey("您的身份", "参展商", "专业观众", "媒体")
    inspection = inspect(tmp_path, data, "第8届.csv")
    agreed = replace(suggest(inspection, Known("f", "展会", "Fair")), doubts=())
    conversion = convert(tmp_path, data, mapping=agreed)
    lines = [it.line for it in conversion.remarks if it.is_left_out]
    assert lines == [3, 4, 6, 7, 9, 10]


def test_a_role_of_one_audience_says_whose_survey_it_is(tmp_path: Path) -> None:
    inspection = inspect(tmp_path, survey("What is your role?", "Buyer", "Engineer"))
    assert detect_kind(inspection) == "visitor_survey"


def test_whom_somebody_wants_to_meet_is_no_role(tmp_path: Path) -> None:
    assert roles_in(inspect(tmp_path, survey("希望遇到", "买家", "工程师"))) is None

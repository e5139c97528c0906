"""A column whose header names a rating never sinks into the other answers unasked."""

from __future__ import annotations

from pathlib import Path

import pytest

from analytics.intake.mapping import mapping_table
from analytics.intake.mapping.known_fair import Known
from analytics.intake.mapping.open_points import open_points
from analytics.intake.mapping.question_header import read_question
from analytics.intake.mapping.standard_questionnaire import measure_of
from analytics.intake.mapping.suggest import suggest
from tests.intake.files import csv_text, inspect

NOBODY = Known("f")


def blocking_points(folder: Path, header: str, *answers: str) -> list[str]:
    rows = [f"{n};{answers[n % len(answers)]}" for n in range(30)]
    inspection = inspect(folder, csv_text(f"编号;{header}", *rows), "参展商调查第8届.csv")
    points = open_points(suggest(inspection, NOBODY, "exhibitor_survey"), inspection, NOBODY)
    return [
        point.reason for point in points if point.reason == "rating_unread" and point.is_blocking
    ]


@pytest.mark.parametrize("answers", [("1,5", "2,5", "3"), ("gut", "sehr gut", "mangelhaft")])
def test_answers_that_are_not_read_as_ratings_are_asked_about(
    tmp_path: Path, answers: tuple[str, ...]
) -> None:
    assert blocking_points(tmp_path, "展位搭建满意度", *answers) == ["rating_unread"]


@pytest.mark.parametrize("header", ["您不满意的方面", "不满意的原因", "所属行业"])
def test_what_asks_no_rating_is_not_held_up(tmp_path: Path, header: str) -> None:
    assert blocking_points(tmp_path, header, "机械", "轻工", "食品") == []


def test_taken_as_a_rating_a_decimal_comma_is_read(tmp_path: Path) -> None:
    inspection = inspect(
        tmp_path, csv_text("编号;展位搭建满意度", *(f"{n};{n % 4 + 1},5" for n in range(30)))
    )
    use = mapping_table.anew("item", inspection.columns[1])
    assert (use.target, use.doubt) == ("item", "")


def test_grades_as_schools_give_them_are_asked_about(tmp_path: Path) -> None:
    rows = [f"{n};{n % 6 + 1};{(n + 2) % 6 + 1}" for n in range(30)]
    inspection = inspect(tmp_path, csv_text("ID;Gesamtnote;Note Standbau", *rows), "note.csv")
    uses = suggest(inspection, NOBODY, "exhibitor_survey").columns[1:]
    assert [(use.scale, use.doubt) for use in uses] == [((1, 6), "direction_unclear")] * 2


@pytest.mark.parametrize(
    ("header", "measure"),
    [
        ("How would you rate the event overall?", "overall"),
        ("総合満足度（1-5）", "overall"),
        ("Werden Sie wieder ausstellen?", "intention"),
        ("次回も出展しますか？", "intention"),
        ("Eröffnung der Messe", ""),
    ],
)
def test_measures_are_known_in_further_languages(header: str, measure: str) -> None:
    asked = read_question(header)
    assert (measure_of(asked.label) or measure_of(header)) == measure

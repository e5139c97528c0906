"""A direction that stands in one header holds for its own column and for its battery."""

from __future__ import annotations

from pathlib import Path

import pytest

from analytics.intake.cells.best_end import direction_of_header
from analytics.intake.mapping.column_use import NO_DIRECTION, ColumnUse
from analytics.intake.mapping.known_fair import Known
from analytics.intake.mapping.question_header import read_question
from analytics.intake.mapping.suggest import suggest
from analytics.intake.mapping.yes_no_numbers import stated_yes
from tests.intake.files import csv_text, inspect


def rated(folder: Path, header: str) -> list[ColumnUse]:
    rows = [f"{n},{n % 5 + 1},{(n + 2) % 5 + 1}" for n in range(1, 31)]
    inspection = inspect(folder, csv_text(header, *rows), "survey.csv")
    return list(suggest(inspection, Known("f"), "exhibitor_survey").columns[1:])


def test_a_reversed_intention_turns_no_other_rating_and_they_are_asked(tmp_path: Path) -> None:
    overall, intention = rated(
        tmp_path, "编号,总体满意度,下届参展意愿（1=一定参加，5=一定不参加）".replace("，", " ")
    )
    assert (overall.is_reversed, overall.doubt) == (False, NO_DIRECTION)
    assert intention.is_reversed


def test_a_reversed_item_is_asked_for_those_beside_it(tmp_path: Path) -> None:
    first, second = rated(tmp_path, "编号,总体满意度（1=非常满意）,餐饮满意度")
    assert (first.doubt, second.doubt) == ("reversed", NO_DIRECTION)


def test_a_dissatisfaction_turns_itself_alone(tmp_path: Path) -> None:
    first, second = rated(tmp_path, '编号,"Overall dissatisfaction (1 = low; 5 = high)",Food')
    assert (first.is_reversed, second.is_reversed, second.doubt) == (True, False, "new_item")


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("Overall dissatisfaction (1 = low, 5 = high)", "down"),
        ("Unzufriedenheit insgesamt", "down"),
        ("总体不满意度", "down"),
        ("餐饮不满意程度（1=非常满意，5=非常不满意）", "down"),
        ("Satisfaction or dissatisfaction with food", ""),
        ("总体满意度（1=不满意，5=满意）", "up"),
    ],
)
def test_more_dissatisfaction_is_worse(header: str, expected: str) -> None:
    assert direction_of_header(header) == expected


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("Overall satisfaction (0 = not at all, 10 = completely)", ((0, 10), "up")),
        ("Gesamtnote (1 = sehr gut, 6 = ungenügend)", ((1, 6), "down")),
        ("Overall (1 = completely useless, 5 = excellent)", (None, "up")),
    ],
)
def test_the_ends_that_a_header_names_are_its_scale_and_its_direction(
    header: str, expected: tuple[tuple[float, float] | None, str]
) -> None:
    question = read_question(header)
    assert (question.scale, question.direction) == expected


@pytest.mark.parametrize(
    ("header", "yes"), [("是否继续参展（1是2否）", 1), ("是否参展（1否2是）", 2), ("第1次参展", 0)]
)
def test_a_header_says_which_number_is_yes_without_a_sign_between(header: str, yes: int) -> None:
    assert stated_yes(header) == yes


def test_grades_beside_one_that_names_its_ends_are_on_its_scale(tmp_path: Path) -> None:
    rows = [f"{n};{n % 6 + 1};{(n + 2) % 6 + 1};{(n + 4) % 6 + 1}" for n in range(1, 31)]
    header = "Nr;Gesamtnote (1 = sehr gut, 6 = ungenügend);Note Catering;Note Parkplätze"
    inspection = inspect(tmp_path, csv_text(header, *rows), "note.csv")
    grades = suggest(inspection, Known("f"), "exhibitor_survey").columns[1:]
    assert {(use.scale, use.is_reversed) for use in grades} == {((1, 6), True)}

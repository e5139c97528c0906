"""A rating is known by its name, its words or its neighbours, never by small numbers alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from analytics.intake.mapping.column_use import ColumnUse, Mapping
from analytics.intake.mapping.known_fair import Known
from analytics.intake.mapping.open_points import open_points
from analytics.intake.mapping.suggest import suggest
from tests.intake.files import csv_text, inspect

NOBODY = Known("f")
ONE_TO_FIVE = (1, 2, 3, 4, 5)


def survey(folder: Path, **answers: tuple[object, ...]) -> Mapping:
    """The suggestion for columns that go through these answers again and again."""
    rows = [
        ",".join(str(of[(n + place) % len(of)]) for place, of in enumerate(answers.values()))
        for n in range(40)
    ]
    inspection = inspect(folder, csv_text(",".join(answers), *rows), "参展商调查第8届.csv")
    return suggest(inspection, NOBODY, "exhibitor_survey")


def use(folder: Path, name: str, **answers: tuple[object, ...]) -> ColumnUse:
    return survey(folder, **answers).use(name)


def test_a_column_between_two_ratings_is_one_even_if_nobody_used_the_low_end(
    tmp_path: Path,
) -> None:
    meaning = use(
        tmp_path, "蓝色大厅", 餐饮满意度=ONE_TO_FIVE, 蓝色大厅=(4, 5), 班车满意度=ONE_TO_FIVE
    )
    assert (meaning.target, meaning.scale) == ("item", (1, 5))


@pytest.mark.parametrize("name", ["第几次参展", "馆号", "同行人数", "Hall no", "Years exhibiting"])
def test_a_count_is_no_rating_wherever_it_stands(tmp_path: Path, name: str) -> None:
    answers = {"餐饮满意度": ONE_TO_FIVE, name: ONE_TO_FIVE, "班车满意度": ONE_TO_FIVE}
    meaning = use(tmp_path, name, **answers)
    assert (meaning.target, meaning.doubt) == ("profile", "count_no_rating")


def test_an_ordinal_beside_ratings_does_not_stretch_their_scale(tmp_path: Path) -> None:
    mapping = survey(tmp_path, 总体满意度=ONE_TO_FIVE, 餐饮满意度=ONE_TO_FIVE, 馆号=(1, 2, 3, 7))
    assert [use.scale for use in mapping.columns] == [(1, 5), (1, 5), None]


def test_small_numbers_under_a_name_that_says_nothing_are_asked_about_in_one_question(
    tmp_path: Path,
) -> None:
    rows = [f"{n % 5 + 1},{n % 5 + 1},{n % 3 + 1},{n % 4 + 1}" for n in range(40)]
    text = csv_text("总体满意度,餐饮满意度,蓝,绿", *rows)
    inspection = inspect(tmp_path, text, "参展商调查第8届.csv")
    points = open_points(suggest(inspection, NOBODY), inspection, NOBODY)
    assert [point.columns for point in points if point.reason == "rating_or_not"] == [("蓝", "绿")]


def test_yes_and_no_are_no_rating(tmp_path: Path) -> None:
    meaning = use(tmp_path, "First time?", 总体满意度=ONE_TO_FIVE, **{"First time?": ("Yes", "No")})
    assert (meaning.target, meaning.doubt) == ("profile", "")


def test_numbers_under_a_question_with_a_known_rating_belong_to_it(tmp_path: Path) -> None:
    answers = {"Q5 [Catering]": ONE_TO_FIVE, "Q5 [Blue hall]": (3, 4, 5)}
    assert use(tmp_path, "Q5 [Blue hall]", **answers).target == "item"

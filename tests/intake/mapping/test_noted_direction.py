"""Which end is best as a title, a note below the table or another sheet says it."""

from __future__ import annotations

from pathlib import Path

import pytest

from analytics.intake.mapping.column_use import NO_DIRECTION, ColumnUse
from analytics.intake.mapping.known_fair import Known
from analytics.intake.mapping.suggest import suggest
from tests.intake.files import csv_text, inspect, workbook

ANSWERS = [[n, n % 5 + 1, (n + 2) % 5 + 1] for n in range(1, 31)]
HEADER = ["Form", "Overall satisfaction", "Food satisfaction"]


def ratings(folder: Path, data: bytes | str, name: str) -> list[ColumnUse]:
    mapping = suggest(inspect(folder, data, name), Known("f"), "exhibitor_survey")
    return [use for use in mapping.columns if use.is_rating]


def ways(uses: list[ColumnUse]) -> set[tuple[bool, str]]:
    return {(use.is_reversed, use.doubt) for use in uses}


@pytest.mark.parametrize(
    "title",
    [
        "Survey 2025 – marks from 1 (very good) to 5 (very poor)",
        "满意度调查（1分为非常满意，5分为非常不满意）",
        "Lower is better",
    ],
)
def test_a_title_that_says_one_is_best_turns_the_ratings(tmp_path: Path, title: str) -> None:
    text = csv_text(f'"{title}"', "", *(",".join(map(str, row)) for row in [HEADER, *ANSWERS]))
    assert ways(ratings(tmp_path, text, "survey.csv")) == {(True, "reversed")}


def test_a_title_that_says_the_highest_is_best_changes_nothing(tmp_path: Path) -> None:
    title = '"1 = very poor, 5 = very good"'
    text = csv_text(title, "", *(",".join(map(str, row)) for row in [HEADER, *ANSWERS]))
    assert not any(use.is_reversed for use in ratings(tmp_path, text, "survey.csv"))


def test_a_title_for_another_scale_is_asked(tmp_path: Path) -> None:
    title = '"1 = very good, 7 = very poor"'
    text = csv_text(title, "", *(",".join(map(str, row)) for row in [HEADER, *ANSWERS]))
    assert ways(ratings(tmp_path, text, "survey.csv")) == {(False, NO_DIRECTION)}


def test_a_note_below_the_table_is_heard(tmp_path: Path) -> None:
    rows = [HEADER, *ANSWERS, [], ["注：1=非常满意，5=非常不满意"]]
    assert ways(ratings(tmp_path, workbook(rows), "a.xlsx")) == {(True, "reversed")}


@pytest.mark.parametrize(
    ("legend", "expected"),
    [
        ([["Code", "Meaning"], [1, "very satisfied"], [5, "very dissatisfied"]], True),
        ([["Code", "Meaning"], [1, "very dissatisfied"], [5, "very satisfied"]], False),
        ([["Code", "Meaning"], [1, "male"], [2, "female"]], False),
    ],
)
def test_a_code_book_on_another_sheet_is_heard(
    tmp_path: Path, legend: list[list[object]], expected: bool
) -> None:
    data = workbook([HEADER, *ANSWERS], before={"Codebook": legend})
    assert {use.is_reversed for use in ratings(tmp_path, data, "a.xlsx")} == {expected}


def test_a_title_does_not_turn_a_column_that_says_its_direction(tmp_path: Path) -> None:
    header = [*HEADER[:2], '"Food satisfaction (5 = very good)"']
    rows = [",".join(map(str, row)) for row in [header, *ANSWERS]]
    text = csv_text('"1 = very good, 5 = very poor"', "", *rows)
    assert [use.is_reversed for use in ratings(tmp_path, text, "survey.csv")] == [True, False]

"""In a file of codes in printed order nobody can know which end of a rating is best."""

from __future__ import annotations

from pathlib import Path

import pytest

from analytics.intake.cells.best_end import direction
from analytics.intake.mapping.known_fair import Known
from analytics.intake.mapping.open_points import open_points
from analytics.intake.mapping.suggest import suggest
from tests.intake.files import csv_text, inspect

NOBODY = Known("f")


def questions(folder: Path, header: str, known: Known = NOBODY) -> list[tuple[str, ...]]:
    rows = [f"{n},{n % 4 + 1},{n % 5 + 1},{(n + 1) % 5 + 1}" for n in range(40)]
    inspection = inspect(folder, csv_text(header, *rows), "参展商调查第8届.csv")
    points = open_points(suggest(inspection, known, "exhibitor_survey"), inspection, known)
    return [point.columns for point in points if point.reason == "direction_unclear"]


def test_the_best_end_is_asked_once_for_all_ratings(tmp_path: Path) -> None:
    header = "序号,您的年龄段,总体满意度,餐饮满意度"
    assert questions(tmp_path, header) == [("总体满意度", "餐饮满意度")]


@pytest.mark.parametrize(
    "header",
    [
        "序号,第几次参展,总体满意度,餐饮满意度",
        "序号,您对以下各项的满意程度：行业覆盖,总体满意度,餐饮满意度",
        "序号,您的年龄段,总体评分,餐饮评分",
        "序号,您的年龄段,总体满意度（1-5）,餐饮满意度（1-5）",
        "序号,您的年龄段,总体满意度（5=非常满意）,餐饮满意度（5=非常满意）",
    ],
)
def test_it_is_not_asked_where_nothing_is_a_code_or_the_header_says_it(
    tmp_path: Path, header: str
) -> None:
    assert questions(tmp_path, header) == []


def test_what_an_earlier_file_settled_is_not_asked_again(tmp_path: Path) -> None:
    header = "序号,您的年龄段,总体满意度,餐饮满意度"
    rows = [f"{n},{n % 4 + 1},{n % 5 + 1},{(n + 1) % 5 + 1}" for n in range(40)]
    inspection = inspect(tmp_path, csv_text(header, *rows), "参展商调查第7届.csv")
    first = suggest(inspection, NOBODY, "exhibitor_survey").settled()
    assert questions(tmp_path, header, Known("f", mappings=(first.dumps(),))) == []


@pytest.mark.parametrize(
    ("header", "end"),
    [
        ("Overall (5=helemaal goed, 9=不知道)", "unclear"),
        ("Overall (5=非常满意, 9=不知道)", "up"),
        ("Overall (1=非常满意, 9=不知道)", "down"),
    ],
)
def test_a_code_for_no_answer_says_nothing_about_the_best_end(header: str, end: str) -> None:
    assert direction(header, ()) == end

"""Which number is yes is known or asked; yes and no are never steps of a scale."""

from __future__ import annotations

from pathlib import Path

import pytest

from analytics.intake.mapping.column_use import ColumnUse
from analytics.intake.mapping.known_fair import Known
from analytics.intake.mapping.open_points import direction_point, open_points
from analytics.intake.mapping.suggest import suggest
from analytics.intake.mapping.yes_no_numbers import stated_yes, with_yes
from tests.intake.files import convert, csv_text, inspect

NOBODY = Known("f", "展会", "Fair")


def asked(folder: Path, header: str, *answers: str) -> tuple[ColumnUse, list[str]]:
    rows = [f"R{n},{n % 5 + 1},{answers[n % len(answers)]}" for n in range(30)]
    text = csv_text(f"问卷编号,总体满意度,{header}", *rows)
    inspection = inspect(folder, text, "参展商调查第8届.csv")
    mapping = suggest(inspection, NOBODY, "exhibitor_survey")
    points = open_points(mapping, inspection, NOBODY)
    return mapping.columns[2], [point.reason for point in points if point.is_blocking]


def test_one_and_two_are_asked_about(tmp_path: Path) -> None:
    assert asked(tmp_path, "下届是否参展？", "1", "2")[1] == ["which_yes"]


def test_one_and_nought_are_yes_and_no(tmp_path: Path) -> None:
    use, questions = asked(tmp_path, "Will you exhibit again?", "1", "0")
    assert (dict(use.words)["1"], dict(use.words)["0"], questions) == (3, 1, [])


@pytest.mark.parametrize(
    ("header", "yes"),
    [("下届是否参展（1=是，2=否）", 1), ("Again? (1=no, 2=yes)", 2), ("下届是否参展", 0)],
)
def test_a_header_may_say_which_number_is_yes(header: str, yes: int) -> None:
    assert stated_yes(header) == yes


def test_one_to_three_under_a_yes_or_no_question_leave_their_best_end_open(tmp_path: Path) -> None:
    assert asked(tmp_path, "明年还会参展吗", "1", "2", "3")[1] == ["direction_unclear"]


def test_what_a_person_says_settles_it(tmp_path: Path) -> None:
    use, _ = asked(tmp_path, "下届是否参展？", "1", "2")
    settled = with_yes(use, 2)
    assert (dict(settled.words), settled.doubt) == ({"2": 3.0, "1": 1.0}, "")
    column = inspect(tmp_path, csv_text("下届是否参展？", *"12" * 9)).columns[0]
    assert direction_point(settled, column) == ""


@pytest.mark.parametrize(
    ("answers", "points"),
    [
        (("会", "不会", "不确定"), [300, 100, 200]),
        (("Yes", "No", "Maybe"), [300, 100, 200]),
        (("非常可能", "比较可能", "不确定", "不太可能", "非常不可能"), [500, 400, 300, 200, 100]),
        (
            (
                "Extremely likely",
                "Somewhat likely",
                "Neither likely nor unlikely",
                "Somewhat unlikely",
                "Extremely unlikely",
            ),
            [500, 400, 300, 200, 100],
        ),
    ],
)
def test_words_for_how_likely_something_is_are_known(
    tmp_path: Path, answers: tuple[str, ...], points: list[int]
) -> None:
    rows = [f"R{n},{n % 5 + 1},{answers[n % len(answers)]}" for n in range(30)]
    text = csv_text("问卷编号,总体满意度,您下届是否继续参展", *rows)
    table = convert(tmp_path, text, kind="exhibitor_survey").table("response_rows")
    assert [row["intention"] for row in table[: len(answers)]] == points


def test_a_recommendation_in_yes_and_no_is_an_answer_to_filter_by(tmp_path: Path) -> None:
    use, questions = asked(tmp_path, "Would you recommend us?", "Yes", "No")
    assert (use.target, questions) == ("profile", [])

"""Which end of a scale is best, a header or the words beside its numbers say."""

from __future__ import annotations

import pytest

from analytics.intake.cells.best_end import direction, direction_of_answers, direction_of_header


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("满意度（5=非常满意）", "up"),
        ("满意度（1-5分，5分最满意）", "up"),
        ("推荐（0=完全不可能，10=非常可能）", "up"),
        ("Booth (5 is best)", "up"),
        ("分数越高越满意", "up"),
        ("总体满意度（1-5分）", ""),
        ("Q1满意度", ""),
        ("您最满意的3项", ""),
        ("满意度（0=未使用，9=不知道）", ""),
        ("Booth (1=helemaal goed)", "unclear"),
    ],
)
def test_a_header_says_otherwise_or_nothing(header: str, expected: str) -> None:
    assert direction_of_header(header) == expected


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        (["1（非常满意）", "2", "5（非常不满意）"], "down"),
        (["2", "7-非常不满意"], "down"),
        (["5-非常满意", "9-不知道"], "up"),
        (["0（完全不可能）", "10（非常可能）"], "up"),
        (["1", "2"], ""),
        (["1-非常满意", "5-非常满意"], "unclear"),
        (["1-goed", "5-slecht"], "unclear"),
    ],
)
def test_words_beside_the_numbers_show_which_end_is_best(answers: list[str], expected: str) -> None:
    assert direction_of_answers(answers) == expected


def test_header_and_answers_that_contradict_each_other_are_unclear() -> None:
    assert direction("总体满意度（1=非常满意）", ["5-非常满意"]) == "unclear"

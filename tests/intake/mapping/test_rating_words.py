"""Every rating word of a column has a step of its own, or a person is asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from analytics.intake.mapping.column_use import Mapping
from analytics.intake.mapping.known_fair import Known
from analytics.intake.mapping.open_points import open_points
from analytics.intake.mapping.suggest import suggest
from analytics.intake.table.inspection import Inspection
from tests.intake.files import convert, csv_text, inspect

NOBODY = Known("f")
FIVE = ["非常不满意", "不满意", "一般", "满意", "非常满意"]


def survey(*columns: list[str]) -> str:
    names = ("场馆硬件", "网站", "会刊")[: len(columns)]
    return csv_text(
        ",".join(names), *(",".join(words[n % len(words)] for words in columns) for n in range(30))
    )


@pytest.mark.parametrize(
    "words",
    [
        FIVE,
        ["不满意", "较不满意", "一般", "较满意", "满意"],
        ["不满意", "基本满意", "满意"],
        ["不满意", "一般", "满意"],
        ["Poor", "Fair", "Good", "Very good", "Excellent"],
        ["非常不同意", "不同意", "中立", "同意", "非常同意"],
        ["disagree", "neutral", "agree"],
    ],
)
def test_each_word_is_one_step_of_its_set(tmp_path: Path, words: list[str]) -> None:
    stored = convert(tmp_path, survey(words), kind="exhibitor_survey").table("response_rows")
    assert [row["sat"][0] for row in stored[: len(words)]] == [
        100 * step for step in range(1, len(words) + 1)
    ]


def columns_asked_about(inspection: Inspection, mapping: Mapping) -> list[str]:
    points = open_points(mapping, inspection, NOBODY)
    return [point.column for point in points if point.reason == "which_words" and point.is_blocking]


@pytest.mark.parametrize(
    "words",
    [
        ["poor", "fair", "good", "excellent"],
        ["满意", "比较满意", "好", "一般"],
        ["不满意", "基本满意", "满意", "很满意"],
    ],
)
def test_words_that_may_be_two_sets_or_none_are_asked(tmp_path: Path, words: list[str]) -> None:
    inspection = inspect(tmp_path, survey(words), "参展商调查第8届.csv")
    assert columns_asked_about(inspection, suggest(inspection, NOBODY, "exhibitor_survey")) == [
        "场馆硬件"
    ]


@pytest.mark.parametrize(
    ("words", "scale"),
    [
        (["Definitely not", "Probably not", "Probably", "Definitely"], (1, 4)),
        (["Definitely not", "Probably not", "Not sure", "Probably", "Definitely"], (1, 5)),
        (["肯定不会", "可能不会", "可能会", "肯定会"], (1, 4)),
        (["sicher nicht", "eher nicht", "wahrscheinlich", "auf jeden Fall"], (1, 4)),
    ],
)
def test_words_of_likelihood_without_a_middle_stand_on_four_steps(
    tmp_path: Path, words: list[str], scale: tuple[int, int]
) -> None:
    lines = (f"{n},{words[n % len(words)]}" for n in range(40))
    inspection = inspect(tmp_path, csv_text("ID,How likely are you to exhibit again?", *lines))
    use = suggest(inspection, NOBODY, "exhibitor_survey").columns[1]
    assert (use.key, use.scale, use.doubt) == ("intention", scale, "")


@pytest.mark.parametrize(
    "words",
    [
        ["sehr unzufrieden", "unzufrieden", "teils/teils", "zufrieden", "sehr zufrieden"],
        ["très insatisfait", "insatisfait", "neutre", "satisfait", "très satisfait"],
        ["とても不満", "不満", "どちらともいえない", "満足", "とても満足"],
    ],
)
def test_other_languages_are_read_too(tmp_path: Path, words: list[str]) -> None:
    inspection = inspect(tmp_path, survey(words), "参展商调查第8届.csv")
    mapping = suggest(inspection, NOBODY, "exhibitor_survey")
    assert [use.scale for use in mapping.columns] == [(1, 5)]


def test_four_words_of_satisfaction_may_have_a_middle_that_nobody_chose(tmp_path: Path) -> None:
    words = ["very dissatisfied", "dissatisfied", "satisfied", "very satisfied"]
    inspection = inspect(tmp_path, survey(words), "参展商调查第8届.csv")
    assert columns_asked_about(inspection, suggest(inspection, NOBODY, "exhibitor_survey"))


def test_words_of_the_neighbours_settle_the_set(tmp_path: Path) -> None:
    inspection = inspect(tmp_path, survey(["不满意", "一般", "满意"], FIVE), "参展商调查第8届.csv")
    mapping = suggest(inspection, NOBODY, "exhibitor_survey")
    assert (columns_asked_about(inspection, mapping), [use.scale for use in mapping.columns]) == (
        [],
        [(1, 5), (1, 5)],
    )

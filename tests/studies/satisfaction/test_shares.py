"""How satisfied, with what? Shares of the satisfied, the distribution, recommendation, outcomes."""

from __future__ import annotations

from typing import Any

import pytest

from analytics.figures import Likert
from analytics.store import Store
from tests.studies.satisfaction.fair import FIVE, answer_of, by_key, two_editions


def test_satisfied_are_the_two_highest_of_five(store: Store):
    two_editions(store, FIVE * 4, FIVE * 4)
    figure = by_key(answer_of(store))["boxes"]
    rows = figure.data[figure.data["key"] == "overall"].set_index("series")
    assert rows["value"].to_dict() == {"Satisfied": 0.4, "Dissatisfied": 0.4}
    assert rows["answers"].to_dict() == {"Satisfied": "4–5", "Dissatisfied": "1–2"}
    assert (rows.loc["Satisfied", "low"], rows.loc["Satisfied", "high"]) == pytest.approx(
        (0.2188, 0.6134), abs=1e-4
    )


def test_shares_of_one_dimensions_items_are_told_as_such(store: Store):
    two_editions(store, FIVE * 4, FIVE * 4)
    answer = answer_of(store)
    assert answer.items is not None
    assert f"Within {answer.dimension.en}: " in by_key(answer)["boxes"].finding


def test_the_distribution_adds_up_from_worst_to_best(store: Store):
    two_editions(store, FIVE * 3, FIVE * 3)
    figure = by_key(answer_of(store))["distribution"]
    assert isinstance(figure.form, Likert)
    assert figure.form.answers == ("1", "2", "3", "4", "5")
    assert figure.data.groupby("key")["share"].sum().to_dict() == pytest.approx(
        {"hall": 1, "website": 1}
    )
    hall = figure.data[figure.data["key"] == "hall"]
    assert hall["share"].tolist() == pytest.approx([1 / 9, 2 / 9, 2 / 9, 2 / 9, 2 / 9])
    assert set(hall["n"]) == {27}


@pytest.mark.parametrize(
    ("rows", "finding"),
    [
        (
            [{"sat": [4 + i % 2, 4 + i % 2, 3]} for i in range(40)],
            (
                "Most high ratings in this sample: hall (100.0% at 4–5). No rating in this sample"
                " is at 1–2."
            ),
        ),
        (
            [{"sat": [3, 3, 3]}] * 40,
            "No rating in this sample is at 4–5. No rating in this sample is at 1–2.",
        ),
        (
            [{"sat": [5, 5, 5]}, {"sat": [1, 1, 1]}] * 20,
            (
                "In all of them 50.0% of ratings are at 4–5. In all of them 50.0% of ratings are"
                " at 1–2."
            ),
        ),
        (
            [{"sat": [5, 5, 3]}, {"sat": [1, 1, 4]}] * 20,
            "In all of them 50.0% of ratings are at 4–5. Most low ratings: hall (50.0% at 1–2).",
        ),
    ],
)
def test_nobody_has_most_ratings_where_there_are_none_or_all_have_as_many(
    store: Store, rows: list[dict[str, Any]], finding: str
):
    two_editions(store, rows, rows)
    assert by_key(answer_of(store))["distribution"].finding.replace("\u00a0", " ") == finding


def test_recommendation_is_scored_only_when_asked_from_0_to_10(store: Store):
    """8 promoters, 6 passives, 6 detractors of 20: +10."""
    rows = [{"recommend": score} for score in [9, 10] * 4 + [7, 8] * 3 + [0, 6] * 3]
    two_editions(store, rows, rows, scales={"recommend": (0, 10)})
    figure = by_key(answer_of(store))["recommendation"]
    assert figure.data["value"].tolist() == pytest.approx([10, 10])
    assert (
        "40.0% would recommend the fair (9–10) and 30.0% would not (0–6)"
        in figure.finding.replace("\xa0", " ")
    )


def test_recommendation_on_another_scale_is_left_out_and_said(store: Store):
    rows = [{"overall": 3 + i % 2, "recommend": 5 - i % 2} for i in range(20)]
    two_editions(store, rows, rows, scales={"recommend": (1, 5)})
    figures = by_key(answer_of(store))
    assert "recommendation" not in figures
    assert any("recommendation" in note for note in figures["overalls"].notes)


def test_outcomes_are_shares_of_those_who_answered(store: Store):
    rows = [
        {"goal_attainment": goal, "intention": plan}
        for goal, plan in [(3, 3)] * 5 + [(2, 2)] * 4 + [(1, None)] * 1
    ]
    scales = {"goal_attainment": (1.0, 3.0), "intention": (1.0, 3.0)}
    two_editions(store, rows, rows * 2, scales=scales)
    figure = by_key(answer_of(store))["outcomes"]
    sentence = figure.finding.replace("\xa0", " ")
    assert sentence.startswith(
        "90.0% reached their goal at least by and large (95% interval 69.9% to 97.2%, n = 20)."
    )
    assert "55.6% plan to come back and 44.4% may, together 100.0%" in sentence
    assert "n = 18" in sentence
    assert figure.data["label"].tolist()[:3] == [
        "Goal: fully reached",
        "Goal: by and large reached",
        "Goal: not reached",
    ]

"""What the cubes hold, by head: three people, one dimension of two items on two scales."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from analytics.store import Store
from tests import fairs

ANSWERS = [[5, 7], [3, None], [1, 4]]  # places on 1-5 and 1-7: (1, 1), (1/2, none), (0, 1/2)


@pytest.fixture
def store(tmp_path: Path) -> Any:
    asked = fairs.questions("f-1", ["a"]) + fairs.questions("f-1", ["b"], scale=(1, 7))
    with Store(tmp_path) as opened:
        fairs.load(
            opened,
            "exhibitor_survey",
            edition_rows=fairs.editions([1]),
            question_rows=asked,
            response_rows=fairs.answers("f-1", [{"sat": ratings} for ratings in ANSWERS]),
            questionnaire=fairs.items({"d": ["a", "b"]}),
        )
        yield opened


def sums(store: Store, cube: str, key: str) -> dict[Any, dict[str, Any]]:
    with store.reader() as reader:
        return {row.pop(key): row for row in reader.rows(f"select * from {cube}")}


def test_scores_add_up_what_each_person_gave(store: Store) -> None:
    expected = {  # n, total, squares, answers, their squares, cross product
        "d": (3, 1.75, 1 + 0.25 + 0.0625, 3, 3, 1.75),
        "*dimensions": (3, 1.75, 1 + 0.25 + 0.0625, 3, 3, 1.75),
        "*pooled": (3, 3, 4 + 0.25 + 0.25, 5, 4 + 1 + 4, 4 + 0.5 + 1),
    }
    names = ("n", "total", "total_squares", "answers", "answers_squares", "cross_product")
    by_key = sums(store, "score_cube", "score")
    assert by_key.keys() == expected.keys()
    for score, row in by_key.items():
        assert [row[name] for name in names] == pytest.approx(expected[score])


def test_only_who_answered_the_whole_dimension_counts_as_complete(store: Store) -> None:
    by_key = sums(store, "complete_cube", "slot")
    expected = {1: (2, 1, 1), 2: (2, 1.5, 1.25), None: (2, 2.5, 4.25)}
    assert by_key.keys() == expected.keys()
    for slot, row in by_key.items():
        assert (row["n"], row["total"], row["total_squares"]) == pytest.approx(expected[slot])
    assert {row["dimension_id"] for row in by_key.values()} == {"d"}


def test_items_count_each_answer_given(store: Store) -> None:
    with store.reader() as reader:
        rows = reader.rows("select slot, satisfaction, n from item_cube order by all")
    assert [tuple(row.values()) for row in rows] == [
        (1, 100, 1),
        (1, 300, 1),
        (1, 500, 1),
        (2, 400, 1),
        (2, 700, 1),
    ]

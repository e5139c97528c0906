"""Who thinks alike? How answers become the categories of the map."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import numpy as np

from analytics.studies.perception import compute_coding
from analytics.studies.perception.compute_questions import NO_ANSWER, OTHERS, Question, settle
from analytics.wording import Name


def text(**more: Any) -> Question:
    return Question("field", "industry", Name("", ""), "m.industry", **more)


def test_rare_answers_are_put_together_until_they_hold_five_percent():
    """90, 4, 3 and 3 of 100: the three rare ones together are ten."""
    coded = settle(text(), {"a": 90, "b": 4, "c": 3, "d": 3}, 0)
    assert (coded.categories, coded.merged) == (("a", OTHERS), ("b", "c", "d"))
    # 2 alone are too few: the next smallest joins them.
    coded = settle(text(), {"a": 60, "b": 38, "c": 2}, 0)
    assert (coded.categories, coded.merged) == (("a", OTHERS), ("b", "c"))


def test_missing_is_an_answer_of_its_own_or_leaves_out_but_is_never_silent():
    assert settle(text(), {"a": 45, "b": 45}, 10).categories == ("a", "b", NO_ANSWER)
    few = settle(text(), {"a": 50, "b": 48}, 2)
    assert (few.categories, few.none) == (("a", "b"), 0)
    assert settle(text(), {"a": 20, "b": 20}, 60).reason == "missing"


def test_questions_without_variation_are_left_out_with_a_reason():
    assert settle(text(), {"a": 100}, 0).reason == "alike"
    assert settle(text(), {str(i): 1 for i in range(1_000)}, 0).reason == "scattered"


def test_a_rare_band_joins_its_neighbour_and_keeps_the_order():
    bands = Question("dimension", "hall", Name("", ""), "x", levels=3)
    assert settle(bands, {"1": 2, "2": 48, "3": 50}, 0).categories == ("1+2", "3")
    assert settle(bands, {"1": 30, "2": 40, "3": 30}, 0).categories == ("1", "2", "3")


def test_an_objective_of_nearly_nobody_is_only_placed():
    aim = Question("objective", "x", Name("", ""), "x", levels=2)
    assert settle(aim, {"1": 960, "2": 40}, 0).role == "placed"
    assert settle(aim, {"1": 900, "2": 100}, 0).role == "active"


def test_sets_of_questions_cover_every_pair_that_is_needed():
    sizes, active = [9, 7, 5, 2, 2, 3, 3, 2], [True] * 6 + [False] * 2
    blocks = compute_coding.blocks_of(sizes, active, 60)
    covered = {pair for block in blocks for pair in combinations(block, 2)}
    assert covered >= {
        pair for pair in combinations(range(8), 2) if active[pair[0]] or active[pair[1]]
    }
    assert all(np.prod([sizes[question] for question in block]) <= 63 for block in blocks)
    assert len(blocks) < 27

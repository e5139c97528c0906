"""Answers in blocks: places, groups, and the sums made of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest

from analytics.errors import StoreFault
from analytics.filters import Filters
from analytics.ratings.answer_blocks import (
    GROUPS,
    Block,
    Layout,
    group_of,
    layout,
    read_blocks,
    runs,
)
from analytics.ratings.levels import rated_in
from analytics.ratings.mark_blocks import mark_products
from analytics.ratings.pair_blocks import pair_sums_by_group
from analytics.ratings.questions import read_questions
from analytics.stats.pairwise import pairwise_correlations
from analytics.stats.penalty_reward import penalty_reward
from analytics.store import Reader, Store
from tests import fairs
from tests.stats.oracles.cross_products import contrast_products
from tests.stats.oracles.pair_sums import pair_sums

FAIR = Filters("f")
ITEMS = fairs.items({"hall": ["air", "light"], "website": ["website"]})
ASKED = ["air", "light", "website"]
N = np.nan


def survey(
    store: Store, number: int, rows: Sequence[dict[str, Any]], scale=(1, 5), items=ASKED
) -> None:
    edition = f"f-{number}"
    fairs.load(
        store,
        f"survey-{number}",
        edition_rows=fairs.editions([number]),
        questionnaire=ITEMS,
        question_rows=fairs.questions(edition, items, scale=scale),
        response_rows=fairs.answers(edition, rows),
    )


def plan_of(reader: Reader, level: str, **editions: int) -> Layout:
    asked = read_questions(reader, FAIR)
    counted = {key.replace("_", "-"): n for key, n in editions.items()}
    return layout(reader, FAIR, counted, asked, rated_in(list(counted)[-1], asked, level))


def test_items_are_places_and_missing_answers_stay_missing(store: Store):
    survey(store, 1, [{"overall": 5, "sat": [1, 3, 5]}, {"overall": None, "sat": [None, 4.5]}])
    with store.reader() as reader:
        (block,) = read_blocks(reader, FAIR, plan_of(reader, "item", f_1=2))
    assert block.ratings == pytest.approx(np.array([[0, 0.5, 1], [N, 0.875, N]]), nan_ok=True)
    assert block.overall == pytest.approx(np.array([1, N]), nan_ok=True)
    assert block.group.tolist() == [0, 1]


def test_all_answers_of_an_exhibitor_fall_into_one_group(store: Store):
    firms = [
        {"fair_id": "f", "line": n, "code": name, "name": name, "name_key": name}
        for n, name in enumerate("ab")
    ]
    rows = [{"overall": 5, "sat": [1, 3, 5], "exhibitor_key": key} for key in ("c:a", "c:b", None)]
    fairs.load(store, "participations", edition_rows=fairs.editions([1, 2]), exhibitor_rows=firms)
    for number in (1, 2):
        survey(store, number, rows)
    with store.reader() as reader:
        (block,) = read_blocks(reader, FAIR, plan_of(reader, "item", f_1=3, f_2=3))
    first, second = block.group[block.edition == 0], block.group[block.edition == 1]
    assert first[:2].tolist() == second[:2].tolist()
    assert np.unique(block.group).size == 4


def test_a_dimension_is_the_mean_of_the_items_answered(store: Store):
    survey(store, 1, [{"sat": [1, 3, 5]}, {"sat": [None, 5, None]}, {"sat": [None, None, 3]}])
    with store.reader() as reader:
        (block,) = read_blocks(reader, FAIR, plan_of(reader, "dimension", f_1=3))
    assert block.ratings == pytest.approx(np.array([[0.25, 1], [1, N], [N, 0.5]]), nan_ok=True)


def test_every_edition_has_its_own_scale_and_what_it_did_not_ask_is_missing(store: Store):
    survey(store, 1, [{"overall": 10, "sat": [5, 7, 9]}], scale=(0, 10), items=["air", "website"])
    survey(store, 2, [{"overall": 3, "sat": [3, 3, 3]}])
    with store.reader() as reader:
        (block,) = read_blocks(reader, FAIR, plan_of(reader, "item", f_1=1, f_2=1))
    assert block.edition.tolist() == [0, 1]
    assert block.ratings == pytest.approx(np.array([[0.5, N, 0.9], [0.5, 0.5, 0.5]]), nan_ok=True)
    assert block.overall == pytest.approx([1, 0.5])


def test_stated_importance_comes_beside_the_ratings(store: Store):
    survey(store, 1, [{"sat": [1, 3, 5], "imp": [5, 5, None]}, {"sat": [1, 3, 5]}])
    with store.reader() as reader:
        (block,) = read_blocks(reader, FAIR, plan_of(reader, "dimension", f_1=2), has_stated=True)
    assert block.stated == pytest.approx(np.array([[1, N], [N, N]]), nan_ok=True)


def test_groups_are_even_and_never_change():
    groups = group_of(np.arange(1, 100_001))
    counts = np.bincount(groups, minlength=GROUPS)
    assert counts.size == GROUPS
    # Multinomial: 500 a group, standard deviation 22.
    assert 400 < counts.min() < counts.max() < 600
    # The first number that SplitMix64 gives from the seed 1, as published with it.
    assert groups[0] == 10451216379200822465 % GROUPS


def test_rows_of_a_group_come_together():
    order, start = runs(np.array([2, 0, 2, 1]), 4)
    assert order.tolist() == [1, 3, 0, 2]
    assert start.tolist() == [0, 1, 2, 4, 4]


def many(n: int, seed: int = 0) -> list[dict[str, Any]]:
    rng = np.random.default_rng(seed)
    scores = rng.integers(1, 6, (n, 4)).tolist()
    is_missing = rng.random((n, 4)) < 0.1
    cells = [
        [None if out else score for score, out in zip(*pair, strict=True)]
        for pair in zip(scores, is_missing, strict=True)
    ]
    return [{"overall": row[0], "sat": row[1:]} for row in cells]


@pytest.mark.parametrize("n", [300, 2500], ids=["one group each", "200 groups"])
def test_pair_sums_give_the_correlations_of_the_rows(store: Store, n: int):
    rows = many(n)
    survey(store, 1, rows)
    with store.reader() as reader:
        plan = plan_of(reader, "item", f_1=n)
        sums = pair_sums_by_group(read_blocks(reader, FAIR, plan), plan, np.full((1, 4), 0.5))
    table = np.array([[*row["sat"], row["overall"]] for row in rows], dtype=float)
    assert len(sums.n) == (n if n < 2000 else GROUPS)
    assert pairwise_correlations(sums.pooled()) == pytest.approx(
        pairwise_correlations(pair_sums(table)), abs=1e-5
    )
    assert (sums.pooled().n == pair_sums(table).n).all()


@pytest.mark.parametrize(
    "weight", [None, np.array([1, 2, 0.5, 3], dtype=np.float32)], ids=["alike", "weighted"]
)
def test_blocks_without_gaps_add_up_with_one_that_has_some(weight: np.ndarray | None):
    rows = np.array([[0, 0.5, 1], [0.25, 1, 0.5], [1, 0, 0.25], [0.5, N, 0]], dtype=np.float32)
    plan = Layout(("f-1",), np.arange(2), np.zeros((1, 3)), np.ones((1, 3)), np.eye(2), 4, True)
    blocks = [
        Block(
            np.arange(4)[part],
            np.zeros(2, dtype=int),
            rows[part, 2],
            rows[part, :2],
            rows[part, :2],
            None if weight is None else weight[part],
        )
        for part in (slice(0, 2), slice(2, 4))
    ]
    from_blocks = pair_sums_by_group(blocks, plan, np.full((1, 3), 0.5)).pooled()
    from_rows = pair_sums(rows - 0.5, weight)
    for ours, theirs in zip(from_blocks.parts, from_rows.parts, strict=True):
        assert ours == pytest.approx(theirs)


def test_marks_of_one_edition_give_the_contrasts_of_the_rows(store: Store):
    rows = many(400)
    survey(store, 1, rows)
    with store.reader() as reader:
        plan = plan_of(reader, "item", f_1=400)
        marks = mark_products(read_blocks(reader, FAIR, plan), plan)
    table = np.array([[*row["sat"], row["overall"]] for row in rows], dtype=float)
    known = penalty_reward(contrast_products(table[:, :3], table[:, 3], 2, 4))
    ours = penalty_reward(marks.products.sum(axis=0), marks.marks, marks.n)
    assert marks.n == known.fit.n
    for item, other in zip(ours.items, known.items, strict=True):
        assert item.penalty.n == other.penalty.n
        assert item.reward.value * 4 == pytest.approx(other.reward.value, abs=1e-5)
        assert item.penalty.se * 4 == pytest.approx(other.penalty.se, abs=1e-5)


def test_editions_are_never_compared_with_each_other(store: Store):
    """The second edition lies a point higher in all; within each, nothing goes with overall."""
    for number, lift in ((1, 0), (2, 1)):
        survey(
            store,
            number,
            [
                {
                    "overall": 2 + lift + i % 2,
                    "sat": [2 + lift + i // 2 % 2, 2 + lift + i // 4 % 2, 3],
                }
                for i in range(80)
            ],
        )
    with store.reader() as reader:
        plan = plan_of(reader, "item", f_1=80, f_2=80)
        means = np.array([[0.375, 0.375, 0.5, 0.375], [0.625, 0.625, 0.5, 0.625]])
        sums = pair_sums_by_group(read_blocks(reader, FAIR, plan), plan, means).pooled()
        marks = mark_products(read_blocks(reader, FAIR, plan), plan)
    assert pairwise_correlations(sums)[3, :2] == pytest.approx([0, 0], abs=1e-6)
    slopes = penalty_reward(marks.products.sum(axis=0), marks.marks, marks.n)
    # Low scores occur at the first edition only and high ones at the second only: both within their
    # edition.
    assert [item.penalty.value for item in slopes.items[:2]] == pytest.approx([0, 0], abs=1e-6)
    assert [item.reward.value for item in slopes.items[:2]] == pytest.approx([0, 0], abs=1e-6)
    assert marks.editions.tolist() == [80, 80]


def test_rows_that_take_too_long_are_a_fault_with_a_reason(store: Store):
    survey(store, 1, many(100))
    with store.reader() as reader:
        reader.value("set max_execution_time = 1")
        with pytest.raises(StoreFault) as refused:
            for _ in reader.batches("select a.range from range(100000) as a, range(100000) as b"):
                pass
    assert refused.value.reason == "too_slow"

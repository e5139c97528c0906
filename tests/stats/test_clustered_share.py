"""Shares when the same people count several times."""

import numpy as np
import pytest

from analytics.stats.clustered_share import ClusterSums, clustered_wilson
from analytics.stats.proportion import wilson


def sums(people: list[list[int]]) -> ClusterSums:
    yes, n = np.array([sum(rows) for rows in people]), np.array([len(rows) for rows in people])
    return ClusterSums(n.sum(), yes.sum(), (yes * yes).sum(), (yes * n).sum(), (n * n).sum())


def test_people_who_count_once_get_wilsons_interval():
    share = clustered_wilson(sums([[1]] * 30 + [[0]] * 10))
    assert (share.low, share.high) == pytest.approx((wilson(30, 40).low, wilson(30, 40).high))


def test_everybody_twice_with_the_same_outcome_is_worth_half():
    doubled = sums([[1, 1]] * 30 + [[0, 0]] * 10)
    assert doubled.design_effect == pytest.approx(2)
    assert doubled.n_effective == pytest.approx(40)
    assert clustered_wilson(doubled).low == pytest.approx(wilson(30, 40).low)
    assert doubled.effective_counts == pytest.approx((30, 10))


def test_opposite_outcomes_of_one_person_never_make_the_interval_narrower():
    assert sums([[1, 0]] * 20).design_effect == 1


@pytest.mark.parametrize("people", [[], [[1, 1], [1]], [[0], [0]]])
def test_nobody_or_one_outcome_only_keeps_the_base(people):
    assert sums(people).design_effect == 1
    assert clustered_wilson(sums(people)).n == sum(map(len, people))


def test_the_interval_holds_its_level_when_people_repeat_themselves():
    rng = np.random.default_rng(7)
    hits = 0
    for _ in range(400):
        lean = rng.beta(2, 2, 150)
        people = [list(rng.binomial(1, p, rng.integers(1, 6))) for p in lean]
        share = clustered_wilson(sums(people))
        hits += share.low <= 0.5 <= share.high
    assert hits / 400 > 0.92

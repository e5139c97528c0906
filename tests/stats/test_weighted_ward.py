import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.stats.agreement import adjusted_rand
from analytics.stats.ward import cut, ward
from analytics.stats.weighted_ward import weighted_ward
from tests.stats.blobs import HEAP_OF_ROW, THREE_HEAPS


def test_three_points_by_head():
    # 2 people at 0, 1 at 3: √(2 · 2·1/3 · 9); then 3 at 1 against 1 at 10: √(2 · 3/4 · 81).
    tree = weighted_ward([[0.0], [3.0], [10.0]], [2, 1, 1])
    assert tree.heights == pytest.approx([121.5**0.5, 12**0.5])
    assert tree.merges[0, :2].tolist() == [0, 1]


def test_weights_of_one_give_scipys_tree():
    tree, theirs = weighted_ward(THREE_HEAPS, np.ones(60)), ward(THREE_HEAPS)
    assert tree.merges == pytest.approx(theirs.merges)
    assert cut(tree, 3).tolist() == HEAP_OF_ROW.tolist()


@settings(deadline=None, max_examples=50)
@given(st.integers(0, 10_000), st.integers(2, 4))
def test_a_pattern_with_a_weight_is_the_pattern_repeated(seed, k):
    rows = np.random.default_rng(seed).normal(size=(12, 2))
    weights = np.random.default_rng(seed).integers(1, 4, 12)
    tree, repeated = weighted_ward(rows, weights), ward(np.repeat(rows, weights, axis=0))
    assert tree.heights == pytest.approx(repeated.heights[:11])
    assert tree.inertia_gains == pytest.approx(repeated.inertia_gains[:11])
    assert adjusted_rand(np.repeat(cut(tree, k), weights), cut(repeated, k)) == 1


def test_many_ties_come_to_an_end():
    grid = np.stack(np.meshgrid(np.arange(6.0), np.arange(6.0)), axis=-1).reshape(-1, 2)
    tree = weighted_ward(grid, np.ones(36))
    assert tree.inertia_gains.sum() == pytest.approx(grid.var(axis=0).sum())
    assert (np.diff(tree.heights) <= 0).all()


@pytest.mark.parametrize(
    ("rows", "weights"), [([[1.0]], [1]), ([[1.0], [2.0]], [1, 0]), ([[1.0], [2.0]], [1])]
)
def test_two_rows_with_a_weight_each_are_the_least(rows, weights):
    with pytest.raises(ValueError, match="rows|weight"):
        weighted_ward(rows, weights)

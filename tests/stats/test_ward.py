import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.stats.agreement import adjusted_rand
from analytics.stats.ward import cut, ward
from tests.stats.blobs import HEAP_OF_ROW, THREE_HEAPS


def test_the_tree_finds_three_heaps():
    assert cut(ward(THREE_HEAPS), 3).tolist() == HEAP_OF_ROW.tolist()


def test_the_gains_sum_to_the_inertia():
    total = THREE_HEAPS.var(axis=0).sum()
    assert ward(THREE_HEAPS).inertia_gains.sum() == pytest.approx(total)


def test_heights_fall_from_the_last_join():
    tree = ward([[0.0], [1.0], [10.0]])
    assert tree.n == 3
    assert tree.heights == pytest.approx([19 / 3**0.5, 1])


@settings(deadline=None)
@given(st.integers(1, 60))
def test_every_k_gives_exactly_k_clusters(k):
    assert np.unique(cut(ward(THREE_HEAPS), k)).size == k


def test_rows_all_alike_can_still_be_cut():
    assert np.unique(cut(ward([[1.0]] * 4), 2)).size == 2


def test_the_cut_equals_scipys():
    from scipy.cluster.hierarchy import cut_tree

    tree = ward(THREE_HEAPS)
    assert adjusted_rand(cut(tree, 7), cut_tree(tree.merges, 7).ravel()) == 1


@pytest.mark.parametrize("rows", [[[1.0]], np.zeros((10_001, 1))])
def test_one_row_and_too_many_rows_are_refused(rows):
    with pytest.raises(ValueError, match="10,000"):
        ward(rows)


def test_a_cut_needs_a_possible_k():
    with pytest.raises(ValueError, match="k must lie"):
        cut(ward([[1.0], [2.0]]), 3)

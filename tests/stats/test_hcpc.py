import numpy as np
import pytest

from analytics.stats.agreement import adjusted_rand
from analytics.stats.hcpc import cut_tree, grow
from tests.stats.blobs import HEAP_OF_ROW, THREE_HEAPS


def test_three_heaps_are_found_and_explain_nearly_everything():
    grown = grow(THREE_HEAPS)
    clusters = cut_tree(grown, 3)
    assert clusters.labels.tolist() == HEAP_OF_ROW.tolist()
    assert clusters.weights.tolist() == [30, 20, 10]
    assert clusters.between_share > 0.95
    assert grown.suggested_k == 3


def test_within_falls_from_all_inertia_by_each_gain():
    grown = grow(THREE_HEAPS)
    assert grown.within[0] == pytest.approx(THREE_HEAPS.var(axis=0).sum())
    assert grown.within[2] == pytest.approx(cut_tree(grown, 3, consolidate=False).within)


def test_patterns_with_weights_say_the_same_as_people():
    rows = np.random.default_rng(3).integers(0, 4, (120, 2)).astype(float)
    patterns, pattern_of_row, counts = np.unique(
        rows, axis=0, return_inverse=True, return_counts=True
    )
    weighted, plain = cut_tree(grow(patterns, counts), 4), cut_tree(grow(rows), 4)
    assert weighted.within == pytest.approx(plain.within)
    assert adjusted_rand(weighted.labels[pattern_of_row.ravel()], plain.labels) == pytest.approx(1)


def test_consolidation_moves_a_point_to_the_nearer_centre():
    rows = np.random.default_rng(5).normal(size=(200, 2))
    grown = grow(rows)
    assert cut_tree(grown, 4).within < cut_tree(grown, 4, consolidate=False).within


def test_the_heaviest_cluster_comes_first():
    clusters = cut_tree(grow([[0.0], [0.1], [0.2], [9.0]], [1, 1, 1, 50]), 2)
    assert clusters.labels.tolist() == [1, 1, 1, 0]
    assert clusters.weights.tolist() == [50, 3]


def test_many_points_are_grouped_before_the_tree():
    rows = np.random.default_rng(1).normal(size=(1500, 2))
    rows[:500] += 9
    grown = grow(rows, most=1200)
    assert grown.tree.n <= 1000
    assert cut_tree(grown, 2).labels[:500].tolist() == [1] * 500


def test_one_cluster_is_everybody():
    clusters = cut_tree(grow(THREE_HEAPS), 1)
    assert clusters.between_share == pytest.approx(0)
    assert clusters.k == 1


def test_points_all_alike_have_nothing_between():
    grown = grow([[1.0], [1.0], [1.0]])
    assert grown.suggested_k is None
    assert np.isnan(cut_tree(grown, 2).between_share)


def test_every_point_needs_a_weight():
    with pytest.raises(ValueError, match="weight"):
        grow([[1.0], [2.0]], [1, 0])

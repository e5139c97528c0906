import numpy as np
import pytest

from analytics.stats.agreement import adjusted_rand
from analytics.stats.kmeans import distinct_rows, kmeans
from tests.stats.blobs import HEAP_OF_ROW, THREE_HEAPS


def test_three_heaps_are_found_and_numbered_by_size():
    fit = kmeans(THREE_HEAPS, 3)
    assert fit.labels.tolist() == HEAP_OF_ROW.tolist()
    assert fit.sizes.tolist() == [30, 20, 10]
    assert fit.centers == pytest.approx(np.array([[0, 0], [5, 0], [0, 5]]), abs=0.3)


def test_two_pairs_have_a_within_ss_of_one():
    assert kmeans([[0, 0], [1, 0], [9, 0], [10, 0]], 2).within_ss == pytest.approx(1)


def test_one_cluster_is_the_total():
    assert kmeans([[0.0], [2.0]], 1).within_ss == 2


def test_the_seed_changes_nothing_that_matters():
    first, second = (kmeans(THREE_HEAPS, 3, seed=seed) for seed in (1, 2))
    assert adjusted_rand(first.labels, second.labels) == 1


@pytest.mark.parametrize("k", [0, 3])
def test_there_are_no_more_clusters_than_different_rows(k):
    with pytest.raises(ValueError, match="different rows"):
        kmeans([[1, 1], [1, 1], [2, 2]], k)


def test_missing_values_are_a_mistake():
    with pytest.raises(ValueError, match="missing"):
        kmeans([[1, np.nan], [2, 3]], 1)


def test_different_rows_are_counted_beyond_a_long_run_of_equal_ones():
    rows = np.repeat([[1.0], [2.0]], [100, 1], axis=0)
    assert distinct_rows(rows, stop=2) == 2

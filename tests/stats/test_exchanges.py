"""What Lloyd's iterations leave, exchanges of rows and swaps of centres find."""

import numpy as np
import pytest

from analytics.stats.exchanges import exchanged, searched, swapped
from analytics.stats.kmeans import kmeans

# Lloyd's stops here: 3 is as near to the centre of {0, 3} as to that of {4.6, 6.4}, or nearer.
LINE = np.array([[0.0], [0.0], [3.0], [5.0]])


def overlapping(seed=1, rows=120, columns=4):
    generator = np.random.default_rng(seed)
    return np.round(generator.normal(size=(rows, columns)), 2)


def within(values, labels):
    return sum(
        float(np.sum((values[labels == cluster] - values[labels == cluster].mean(axis=0)) ** 2))
        for cluster in np.unique(labels)
    )


def test_a_row_moves_where_both_centres_together_gain():
    after = exchanged(LINE, np.array([0, 0, 0, 1]), 2)
    assert after.tolist() == [0, 0, 1, 1]


def test_exchanges_never_raise_the_sum_and_empty_no_cluster():
    values = overlapping()
    before = np.arange(len(values)) % 5
    after = exchanged(values, before, 5)
    assert within(values, after) < within(values, before)
    assert set(after) == {0, 1, 2, 3, 4}


def test_no_single_move_is_left_that_would_gain():
    values = overlapping()
    labels = exchanged(values, np.arange(len(values)) % 4, 4)
    least = within(values, labels)
    for row in range(len(values)):
        for cluster in range(4):
            moved = labels.copy()
            moved[row] = cluster
            if len(np.unique(moved)) == 4:
                assert within(values, moved) >= least - 1e-9


def test_a_swap_leaves_the_wrong_valley():
    heaps = np.array([[0.0], [0.1], [10.0], [10.1], [20.0], [20.1]])
    # Two centres share the first heap; no row alone can put that right.
    stuck = np.array([0, 1, 2, 2, 2, 2])
    assert exchanged(heaps, stuck, 3).tolist() == stuck.tolist()
    free = swapped(heaps, stuck, 3, 40, np.random.default_rng(0))
    assert within(heaps, free) == pytest.approx(3 * 0.005)


def test_one_cluster_and_as_many_as_rows_need_no_search():
    assert searched(LINE, np.zeros(4, dtype=np.int64), 1, 0).tolist() == [0, 0, 0, 0]
    assert kmeans([[0.0], [1.0], [5.0]], 3).within_ss == 0


def test_every_seed_ends_at_the_same_optimum_where_clusters_overlap():
    values = overlapping(seed=4)
    sums = [kmeans(values, 4, seed=seed).within_ss for seed in range(4)]
    assert sums == pytest.approx([min(sums)] * 4, rel=1e-9)

import numpy as np
import pytest

from analytics.stats.stability import stability_of, verdict
from tests.stats.blobs import HEAP_OF_ROW, NO_HEAPS, THREE_HEAPS
from tests.stats.oracles.kmeans_stability import kmeans_stability


def test_clear_heaps_come_back_every_time():
    stability = kmeans_stability(THREE_HEAPS, 3, resamples=20)
    assert stability.jaccard == pytest.approx([1, 1, 1])
    assert stability.verdicts == ("highly stable",) * 3
    assert stability.adjusted_rand == pytest.approx(1)


def test_an_arbitrary_cut_of_no_heaps_does_not():
    stability = kmeans_stability(NO_HEAPS, 6, resamples=20)
    assert stability.jaccard.min() < 0.75
    assert stability.adjusted_rand < 0.9


def test_any_way_of_clustering_can_be_judged():
    def cut_in_two(rows, seed):
        return (rows[:, 0] > 2.5).astype(int)

    stability = stability_of(THREE_HEAPS, cut_in_two(THREE_HEAPS, 0), cut_in_two, resamples=5)
    assert stability.jaccard.tolist() == [1, 1]
    assert stability.resamples == 5


def test_copies_of_a_row_count_once():
    sizes = []

    def remember(rows, seed):
        sizes.append(len(rows))
        return np.zeros(len(rows), dtype=int)

    stability_of(THREE_HEAPS, HEAP_OF_ROW, remember, resamples=10)
    assert max(sizes) < 60
    assert np.mean(sizes) == pytest.approx(60 * (1 - np.exp(-1)), abs=4)


def test_a_cluster_that_is_not_drawn_scores_zero_then():
    stability = stability_of(
        [[0.0], [1.0], [9.0]], [0, 0, 1], lambda rows, seed: (rows[:, 0] > 5).astype(int), 40
    )
    assert stability.jaccard[0] > stability.jaccard[1]


def test_the_seed_makes_it_repeatable():
    first, second = (kmeans_stability(NO_HEAPS, 3, 5, seed=2) for _ in range(2))
    assert first.jaccard.tolist() == second.jaccard.tolist()


def test_one_resample_has_no_other_to_agree_with():
    assert np.isnan(kmeans_stability(THREE_HEAPS, 2, resamples=1).adjusted_rand)


@pytest.mark.parametrize(
    ("jaccard", "word"),
    [
        (0.9, "highly stable"),
        (0.8, "valid"),
        (0.75, "pattern"),
        (0.6, "pattern"),
        (0.59, "not a cluster"),
    ],
)
def test_hennigs_thresholds_are_named(jaccard, word):
    assert verdict(jaccard) == word


def test_no_resamples_is_a_mistake():
    with pytest.raises(ValueError, match="resamples"):
        stability_of(
            THREE_HEAPS, HEAP_OF_ROW, lambda rows, seed: np.zeros(len(rows), dtype=int), resamples=0
        )

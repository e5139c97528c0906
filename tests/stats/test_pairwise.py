import numpy as np
import pytest

from analytics.stats.pairwise import (
    PairSums,
    pairwise_correlations,
    positive_definite,
    repaired,
    usable_items,
)
from tests.stats.oracles.pair_sums import pair_sums

NAN = np.nan
CONTRADICTION = np.array([[1, 0.9, -0.9], [0.9, 1, 0.9], [-0.9, 0.9, 1]])


def test_complete_answers_give_the_usual_correlations():
    rows = np.random.default_rng(0).normal(size=(30, 4))
    assert pairwise_correlations(pair_sums(rows)) == pytest.approx(np.corrcoef(rows, rowvar=False))


def test_each_pair_uses_those_who_answered_both():
    rows = [[1, 2, NAN], [2, 4, 1], [3, 6, 3], [NAN, 1, 2]]
    sums = pair_sums(rows)
    assert sums.n.tolist() == [[3, 3, 2], [3, 4, 3], [2, 3, 3]]
    correlations = pairwise_correlations(sums)
    assert correlations[0, 1] == pytest.approx(1)
    assert correlations[1, 2] == pytest.approx(np.corrcoef([4, 6, 1], [1, 3, 2])[0, 1])


def test_groups_add_up_to_everybody():
    rows = np.array([[1, 2.0], [2, NAN], [4, 3], [3, 5], [5, 4]])
    groups = [pair_sums(rows[:2]), pair_sums(rows[2:])]
    stacked = PairSums(
        *(np.stack(parts) for parts in zip(*(group.parts for group in groups), strict=True))
    )
    assert pairwise_correlations(stacked.pooled()) == pytest.approx(
        pairwise_correlations(pair_sums(rows))
    )


def test_equal_weights_change_nothing():
    rows = [[1, 2], [2, 1], [4, 5]]
    assert pairwise_correlations(pair_sums(rows, [3, 3, 3])) == pytest.approx(
        pairwise_correlations(pair_sums(rows))
    )


def test_a_constant_item_or_a_single_common_answer_is_nan():
    correlations = pairwise_correlations(pair_sums([[1, 5, NAN], [2, 5, 1], [4, 5, NAN]]))
    assert np.isnan(correlations[0, 1])
    assert np.isnan(correlations[0, 2])
    assert correlations[0, 0] == 1


def test_the_item_with_most_gaps_leaves_first():
    correlations = pairwise_correlations(pair_sums([[1, 5, 2], [2, 5, 1], [4, 5, 7]]))
    assert usable_items(correlations).tolist() == [True, False, True]
    assert usable_items(np.full((2, 2), NAN)).tolist() == [False, False]


def test_a_matrix_that_contradicts_itself_is_repaired_and_says_so():
    mended = repaired(CONTRADICTION)
    assert mended.is_repaired
    assert mended.smallest_eigenvalue == pytest.approx(-0.8)
    assert np.diag(mended.correlations) == pytest.approx([1, 1, 1])
    assert np.linalg.eigvalsh(mended.correlations)[0] >= 0
    assert mended.largest_change > 0.1


def test_a_sound_matrix_is_left_alone():
    sound = np.array([[1, 0.3], [0.3, 1]])
    mended = repaired(sound)
    assert not mended.is_repaired
    assert mended.correlations is sound
    assert mended.largest_change == 0


def test_in_a_stack_only_the_contradictions_are_mended():
    stack = np.stack([np.eye(3), CONTRADICTION, np.full((3, 3), NAN)])
    mended = positive_definite(stack)
    assert (mended[0] == np.eye(3)).all()
    assert mended[1] == pytest.approx(repaired(CONTRADICTION).correlations)
    assert np.isnan(mended[2]).all()


def test_sums_of_different_shapes_are_mistakes():
    with pytest.raises(ValueError, match="pair sums"):
        PairSums(np.ones((2, 2)), np.ones((2, 2)), np.ones((2, 2)), np.ones((3, 3)))

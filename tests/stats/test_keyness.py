import numpy as np
import pytest
from scipy.stats import chi2_contingency, false_discovery_control

from analytics.stats.keyness import keyness


def test_four_cells_equal_those_of_scipy():
    keys = keyness([12, 3, 0, 9], [10, 20, 7, 9], 40, 100)
    for place, (first, second) in enumerate([(12, 10), (3, 20), (0, 7), (9, 9)]):
        table = [[first, second], [40 - first, 100 - second]]
        theirs = chi2_contingency(table, correction=False, lambda_="log-likelihood")
        assert (keys.g2[place], keys.p[place]) == pytest.approx((theirs[0], theirs[1]))
    assert keys.p_adjusted == pytest.approx(false_discovery_control(keys.p))


def test_words_that_the_group_avoids_are_negative_and_no_key_words():
    keys = keyness([1, 30], [60, 10], 60, 90)
    assert list(keys.sign) == [-1, 1]
    assert keys.key_words() == [1]


def test_a_word_used_as_often_by_both_has_no_sign():
    keys = keyness([5], [10], 10, 20)
    assert (keys.sign[0], keys.g2[0]) == (0, pytest.approx(0))


def test_rare_words_are_no_tests():
    keys = keyness([2, 20], [0, 5], 40, 60, min_comments=3)
    assert list(keys.is_tested) == [False, True]
    assert np.isnan(keys.p_adjusted[0])
    assert keys.p_adjusted[1] == keys.p[1]
    assert keys.is_few[0]


def test_the_log_ratio_is_on_comments_with_a_half_added():
    keys = keyness([3], [0], 9, 19)
    assert keys.log_ratio[0] == pytest.approx(np.log2((3.5 / 10) / (0.5 / 20)))


def test_without_a_rest_nothing_is_tested():
    keys = keyness([3], [0], 9, 0)
    assert np.isnan(keys.g2[0])
    assert keys.key_words() == []


@pytest.mark.parametrize("counts", [([5], [1], 4, 9), ([-1], [1], 4, 9), ([1, 2], [1], 4, 9)])
def test_counts_that_cannot_be_are_mistakes(counts):
    with pytest.raises(ValueError):
        keyness(*counts)

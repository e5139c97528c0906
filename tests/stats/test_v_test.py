import numpy as np
import pytest

from analytics.stats.v_test import category_v_test, mean_v_test


def test_a_category_as_frequent_as_everywhere_says_nothing():
    test = category_v_test(5, 10, 50, 100)
    assert test.share_of_group == test.share_overall == 0.5
    assert abs(test.v) < 0.1
    assert test.p == pytest.approx(1)


def test_a_category_only_this_group_has_sets_it_apart():
    test = category_v_test(10, 20, 10, 100)
    assert test.share_of_category == 1
    assert test.v > 4


def test_absence_counts_as_much_as_presence():
    assert category_v_test(0, 30, 30, 100).v < -1.96
    assert category_v_test(30, 30, 30, 100).v > 1.96


def test_mid_p_of_two_out_of_two_among_four():
    # P(2 of 2) = 1/6: 2 * 0 + 1/6.
    assert category_v_test(2, 2, 2, 4).p == pytest.approx(1 / 6)


def test_p_beyond_floating_numbers_stays_finite():
    test = category_v_test(5000, 5000, 5000, 20000)
    assert np.isfinite(test.v)
    assert test.v > 37


@pytest.mark.parametrize("counts", [(0, 0, 5, 10), (5, 5, 10, 10), (5, 10, 5, 10)])
def test_a_group_of_all_or_none_cannot_stand_out(counts):
    assert np.isnan(category_v_test(*counts).v)


@pytest.mark.parametrize("counts", [(6, 5, 6, 10), (0, 6, 6, 10), (2, 11, 3, 10)])
def test_contradicting_counts_are_mistakes(counts):
    with pytest.raises(ValueError, match="contradict"):
        category_v_test(*counts)


def test_a_mean_is_set_against_groups_drawn_at_random():
    test = mean_v_test(25, 4.0, 101, 3.5, 1.0)
    assert test.v == pytest.approx(0.5 / (1 / 25 * 76 / 100) ** 0.5)
    assert test.p < 0.05


@pytest.mark.parametrize(("n", "variance"), [(0, 1.0), (10, 1.0), (5, 0.0)])
def test_everybody_nobody_or_no_spread_has_no_v(n, variance):
    assert np.isnan(mean_v_test(n, 3.0, 10, 3.0, variance).v)


def test_a_group_larger_than_everybody_is_a_mistake():
    with pytest.raises(ValueError, match="group_n"):
        mean_v_test(11, 3.0, 10, 3.0, 1.0)

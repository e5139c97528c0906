import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.stats.proportion import newcombe, weighted_wilson, wilson


def test_five_of_ten_is_a_half_between_a_quarter_and_three_quarters():
    share = wilson(5, 10)
    assert share.share == 0.5
    assert (share.low, share.high) == pytest.approx((0.2366, 0.7634), abs=1e-4)


def test_none_of_ten_is_not_certainly_none():
    share = wilson(0, 10)
    assert share.low == 0
    assert share.high == pytest.approx(0.2775, abs=1e-4)


@settings(deadline=None)
@given(st.integers(0, 50), st.integers(1, 50))
def test_the_interval_holds_the_share_and_mirrors(count, more):
    share, other = wilson(count, count + more), wilson(more, count + more)
    assert 0 <= share.low <= share.share <= share.high <= 1
    assert share.low == pytest.approx(1 - other.high)


def test_an_empty_base_is_nan():
    share = wilson(0, 0)
    assert np.isnan([share.share, share.low, share.high]).all()
    assert not share.is_reliable


@pytest.mark.parametrize(("count", "n"), [(-1, 3), (4, 3), (0, -1)])
def test_impossible_counts_are_mistakes(count, n):
    with pytest.raises(ValueError, match="count"):
        wilson(count, n)


def test_a_weighted_share_is_as_sure_as_its_effective_base():
    assert weighted_wilson(0.4, 50).high == pytest.approx(wilson(20, 50).high)
    assert weighted_wilson(1.0, 33.3).high == 1


def test_the_published_example_of_newcombe_comes_out():
    gap = newcombe(wilson(56, 70), wilson(48, 80))
    assert (gap.low, gap.high) == pytest.approx((0.0524, 0.3339), abs=5e-5)
    assert gap.is_reliable


def test_newcombe_equals_statsmodels():
    from statsmodels.stats.proportion import confint_proportions_2indep

    gap = newcombe(wilson(9, 31), wilson(20, 44))
    assert (gap.low, gap.high) == pytest.approx(
        confint_proportions_2indep(9, 31, 20, 44, method="newcomb")
    )


def test_two_shares_of_all_have_no_test():
    assert np.isnan(newcombe(wilson(5, 5), wilson(7, 7)).p)


def test_a_difference_from_nobody_is_nan():
    gap = newcombe(wilson(5, 9), wilson(0, 0))
    assert np.isnan([gap.difference, gap.low, gap.high, gap.p]).all()


def test_intervals_of_different_levels_do_not_mix():
    with pytest.raises(ValueError, match="level"):
        newcombe(wilson(5, 9), wilson(5, 9, level=0.9))


def test_shares_of_the_same_people_differ_as_newcombes_paired_example_says():
    """Newcombe 1998 (Stat Med 17:2635), method 10 without continuity correction of the phi, on a
    table 14, 5 | 0, 22: paired, so the two shares go together and the interval narrows.
    """
    first, second = wilson(19, 41), wilson(14, 41)
    covariance = (14 / 41 - (19 / 41) * (14 / 41)) / 41
    paired, apart = newcombe(first, second, covariance), newcombe(first, second)
    assert paired.difference == apart.difference
    assert apart.low < paired.low < paired.difference < paired.high < apart.high
    assert paired.p < apart.p


def test_all_who_are_the_same_move_together_and_leave_no_doubt():
    share = wilson(20, 40)
    same = newcombe(share, share, 0.25 / 40)
    assert (same.difference, round(same.low, 12), round(same.high, 12)) == (0.0, 0.0, 0.0)

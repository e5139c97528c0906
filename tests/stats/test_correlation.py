import numpy as np
import pytest
from scipy import stats

from analytics.stats.correlation import (
    average_ranks,
    detrended,
    first_differences,
    fisher_interval,
    kendall,
    leave_one_out,
    pearson,
    power_of_correlation,
    smallest_significant_r,
    spearman,
)

X = [3.4, 3.5, 3.55, 3.67, 3.6, 3.74, 3.82, 3.86]
Y = [6.5, 8.5, 10.4, 12.2, 12.8, 13.4, 13.1, 14.6]
TIED = [1, 2, 2, 3, 3, 3, 4, 5]
NAN = float("nan")


def test_pearson_equals_scipys_with_its_interval():
    link, theirs = pearson(X, Y), stats.pearsonr(X, Y)
    assert (link.r, link.p) == pytest.approx((theirs.statistic, theirs.pvalue))
    assert (link.low, link.high) == pytest.approx(tuple(theirs.confidence_interval(0.95)))


def test_rank_correlations_with_ties_equal_scipys():
    assert (spearman(TIED, Y).r, spearman(TIED, Y).p) == pytest.approx(
        tuple(stats.spearmanr(TIED, Y))
    )
    assert kendall(TIED, Y).r == pytest.approx(stats.kendalltau(TIED, Y).statistic)


def test_pairs_with_a_missing_value_are_left_out():
    assert pearson([*X, NAN, 9.9], [*Y, 1.0, NAN]) == pearson(X, Y)


def test_a_series_that_does_not_vary_goes_with_nothing():
    for link in (
        pearson([1] * 8, Y),
        spearman([1] * 8, Y),
        kendall([1] * 8, Y),
        detrended([1] * 8, Y, range(8)),
    ):
        assert np.isnan([link.r, link.p, link.low]).all()


@pytest.mark.parametrize("method", [pearson, spearman, kendall])
def test_one_pair_or_none_is_not_a_correlation(method):
    assert np.isnan(method([1], [2]).r)
    assert np.isnan(method([], []).r)


def test_three_pairs_have_r_and_p_but_no_interval():
    link = pearson([1, 2, 3], [1, 3, 2])
    assert link.r == pytest.approx(0.5)
    assert link.p == pytest.approx(2 / 3)
    assert np.isnan(link.low)


def test_a_perfect_line_has_no_width_to_show():
    link = pearson([1, 2, 3, 4, 5], [2, 4, 6, 8, 10])
    assert link.r == pytest.approx(1)
    assert np.isnan(fisher_interval(1.0, 5)).all()


def test_lengths_must_agree():
    with pytest.raises(ValueError, match="lengths"):
        pearson([1, 2], [1, 2, 3])


def test_two_trends_that_share_nothing_but_time_are_unmasked():
    time = np.arange(8)
    x, y = (
        time + np.array([1, -1, -1, 1, 1, -1, -1, 1]),
        time + np.array([1, 1, -1, -1, -1, -1, 1, 1]),
    )
    assert pearson(x, y).r > 0.8
    assert abs(detrended(x, y, time).r) < 0.2
    assert detrended(x, y, time).df == 5


def test_detrending_uses_the_years_not_the_order():
    years = [1999, 2000, 2001, 2005, 2006, 2010, 2011, 2012]
    assert detrended(years, Y, years).n == 8
    assert np.isnan(detrended(years, Y, years).r)


def test_differences_follow_time_whatever_the_order_given():
    order = [3, 0, 2, 1]
    x, y, time = np.array([1, 2, 4, 7]), np.array([1, 3, 2, 6]), np.array([1, 2, 3, 4])
    assert first_differences(x[order], y[order], time[order]) == first_differences(x, y, time)
    assert first_differences(x, y, time).r == pytest.approx(
        np.corrcoef([1, 2, 3], [2, -1, 4])[0, 1]
    )


def test_a_gap_in_an_edition_held_is_not_bridged():
    x, y = [1, 2, NAN, 7, 9, 12], [1, 3, 2, 6, 5, 9]
    assert first_differences(x, y, range(6)).n == 3


def test_leaving_out_the_outlier_changes_everything():
    values = leave_one_out([1, 2, 3, 20], [2, 1, 2, 20])
    assert values[3] == pytest.approx(0)
    assert values[:3].min() > 0.9


def test_eight_editions_need_a_correlation_of_point_seven():
    assert smallest_significant_r(8) == pytest.approx(0.7067, abs=1e-4)
    assert np.isnan(smallest_significant_r(2))


def test_eight_editions_rarely_show_a_middling_link():
    assert power_of_correlation(0.5, 8) == pytest.approx(0.23, abs=0.005)
    assert power_of_correlation(0.0, 30) == pytest.approx(0.05)
    assert np.isnan(power_of_correlation(0.5, 3))
    with pytest.raises(ValueError, match="rho"):
        power_of_correlation(1.0, 8)


def test_equal_values_share_their_ranks():
    assert average_ranks(np.array([3.0, 1, 3, 2])).tolist() == [3.5, 1, 3.5, 2]


@pytest.mark.parametrize("seed", range(6))
def test_tau_b_and_its_p_are_those_of_the_library_with_ties_on_both_sides(seed):
    draw = np.random.default_rng(seed)
    x, y = draw.integers(0, 4, 9 + seed), draw.integers(0, 3 + seed, 9 + seed)
    link, expected = kendall(x, y), stats.kendalltau(x, y, method="asymptotic")
    assert (link.r, link.p) == pytest.approx((expected.statistic, expected.pvalue))

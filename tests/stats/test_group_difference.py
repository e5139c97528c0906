import numpy as np
import pytest
from scipy import stats

from analytics.stats.group_difference import effect_size, games_howell, hedges_g, welch_anova

GROUPS = [[5, 4, 4, 3, 5, 4], [3, 2, 4, 3, 3], [1, 5, 2, 4, 5, 5, 3]]


def sums(groups):
    return (
        [len(g) for g in groups],
        [np.mean(g) for g in groups],
        [np.var(g, ddof=1) for g in groups],
    )


def test_welch_anova_equals_scipys():
    test, theirs = welch_anova(*sums(GROUPS)), stats.f_oneway(*GROUPS, equal_var=False)
    assert (test.statistic, test.p) == pytest.approx((theirs.statistic, theirs.pvalue))


def test_with_two_groups_welch_anova_is_the_square_of_welchs_t():
    test, theirs = welch_anova(*sums(GROUPS[:2])), stats.ttest_ind(*GROUPS[:2], equal_var=False)
    assert (test.statistic, test.p, test.df2) == pytest.approx(
        (theirs.statistic**2, theirs.pvalue, theirs.df)
    )


def test_games_howell_equals_scipys():
    pairs, theirs = games_howell(*sums(GROUPS)), stats.tukey_hsd(*GROUPS, equal_var=False)
    interval = theirs.confidence_interval(0.95)
    for pair in pairs:
        place = pair.first, pair.second
        assert pair.p == pytest.approx(theirs.pvalue[place])
        assert (pair.low, pair.high) == pytest.approx((interval.low[place], interval.high[place]))
    assert [(pair.first, pair.second) for pair in pairs] == [(0, 1), (0, 2), (1, 2)]


def test_with_two_groups_games_howell_is_welch():
    pair = games_howell(*sums(GROUPS[:2]))[0]
    interval = stats.ttest_ind(*GROUPS[:2], equal_var=False).confidence_interval()
    assert pair.p == pytest.approx(pair.welch_p)
    assert (pair.low, pair.high) == pytest.approx(tuple(interval))


def test_a_group_without_spread_is_not_tested():
    n, mean, variance = [5, 5, 5], [3, 4, 4], [1, 1, 0]
    assert np.isnan(welch_anova(n, mean, variance).statistic)
    pairs = games_howell(n, mean, variance)
    assert np.isfinite(pairs[0].p)
    assert np.isnan([pairs[1].p, pairs[1].low]).all()
    assert pairs[1].difference == -1


def test_two_equal_halves_without_spread_inside_lie_all_between():
    assert effect_size([4, 4], [1, 3], [0, 0]).eta2 == 1


def test_groups_that_do_not_differ_explain_nothing():
    effect = effect_size([5, 5], [3, 3], [1, 1])
    assert effect.eta2 == 0
    assert effect.omega2 < 0


def test_single_answers_or_no_spread_have_no_effect_size():
    assert np.isnan(effect_size([1, 1], [3, 4], [np.nan, np.nan]).eta2)
    assert np.isnan(effect_size([3, 3], [3, 3], [0, 0]).eta2)


def test_one_standard_deviation_is_a_g_of_almost_one():
    assert hedges_g(10, 4, 1, 10, 3, 1) == pytest.approx(1 - 3 / 71)
    assert np.isnan(hedges_g(10, 4, 0, 10, 3, 0))
    assert np.isnan(hedges_g(1, 4, 0, 1, 3, 0))


@pytest.mark.parametrize("n", [[5], [5, 0]])
def test_a_comparison_needs_two_groups_with_answers(n):
    with pytest.raises(ValueError, match="2 groups"):
        welch_anova(n, [3] * len(n), [1] * len(n))

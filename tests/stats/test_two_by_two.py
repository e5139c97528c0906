import numpy as np
import pytest

from analytics.stats.two_by_two import empty_cell, odds_ratio, risk_ratio, share_at_most


def test_three_quarters_against_a_half():
    # 75 of 100 came back, 50 of 100: odds 3 against 1, risks 1.5.
    odds, risk = odds_ratio(75, 25, 50, 50), risk_ratio(75, 25, 50, 50)
    assert (odds.ratio, risk.ratio) == pytest.approx((3, 1.5))
    assert odds.low == pytest.approx(3 * np.exp(-1.959964 * (1 / 75 + 1 / 25 + 2 / 50) ** 0.5))
    assert risk.high == pytest.approx(
        1.5 * np.exp(1.959964 * (1 / 75 - 1 / 100 + 1 / 50 - 1 / 100) ** 0.5)
    )
    assert odds.is_reliable


def test_ratios_equal_those_of_statsmodels():
    from statsmodels.stats.contingency_tables import Table2x2

    theirs = Table2x2(np.array([[31, 9], [20, 44]]))
    odds, risk = odds_ratio(31, 9, 20, 44), risk_ratio(31, 9, 20, 44)
    assert (odds.low, odds.high) == pytest.approx(theirs.oddsratio_confint())
    assert (risk.low, risk.high) == pytest.approx(theirs.riskratio_confint())
    assert odds.p == pytest.approx(theirs.oddsratio_pvalue())


def test_an_empty_cell_gets_a_half_and_is_said():
    ratio = odds_ratio(10, 0, 5, 5)
    assert ratio.ratio == pytest.approx(10.5 * 5.5 / (0.5 * 5.5))
    assert ratio.is_corrected
    assert not ratio.is_reliable


def test_a_risk_needs_the_half_only_where_nobody_came():
    assert risk_ratio(10, 0, 5, 5).ratio == 2
    assert not risk_ratio(10, 0, 5, 5).is_corrected
    assert risk_ratio(0, 10, 5, 5).ratio == pytest.approx(0.5 / 11 * 11 / 5.5)


def test_swapping_the_groups_inverts_the_ratio():
    ratio, inverse = odds_ratio(31, 9, 20, 44), odds_ratio(20, 44, 31, 9)
    assert ratio.ratio == pytest.approx(1 / inverse.ratio)
    assert ratio.low == pytest.approx(1 / inverse.high)


@pytest.mark.parametrize("cells", [(0, 0, 5, 5), (5, 0, 5, 0), (0, 5, 0, 5), (0, 0, 0, 0)])
@pytest.mark.parametrize("measure", [odds_ratio, risk_ratio])
def test_an_empty_group_or_one_outcome_only_has_no_ratio(measure, cells):
    ratio = measure(*cells)
    assert np.isnan([ratio.ratio, ratio.low, ratio.high, ratio.p]).all()
    assert not ratio.is_reliable


def test_few_people_are_not_reliable():
    assert not odds_ratio(2, 2, 20, 20).is_reliable


def test_none_of_sixty_is_at_most_five_percent():
    assert share_at_most(0, 60) == pytest.approx(1 - 0.05 ** (1 / 60))
    assert share_at_most(0, 60) == pytest.approx(3 / 60, abs=0.002)
    assert share_at_most(5, 5) == 1
    assert np.isnan(share_at_most(0, 0))


def test_the_limit_is_where_so_few_have_five_percent():
    from scipy.stats import binom

    assert binom.cdf(2, 40, share_at_most(2, 40)) == pytest.approx(0.05)


def test_the_rule_that_the_loyal_are_satisfied():
    # 2 dissatisfied of 4, both among the 2 not loyal: one of six ways.
    cell = empty_cell(0, loyal=2, dissatisfied=2, total=4)
    assert cell.expected == 1
    assert cell.p == pytest.approx(1 / 6)


def test_without_loyal_people_there_is_no_rule():
    cell = empty_cell(0, loyal=0, dissatisfied=3, total=9)
    assert np.isnan([cell.expected, cell.share_at_most, cell.p]).all()


@pytest.mark.parametrize("counts", [(3, 2, 5, 9), (0, 6, 6, 9), (1, 10, 3, 9)])
def test_contradicting_counts_are_mistakes(counts):
    with pytest.raises(ValueError, match="contradict"):
        empty_cell(*counts)


@pytest.mark.parametrize("measure", [odds_ratio, risk_ratio])
def test_negative_counts_are_mistakes(measure):
    with pytest.raises(ValueError, match="negative"):
        measure(1, -1, 2, 2)


def test_more_than_all_is_a_mistake():
    with pytest.raises(ValueError, match="count"):
        share_at_most(3, 2)

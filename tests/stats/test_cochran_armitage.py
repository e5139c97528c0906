import numpy as np
import pytest

from analytics.stats.cochran_armitage import cochran_armitage


def test_two_editions_give_the_plain_chi_square():
    from scipy.stats import chi2_contingency

    trend = cochran_armitage([30, 45], [100, 100], [1, 2])
    theirs = chi2_contingency([[30, 45], [70, 55]], correction=False)
    assert (trend.chi_square, trend.p) == pytest.approx((theirs.statistic, theirs.pvalue))
    assert trend.departure == pytest.approx(0, abs=1e-12)


def test_a_falling_share_has_a_negative_slope():
    trend = cochran_armitage([50, 40, 30], [100, 100, 100], [1, 2, 3])
    assert trend.slope == pytest.approx(-0.1)
    assert trend.z < 0


def test_a_skipped_edition_changes_the_scores():
    assert cochran_armitage([1, 2, 4], [10, 10, 10], [1, 2, 4]).slope == pytest.approx(0.1)


def test_editions_without_answers_are_left_out():
    with_gap = cochran_armitage([5, 0, 9], [20, 0, 20], [1, 2, 3])
    assert with_gap.chi_square == cochran_armitage([5, 9], [20, 20], [1, 3]).chi_square


@pytest.mark.parametrize(
    "counts", [([0, 0], [9, 9]), ([9, 9], [9, 9]), ([3], [9]), ([0, 0], [0, 0])]
)
def test_no_spread_or_a_single_edition_has_no_trend(counts):
    trend = cochran_armitage(*counts, range(len(counts[0])))
    assert np.isnan([trend.p, trend.slope]).all()


def test_more_successes_than_answers_is_a_mistake():
    with pytest.raises(ValueError, match="successes"):
        cochran_armitage([10], [9], [1])

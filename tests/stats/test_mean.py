import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.stats.mean import (
    difference,
    effective_n,
    mean_interval,
    paired_difference,
    smallest_visible,
    weighted_mean,
)

NAN = float("nan")


def weighted(y, w):
    y, w = np.asarray(y, float), np.asarray(w, float)
    return weighted_mean(len(y), w.sum(), w @ y, w @ y**2, w @ w, w**2 @ y, w**2 @ y**2)


def test_the_interval_of_one_to_five_is_three_plus_minus_two():
    estimate = mean_interval(5, 3.0, 2.5)
    assert estimate.se == pytest.approx(0.5**0.5)
    assert estimate.high - estimate.mean == pytest.approx(2.7764451051977987 * 0.5**0.5)
    assert estimate.is_reliable


def test_answers_that_do_not_vary_get_no_interval():
    estimate = mean_interval(40, 4.0, 0.0)
    assert (estimate.mean, estimate.sd) == (4.0, 0.0)
    assert np.isnan([estimate.low, estimate.high]).all()
    assert not estimate.is_reliable


def test_four_answers_have_an_interval_but_are_not_reliable():
    estimate = mean_interval(4, 3.0, 1.0)
    assert estimate.low < 3.0 < estimate.high
    assert not estimate.is_reliable


def test_one_answer_has_a_mean_only_and_none_has_nothing():
    single, none = mean_interval(1, 3.0, NAN), mean_interval(0, NAN, NAN)
    assert single.mean == 3.0
    assert np.isnan([single.sd, single.se, single.low, none.mean, none.se]).all()
    assert not single.is_reliable
    assert not none.is_reliable


def test_knowing_half_the_population_shrinks_the_standard_error_by_root_one_half():
    assert mean_interval(50, 3.0, 1.0, population=100).se == pytest.approx(
        mean_interval(50, 3.0, 1.0).se * 0.5**0.5
    )


def test_a_whole_population_leaves_nothing_to_estimate():
    estimate = mean_interval(50, 3.0, 1.0, population=50)
    assert estimate.se == 0
    assert np.isnan(estimate.low)


@pytest.mark.parametrize("wrong", [(-1, 3.0, 1.0), (3, 3.0, -1.0)])
def test_negative_counts_and_variances_are_mistakes(wrong):
    with pytest.raises(ValueError, match="negative"):
        mean_interval(*wrong)


def test_more_answers_than_the_population_is_a_mistake():
    with pytest.raises(ValueError, match="population"):
        mean_interval(11, 3.0, 1.0, population=10)


@pytest.mark.parametrize("level", [0, 1, 95])
def test_a_level_outside_zero_and_one_is_a_mistake(level):
    with pytest.raises(ValueError, match="level"):
        mean_interval(11, 3.0, 1.0, level)


@settings(deadline=None)
@given(st.lists(st.integers(1, 5), min_size=2, max_size=40), st.floats(0.01, 100))
def test_equal_weights_change_nothing(answers, weight):
    estimate = weighted(answers, [weight] * len(answers))
    plain = mean_interval(len(answers), float(np.mean(answers)), float(np.var(answers, ddof=1)))
    for field in ("mean", "sd", "se", "n_eff", "low", "high"):
        assert getattr(estimate, field) == pytest.approx(
            getattr(plain, field), rel=1e-6, abs=1e-9, nan_ok=True
        )


def test_a_weight_counts_like_that_many_answers_for_the_mean_but_not_for_n():
    estimate = weighted([2, 5], [3, 1])
    assert estimate.mean == 2.75
    assert estimate.n == 2
    assert estimate.n_eff == pytest.approx(1.6)


def test_the_weighted_standard_error_is_the_linearised_one():
    y, w = np.array([1.0, 2, 4, 5, 3]), np.array([1.0, 2, 1, 3, 1])
    residuals = w * (y - w @ y / w.sum())
    assert weighted(y, w).se == pytest.approx((5 / 4 * residuals @ residuals) ** 0.5 / w.sum())


def test_weighted_answers_all_alike_get_no_interval_despite_rounding():
    estimate = weighted([3.7] * 9, [0.3, 1.7, 2.2, 0.9, 1, 1.1, 0.4, 3, 0.2])
    assert estimate.se == 0
    assert np.isnan(estimate.low)


def test_no_weighted_answers_are_nan_and_weights_of_zero_a_mistake():
    assert np.isnan(weighted_mean(0, 0, 0, 0, 0, 0, 0).mean)
    with pytest.raises(ValueError, match="weights"):
        weighted_mean(3, 0, 0, 0, 0, 0, 0)


def test_the_effective_n_of_equal_weights_is_their_number():
    assert effective_n(10.0, 20.0) == 5
    assert effective_n(0.0, 0.0) == 0


def test_welch_difference_equals_scipys():
    from scipy.stats import ttest_ind_from_stats

    first, second = mean_interval(12, 3.9, 0.64), mean_interval(30, 3.4, 1.21)
    gap = difference(first, second)
    theirs = ttest_ind_from_stats(3.9, 0.8, 12, 3.4, 1.1, 30, equal_var=False)
    assert gap.p == pytest.approx(theirs.pvalue)
    assert gap.difference == pytest.approx(0.5)
    assert gap.low < 0.5 < gap.high
    assert gap.is_reliable


def test_two_groups_without_spread_have_a_difference_but_no_test():
    gap = difference(mean_interval(9, 4, 0), mean_interval(9, 3, 0))
    assert gap.difference == 1
    assert np.isnan([gap.p, gap.low, gap.se]).all()
    assert not gap.is_reliable


def test_a_paired_difference_is_a_one_sample_t_test():
    from scipy.stats import ttest_1samp

    gaps = np.array([0, 1, -1, 2, 1, 1, 0.0])
    gap = paired_difference(7, gaps.mean(), gaps.var(ddof=1))
    theirs = ttest_1samp(gaps, 0)
    assert gap.p == pytest.approx(theirs.pvalue)
    assert [gap.low, gap.high] == pytest.approx(list(theirs.confidence_interval()))


def test_pairs_that_all_differ_alike_are_no_proof():
    assert not paired_difference(30, 1.0, 0.0).is_reliable


def test_the_smallest_visible_difference_is_28_standard_errors_of_a_large_sample():
    gap = difference(mean_interval(2000, 3.7, 1.0), mean_interval(2000, 3.6, 1.0))
    assert smallest_visible(gap) == pytest.approx(2.8 * 0.001**0.5, rel=0.001)


def test_a_true_difference_of_that_size_is_seen_four_times_out_of_five():
    rng = np.random.default_rng(4)
    gap = difference(mean_interval(30, 0.0, 1.0), mean_interval(30, 0.0, 1.0))
    size = smallest_visible(gap)
    samples = rng.normal([0, size], 1.0, (4000, 30, 2))
    means, variances = samples.mean(axis=1), samples.var(axis=1, ddof=1)
    seen_rate = np.mean(
        [
            difference(mean_interval(30, m[1], v[1]), mean_interval(30, m[0], v[0])).p <= 0.05
            for m, v in zip(means, variances, strict=True)
        ]
    )
    assert seen_rate == pytest.approx(0.80, abs=0.02)


def test_where_the_error_is_not_known_no_difference_can_be_called_visible():
    alike = difference(mean_interval(9, 3.0, 0.0), mean_interval(9, 4.0, 0.0))
    assert np.isnan(smallest_visible(alike))


def test_power_lies_between_0_and_1():
    gap = difference(mean_interval(9, 3.0, 1.0), mean_interval(9, 4.0, 1.0))
    with pytest.raises(ValueError, match="power"):
        smallest_visible(gap, power=1)


def test_tests_and_changes_stand_on_the_fair_as_a_process():
    plain = mean_interval(50, 3.0, 1.0), mean_interval(60, 3.3, 1.2)
    here = mean_interval(50, 3.0, 1.0, population=80), mean_interval(60, 3.3, 1.2, population=60)
    assert difference(*here) == difference(*plain)
    assert here[0].process == plain[0]
    assert here[1].is_census

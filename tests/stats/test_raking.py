import numpy as np
import pytest

from analytics.stats.mean import mean_interval
from analytics.stats.raking import CannotRake, kish, rake, raked_mean

ONE_MARGIN = [[0], [1]]
TWO_BY_TWO = [[0, 0], [0, 1], [1, 0], [1, 1]]


def test_one_margin_is_post_stratification():
    raked = rake(ONE_MARGIN, [30, 10], [[60, 60]])
    assert raked.weights == pytest.approx([2, 6])
    assert raked.relative == pytest.approx([2 / 3, 2])
    assert (raked.is_cut, raked.largest_miss) == (False, 0)


def test_both_margins_are_met_and_the_association_of_the_sample_is_kept():
    counts = np.array([20, 10, 10, 20])
    raked = rake(TWO_BY_TWO, counts, [[70, 30], [50, 50]])
    totals = (raked.weights * counts).reshape(2, 2)
    assert totals.sum(axis=1) == pytest.approx([70, 30])
    assert totals.sum(axis=0) == pytest.approx([50, 50])
    assert totals[0, 0] * totals[1, 1] / (totals[0, 1] * totals[1, 0]) == pytest.approx(4)


def test_weights_beyond_three_times_the_average_are_cut_and_raked_again():
    codes, counts = [[0, 0], [0, 1], [1, 0], [1, 1]], [2, 48, 48, 2]
    free = rake(codes, counts, [[50, 50], [95, 5]], bounds=None)
    bound = rake(codes, counts, [[50, 50], [95, 5]])
    assert free.relative.max() > 3
    assert bound.is_cut
    assert bound.relative.max() < free.relative.max()
    assert bound.weights.max() / bound.weights.min() <= 10 + 1e-6


def test_a_cut_that_cannot_be_made_good_says_by_how_much_it_misses():
    raked = rake(ONE_MARGIN, [99, 1], [[90, 10]])
    assert raked.relative[1] == pytest.approx(3, abs=1e-6)
    assert raked.largest_miss == pytest.approx(0.7, abs=1e-6)
    assert raked.counts @ raked.weights == pytest.approx(100)


def test_base_weights_keep_their_proportion():
    raked = rake([[0], [0], [1]], [10, 10, 10], [[60, 20]], base=[1, 2, 1])
    assert raked.weights == pytest.approx([2, 4, 2])


def test_an_empty_sample_cell_is_refused_by_name():
    with pytest.raises(CannotRake) as refusal:
        rake([[0, 0], [1, 0]], [5, 5], [[5, 5], [8, 2]])
    assert (refusal.value.reason, refusal.value.margin, refusal.value.category) == (
        "empty sample cell",
        1,
        1,
    )


def test_respondents_without_a_target_are_refused():
    with pytest.raises(CannotRake) as refusal:
        rake(ONE_MARGIN, [5, 5], [[10, 0]])
    assert (refusal.value.reason, refusal.value.category) == ("no target", 1)
    with pytest.raises(CannotRake, match="no target"):
        rake([[0], [1], [2]], [5, 5, 5], [[10, 5]])


def test_margins_of_different_totals_are_refused():
    with pytest.raises(CannotRake, match="unequal totals"):
        rake(TWO_BY_TWO, [5, 5, 5, 5], [[10, 10], [15, 15]])


def test_margins_no_weights_can_meet_are_refused():
    with pytest.raises(CannotRake, match="does not converge"):
        rake([[0, 0], [1, 1]], [5, 5], [[70, 30], [50, 50]])


def test_a_category_empty_on_both_sides_is_no_obstacle():
    assert rake([[0], [2]], [10, 10], [[30, 0, 10]]).weights == pytest.approx([3, 1])


def test_equal_weights_cost_nothing_and_unequal_ones_do():
    assert (kish([2, 2, 2]).n_eff, kish([2, 2, 2]).deff, kish([2, 2, 2]).cv) == (3, 1, 0)
    worth = kish([1, 3], counts=[1, 1])
    assert (worth.n_eff, worth.deff, worth.ratio) == (16 / 10, 20 / 16, 3)
    assert kish([]).n_eff == 0


def test_the_mean_weighs_groups_as_the_register_has_them():
    raked = rake(ONE_MARGIN, [30, 10], [[60, 60]])
    estimate = raked_mean(raked, [30, 10], [30 * 2.0, 10 * 4.0], [30 * 4.5, 10 * 17.0])
    assert estimate.mean == pytest.approx(3)
    assert estimate.n == 40
    assert estimate.n_eff == pytest.approx(raked.kish.n_eff)


def test_what_the_register_tells_is_no_chance():
    # Within groups nobody differs: only the margin makes the spread.
    raked = rake(ONE_MARGIN, [30, 10], [[60, 60]])
    assert np.isnan(raked_mean(raked, [30, 10], [60.0, 40.0], [120.0, 160.0]).se)


def test_without_a_margin_to_tell_the_error_is_the_plain_one():
    raked = rake([[0]], [40], [[400]])
    y = np.random.default_rng(0).normal(4, 1, 40)
    estimate = raked_mean(raked, [40], [y.sum()], [y @ y])
    plain = mean_interval(40, y.mean(), y.var(ddof=1))
    assert (estimate.mean, estimate.sd, estimate.se, estimate.low) == pytest.approx(
        (plain.mean, plain.sd, plain.se, plain.low)
    )


def test_those_without_an_answer_keep_their_place_in_the_register():
    raked = rake(ONE_MARGIN, [30, 10], [[60, 60]])
    estimate = raked_mean(raked, [20, 10], [20 * 2.0, 10 * 4.0], [20 * 4.5, 10 * 17.0])
    assert estimate.n == 30
    assert estimate.mean == pytest.approx((20 * 2 * 2 + 10 * 6 * 4) / (20 * 2 + 10 * 6))
    assert estimate.se > 0


def test_one_answer_or_none_has_no_interval():
    raked = rake(ONE_MARGIN, [30, 10], [[60, 60]])
    assert np.isnan(raked_mean(raked, [0, 0], [0, 0], [0, 0]).mean)
    assert np.isnan(raked_mean(raked, [1, 0], [4, 0], [16, 0]).low)


def test_shapes_must_fit():
    with pytest.raises(ValueError, match="codes"):
        rake([0, 1], [1, 1], [[1, 1]])
    with pytest.raises(ValueError, match="base"):
        rake(ONE_MARGIN, [1, 1], [[1, 1]], base=[1, 0])
    with pytest.raises(ValueError, match="answers"):
        raked_mean(rake(ONE_MARGIN, [1, 1], [[1, 1]]), [2, 1], [1, 1], [1, 1])

import pytest

from analytics.ratings.sums import Sums

ONE_EACH = Sums(n=4, total=2.0, total_squares=1.5, answers=4, answers_squares=4, cross_product=2.0)


def test_one_answer_each_gives_the_plain_mean_and_its_spread():
    """Places 0, 1/2, 1/2, 1."""
    estimate = ONE_EACH.estimate
    assert (estimate.n, estimate.mean, estimate.sd) == pytest.approx((4, 0.5, (0.5 / 3) ** 0.5))


def test_many_ratings_of_one_respondent_are_not_many_respondents():
    """Two respondents with 2 ratings each, at 0 and at 1: an error of two, not of four."""
    estimate = Sums(
        n=2, total=2, total_squares=4, answers=4, answers_squares=8, cross_product=4
    ).estimate
    assert (estimate.n, estimate.mean, estimate.se) == pytest.approx((2, 0.5, 0.5))


def test_sums_add_up_over_groups():
    both = ONE_EACH + ONE_EACH
    assert (both.n, both.estimate.mean) == (8, 0.5)
    assert ONE_EACH + Sums() == ONE_EACH

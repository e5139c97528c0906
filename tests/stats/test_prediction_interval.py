"""An interval for the next share, from how far off earlier forecasts were."""

from math import exp, isnan, log, sqrt

import pytest

from analytics.stats.prediction_interval import Backtest, share_to_come


def odds(share, n=1_000):
    return log((share * n + 0.5) / ((1 - share) * n + 0.5))


def test_the_half_width_is_t_times_the_root_mean_square_of_the_errors():
    tests = [Backtest(0.30, 0.40, 1_000), Backtest(0.30, 0.25, 1_000), Backtest(0.30, 0.33, 1_000)]
    errors = [odds(test.came) - odds(0.30) for test in tests]
    half = 3.182446305284263 * sqrt(sum(error**2 for error in errors) / 3)
    prediction = share_to_come(0.35, 1_000, tests)
    low, high = (1 / (1 + exp(-(odds(0.35) + side * half))) for side in (-1, 1))
    assert (prediction.low, prediction.high) == pytest.approx((low, high))
    assert (prediction.tests, prediction.too_low, prediction.too_high) == (3, 2, 1)


def test_forecasts_that_were_right_to_the_dot_leave_chance():
    tests = [Backtest(0.3, 0.3, 500)] * 4
    prediction = share_to_come(0.3, 500, tests)
    half = 1.959963984540054 / sqrt(500 * 0.3 * 0.7)
    assert prediction.high == pytest.approx(1 / (1 + exp(-(odds(0.3, 500) + half))))
    wider = share_to_come(0.3, 500, tests, own_se=0.05)
    assert wider.high - wider.low > 1.5 * (prediction.high - prediction.low)


@pytest.mark.parametrize("count", [0, 1])
def test_fewer_than_two_tests_give_no_interval(count):
    prediction = share_to_come(0.3, 100, [Backtest(0.3, 0.4, 100)] * count)
    assert isnan(prediction.low)
    assert not prediction.has_interval


def test_all_on_one_side_is_told_from_three_tests_on():
    low = [Backtest(0.3, 0.35, 100)]
    assert not share_to_come(0.3, 100, low * 2).is_one_sided
    assert share_to_come(0.3, 100, low * 3).is_one_sided
    assert not share_to_come(0.3, 100, [*low * 3, Backtest(0.3, 0.2, 100)]).is_one_sided


def test_none_and_all_stay_inside_and_nonsense_is_refused():
    prediction = share_to_come(0.0, 20, [Backtest(0.0, 1.0, 20), Backtest(1.0, 0.0, 20)])
    assert 0 <= prediction.low <= prediction.high <= 1
    with pytest.raises(ValueError, match="between 0 and 1"):
        share_to_come(1.2, 20, [Backtest(0.5, 0.5, 20)] * 2)


def test_an_edition_of_nobody_is_no_test():
    assert share_to_come(0.3, 100, [Backtest(0.3, 0.0, 0)] * 5).tests == 0

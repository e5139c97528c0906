from math import isnan

import pytest

from analytics.stats.margin_multiple import (
    margin_multiple,
    multiple_over_horizon,
    multiple_with_first_now,
)


def test_the_printed_example_80_at_84_per_cent_and_12_per_cent_is_worth_240():
    assert 80 * margin_multiple(0.84, 0.12) == pytest.approx(240)


def test_the_multiple_is_the_sum_over_a_long_horizon_and_more_than_over_a_short_one():
    assert multiple_over_horizon(0.84, 0.12, 500) == pytest.approx(margin_multiple(0.84, 0.12))
    assert multiple_over_horizon(0.84, 0.12, 5) == pytest.approx(2.2880859375)


def test_counting_one_margin_at_once_adds_one():
    assert multiple_with_first_now(0.84, 0.12) == pytest.approx(4)


@pytest.mark.parametrize("retention", [-0.1, 1.05])
def test_a_rate_outside_0_to_1_is_not_capped(retention):
    assert isnan(margin_multiple(retention, 0.12))
    assert isnan(multiple_over_horizon(retention, 0.12, 5))


def test_nothing_lost_and_nothing_discounted_has_no_multiple():
    assert isnan(margin_multiple(1.0, 0.0))
    assert isnan(multiple_with_first_now(1.0, 0.0))

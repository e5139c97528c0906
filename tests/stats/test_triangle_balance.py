"""Indices, lags and alarms on series that can be checked by head."""

import numpy as np
import pytest

from analytics.stats.triangle_balance import alarms, lag_of, lowest_of, side_index, spread_of

NAN = float("nan")


def test_an_index_is_the_geometric_mean_of_ratios():
    assert side_index([100, 200], [0.5, 1.0], [0.5, 0.25]) == pytest.approx([100, 125.99], abs=0.01)


def test_a_missing_part_is_a_missing_index():
    index = side_index([100, 200, 300], [0.5, NAN, 0.5])
    assert np.isnan(index).tolist() == [False, True, False]


def test_a_part_missing_at_the_first_edition_leaves_no_index():
    assert np.isnan(side_index([100, 200], [NAN, 0.5])).all()


def test_spread_and_lowest_need_all_three_sides():
    indices = np.array([[100, 110], [100, 90], [100, NAN]])
    assert spread_of(indices)[0] == 0
    assert np.isnan(spread_of(indices)[1])
    assert lowest_of(indices) == ["exhibitor", None]


def test_renewals_that_follow_visitors_by_one_edition_are_seen_at_lag_one():
    visitors = [100, 110, 99, 118.8, 95.04, 104.5]
    change = np.log(np.array(visitors[1:]) / visitors[:-1])
    renewals = [NAN, 0.7, *(0.7 + change[:-1] / 10)]
    assert lag_of(visitors, renewals, 1).r == pytest.approx(1.0)


def test_below_four_pairs_there_is_no_lag():
    link = lag_of([100, 110, 120, 130], [NAN, 0.6, 0.7, 0.6], 1)
    assert link.n == 2
    assert np.isnan(link.r)


def test_an_alarm_needs_a_fall_before_and_lower_renewals_now():
    rings = alarms([100, 90, 95, 90, 91], [NAN, 0.7, 0.6, 0.65, 0.70])
    assert rings.tolist() == [False, False, True, False, False]

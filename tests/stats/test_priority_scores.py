"""Scores from 1 to 5 that never split equal values."""

import numpy as np

from analytics.stats.priority_scores import (
    fifth_bounds,
    fifths,
    frequency_scores,
    money_scores,
    recency_scores,
)


def test_recency_falls_with_each_edition_missed():
    assert recency_scores(np.array([0.0, 1, 2, 3, 4, 9])).tolist() == [5, 4, 3, 2, 1, 1]


def test_a_frequency_exactly_at_a_bound_reaches_it():
    attended, possible = np.array([4, 3, 2, 1, 3, 1]), np.array([5, 5, 5, 5, 4, 1])
    assert frequency_scores(attended, possible).tolist() == [4, 3, 2, 1, 3, 5]


def test_a_lower_bound_belongs_to_the_band_above_and_missing_money_has_no_score():
    money = np.array([0.0, 99, 100, 500, np.nan])
    assert money_scores(money, [100, 500]).tolist() == [1, 1, 2, 3, 0]


def test_ties_share_a_score():
    values = np.array([1.0, 1, 1, 2, 3, np.nan])
    assert fifths(values).tolist() == [1, 1, 1, 4, 5, 0]
    assert fifths(values, is_low=False).tolist() == [3, 3, 3, 4, 5, 0]


def test_bounds_are_round_amounts_that_rise():
    bounds = fifth_bounds(np.array([0.0, 1234, 2345, 3456, 8765, 12437, 55000]))
    assert bounds == sorted(set(bounds))
    assert all(bound == float(f"{bound:.2g}") for bound in bounds)
    assert fifth_bounds(np.zeros(4)) == []

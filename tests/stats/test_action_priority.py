"""Priorities on a handful of respondents that can be checked by head."""

import numpy as np
import pytest

from analytics.stats.action_priority import first_place, priorities, ranked


def respondent(x, y, stake=0.0):
    rated = x is not None
    value = x or 0.0
    both = rated and y is not None
    bx, by = (value, y) if both else (0.0, 0.0)
    return [1, rated, value, both, bx, by, bx * bx, by * by, bx * by, stake]


def test_a_score_is_the_product_of_its_four_factors():
    rows = [respondent(1, 1, 100.0), respondent(5, 5), respondent(3, 3), respondent(None, 4)]
    result = priorities(np.array(rows, float)[:, None, :], (1, 5), draws=50)
    assert result.importance[0] == pytest.approx(1.0)
    assert (result.gap[0], result.reach[0], result.stake[0]) == (0.5, 0.75, 100.0)
    assert result.score.estimate[0] == pytest.approx(37.5)


def test_an_item_that_goes_against_the_overall_rating_scores_nothing():
    rows = [respondent(1, 5, 100.0), respondent(5, 1), respondent(3, 3)]
    result = priorities(np.array(rows, float)[:, None, :], (1, 5), draws=50)
    assert result.importance[0] == pytest.approx(-1.0)
    assert result.score.estimate[0] == 0.0


def test_an_item_that_everybody_rates_alike_has_no_score():
    rows = [respondent(3, 5), respondent(3, 1), respondent(3, 3)]
    result = priorities(np.array(rows, float)[:, None, :], (1, 5), draws=50)
    assert np.isnan(result.score.estimate[0])
    assert result.ranks[0] == 0


def test_ties_share_the_better_rank():
    assert ranked(np.array([5.0, 7.0, 5.0, np.nan])).tolist() == [2, 1, 2, 0]


def test_nobody_is_first_where_all_scores_are_none():
    assert first_place(np.array([[0.0, 0.0], [2.0, 1.0]])).tolist() == [0.5, 0.0]


def test_sums_of_another_shape_are_a_mistake():
    with pytest.raises(ValueError, match="groups × items"):
        priorities(np.ones((3, 2)), (1, 5))

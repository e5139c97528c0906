from itertools import permutations

import numpy as np
import pytest
from scipy import stats

from analytics.stats.mann_kendall import inversion_counts, mann_kendall


def s_of(values):
    return sum(np.sign(b - a) for i, a in enumerate(values) for b in values[i + 1 :])


def test_four_rises_in_a_row_happen_once_in_twelve():
    trend = mann_kendall([1, 2, 3, 4])
    assert (trend.s, trend.tau_b, trend.is_exact) == (6, 1, True)
    assert trend.p == pytest.approx(2 / 24)


@pytest.mark.parametrize(
    "values", [[1, 3, 2, 5, 4, 6], [1, 1, 2, 3, 3, 3], [2, 1, 1, 2, 5, 5], [4, 3, 3, 1, 1, 2, 2]]
)
def test_the_exact_p_counts_all_orders_ties_included(values):
    observed = abs(s_of(values))
    assert mann_kendall(values).p == pytest.approx(
        np.mean([abs(s_of(o)) >= observed for o in permutations(values)])
    )


def test_the_orders_of_two_equal_and_two_single_values_are_twelve():
    assert inversion_counts([2, 1, 1]) == [1, 2, 3, 3, 2, 1]


def test_tau_b_with_ties_equals_scipys():
    values = [1, 1, 2, 3, 2, 5, 5, 6]
    assert mann_kendall(values).tau_b == pytest.approx(stats.kendalltau(range(8), values).statistic)


def test_the_order_is_that_of_time():
    assert mann_kendall([3, 1, 2], [2003, 2001, 2002]).s == 3


def test_a_missing_edition_is_left_out():
    assert mann_kendall([1, float("nan"), 2, 3]).n == 3


def test_above_ten_values_the_normal_approximation_is_used():
    trend = mann_kendall(np.arange(11.0))
    assert not trend.is_exact
    assert trend.p == trend.p_normal
    assert trend.z == pytest.approx(54 / 165**0.5)


def test_a_flat_series_has_no_trend():
    for n in (5, 20):
        trend = mann_kendall([3] * n)
        assert (trend.s, trend.p, trend.z) == (0, 1, 0)
        assert np.isnan(trend.tau_b)


def test_one_value_is_no_series():
    assert np.isnan(mann_kendall([3]).p)
    assert np.isnan(mann_kendall([]).p)


def test_two_values_of_one_year_have_no_order():
    with pytest.raises(ValueError, match="once"):
        mann_kendall([1, 2], [2001, 2001])

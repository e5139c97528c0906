from itertools import permutations

import numpy as np
import pytest
from scipy import stats

from analytics.stats.permutation import every_order, permutation_p

X = [1, 2, 2, 4, 5, 7]
Y = [2, 1, 3, 3, 6, 5]


def by_hand(x, y, statistic):
    observed = statistic(x, y)
    values = np.array([statistic(x, order) for order in permutations(y)])
    return np.mean(np.abs(values) >= abs(observed) - 1e-9), np.mean(values >= observed - 1e-9)


@pytest.mark.parametrize(
    ("method", "statistic"),
    [
        ("pearson", lambda x, y: stats.pearsonr(x, y).statistic),
        ("spearman", lambda x, y: stats.spearmanr(x, y).statistic),
        ("kendall", lambda x, y: stats.kendalltau(x, y).statistic),
    ],
)
def test_every_reordering_is_counted_ties_included(method, statistic):
    p = permutation_p(X[:5], Y[:5], method)
    assert p.is_exact
    assert p.orders == 120
    assert (p.two_sided, p.greater) == pytest.approx(by_hand(X[:5], Y[:5], statistic))


def test_three_rising_pairs_prove_nothing():
    p = permutation_p([1, 2, 3], [1, 2, 3])
    assert (p.greater, p.two_sided, p.less) == (1 / 6, 2 / 6, 1)


@pytest.mark.parametrize("n", [1, 3, 8])
def test_every_order_comes_once(n):
    orders = np.vstack(list(every_order(n)))
    assert len(np.unique(orders, axis=0)) == len(orders) == np.prod(range(1, n + 1))


def test_above_ten_pairs_random_orders_are_repeatable_and_never_give_zero():
    x = np.arange(12.0)
    p = permutation_p(x, x, orders=999, seed=3)
    assert not p.is_exact
    assert p.two_sided == 1 / 1000
    assert p == permutation_p(x, x, orders=999, seed=3)


def test_a_constant_series_or_a_single_pair_has_no_p():
    assert np.isnan(permutation_p([1, 1, 1], [1, 2, 3]).two_sided)
    assert np.isnan(permutation_p([1], [1]).two_sided)
    assert np.isnan(permutation_p([], []).two_sided)

import numpy as np
import pytest

from analytics.stats.reliability import cronbach_alpha


def test_alpha_follows_the_formula():
    assert cronbach_alpha([[2, 1, 1], [1, 2, 1], [1, 1, 2]]) == pytest.approx(3 / 2 * (1 - 6 / 12))


def test_items_that_always_agree_have_alpha_one_and_strangers_none():
    assert cronbach_alpha(np.ones((2, 2))) == pytest.approx(1)
    assert cronbach_alpha(np.eye(4)) == 0


def test_an_item_that_does_not_vary_leaves_alpha_known():
    assert np.isfinite(cronbach_alpha([[1, 0.5, 0], [0.5, 1, 0], [0, 0, 0]]))


def test_nobody_differs_so_nothing_is_measured():
    assert np.isnan(cronbach_alpha(np.zeros((3, 3))))


def test_one_item_agrees_with_nothing():
    assert np.isnan(cronbach_alpha([[1.0]]))

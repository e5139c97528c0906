import numpy as np
import pytest
from scipy import stats

from tests.reference.methods.bootstrap import bootstrap_correlation

RNG = np.random.default_rng(1)
X = RNG.normal(size=40)
Y = X + RNG.normal(size=40)


def test_the_interval_agrees_with_scipys_bca():
    interval = bootstrap_correlation(X, Y)
    theirs = stats.pearsonr(X, Y).confidence_interval(
        0.95, method=stats.BootstrapMethod(method="BCa", rng=RNG)
    )
    assert (interval.low, interval.high) == pytest.approx(tuple(theirs), abs=0.02)


def test_the_seed_makes_it_repeatable():
    assert bootstrap_correlation(X, Y, draws=200) == bootstrap_correlation(X, Y, draws=200)


def test_resamples_without_spread_are_dropped():
    assert bootstrap_correlation([1, 1, 1, 2], [1, 3, 2, 5], draws=500).draws < 500


@pytest.mark.parametrize("y", [[1, 1, 1, 1, 1], [1, 2, 3, 4, 5]])
def test_no_spread_or_a_perfect_line_has_no_interval(y):
    assert np.isnan(bootstrap_correlation([1, 2, 3, 4, 5], y).low)


def test_three_pairs_are_too_few():
    assert np.isnan(bootstrap_correlation([1, 2, 3], [1, 3, 2]).low)

import numpy as np
import pytest

from analytics.stats.bgbb import BgBb, expected_of_newcomer
from tests.reference.methods.transaction_counts import fit_beta_binomial, probabilities

MODEL = BgBb(1.204, 0.750, 0.657, 2.783, 0.0, 0.0, np.zeros(4, dtype=bool))


def test_the_chances_of_all_counts_add_up_and_have_the_expected_mean():
    chances = probabilities(MODEL, 6)
    assert chances.sum() == pytest.approx(1)
    assert chances @ np.arange(7) == pytest.approx(expected_of_newcomer(MODEL, 6)[-1])


def test_a_symmetric_history_has_a_symmetric_beta_binomial():
    fit = fit_beta_binomial([0, 1, 2], [2, 2, 2], [5, 4, 5])
    assert fit.alpha == pytest.approx(fit.beta)

import numpy as np
import pytest

from analytics.stats.reliability import LOWEST_TO_AVERAGE
from tests.reference.methods.reliability import reliability, reliability_of_rows

NAN = float("nan")


def test_two_items_that_always_agree_measure_one_thing():
    scale, n = reliability_of_rows([[1, 1], [2, 2], [5, 5]])
    assert n == 3
    assert scale.alpha == pytest.approx(1)
    assert scale.item_rest_r == pytest.approx([1, 1])
    assert np.isnan(scale.alpha_if_dropped).all()


def test_uncorrelated_items_measure_nothing_together():
    scale = reliability(np.eye(4))
    assert scale.alpha == 0
    assert scale.standardised_alpha == 0
    assert scale.alpha < LOWEST_TO_AVERAGE


def test_dropping_the_stranger_helps():
    cov = [[1, 0.8, 0.0], [0.8, 1, 0.0], [0.0, 0.0, 1]]
    scale = reliability(cov)
    assert scale.alpha_if_dropped[2] == pytest.approx(8 / 9)
    assert scale.alpha_if_dropped[2] > scale.alpha


def test_an_item_that_does_not_vary_has_no_correlation():
    scale = reliability([[1, 0.5, 0], [0.5, 1, 0], [0, 0, 0]])
    assert np.isnan(scale.item_rest_r[2])
    assert np.isnan(scale.standardised_alpha)
    assert np.isfinite(scale.alpha)


def test_only_complete_answers_count():
    assert reliability_of_rows([[1, 2], [2, 1], [4, 5], [NAN, 3]])[1] == 3


@pytest.mark.parametrize("wrong", [[[1.0]], [[1, 2], [3, 4]], [[1, 0, 0], [0, 1, 0]]])
def test_a_covariance_matrix_is_square_and_symmetric(wrong):
    with pytest.raises(ValueError, match="covariance"):
        reliability(wrong)


def test_one_complete_answer_is_a_mistake():
    with pytest.raises(ValueError, match="at least 2"):
        reliability_of_rows([[1, 2], [NAN, 2]])

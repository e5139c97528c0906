import numpy as np
import pytest
from sklearn.mixture import GaussianMixture

from analytics.stats.agreement import adjusted_rand
from analytics.stats.mixture import COVARIANCES, best_mixture, mixture, parameters_of
from tests.stats.blobs import HEAP_OF_ROW, THREE_HEAPS


def test_three_heaps_are_three_classes_by_falling_weight():
    fit = mixture(THREE_HEAPS, 3, "spherical", starts=3)
    assert adjusted_rand(fit.labels, HEAP_OF_ROW) == 1
    assert fit.weights == pytest.approx([1 / 2, 1 / 3, 1 / 6])
    assert fit.memberships.sum(axis=1) == pytest.approx(np.ones(60))


def test_bic_picks_three_round_classes():
    best = best_mixture(THREE_HEAPS, (1, 2, 3, 4), ("full", "spherical"), starts=3)[0]
    assert (best.k, best.covariance) == (3, "spherical")


@pytest.mark.parametrize("covariance", COVARIANCES)
def test_parameters_and_bic_are_those_of_sklearn(covariance):
    theirs = GaussianMixture(2, covariance_type=covariance, random_state=0).fit(THREE_HEAPS)
    assert parameters_of(2, 2, covariance) == theirs._n_parameters()
    fit = mixture(THREE_HEAPS, 1, covariance, starts=1)
    expected = GaussianMixture(1, covariance_type=covariance).fit(THREE_HEAPS).bic(THREE_HEAPS)
    assert fit.bic == pytest.approx(expected)


def test_more_classes_than_different_rows_is_a_mistake():
    with pytest.raises(ValueError, match="different rows"):
        mixture([[1.0], [1.0]], 2)

import numpy as np
import pytest

from analytics.stats.mca import row_coordinates
from tests.reference.methods.supplementary_number import supplementary_number
from tests.stats.test_mca_supplement import ANSWERS, FOUND, Z


def test_a_number_points_where_it_correlates():
    x = np.random.default_rng(9).normal(size=200) + ANSWERS[:, 0]
    arrow = supplementary_number(FOUND, x @ Z, x.sum(), x @ x)
    places = row_coordinates(FOUND, ANSWERS)
    assert arrow == pytest.approx([np.corrcoef(x, axis)[0, 1] for axis in places.T])


def test_a_number_that_does_not_vary_points_nowhere():
    assert np.isnan(supplementary_number(FOUND, 4 * Z.sum(axis=0), 800.0, 3200.0)).all()


def test_the_sums_must_fit_the_map():
    with pytest.raises(ValueError, match="active categories"):
        supplementary_number(FOUND, [1.0], 1, 1)

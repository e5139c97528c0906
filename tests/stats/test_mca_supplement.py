import numpy as np
import pytest

from analytics.stats.mca import burt_of, mca, row_coordinates
from analytics.stats.mca_supplement import supplementary_categories, supplementary_number
from tests.stats.test_mca import ANSWERS, SIZES, indicator

FOUND = mca(burt_of(ANSWERS, SIZES), SIZES)
Z = indicator(ANSWERS, SIZES)


def test_an_active_category_given_again_falls_on_itself():
    placed = supplementary_categories(FOUND, Z.T @ Z)
    assert placed.coordinates == pytest.approx(FOUND.coordinates)
    assert placed.cos2 == pytest.approx(FOUND.cos2)
    assert placed.v == pytest.approx(FOUND.v)
    assert placed.parts[:3].sum(axis=0) == pytest.approx(FOUND.eta2[0])


def test_a_number_points_where_it_correlates():
    x = np.random.default_rng(9).normal(size=200) + ANSWERS[:, 0]
    arrow = supplementary_number(FOUND, x @ Z, x.sum(), x @ x)
    places = row_coordinates(FOUND, ANSWERS)
    assert arrow == pytest.approx([np.corrcoef(x, axis)[0, 1] for axis in places.T])


def test_a_number_that_does_not_vary_points_nowhere():
    assert np.isnan(supplementary_number(FOUND, 4 * Z.sum(axis=0), 800.0, 3200.0)).all()


def test_a_category_nobody_chose_has_no_place():
    assert np.isnan(supplementary_categories(FOUND, np.zeros((1, 9))).coordinates).all()


def test_tables_must_fit_the_map():
    with pytest.raises(ValueError, match="active categories"):
        supplementary_categories(FOUND, np.ones((2, 3)))
    with pytest.raises(ValueError, match="active categories"):
        supplementary_number(FOUND, [1.0], 1, 1)

import numpy as np
import pytest

from analytics.stats.mca import mca
from analytics.stats.mca_supplement import supplementary_categories
from tests.stats.oracles.burt_table import burt_of, indicator
from tests.stats.test_mca import ANSWERS, SIZES

FOUND = mca(burt_of(ANSWERS, SIZES), SIZES)
Z = indicator(ANSWERS, SIZES)


def test_an_active_category_given_again_falls_on_itself():
    placed = supplementary_categories(FOUND, Z.T @ Z)
    assert placed.coordinates == pytest.approx(FOUND.coordinates)
    assert placed.cos2 == pytest.approx(FOUND.cos2)
    assert placed.v == pytest.approx(FOUND.v)
    assert placed.parts[:3].sum(axis=0) == pytest.approx(FOUND.eta2[0])


def test_a_category_nobody_chose_has_no_place():
    assert np.isnan(supplementary_categories(FOUND, np.zeros((1, 9))).coordinates).all()


def test_tables_must_fit_the_map():
    with pytest.raises(ValueError, match="active categories"):
        supplementary_categories(FOUND, np.ones((2, 3)))

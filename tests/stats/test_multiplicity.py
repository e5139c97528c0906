import numpy as np
import pytest
from statsmodels.stats.multitest import multipletests

from analytics.stats.multiplicity import benjamini_hochberg, holm

NAN = float("nan")


def test_holm_multiplies_the_smallest_by_the_family():
    assert holm([0.01, 0.04, 0.03]).p == pytest.approx([0.03, 0.06, 0.06])


def test_benjamini_hochberg_leaves_the_largest_alone():
    assert benjamini_hochberg([0.01, 0.04, 0.03]).p == pytest.approx([0.03, 0.04, 0.04])


@pytest.mark.parametrize("size", [1, 2, 7, 20])
def test_both_equal_statsmodels_ties_included(size):
    p = np.random.default_rng(size).integers(0, 12, size) / 11
    assert holm(p).p == pytest.approx(multipletests(p, method="holm")[1])
    assert benjamini_hochberg(p).p == pytest.approx(multipletests(p, method="fdr_bh")[1])


def test_what_was_no_test_stays_out_of_the_family():
    adjusted = holm([0.02, NAN, 0.5])
    assert adjusted.family_size == 2
    assert adjusted.p == pytest.approx([0.04, NAN, 0.5], nan_ok=True)
    assert adjusted.is_established().tolist() == [True, False, False]


def test_an_empty_family_is_empty():
    assert holm([]).family_size == 0
    assert np.isnan(benjamini_hochberg([NAN]).p).all()


def test_a_p_above_one_is_a_mistake():
    with pytest.raises(ValueError, match="between 0 and 1"):
        holm([1.2])

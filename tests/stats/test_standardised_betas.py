import numpy as np
import pytest

from analytics.stats.standardised_betas import answers_needed, importance


def test_two_items_by_head():
    # beta = (r1 - r12 r2)/(1 - r12²), inflation 1/(1 - r12²).
    plain = importance([[1, 0.5], [0.5, 1]], [0.6, 0.3])
    assert plain.std_beta == pytest.approx([0.6, 0.0])
    assert plain.vif == pytest.approx([4 / 3, 4 / 3])
    assert plain.r_squared == pytest.approx(0.36)


def test_copies_cannot_be_told_apart_but_their_r_squared_is_known():
    plain = importance([[1, 1, 0], [1, 1, 0], [0, 0, 1]], [0.5, 0.5, 0.2])
    assert np.isnan(plain.std_beta[:2]).all()
    assert np.isinf(plain.vif[:2]).all()
    assert plain.std_beta[2] == pytest.approx(0.2)
    assert plain.r_squared == pytest.approx(0.29)


def test_a_model_needs_ten_answers_an_item_and_fifty_at_least():
    assert (answers_needed(3), answers_needed(12)) == (50, 120)


@pytest.mark.parametrize(("r_xx", "r_xy"), [(np.eye(2), [0.1]), (np.eye(2), [0.1, np.nan])])
def test_correlations_must_fit_and_be_known(r_xx, r_xy):
    with pytest.raises(ValueError, match="correlations"):
        importance(r_xx, r_xy)

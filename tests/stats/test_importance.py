import numpy as np
import pytest

from analytics.stats.importance import answers_needed, importance


def test_two_items_by_head():
    # beta = (r1 - r12 r2)/(1 - r12²), inflation 1/(1 - r12²).
    found = importance([[1, 0.5], [0.5, 1]], [0.6, 0.3])
    assert found.std_beta == pytest.approx([0.6, 0.0])
    assert found.vif == pytest.approx([4 / 3, 4 / 3])
    assert found.r_squared == pytest.approx(0.36)


def test_copies_cannot_be_told_apart_but_their_r_squared_is_known():
    found = importance([[1, 1, 0], [1, 1, 0], [0, 0, 1]], [0.5, 0.5, 0.2])
    assert np.isnan(found.std_beta[:2]).all()
    assert np.isinf(found.vif[:2]).all()
    assert found.std_beta[2] == pytest.approx(0.2)
    assert found.r_squared == pytest.approx(0.29)


def test_a_model_needs_ten_answers_an_item_and_fifty_at_least():
    assert (answers_needed(3), answers_needed(12)) == (50, 120)


@pytest.mark.parametrize(("r_xx", "r_xy"), [(np.eye(2), [0.1]), (np.eye(2), [0.1, np.nan])])
def test_correlations_must_fit_and_be_known(r_xx, r_xy):
    with pytest.raises(ValueError, match="correlations"):
        importance(r_xx, r_xy)

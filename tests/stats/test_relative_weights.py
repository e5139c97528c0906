import numpy as np
import pytest

from analytics.stats.relative_weights import relative_weights, shares_of


def test_uncorrelated_items_weigh_their_squared_correlations():
    assert relative_weights(np.eye(2), [0.6, -0.3]) == pytest.approx([0.36, 0.09])


def test_items_that_copy_each_other_share_evenly():
    assert relative_weights([[1, 1], [1, 1]], [0.6, 0.6]) == pytest.approx([0.18, 0.18])


def test_weights_are_never_negative_and_sum_to_r_squared():
    r_xx, r_xy = np.array([[1, 0.8, 0.5], [0.8, 1, 0.4], [0.5, 0.4, 1]]), np.array([0.5, 0.2, 0.6])
    weights = relative_weights(r_xx, r_xy)
    assert (weights >= 0).all()
    assert weights.sum() == pytest.approx(r_xy @ np.linalg.solve(r_xx, r_xy))


def test_a_stack_of_matrices_gives_a_stack_of_weights():
    apart, linked = np.eye(2), np.array([[1, 0.5], [0.5, 1]])
    weights = relative_weights([apart, linked], [[0.5, 0.1], [0.4, 0.4]])
    assert weights[0] == pytest.approx([0.25, 0.01])
    assert weights[1] == pytest.approx(relative_weights(linked, [0.4, 0.4]))


def test_a_matrix_with_a_gap_is_nan_and_spoils_no_other():
    gap = np.array([[1, np.nan], [np.nan, 1]])
    weights = relative_weights([gap, np.eye(2)], [[0.5, 0.1], [0.5, 0.1]])
    assert np.isnan(weights[0]).all()
    assert weights[1] == pytest.approx([0.25, 0.01])


def test_shares_sum_to_one_and_nothing_has_no_shares():
    assert shares_of([1.0, 3.0]).tolist() == [0.25, 0.75]
    assert np.isnan(shares_of([0.0, 0.0])).all()


def test_shapes_must_fit():
    with pytest.raises(ValueError, match="correlations"):
        relative_weights(np.eye(3), [0.1, 0.2])

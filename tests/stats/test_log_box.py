import numpy as np
import pytest

from analytics.stats.log_box import maximise, parameter_draws


def test_the_top_of_a_hill_is_found_exactly():
    best = maximise(lambda v: (-float((np.log(v) ** 2).sum()), -2 * np.log(v) / v), [(3, 0.2)], 1)
    assert best.parameters == pytest.approx([1, 1], abs=1e-9)
    assert not best.at_bound.any()


def test_of_two_hills_the_higher_one_counts():
    def hills(values):
        q = np.log(values)
        near, far = np.exp(-((q - 1) ** 2)), 2 * np.exp(-((q + 3) ** 2))
        slope = -2 * (q - 1) * near - 2 * (q + 3) * far
        return float((near + far).sum()), slope / values

    assert np.log(maximise(hills, [(3.0,), (0.05,)], 1).parameters) == pytest.approx([-3], abs=1e-4)


def test_what_climbs_for_ever_ends_at_the_edge_and_is_named():
    best = maximise(lambda v: (float(np.log(v).sum()), 1 / v), [(1.0,)], 1)
    assert best.at_bound.all()
    assert np.log(best.parameters) == pytest.approx([6])


def test_the_covariance_is_that_of_the_curvature_and_draws_follow_it():
    best = maximise(
        lambda v: (-50 * float((np.log(v) ** 2).sum()), -100 * np.log(v) / v), [(2.0, 3.0)], 100
    )
    assert best.log_covariance == pytest.approx(np.eye(2) / 100, abs=1e-6)
    draws = np.log(parameter_draws(best.parameters.tolist(), best.log_covariance, 4000))
    assert draws.std(axis=0) == pytest.approx([0.1, 0.1], rel=0.05)


def test_a_ridge_has_no_covariance_and_no_draws():
    def ridge(values):
        q = np.log(values).sum()
        return -float(q**2), -2 * q / values

    best = maximise(ridge, [(2.0, 0.7)], 1)
    assert np.isnan(best.log_covariance).all()
    assert np.isnan(parameter_draws([1.0, 1.0], best.log_covariance, 3)).all()

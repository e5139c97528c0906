import numpy as np
import pytest

from analytics.stats.log_box import maximise


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

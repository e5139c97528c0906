import math

import pytest
from scipy import stats

from analytics.stats import critical_values


def test_the_familiar_numbers_come_out():
    assert critical_values.normal(0.95) == pytest.approx(1.959963984540054)
    assert critical_values.student(0.95, 10) == pytest.approx(stats.t.ppf(0.975, 10))


def test_p_values_are_those_of_scipy():
    assert critical_values.p_normal(-1.5) == pytest.approx(2 * stats.norm.sf(1.5))
    assert critical_values.p_student(2.2, 7.5) == pytest.approx(2 * stats.t.sf(2.2, 7.5))
    assert critical_values.p_f(3.1, 2, 17.3) == pytest.approx(stats.f.sf(3.1, 2, 17.3))
    assert critical_values.p_chi_square(8.0, 3) == pytest.approx(stats.chi2.sf(8.0, 3))


def test_without_degrees_of_freedom_there_is_no_answer():
    values = [
        critical_values.student(0.95, 0),
        critical_values.p_student(1, 0),
        critical_values.p_f(1, 0, 3),
        critical_values.p_chi_square(1, 0),
    ]
    assert all(map(math.isnan, values))

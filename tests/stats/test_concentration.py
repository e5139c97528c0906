"""Classes by the share before an amount, and how concentrated amounts are."""

import numpy as np
import pytest

from analytics.stats.concentration import abc_classes, concentration, gini


def letters(*amounts, a=0.8, b=0.95):
    return "".join("ABC-"[code] for code in abc_classes(np.array(amounts, float), a, b))


def test_who_crosses_a_line_belongs_to_the_higher_class():
    assert letters(70, 20, 6, 4) == "AABC"


def test_a_share_exactly_at_a_line_counts_as_reached():
    assert letters(80, 15, 5) == "ABC"


def test_equal_amounts_get_equal_classes_in_any_order():
    assert letters(60, 15, 15, 5, 5) == "AAABB"
    assert letters(5, 15, 60, 5, 15) == "BAABA"


def test_zero_is_a_c_and_missing_or_negative_amounts_have_no_class():
    assert letters(90, 0, np.nan, -5, 10) == "AC--B"


def test_without_money_all_known_amounts_are_c():
    assert letters(0, 0, np.nan) == "CC-"


def test_cents_do_not_tip_a_line():
    assert letters(*[0.1] * 8, 0.2) == "A" * 9


def test_gini_of_equals_is_nothing_and_of_one_holder_nearly_all():
    assert gini(np.array([3.0, 3.0, 3.0])) == pytest.approx(0)
    assert gini(np.array([0.0, 0.0, 0.0, 9.0])) == pytest.approx(0.75)
    assert np.isnan(gini(np.zeros(3)))


def test_the_largest_fifth_is_rounded_up():
    curve = concentration(np.array([50.0, 30, 10, 5, 3, 2]))
    assert (curve.top_n, curve.top_share, curve.fewest) == (2, pytest.approx(0.8), 2)
    assert curve.is_80_20


def test_nothing_known_is_no_curve():
    curve = concentration(np.array([np.nan, -1.0]))
    assert (curve.n, curve.fewest) == (0, 0)
    assert np.isnan(curve.gini)

from fractions import Fraction
from math import comb

import numpy as np
import pytest

from analytics.stats.finite_population import hypergeometric_interval, share_of_this_fair
from analytics.stats.proportion import weighted_wilson, wilson


def test_of_many_exhibitors_it_is_the_interval_of_a_process():
    here, process = share_of_this_fair(wilson(74, 110), 10**9, 110), wilson(74, 110)
    assert (here.low, here.high) == pytest.approx((process.low, process.high))


def test_where_half_of_them_answered_the_base_counts_twice():
    here, twice = share_of_this_fair(wilson(74, 110), 220, 110), wilson(148, 220)
    assert (here.low, here.high) == pytest.approx((twice.low, twice.high))
    assert (here.n, here.count, here.population) == (110, 74, 220)


def test_a_census_is_its_own_answer_and_has_no_interval():
    here = share_of_this_fair(wilson(30, 60), 60, 60)
    assert here.share == 0.5
    assert np.isnan([here.low, here.high]).all()


def test_more_answers_than_exhibitors_are_refused():
    with pytest.raises(ValueError, match="population"):
        share_of_this_fair(wilson(30, 60), 59, 60)


def test_a_small_fair_gets_the_exact_interval():
    here = share_of_this_fair(wilson(6, 12), 20, 12)
    assert (here.low, here.high) == hypergeometric_interval(6, 12, 20)
    assert (here.low * 20) % 1 == pytest.approx(0)


def test_weighted_answers_of_a_small_fair_stand_on_what_they_are_worth():
    here = share_of_this_fair(weighted_wilson(0.5, 9.0, answered=12, gave=6), 20, 12)
    finite = weighted_wilson(0.5, 9.0 / (1 - 12 / 20))
    assert (here.low, here.high) == (finite.low, finite.high)


def test_the_exact_interval_leaves_both_tails_above_a_fortieth():
    """Counted in fractions over every fair that there could be."""

    def tail(whole, hits):
        return Fraction(sum(comb(whole, k) * comb(30 - whole, 12 - k) for k in hits), comb(30, 12))

    inside = [
        whole
        for whole in range(5, 24)
        if min(tail(whole, range(6)), tail(whole, range(5, 13))) > Fraction(1, 40)
    ]
    assert hypergeometric_interval(5, 12, 30) == (inside[0] / 30, inside[-1] / 30)
    assert hypergeometric_interval(0, 12, 30)[0] == 0
    assert hypergeometric_interval(12, 12, 12) == (1, 1)


def test_counts_that_contradict_are_refused():
    with pytest.raises(ValueError, match="between"):
        hypergeometric_interval(13, 12, 30)

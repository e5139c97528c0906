from math import isnan

import pytest

from analytics.stats.service_recovery import Tally, recovery, worst, worth_of_recovery

TWO_HALLS = {
    "north": {"satisfied": Tally(10, 9), "unsatisfied": Tally(10, 6), "never": Tally(50, 40)},
    "south": {"satisfied": Tally(5, 4), "unsatisfied": Tally(15, 9), "never": Tally(50, 35)},
}


def test_one_complaint_not_put_right_decides():
    assert worst(["satisfied", "unsatisfied"]) == "unsatisfied"
    assert worst(["satisfied", "never"]) == "satisfied"
    assert worst(["never"]) == "never"


def test_groups_are_added_over_strata():
    groups = recovery(TWO_HALLS).groups
    assert (groups["satisfied"].count, groups["satisfied"].n) == (13, 15)
    assert (groups["unsatisfied"].count, groups["unsatisfied"].n) == (15, 25)
    assert (groups["never"].count, groups["never"].n) == (75, 100)


def test_both_shares_are_standardised_to_the_complainers():
    whole = recovery(TWO_HALLS).standardised
    assert whole.satisfied == pytest.approx(0.5 * 0.9 + 0.5 * 0.8)
    assert whole.unsatisfied == pytest.approx(0.6)
    assert whole.difference.difference == pytest.approx(0.25)
    variance = 0.25 * (0.09 / 10 + 0.24 / 10) + 0.25 * (0.16 / 5 + 0.24 / 15)
    assert whole.difference.se == pytest.approx(variance**0.5)


def test_mantel_haenszel_weighs_by_both_groups():
    gap = recovery(TWO_HALLS).mantel_haenszel.difference
    assert gap == pytest.approx((5 * 0.3 + 3.75 * 0.2) / 8.75)


def test_a_stratum_with_one_group_only_is_left_out_and_named():
    whole = recovery(TWO_HALLS | {"press": {"satisfied": Tally(6, 6), "never": Tally(9, 3)}})
    assert whole.standardised.strata_left_out == ("press",)
    assert whole.standardised.firms_left_out == 6
    assert whole.standardised.strata_used == ("north", "south")
    assert whole.groups["satisfied"].n == 21


def test_without_a_common_stratum_nothing_is_standardised():
    whole = recovery({"a": {"satisfied": Tally(5, 5)}, "b": {"unsatisfied": Tally(5, 1)}})
    assert isnan(whole.standardised.difference.difference)
    assert isnan(whole.mantel_haenszel.difference)
    assert whole.difference("satisfied", "unsatisfied").difference == pytest.approx(0.8)


def test_without_spread_there_is_no_interval_of_width_0():
    whole = recovery({"a": {"satisfied": Tally(5, 5), "unsatisfied": Tally(5, 0)}})
    assert whole.standardised.difference.difference == 1
    assert isnan(whole.standardised.difference.low)


def test_a_recovery_may_cost_what_it_keeps():
    assert worth_of_recovery(200, 0.90 - 0.60) == pytest.approx(60)
    assert worth_of_recovery(200, -0.1) == pytest.approx(-20)

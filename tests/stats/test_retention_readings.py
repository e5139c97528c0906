"""Five per cent, read three ways."""

from math import isnan

import pytest

from analytics.stats.retention_readings import READINGS, read, worth


def test_the_printed_example_has_three_results():
    changes = [
        worth(80, read(0.84, 0.05, reading), 0.12, 5, today=0.84).value_change
        for reading in READINGS
    ]
    assert changes == pytest.approx([0.290, 0.235, 0.039], abs=0.0005)


def test_a_rate_above_one_is_no_answer_and_is_not_capped():
    assert isnan(read(0.97, 0.05, "points"))
    impossible = worth(80, read(0.97, 0.05, "points"), 0.12, 5, today=0.97)
    assert not impossible.is_possible
    assert isnan(impossible.value_change)


def test_fewer_leavers_never_pass_one():
    assert read(0.97, 0.5, "fewer_leave") == pytest.approx(0.985)


def test_a_horizon_counts_less_than_for_ever():
    now = worth(80, 0.84, 0.12, 5)
    assert now.value == pytest.approx(240)
    assert now.value_over_horizon < now.value

from datetime import date
from math import isnan

import pytest

from analytics.stats.time_to_close import (
    Handling,
    days_until,
    durations,
    mean_up_to,
    median_limits,
    still_open_after,
)

TODAY = date(2026, 5, 31)


def may(day):
    return date(2026, 5, day)


def test_closed_on_the_day_it_was_opened_is_an_event_at_0_days():
    whole = durations([Handling(may(1), (may(1),)), Handling(may(1))], TODAY)
    assert whole.days.tolist() == [0, 30]
    assert whole.closed.tolist() == [1, 0]
    assert still_open_after(whole.curve, 0) == 0.5


def test_the_last_closing_counts_and_waiting_in_between_is_unsolved():
    closed_twice = Handling(may(1), (may(3), may(11)), (may(5),))
    whole = durations([closed_twice], TODAY)
    assert (whole.days.tolist(), whole.closed.tolist()) == ([10], [1])


def test_reopened_and_not_closed_again_is_open():
    whole = durations([Handling(may(1), (may(3),), (may(5),))], TODAY)
    assert (whole.days.tolist(), whole.closed.tolist()) == ([30], [0])


def test_closed_again_on_the_day_of_the_reopening_is_closed():
    whole = durations([Handling(may(1), (may(3), may(5)), (may(5),))], TODAY)
    assert (whole.days.tolist(), whole.closed.tolist()) == ([4], [1])


def test_a_closing_that_is_still_to_come_is_not_known_yet():
    whole = durations([Handling(may(1), (date(2026, 6, 5),))], TODAY)
    assert (whole.days.tolist(), whole.closed.tolist()) == ([30], [0])


def test_impossible_dates_are_left_out_and_counted():
    cases = [
        Handling(None, (may(3),)),
        Handling(date(2026, 6, 1)),
        Handling(may(9), (may(8),)),
        Handling(may(9), (may(10),)),
    ]
    whole = durations(cases, TODAY)
    assert whole.used == (3,)
    assert whole.left_out == {"no_opening_day": 1, "opened_after": 1, "closed_before_opened": 1}


def test_the_median_is_the_first_day_with_half_of_them_closed():
    cases = [Handling(may(1), (may(1 + days),)) for days in (1, 2, 3, 4)]
    curve = durations(cases, TODAY).curve
    assert days_until(curve, 0.5) == 2
    assert days_until(curve, 0.75) == 3
    assert mean_up_to(curve, 30) == pytest.approx(2.5)
    assert mean_up_to(curve, 2) == pytest.approx(1.75)


def test_nothing_closed_has_no_median():
    curve = durations([Handling(may(1)), Handling(may(2))], TODAY).curve
    assert isnan(days_until(curve, 0.5))
    assert all(map(isnan, median_limits(curve)))
    assert still_open_after(curve, 20) == 1
    assert mean_up_to(curve, 20) == 20

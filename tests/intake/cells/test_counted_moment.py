"""Moments that programs count, days that nobody means, words that a spreadsheet spoiled."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from analytics.intake.cells.counted_moment import counted_moment, way_of_counting
from analytics.intake.cells.real_day import doubted
from analytics.intake.cells.remark import Refused
from analytics.intake.cells.spreadsheet_damage import turned_into_days, turned_into_numbers

TODAY = date(2026, 12, 1)


@pytest.mark.parametrize(
    ("lowest", "highest", "way"),
    [
        (45456.5, 45470.0, "days"),
        (1718269200, 1718270000, "seconds"),
        (1718269200000, 1718270000000, "thousandths"),
        (20060101, 20061231, ""),
        (1, 5, ""),
        (None, None, ""),
    ],
)
def test_numbers_in_the_range_of_our_time_are_moments(
    lowest: float | None, highest: float | None, way: str
) -> None:
    assert way_of_counting(lowest, highest) == way


def test_counted_moments_are_read_to_the_second() -> None:
    assert counted_moment("45456.520833333336", "days") == datetime(2024, 6, 13, 12, 30)
    assert counted_moment("1718269200", "seconds") == datetime(2024, 6, 13, 9, 0)
    assert isinstance(counted_moment("soon", "days"), Refused)


@pytest.mark.parametrize(
    ("day", "may_come", "reason"),
    [
        (date(9999, 12, 31), False, "day_nobody_means"),
        (date(1899, 12, 30), True, "day_nobody_means"),
        (date(2204, 6, 13), False, "day_nobody_means"),
        (date(1906, 5, 1), False, "day_nobody_means"),
        (date(1906, 5, 1), True, None),
        (date(2027, 1, 1), False, "day_to_come"),
        (date(2027, 1, 1), True, None),
        (date(2026, 12, 2), False, None),
        (date(2024, 6, 13), False, None),
    ],
)
def test_a_day_is_doubted_where_nobody_can_mean_it(
    day: date, may_come: bool, reason: str | None
) -> None:
    doubt = doubted(day, TODAY, may_come=may_come)
    assert (doubt.reason if doubt else None) == reason


def test_days_among_bands_were_bands() -> None:
    assert turned_into_days(["2024-01-05", "6-20", "21-50"]) == {"2024-01-05"}
    assert turned_into_days(["5-Jan", "10-Jun", "11-20"]) == {"5-Jan", "10-Jun"}
    assert turned_into_days(["1月5日", "6-20人"]) == {"1月5日"}


def test_a_stand_may_be_called_like_a_day() -> None:
    stands = ["2006/1/5", "11.2A05-06", "3.1C18", "5-Jan", "1月5日"]
    assert turned_into_days(stands, is_stand=True) == {"5-Jan", "1月5日"}


def test_days_among_days_are_days() -> None:
    assert turned_into_days(["2024-01-05", "2024-01-06"]) == frozenset()
    assert turned_into_days(["2024-01-05", "2024-01-06", "2024-02-01", "?"]) == frozenset()


def test_huge_round_numbers_among_stand_numbers_were_stand_numbers() -> None:
    assert turned_into_numbers(["3A12", "3000000000000", "3F7"]) == {"3000000000000"}
    assert turned_into_numbers(["A-1", "A-2", "3.00E+12"]) == {"3.00E+12"}
    assert turned_into_numbers(["12", "3000000000000", "14"]) == frozenset()

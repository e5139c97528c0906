"""Moments that a program counted: 45456.5 days of a spreadsheet, 1718269200 seconds of a computer.

A spreadsheet counts days from 30 December 1899, computers seconds (or thousandths) from 1970.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from analytics.intake.cells.number import plain_number
from analytics.intake.cells.remark import Refused

DAYS, SECONDS, THOUSANDTHS = "days", "seconds", "thousandths"
COUNTED = (DAYS, SECONDS, THOUSANDTHS)
STARTS = {
    DAYS: datetime(1899, 12, 30),
    SECONDS: datetime(1970, 1, 1),
    THOUSANDTHS: datetime(1970, 1, 1),
}
STEPS = {
    DAYS: timedelta(days=1),
    SECONDS: timedelta(seconds=1),
    THOUSANDTHS: timedelta(milliseconds=1),
}
# from 1990 to 2050, in each way of counting
RANGES = {DAYS: (32_874, 54_789), SECONDS: (631e6, 2_524e6), THOUSANDTHS: (631e9, 2_524e9)}


def way_of_counting(lowest: float | None, highest: float | None) -> str:
    """The way in which numbers between these are moments of our time; '' for none."""
    if lowest is None or highest is None:
        return ""
    return next((way for way, (low, high) in RANGES.items() if low <= lowest <= highest < high), "")


def counted_moment(text: str, way: str) -> datetime | Refused:
    """The moment a number stands for, to the second."""
    number = plain_number(text)
    if number is None:
        return Refused("not_a_date")
    try:
        moment = STARTS[way] + number * STEPS[way]
    except OverflowError:
        return Refused("not_a_date")
    return (moment + timedelta(milliseconds=500)).replace(microsecond=0)

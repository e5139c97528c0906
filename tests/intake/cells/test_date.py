"""A day is read however it is written, and its order is proven or asked."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from analytics.intake.cells.date import day_order, parse_day, parse_moment
from analytics.intake.cells.remark import Refused


@pytest.mark.parametrize(
    "text",
    [
        "2006年10月12日",
        "2006/10/12",
        "2006.10.12",
        "20061012",
        "12-Oct-06",
        "12 October 2006",
        "Oct 12, 2006",
        "10/12/2006 9:01:00 AM",
        "民国95年10月12日",
        "中華民國95年10月12日",
        "民國 95/10/12",
        "2006-10-12 09:31:01",
        "2006/10/12 3:13:29 下午 GMT+8",
    ],
)
def test_a_day_is_read_however_it_is_written(text: str) -> None:
    assert parse_day(text, "mdy") == date(2006, 10, 12)


def test_day_or_month_first_is_asked_never_assumed() -> None:
    assert parse_day("01/10/2006") == Refused("ambiguous_date")
    assert [parse_day("01/10/2006", "dmy"), parse_day("01/10/2006", "mdy")] == [
        date(2006, 10, 1),
        date(2006, 1, 10),
    ]
    assert [parse_day("13/10/2006"), parse_day("10/10/2006")] == [
        date(2006, 10, 13),
        date(2006, 10, 10),
    ]


def test_one_day_above_twelve_proves_the_order_of_its_column() -> None:
    assert [
        day_order(["01/10/2006", "13/10/2006"]),
        day_order(["01/10/2006"]),
        day_order(["2006-10-01"]),
    ] == [
        "dmy",
        "ask",
        "",
    ]
    assert day_order(["13/10/2006", "10/13/2006"]) == "ask"


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2006/10/22 3:13:29 下午 GMT+8", datetime(2006, 10, 22, 15, 13, 29)),
        ("2006/10/22 上午 12:05", datetime(2006, 10, 22, 0, 5)),
        ("10/22/2006 01:52:56 PM", datetime(2006, 10, 22, 13, 52, 56)),
        ("2006-10-22T10:13:29.123Z", datetime(2006, 10, 22, 10, 13, 29)),
        ("2006-10-22", datetime(2006, 10, 22)),
    ],
)
def test_the_hour_of_an_answer_is_kept(text: str, moment: datetime) -> None:
    assert parse_moment(text) == moment

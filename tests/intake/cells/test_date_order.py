"""03/05/24 may be three days: its column proves which, or a person says."""

from datetime import date

import pytest

from analytics.intake.cells.date import day_order, parse_day
from analytics.intake.cells.remark import Refused


@pytest.mark.parametrize(
    ("order", "day"),
    [
        ("dmy", date(2024, 5, 3)),
        ("mdy", date(2024, 3, 5)),
        ("ymd", date(2003, 5, 24)),
        ("", Refused("ambiguous_date")),
    ],
)
def test_a_short_year_is_read_in_the_order_said(order: str, day: date | Refused) -> None:
    assert parse_day("03/05/24", order) == day


def test_where_one_order_alone_makes_a_day_it_is_that() -> None:
    assert parse_day("13/05/99") == date(1999, 5, 13)
    assert parse_day("99-13-45") == Refused("not_a_date")


def test_an_order_that_makes_no_day_refuses_it() -> None:
    assert parse_day("24-13-05", "mdy") == Refused("not_a_date")


@pytest.mark.parametrize(
    ("texts", "order"),
    [
        (["03/05/24"], "ask"),
        (["03/05/24", "25/05/99"], "dmy"),
        (["24-3-5", "13-13-99"], "ask"),
        (["24-3-5", "99-3-5"], "ymd"),
        (["03/05/24", "03/25/24", "03/25/99"], "mdy"),
        (["2024-03-05"], ""),
        (["5/5/2006"], ""),
    ],
)
def test_a_column_proves_its_order_or_is_asked(texts: list[str], order: str) -> None:
    assert day_order(texts) == order

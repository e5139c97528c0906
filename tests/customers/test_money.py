"""What counts as money is one rule, whichever page asks."""

import pytest

from analytics.customers.measures import Edition, money_counted, money_of_fair
from analytics.wording import Name
from analytics.worth_settings import WorthSettings


def editions(*known: tuple[int, int], currencies: tuple[str, str] = ("CNY", "CNY")):
    """Editions of which so many fees and turnovers are known."""
    return tuple(
        Edition(f"f-{place}", place, place, Name("", ""), 9, fees, turnovers, *currencies)
        for place, (fees, turnovers) in enumerate(known, start=1)
    )


@pytest.mark.parametrize(
    ("known", "money"),
    [
        ([(5, 5), (5, 5)], "fee"),
        ([(0, 5), (5, 0)], "fee"),
        ([(5, 5), (0, 5)], "turnover"),
        ([(5, 0), (0, 0)], "fee"),
        ([(0, 5), (0, 0)], "turnover"),
        ([(0, 0)], "turnover"),
    ],
)
def test_where_nobody_says_it_fees_count_that_are_known_of_late(known, money):
    assert money_counted("auto", editions(*known)) == money


@pytest.mark.parametrize("wish", ["fee", "turnover"])
def test_a_wish_for_one_holds_even_where_nothing_is_known(wish):
    assert money_counted(wish, editions((0, 0))) == wish


def test_both_are_added_in_one_currency_and_never_in_two():
    assert money_counted("both", editions((5, 5))) == "both"
    abroad = ("CNY", "USD")
    assert money_counted("both", editions((5, 5), currencies=abroad)) == "fee"
    assert money_counted("both", editions((5, 0), (0, 5), currencies=abroad)) == "turnover"


def test_the_dial_goes_before_the_settings_and_what_cannot_be_added_is_known():
    settings = WorthSettings(money="both")
    abroad = editions((5, 5), currencies=("CNY", "USD"))
    assert money_of_fair("auto", settings, editions((5, 5))) == ("both", False)
    assert money_of_fair("turnover", settings, abroad) == ("turnover", False)
    assert money_of_fair("auto", settings, abroad) == ("fee", True)

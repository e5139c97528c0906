"""Numbers, whole numbers and areas are read with their units, or refused."""

from __future__ import annotations

import pytest

from analytics.intake.cells.number import parse_area, parse_number, parse_whole
from analytics.intake.cells.remark import Refused


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1,234.5万元", 12_345_000),
        ("3.2亿元", 320_000_000),
        ("￥8,000,000", 8_000_000),
        ("１２００", 1200),
        ("27 ㎡", 27),
        ("USD 5.3 million", 5_300_000),
        ("$1.2bn", 1_200_000_000),
        ("-5", -5),
    ],
)
def test_a_number_is_read_with_its_unit(text: str, number: float) -> None:
    assert parse_number(text) == pytest.approx(number)


@pytest.mark.parametrize("text", ["约3000万元", "保密", "1.234,56", "3,5", "12/3", "一百"])
def test_what_is_not_certainly_a_number_is_refused(text: str) -> None:
    assert parse_number(text) == Refused("not_a_number")


def test_a_multiple_in_the_cell_goes_before_that_of_the_header() -> None:
    assert [parse_number("2", 1e4), parse_number("2亿", 1e4)] == [20_000, 200_000_000]


def test_half_a_visitor_is_refused() -> None:
    assert [parse_whole("12"), parse_whole("12.5")] == [12, Refused("not_whole")]


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("9㎡", 9),
        ("18 平方米", 18),
        ("3×3", 9),
        ("3m x 6m", 18),
        ("9*2", 18),
        ("2个标准展位", 18),
        ("１８", 18),
        ("54平米", 54),
    ],
)
def test_an_area_has_many_spellings(text: str, area: float) -> None:
    assert parse_area(text, stand=9) == area


def test_the_size_of_a_standard_stand_is_not_assumed_and_half_of_one_not_read() -> None:
    assert parse_area("2个标摊") == Refused("stand_size_unsaid")
    assert parse_area("半个标摊", stand=9) == Refused("not_a_number")

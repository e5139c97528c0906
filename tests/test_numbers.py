"""A number is rounded once, in one way: screen, table, sentence and native chart say the same."""

from __future__ import annotations

import random
from decimal import Decimal
from itertools import product

import pandas as pd
import pytest

from analytics.deck import pptx_formats
from analytics.deck.chart_data import number
from analytics.figures import Unit
from analytics.look.value_formats import written
from analytics.rounding import rounded, tidy
from analytics.wording import LANGUAGES, Language, speaker
from tests.office_format import shown

EDGES = (0.0, -0.0, 0.004, -0.004, 0.005, 0.045, 1.005, 4.125, 4.135, -0.115, 9.995, 12.5, 99.96)
AMOUNTS = (999.5, 999.96, 9_999, 9_999.6, 12_345, 30_004, 99_949, 999_949, 999_950, 999_999)
LARGE = (9_999_999, 12_345_678, 99_999_499, 99_999_500, 99_999_999, 123_456_789, 999_999_999, 1e12)


def means_of(answers: int) -> list[float]:
    return [points / answers for points in range(answers, 5 * answers + 1)]


def some_values() -> list[float]:
    chance = random.Random(8)
    drawn = [chance.uniform(-1, 1) * 10 ** chance.uniform(-3, 10) for _ in range(400)]
    return [*drawn, *EDGES, *AMOUNTS, *LARGE, *(-amount for amount in (*AMOUNTS, *LARGE))]


@pytest.mark.parametrize("answers", [8, 40, 200, 1000])
def test_a_mean_at_the_edge_is_rounded_away_from_zero(answers: int) -> None:
    for points in range(answers, 5 * answers + 1):
        hundredths, rest = divmod(points * 100, answers)
        expected = Decimal(hundredths + (2 * rest >= answers)).scaleb(-2)
        assert rounded(points / answers, 2) == expected
        # The same mean by way of its place on the scale carries binary dust.
        assert rounded(1 + 4 * ((points / answers - 1) / 4), 2) == expected


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("unit", ["score", "share", "points", "change", "count", "number", "money"])
def test_a_native_chart_writes_what_the_screen_writes(unit: Unit, language: Language) -> None:
    say = speaker(language)
    for value in [*some_values(), *means_of(40)]:
        charted = number(value)
        assert charted is not None
        code = pptx_formats.code_of(charted, unit, language)
        assert shown(charted, code) == written(value, unit, say), (value, code)


@pytest.mark.parametrize("language", LANGUAGES)
def test_decimals_that_a_figure_asks_for_are_those_of_its_native_chart(language: Language) -> None:
    units: tuple[Unit, ...] = ("score", "share", "points", "change")
    for value, unit, digits in product(means_of(8), units, (0, 1, 3)):
        code = pptx_formats.code_of(value, unit, language, digits)
        assert shown(value, code) == written(value, unit, speaker(language), digits)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_new_number_in_a_chart_gets_the_unit_of_its_rounded_amount(language: Language) -> None:
    code = pptx_formats.values("money", language, 2e9)
    assert shown(99_999_999, code) in {"1.00亿", "100.0M"}
    assert shown(999_999, code) in {"100.0万", "1.0M"}
    assert shown(9_999, code) in {"9999", "10.0K"}
    assert shown(12.5, code) == "12.5"


def test_the_unit_is_chosen_after_rounding() -> None:
    zh, en = speaker("zh"), speaker("en")
    assert [zh.compact(value) for value in (99_999_999, 99_999_499, 9_999, 30_004)] == [
        "1亿",
        "9,999.9万",
        "9,999",
        "3万",
    ]
    assert [en.compact(value) for value in (999_999, 999_949, 999.96, 12.5)] == [
        "1.0M",
        "999.9K",
        "1.0K",
        "12.5",
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_written_as_minus_zero_and_every_minus_is_the_same(language: Language) -> None:
    say = speaker(language)
    units = ("score", "share", "points", "change", "count", "number", "money")
    for value, unit in product([-1e-9, *some_values()], units):
        text = written(value, unit, say)
        assert "-" not in text
        assert any(digit in "123456789" for digit in text) or not text.startswith(("−", "+"))


def test_a_table_on_screen_holds_the_rounded_number() -> None:
    column = pd.Series([1.005, 4.125, -0.001])
    assert [tidy(value, 2) for value in column] == [1.01, 4.13, 0.0]


def test_a_format_moved_beside_an_interval_writes_the_same() -> None:
    code = pptx_formats.code_of(99_999_999, "money", "zh")
    assert shown(99_999_999, pptx_formats.padded(code, "  ", is_before=True)) == "  1亿"
    assert shown(4.125, pptx_formats.padded("0.00", " ", is_before=False)) == "4.13 "

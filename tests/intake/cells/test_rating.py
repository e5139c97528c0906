"""A rating has many spellings, and never lies outside its scale."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.intake.cells.rating import has_decimal_comma, rating, words_for
from analytics.intake.cells.remark import Refused

FIVE = words_for("overall", (1, 5))
PIECES = [
    *"540,%分星-（)★☆十∞ ",
    "11",
    "3.5",
    "６",
    "-1",
    "1e3",
    "/10",
    "/5",
    "非常满意",
    "very satisfied",
    "A.",
    "nan",
    "99",
]
NEARLY = st.lists(st.sampled_from(PIECES), max_size=5).map("".join)


@pytest.mark.parametrize(
    "text",
    [
        "4",
        "４",
        " 4 ",
        "4分",
        "4.0",
        "4-满意",
        "满意(4)",
        "B.满意",
        "满意",
        "★★★★☆",
        "Satisfied ",
        "4/5",
    ],
)
def test_four_of_five_has_many_spellings(text: str) -> None:
    assert rating(text, (1, 5), FIVE) == 4


@pytest.mark.parametrize(
    "text",
    [
        "",
        "NA",
        "N/A",
        "-",
        "/",
        "—",
        "无",
        "null",
        "不清楚",
        "(空)",
        "#N/A",
        "不适用",
        "跳过",
        "don't know",
    ],
)
def test_no_answer_is_none_and_never_zero(text: str) -> None:
    assert rating(text, (1, 5), FIVE) is None


def test_half_points_stay_halves() -> None:
    assert rating("3.5", (1, 5), FIVE) == 3.5


def test_numbers_on_a_reversed_scale_are_turned_and_words_are_not() -> None:
    assert [
        rating("1", (1, 5), FIVE, is_reversed=True),
        rating("非常满意", (1, 5), FIVE, is_reversed=True),
    ] == [5, 5]


@settings(max_examples=400)
@given(
    text=st.text(max_size=12) | NEARLY,
    low=st.integers(0, 1),
    high=st.sampled_from([3, 5, 7, 10, 100]),
    turned=st.booleans(),
)
def test_a_rating_is_never_outside_its_scale(text: str, low: int, high: int, turned: bool) -> None:
    value = rating(text, (low, high), words_for("overall", (low, high)) | FIVE, turned)
    assert value is None or isinstance(value, Refused) or low <= value <= high


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz很好满意不", min_size=1, max_size=8))
def test_a_rating_never_comes_from_an_unknown_word(word: str) -> None:
    value = rating(word, (1, 5), {})
    assert value is None or isinstance(value, Refused)


def test_own_words_go_before_the_usual_ones() -> None:
    words = words_for("overall", (1, 5), [("A5", 5), ("一般", 2)])
    assert [rating("a5", (1, 5), words), rating("一般", (1, 5), words)] == [5, 2]


def test_usual_words_mean_nothing_on_another_scale() -> None:
    assert rating("满意", (1, 7), words_for("overall", (1, 7))) == Refused("not_a_rating")


def test_a_measure_has_words_of_its_own() -> None:
    words = words_for("intention", (1, 3))
    assert [
        rating(text, (1, 3), words) for text in ("计划参加", "可能参加", "不打算参加", "perhaps")
    ] == [3, 2, 1, 2]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1-非常满意", 1),
        ("5（很不满意）", 5),
        ("5-非常满意", 5),
        ("3-一般", 3),
        ("4-很满意", 4),
        ("3,5", 3.5),
    ],
)
def test_a_word_beside_a_number_turns_no_answer_by_itself(text: str, value: float) -> None:
    assert rating(text, (1, 5), words_for("overall", (1, 5))) == value


def test_two_ticks_among_whole_numbers_are_no_decimal() -> None:
    assert not has_decimal_comma([("4", 14), ("3,4", 1), ("5", 9)])
    assert has_decimal_comma([("3,5", 8), ("4", 9), ("4,5", 7)])
    assert rating("3,4", (1, 5), {}, is_decimal_comma=False) == Refused("two_answers")
    assert rating("3,5", (1, 5), {}) == 3.5


def test_an_apostrophe_before_a_sign_is_the_spreadsheets() -> None:
    assert rating("'-2", (-2, 2), {}) == -2

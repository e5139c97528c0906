"""Text becomes a value, or is refused with its reason."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.intake.cells.amount_unit import header_unit
from analytics.intake.cells.date import day_order, parse_day
from analytics.intake.cells.edition import edition_in, parse_edition
from analytics.intake.cells.multiple_choice import find_separator, split_choices
from analytics.intake.cells.number import parse_number, parse_whole
from analytics.intake.cells.rating import rating, words_for
from analytics.intake.cells.remark import Refused
from analytics.intake.cells.yes_no import parse_yes_no

FIVE = words_for("overall", (1, 5))


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
    ("header", "unit"),
    [
        ("成交额（亿美元）", (1e8, "USD")),
        ("收入（万元）", (1e4, "CNY")),
        ("参展费（元）", (1, "CNY")),
        ("面积（㎡）", (1, "")),
        ("Fee (USD thousand)", (1e3, "USD")),
        ("满意度(1-5)", (1, "")),
    ],
)
def test_a_header_says_the_unit(header: str, unit: tuple[float, str]) -> None:
    assert header_unit(header) == unit


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


@pytest.mark.parametrize("text", ["第八届", "8", "8th", "Edition 8", "第8届", "８", "8.0"])
def test_the_eighth_edition_has_many_names(text: str) -> None:
    assert parse_edition(text) == 8


def test_editions_above_ten_and_years_are_numbers_too() -> None:
    assert [parse_edition("第十二届"), parse_edition("第一百零三届"), parse_edition("2006年")] == [
        12,
        103,
        2006,
    ]
    assert parse_edition("春季") == Refused("not_an_edition")


def test_a_file_name_tells_its_edition_and_year() -> None:
    assert edition_in("04_参展商调查_第一届") == (1, None)
    assert edition_in("survey_8th_2006") == (8, 2006)
    assert edition_in("2010_SFO_Customer_Survey_20250817") == (None, 2010)


def test_yes_and_no_are_words_and_nothing_else_is() -> None:
    assert [parse_yes_no("是"), parse_yes_no("取消"), parse_yes_no("也许")] == [
        True,
        False,
        Refused("not_yes_or_no"),
    ]


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


@settings(max_examples=400)
@given(
    text=st.text(max_size=12) | NEARLY,
    low=st.integers(0, 1),
    high=st.sampled_from([3, 5, 7, 10, 100]),
    turned=st.booleans(),
)
def test_a_rating_is_never_outside_its_scale(text: str, low: int, high: int, turned: bool) -> None:
    found = rating(text, (low, high), words_for("overall", (low, high)) | FIVE, turned)
    assert found is None or isinstance(found, Refused) or low <= found <= high


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz很好满意不", min_size=1, max_size=8))
def test_a_rating_never_comes_from_an_unknown_word(word: str) -> None:
    found = rating(word, (1, 5), {})
    assert found is None or isinstance(found, Refused)


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


@pytest.mark.parametrize("separator", ["┋", "；", ";", "|", "\n", "、", ","])
def test_what_separates_several_answers_is_found(separator: str) -> None:
    cells = [
        separator.join(parts)
        for parts in (
            ["官网", "媒体"],
            ["官网"],
            ["媒体", "推荐"],
            ["官网", "推荐"],
            ["推荐", "官网", "媒体"],
        )
    ]
    assert find_separator([(cell, 3) for cell in cells]) == separator


def test_a_choice_whose_name_holds_a_comma_is_one_choice() -> None:
    assert find_separator([("纺织、服装", 20), ("机械、电子", 15), ("食品、饮料", 10)]) == ""


def test_comments_are_no_lists_of_answers() -> None:
    assert find_separator([(f"服务不错，价格{n}，下届{n}还来", 1) for n in range(30)]) == ""


def test_own_words_behind_other_are_left_aside() -> None:
    assert split_choices("官网┋其他〖朋友介绍〗┋官网", "┋") == ["官网", "其他"]

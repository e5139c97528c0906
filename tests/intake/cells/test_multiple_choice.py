"""Several answers in one cell are told apart by the sign that separates them."""

from __future__ import annotations

import pytest

from analytics.intake.cells.multiple_choice import find_separator, split_choices, whole_choices


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


@pytest.mark.parametrize(
    ("cell", "separator", "answers"),
    [
        ("官网|其他（同行群|老乡会）", "|", ["官网", "其他"]),
        ("其他〖a┋b〗┋官网", "┋", ["其他", "官网"]),
        ('Web;"Fairs; shows";Mail', ";", ["Web", '"Fairs; shows"', "Mail"]),
        ("Radio (AM, FM), Press", ",", ["Radio (AM, FM)", "Press"]),
        ("Web, Other: my boss", ",", ["Web", "Other"]),
        ("Web, Other (please specify)", ",", ["Web", "Other (please specify)"]),
        ("open ( bracket, Press", ",", ["open ( bracket", "Press"]),
    ],
)
def test_a_separator_inside_brackets_does_not_separate(
    cell: str, separator: str, answers: list[str]
) -> None:
    assert split_choices(cell, separator) == answers


def test_parts_that_always_come_together_are_one_answer() -> None:
    cells = [("Trade press, magazines, Web", 5), ("Trade press, magazines", 4), ("Web, Radio", 3)]
    wholes = whole_choices(cells, ",")
    assert wholes == ("Trade press, magazines",)
    assert split_choices("Web, Trade press, magazines", ",", wholes) == [
        "Web",
        "Trade press, magazines",
    ]


def test_a_sure_separator_has_no_wholes() -> None:
    assert whole_choices([("a;b", 5), ("a;b;c", 5)], ";") == ()

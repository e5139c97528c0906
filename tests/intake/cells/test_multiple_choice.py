"""Several answers in one cell are told apart by the sign that separates them."""

from __future__ import annotations

import pytest

from analytics.intake.cells.multiple_choice import find_separator, split_choices


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

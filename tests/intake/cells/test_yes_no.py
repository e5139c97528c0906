"""Yes and no are said in few words."""

from __future__ import annotations

from analytics.intake.cells.remark import Refused
from analytics.intake.cells.yes_no import parse_yes_no


def test_yes_and_no_are_words_and_nothing_else_is() -> None:
    assert [parse_yes_no("是"), parse_yes_no("取消"), parse_yes_no("也许")] == [
        True,
        False,
        Refused("not_yes_or_no"),
    ]

"""What the dot of 12.500 is, a column's own values prove."""

from __future__ import annotations

import pytest

from analytics.intake.cells.digit_grouping import grouping_of


@pytest.mark.parametrize(
    ("values", "grouping"),
    [
        (["12.500 €", "1.250.000 €"], "."),
        (["12.500", "7.500,50"], "."),
        (["12.500", "27,5"], "."),
        (["12.500 €", "900 €"], "ask"),
        (["12.500", "3.25"], ""),
        (["12.500", "0.125"], ""),
        (["12.500", "1234.567"], ""),
        (["12.500", "1,250,000"], ""),
        (["12,500", "900"], ""),
        (["900"], ""),
        ([], ""),
        (["12.500", "3.25", "7,5"], "ask"),
        (["2006.10.12"], ""),
    ],
)
def test_one_value_proves_the_style_of_its_column(values: list[str], grouping: str) -> None:
    assert grouping_of(values) == grouping

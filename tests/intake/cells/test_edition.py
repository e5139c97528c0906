"""An edition goes by a number, by words or by a year."""

from __future__ import annotations

import pytest

from analytics.intake.cells.edition import edition_in, parse_edition
from analytics.intake.cells.remark import Refused


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

"""One question in several columns of ticks, whatever its headings and marks."""

from __future__ import annotations

import pytest

from analytics.intake.mapping.tick_columns import Tick, tick_columns
from analytics.intake.table.inspection import ColumnSeen


def column(name: str, *answers: str) -> ColumnSeen:
    common = tuple((answer, 5) for answer in answers)
    is_number = all(answer.lstrip("-").isdigit() for answer in answers)
    return ColumnSeen(name, 5 * len(answers), len(answers), common, float(is_number))


@pytest.mark.parametrize(
    "style",
    [
        "{}: {}",
        "{} - {}",
        "{} – {}",
        "{}/{}",
        "{} [{}]",
        "{}({})",
        "{}（{}）",
        "{} - Selected Choice - {}",
    ],
)
def test_every_style_of_heading_is_one_question(style: str) -> None:
    choices = ("Website", "E-mail", "Other (please specify)")
    names = [style.format("How did you hear of us?", choice) for choice in choices]
    columns = (*(column(name, "1") for name in names), column("Overall", "4", "5"))
    assert tick_columns(columns) == {
        name: Tick("How did you hear of us?", choice)
        for name, choice in zip(names, choices, strict=True)
    }


def test_the_number_of_an_option_ticks_it() -> None:
    columns = (column("Q - A", "1"), column("Q - B", "2"), column("Q - C", "3"))
    assert [tick.mark for tick in tick_columns(columns).values()] == ["", "2", "3"]


def test_ratings_are_no_ticks() -> None:
    assert tick_columns((column("Satisfied with - Hall", "1", "2"), column("Q - B", "1"))) == {}


def test_which_were_you_satisfied_with_is_a_choice() -> None:
    question = "Which services were you satisfied with?"
    columns = (column(f"{question} - Shuttle", "1"), column(f"{question} - Wifi", "1"))
    assert len(tick_columns(columns)) == 2


def test_headers_with_only_the_number_of_the_question_belong_to_the_one_before() -> None:
    columns = (column("1、从哪里得知？(官网)", "1", "0"), column("1、(邮件)", "1", "0"))
    assert {tick.stem for tick in tick_columns(columns).values()} == {"从哪里得知？"}


def test_the_column_that_lists_the_same_answers_follows_from_the_ticks() -> None:
    columns = (
        column("channels", "web", "web mail"),
        column("channels/web", "1", "0"),
        column("channels/mail", "1", "0"),
    )
    assert tick_columns(columns)["channels"] == Tick("channels", "")


def test_not_asked_is_no_tick_and_no_fault() -> None:
    columns = (column("Q - A", "1", "-99"), column("Q - B", "1", "-99"))
    assert len(tick_columns(columns)) == 2

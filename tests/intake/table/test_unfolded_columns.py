"""Cells that hold several questions become columns; other cells stay as they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.intake.files import cells, csv_text, inspect


def columns(folder: Path, header: str, *answers: str) -> dict[str, list[str | None]]:
    """The columns of a survey whose second column goes through these answers."""
    rows = [f'R{n},"{answers[n % len(answers)]}"' for n in range(2 * len(answers))]
    inspection = inspect(folder, csv_text(f"问卷编号,{header}", *rows))
    return dict(zip(inspection.names, map(list, zip(*cells(folder), strict=True)), strict=True))


def test_a_grid_in_a_cell_is_a_column_a_question(tmp_path: Path) -> None:
    table = columns(
        tmp_path, "请评价", "餐饮：满意；班车：一般", "餐饮：一般", "餐饮：满意；班车：满意"
    )
    assert table["请评价 [餐饮]"][:3] == ["满意", "一般", "满意"]
    assert table["请评价 [班车]"][:3] == ["一般", None, "满意"]


@pytest.mark.parametrize("sign", ["→", ";", "┋", ", ", " > "])
def test_an_order_in_a_cell_is_a_column_of_places_a_thing(tmp_path: Path, sign: str) -> None:
    orders = (("价格", "位置", "服务"), ("服务", "价格", "位置"), ("位置", "服务", "价格"))
    table = columns(tmp_path, "请排序", *(sign.join(order) for order in orders))
    assert table["请排序 [价格]"][:3] == ["1", "2", "3"]


def test_the_first_places_are_enough_where_the_header_asks_for_an_order(tmp_path: Path) -> None:
    answers = ("Price;Hall", "Hall;Service", "Service;Price", "Price;Service")
    table = columns(tmp_path, "Rank your top 2", *answers)
    assert table["Rank your top 2 [Hall]"][:4] == ["2", "1", None, None]


@pytest.mark.parametrize(
    "answers",
    [
        ("Web;Mail", "Web", "Mail;Press", "Web;Press"),
        ("at 10:30", "at 11:15", "at 12:00"),
        ("Note: good", "Hint: bad", "Idea: more"),
        ("http://a.b/c", "http://d.e/f", "http://g.h/i"),
    ],
)
def test_choices_hours_and_remarks_stay_as_they_are(
    tmp_path: Path, answers: tuple[str, ...]
) -> None:
    assert list(columns(tmp_path, "Anything", *answers)) == ["问卷编号", "Anything"]

"""A line of another width is filled up, repaired or left out, and said."""

from __future__ import annotations

from pathlib import Path

import pytest

from analytics.errors import Unreadable
from analytics.intake.cells.remark import Remarks
from analytics.intake.table.ragged_rows import rows_of_one_width
from tests.intake.files import cells, convert, csv_text, inspect

HEADER = "编号,地区,总体满意度,餐饮满意度,意见"


def test_a_line_with_too_many_cells_is_left_out_and_said() -> None:
    remarks = Remarks()
    even, left_out = rows_of_one_width(
        [(2, ["1", "2"]), (3, ["1", "2", "3"]), (4, ["5", "6"])], 2, remarks
    )
    assert ([line for line, _ in even], left_out) == ([2, 4], 1)
    assert [(item.line, item.reason, item.is_left_out) for item in remarks.items] == [
        (3, "line_too_long", True)
    ]


def test_two_short_lines_in_a_row_are_halves_of_a_broken_line() -> None:
    rows = [(n, ["1", "2", "3", "4"]) for n in range(2, 22)]
    remarks = Remarks()
    even, left_out = rows_of_one_width([*rows, (22, ["1", "2", "3"]), (23, ["4", "5"])], 4, remarks)
    assert (len(even), left_out) == (20, 2)


def test_a_single_line_that_lacks_its_last_cell_is_filled_up_and_said() -> None:
    rows = [(n, ["1", "2", "3", "4"]) for n in range(2, 22)]
    remarks = Remarks()
    even, left_out = rows_of_one_width([*rows, (22, ["1", "2", "3"])], 4, remarks)
    assert (even[-1], left_out) == ((22, ["1", "2", "3", ""]), 0)
    assert [(item.line, item.reason) for item in remarks.items] == [(22, "line_filled_up")]


def test_a_surplus_comma_goes_back_into_the_only_column_where_it_fits(tmp_path: Path) -> None:
    rows = [f"{n},4,{'中国' if n % 2 else '日本'},意见{n}" for n in range(12)]
    conversion = convert(
        tmp_path, csv_text("编号,总体满意度,来自,意见", *rows, "12,5,中国,快,但是贵")
    )
    assert conversion.reasons() == [(14, "line_mended")]
    last = conversion.table("response_rows")[-1]
    assert (last["overall"], last["comment"]) == (500, "快,但是贵")


def test_a_surplus_comma_that_could_be_anywhere_leaves_the_line_out(tmp_path: Path) -> None:
    rows = [f"{n},4,甲{n},乙{n}" for n in range(12)]
    conversion = convert(tmp_path, csv_text("编号,总体满意度,原因,意见", *rows, "12,5,一,二,三"))
    assert conversion.reasons() == [(14, "line_too_long")]


WHOLE = [f"{n},广东,{n % 5 + 1},{n % 4 + 1},意见{n}" for n in range(12)]


@pytest.mark.parametrize(
    "line", ["12广东,3,4,好", "12,广东3,4,好", "12,广东,34,好", "12,广东,3,4好", "12,火星,4,3"]
)
def test_a_line_that_lacks_a_separator_is_left_out(tmp_path: Path, line: str) -> None:
    inspection = inspect(tmp_path, csv_text(HEADER, *WHOLE, line))
    assert [(it.line, it.reason) for it in inspection.remarks] == [(14, "line_too_short")]


@pytest.mark.parametrize("line", ["12,广东,3,4,好,", "12,,广东,3,4,好", "12,广东,,3,4,好"])
def test_an_empty_cell_too_many_is_taken_out_where_only_one_way_fits(
    tmp_path: Path, line: str
) -> None:
    inspection = inspect(tmp_path, csv_text(HEADER, *WHOLE, line))
    assert [(it.line, it.reason) for it in inspection.remarks] == [(14, "line_mended")]
    assert cells(tmp_path)[-1] == ("12", "广东", "3", "4", "好")


def test_an_empty_last_cell_does_not_pay_for_a_surplus_one(tmp_path: Path) -> None:
    rows = [row.rsplit(",", 1)[0] + "," if n % 2 else row for n, row in enumerate(WHOLE)]
    inspection = inspect(tmp_path, csv_text(HEADER, *rows, "12,广东,3,5,4,"))
    assert [(it.line, it.is_left_out) for it in inspection.remarks] == [(14, True)]


def test_separators_that_every_line_ends_in_are_cut_and_said_once(tmp_path: Path) -> None:
    inspection = inspect(tmp_path, csv_text(HEADER, *(f"{row},," for row in WHOLE)))
    assert [(it.line, it.reason) for it in inspection.remarks] == [(1, "cells_cut")]
    assert len(cells(tmp_path)[0]) == 5


@pytest.mark.parametrize(
    "header", ["编号,地区,总体,满意度,餐饮满意度,意见", "编号,地区,总体满意度,餐饮意见"]
)
def test_a_header_that_differs_from_nearly_all_lines_is_refused(
    tmp_path: Path, header: str
) -> None:
    with pytest.raises(Unreadable) as caught:
        inspect(tmp_path, csv_text(header, *WHOLE))
    assert caught.value.reason == "header_differs"


def test_row_numbers_without_a_header_are_a_column_without_a_name(tmp_path: Path) -> None:
    rows = [f"{n},{n % 5 + 1},{n % 4 + 1},好{n}" for n in range(1, 9)]
    inspection = inspect(tmp_path, csv_text("overall,catering,comments", *rows))
    assert inspection.names == ("#1", "overall", "catering", "comments")


def test_cells_added_from_some_line_on_are_a_column_without_a_name(tmp_path: Path) -> None:
    rows = [*WHOLE, *(f"{row},新{n}" for n, row in enumerate(WHOLE))]
    inspection = inspect(tmp_path, csv_text(HEADER, *rows))
    assert inspection.names[-1] == "#6"
    assert [it.line for it in inspection.remarks] == list(range(14, 26))
    assert len(cells(tmp_path)) == 24


def test_a_mark_astray_is_mended_where_the_cells_fit_and_else_costs_the_line(
    tmp_path: Path,
) -> None:
    lines = [f'{n},广东,{n % 5 + 1},{n % 4 + 1},"意见，{n}"' for n in range(12)]
    lines += ['12,"广东,3,4,"好"', '13,"广东,"3",4', "14,广东,3,4,好"]
    inspection = inspect(tmp_path, csv_text(HEADER, *lines))
    assert [(it.line, it.reason) for it in inspection.remarks] == [
        (14, "quote_mended"),
        (15, "stray_quote"),
    ]
    assert [row[0] for row in cells(tmp_path)][-2:] == ["12", "14"]

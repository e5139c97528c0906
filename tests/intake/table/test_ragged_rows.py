"""A line of another width is filled up, repaired or left out, and said."""

from __future__ import annotations

from pathlib import Path

from analytics.intake.cells.remark import Remarks
from analytics.intake.table.ragged_rows import rows_of_one_width
from tests.intake.files import convert, csv_text


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

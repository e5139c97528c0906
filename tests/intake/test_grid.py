"""Records held by column say what the records said."""

from __future__ import annotations

from pathlib import Path

from analytics.intake.file.coded_columns import Grid, as_grid, places_alike, width_of, without
from tests.intake.files import cells, inspect, workbook

RECORDS = [(1, ["a", "4", ""]), (3, ["b", "4", ""]), (4, ["a", " ", ""])]


def test_a_grid_reads_as_the_records_it_was_made_of() -> None:
    grid = Grid.of(RECORDS)
    assert list(grid) == RECORDS
    assert (grid[1], grid[1:], len(grid), width_of(grid)) == (RECORDS[1], RECORDS[1:], 3, 3)


def test_each_different_cell_is_kept_once_in_the_order_it_comes() -> None:
    first = Grid.of(RECORDS).columns[0]
    assert (first.texts, first.codes.tolist()) == (["a", "b"], [0, 1, 0])


def test_blank_rows_and_empty_columns_at_the_right_go() -> None:
    grid = Grid.of([*RECORDS, (5, [" ", "", ""])]).without_blanks()
    assert list(grid) == [(line, row[:2]) for line, row in RECORDS]


def test_ragged_records_stay_as_they_are() -> None:
    ragged = [(1, ["a"]), (2, ["a", "b"])]
    assert as_grid(ragged) is ragged
    assert width_of(ragged) == 2


def test_a_row_is_found_again_and_left_out_in_a_grid_as_in_a_list() -> None:
    for records in (RECORDS, Grid.of(RECORDS)):
        found = places_alike(records, ["A", "4", ""], str.casefold)
        assert (found, list(without(records, found))) == ([0], RECORDS[1:])


def test_texts_that_become_one_are_one() -> None:
    column = Grid.of(RECORDS).with_texts(lambda text: text.strip() or "-").columns[1]
    assert (column.texts, column.codes.tolist()) == (["4", "-"], [0, 0, 1])


def test_true_and_one_are_two_answers(tmp_path: Path) -> None:
    inspect(
        tmp_path,
        workbook([["编号", "到场"], ["a", True], ["b", 1], ["c", False], ["d", 0], ["e", "TRUE"]]),
        "a.xlsx",
    )
    assert [answer for _, answer in cells(tmp_path)] == ["TRUE", "1", "FALSE", "0", "TRUE"]


def test_a_number_beyond_sixteen_digits_is_named_and_the_same_digits_as_text_are_not(
    tmp_path: Path,
) -> None:
    book = workbook([["编号", "总体"], ["12345678901234567", 4], [12345678901234567, 5], ["c", 3]])
    seen = inspect(tmp_path, book, "a.xlsx")
    assert [(remark.reason, remark.line) for remark in seen.remarks] == [("digits_lost", 3)]


def test_rows_after_two_hundred_blank_ones_are_ghosts(tmp_path: Path) -> None:
    head, row = ["编号", "总体"], ["a", 4]
    near = inspect(tmp_path, workbook([head, row, *[[]] * 199, row]), "a.xlsx")
    far = inspect(tmp_path, workbook([head, row, *[[]] * 200, row]), "a.xlsx")
    assert (near.lines_read, far.lines_read) == (2, 1)

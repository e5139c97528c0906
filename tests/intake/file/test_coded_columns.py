"""Records held by column say what the records said."""

from __future__ import annotations

from analytics.intake.file.coded_columns import Grid, as_grid, places_alike, width_of, without

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
        places = places_alike(records, ["A", "4", ""], str.casefold)
        assert (places, list(without(records, places))) == ([0], RECORDS[1:])


def test_texts_that_become_one_are_one() -> None:
    column = Grid.of(RECORDS).with_texts(lambda text: text.strip() or "-").columns[1]
    assert (column.texts, column.codes.tolist()) == (["4", "-"], [0, 0, 1])

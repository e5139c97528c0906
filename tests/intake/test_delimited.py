"""Lines are cut by the delimiter that fits them, and counted."""

import pytest

from analytics.errors import Unreadable
from analytics.intake.cells.remark import Remarks
from analytics.intake.file.delimited_text import detect_delimiter, split
from analytics.intake.table.ragged_rows import rows_of_one_width

TABLE = [["编号", "满意度", "意见"], *[[str(n), "4", "好；不错、很好"] for n in range(9)]]


@pytest.mark.parametrize("delimiter", [",", "\t", ";", "|", "，"])
def test_every_delimiter_is_found_and_cuts_the_same_cells(delimiter: str) -> None:
    records = split("\r\n".join(delimiter.join(row) for row in TABLE))
    assert (records.delimiter, [cells for _, cells in records.rows]) == (delimiter, TABLE)


def test_a_column_of_comments_stays_one_column_although_one_has_a_semicolon() -> None:
    records = split("意见\n整体不错\n还可以\n服务好;价格贵\n")
    assert records.delimiter == ""
    assert [cells for _, cells in records.rows][-1] == ["服务好;价格贵"]


def test_a_line_that_hints_at_the_separator_is_obeyed_and_not_data() -> None:
    records = split("sep=;\na;b\n1;2\n")
    assert records.rows == [(2, ["a", "b"]), (3, ["1", "2"])]


def test_quoted_cells_may_hold_delimiters_quotes_and_line_ends_and_lines_stay_counted() -> None:
    records = split('a,b\n1,"x, ""y""\n\nz"\n2,w\n')
    assert records.rows == [(1, ["a", "b"]), (2, ["1", 'x, "y"\n\nz']), (5, ["2", "w"])]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_line_end_ends_a_line(end: str) -> None:
    assert [line for line, _ in split(end.join(["a,b", "1,2", "3,4"])).rows] == [1, 2, 3]


def test_a_quote_never_closed_is_refused_at_the_line_that_opened_it() -> None:
    with pytest.raises(Unreadable) as caught:
        split('a,b\n1,2\n3,"four\n5,6\n7,8\n')
    assert (caught.value.reason, caught.value.details) == ("broken_quote", {"line": "3"})


def test_a_cell_of_many_millions_of_letters_is_refused() -> None:
    with pytest.raises(Unreadable) as caught:
        split("a,b\n1," + "x" * 8_000_001, ",")
    assert caught.value.reason == "cell_too_large"


def test_decimal_commas_do_not_make_the_comma_a_delimiter() -> None:
    assert detect_delimiter("a;b;c\n1,5;2;3,5\n2;3,5;4\n") == ";"


def test_a_line_with_too_many_cells_is_left_out_and_said() -> None:
    remarks = Remarks()
    kept, left_out = rows_of_one_width(
        [(2, ["1", "2"]), (3, ["1", "2", "3"]), (4, ["5", "6"])], 2, remarks
    )
    assert ([line for line, _ in kept], left_out) == ([2, 4], 1)
    assert [(item.line, item.reason, item.is_left_out) for item in remarks.items] == [
        (3, "line_too_long", True)
    ]


def test_two_short_lines_in_a_row_are_halves_of_a_broken_line() -> None:
    rows = [(n, ["1", "2", "3", "4"]) for n in range(2, 22)]
    remarks = Remarks()
    kept, left_out = rows_of_one_width([*rows, (22, ["1", "2", "3"]), (23, ["4", "5"])], 4, remarks)
    assert (len(kept), left_out) == (20, 2)


def test_a_single_line_that_lacks_its_last_cell_is_filled_up_and_said() -> None:
    rows = [(n, ["1", "2", "3", "4"]) for n in range(2, 22)]
    remarks = Remarks()
    kept, left_out = rows_of_one_width([*rows, (22, ["1", "2", "3"])], 4, remarks)
    assert (kept[-1], left_out) == ((22, ["1", "2", "3", ""]), 0)
    assert [(item.line, item.reason) for item in remarks.items] == [(22, "line_filled_up")]

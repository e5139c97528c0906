"""Lines are cut by the delimiter that fits them, and counted."""

from __future__ import annotations

import pytest

from analytics.errors import Unreadable
from analytics.intake.file import delimited_text
from analytics.intake.file.delimited_record import BrokenLine
from analytics.intake.file.delimited_text import detect_delimiter, split

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


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ('3,"four,f', ["3", "four", "f"]),
        ('3,"say "yes" now",f', ["3", 'say "yes" now', "f"]),
    ],
)
def test_a_mark_astray_costs_no_other_line(line: str, cells: list[str]) -> None:
    rows = split(f'a,b,c\n1,"2",e\n{line}\n5,"6",g\n7,8,h\n').rows
    assert [number for number, _ in rows] == [1, 2, 3, 4, 5]
    assert [own for number, own in rows if number != 3] == [
        ["a", "b", "c"],
        ["1", "2", "e"],
        ["5", "6", "g"],
        ["7", "8", "h"],
    ]
    assert list(rows[2][1]) == cells


def test_a_line_that_cannot_be_cut_is_broken_and_the_next_one_is_whole() -> None:
    rows = split('a,b,c\n1,"2",e\n"3,"four"\n5,6,g\n7,"8",h\n').rows
    assert [type(cells) for _, cells in rows] == [list, list, BrokenLine, list, list]


def test_a_mark_astray_in_the_header_is_refused_where_no_way_fits() -> None:
    with pytest.raises(Unreadable) as caught:
        split('a,b"c,"d"e\n' + "1,2,3,4\n" * 5)
    assert (caught.value.reason, caught.value.details) == ("broken_quote", {"line": "1"})


def test_a_comment_of_several_lines_stays_one_cell_beside_a_mark_astray() -> None:
    rows = split('a,b,c\n1,"x\ny",e\n2,"z"z,f\n3,w,g\n').rows
    assert rows[1] == (2, ["1", "x\ny", "e"])
    assert [number for number, _ in rows] == [1, 2, 4, 5]


def test_two_marks_astray_do_not_swallow_the_lines_between_them() -> None:
    rows = split('a,b,c\n1,"x,1\n2,y,2\n3,z",3\n4,w,4\n').rows
    assert [number for number, _ in rows] == [1, 2, 3, 4, 5]
    assert rows[2] == (3, ["2", "y", "2"])


def test_a_quoted_cell_torn_by_a_lost_separator_is_broken() -> None:
    rows = split('a,b,c\n1,"x, y",e\n2"x, y",e\n3,19" rack,f\n').rows
    assert [type(cells) for _, cells in rows] == [list, list, BrokenLine, list]


@pytest.mark.parametrize(
    "text",
    [
        'a, "b, c", d\n1, "2, 3", 4\n5, "6, 7", 8\n',
        "a,'b, c',d\n1,'2, 3',4\n5,'6, 7',8\n",
    ],
)
def test_other_ways_to_quote_are_found(text: str) -> None:
    assert {len(cells) for _, cells in split(text).rows} == {3}


def test_a_cell_larger_than_any_answer_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(delimited_text, "LONGEST_CELL", 10)
    with pytest.raises(Unreadable) as caught:
        split("a,b\n1,a longer answer", ",")
    assert caught.value.reason == "cell_too_large"


def test_decimal_commas_do_not_make_the_comma_a_delimiter() -> None:
    assert detect_delimiter("a;b;c\n1,5;2;3,5\n2;3,5;4\n") == ";"


def test_as_many_semicolons_in_every_cell_are_no_delimiter() -> None:
    records = split("ID,Overall,Rank these\n" + "1,5,a;b;c;d;e\n2,4,b;a;e;d;c\n" * 9)
    assert records.delimiter == ","

"""A workbook's visible sheet is read as a person would type it."""

from __future__ import annotations

import io
from datetime import datetime
from pathlib import Path

import pytest
import xlsxwriter

from analytics.errors import Unreadable
from tests.intake.files import cells, inspect, workbook


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
    inspection = inspect(tmp_path, book, "a.xlsx")
    assert [(remark.reason, remark.line) for remark in inspection.remarks] == [("digits_lost", 3)]


def test_rows_after_two_hundred_blank_ones_are_ghosts(tmp_path: Path) -> None:
    head, row = ["编号", "总体"], ["a", 4]
    near = inspect(tmp_path, workbook([head, row, *[[]] * 199, row]), "a.xlsx")
    far = inspect(tmp_path, workbook([head, row, *[[]] * 200, row]), "a.xlsx")
    assert (near.lines_read, far.lines_read) == (2, 1)


def test_numbers_and_days_of_a_workbook_read_as_a_person_would_type_them(tmp_path: Path) -> None:
    inspect(
        tmp_path, workbook([["n", "d", "t"], [4.0, 3.5, "00012"], [1e15 + 2, True, "x"]]), "a.xlsx"
    )
    assert cells(tmp_path) == [("4", "3.5", "00012"), ("1000000000000002", "TRUE", "x")]


def test_a_number_whose_digits_the_spreadsheet_lost_is_reported(tmp_path: Path) -> None:
    inspection = inspect(
        tmp_path, workbook([["id", "v"], [110101199003071234, "a"], [2, "b"]]), "a.xlsx"
    )
    assert [(remark.line, remark.reason) for remark in inspection.remarks] == [(2, "digits_lost")]


def test_the_hidden_sheet_is_named_and_not_read(tmp_path: Path) -> None:
    book = workbook(
        [["a", "b"], [1, 2]],
        hidden={"电话": [["phone", "x", "y"], *[[13800138000, 1, 2]] * 50]},
        before={"说明": [["读我"]]},
    )
    inspection = inspect(tmp_path, book, "a.xlsx")
    assert (inspection.sheet, inspection.sheets, inspection.hidden_sheets) == (
        "Data",
        ("说明", "Data"),
        ("电话",),
    )
    with pytest.raises(Unreadable) as caught:
        inspect(tmp_path, book, "a.xlsx", sheet="电话")
    assert caught.value.reason == "no_sheet"


def test_a_day_cell_is_a_day_and_a_moment_keeps_its_time() -> None:
    from analytics.intake.file.workbook import as_text

    assert [as_text(datetime(2006, 10, 12)), as_text(datetime(2006, 10, 12, 9, 30))] == [
        "2006-10-12",
        "2006-10-12 09:30:00",
    ]


def test_days_of_a_workbook_that_counts_from_1904_are_the_days_shown(tmp_path: Path) -> None:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "date_1904": True}) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["日期", "人数"])
        sheet.write_datetime(
            1, 0, datetime(2006, 10, 12), book.add_format({"num_format": "yyyy-mm-dd"})
        )
        sheet.write_number(1, 1, 7)
    inspect(tmp_path, out.getvalue(), "x.xlsx")
    assert cells(tmp_path) == [("2006-10-12", "7")]

from __future__ import annotations

import csv
import io
import math
import zipfile
from datetime import date

import openpyxl
import pandas as pd
import pytest

from analytics import sheets
from analytics.sheets import (
    CUT,
    STARTS_A_FORMULA,
    csv_bytes,
    safe_text,
    workbook,
    xlsx_bytes,
)
from analytics.wording import speaker
from tests.look.figures import FORMS, data, figure

HOSTILE = [
    "=1+1",
    "+86 138",
    "-2+3",
    "@SUM(A1)",
    "＝1+1",
    "＋1",
    "－1",
    "＠x",
    "\t=1",
    "\r=1",
    "\n=1",
    "\0=1",
    "\x01=1",
    '=HYPERLINK("http://evil.example","x")',
    "=cmd|'/C calc'!A0",
]
CALM = [
    "深圳展",
    "a-b",
    "3 = 3",
    "A股份:smile:",
    'say "hi", then',
    "two\nlines",
    "http://example.com",
    "镕喆堃 😀",
]


def read_csv(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def sheet_of(content: bytes):
    return openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]


@pytest.mark.parametrize("text", HOSTILE)
def test_text_that_would_run_gets_an_apostrophe_in_both_files(text):
    table = pd.DataFrame({"name": [text]})
    assert read_csv(csv_bytes(table))[1][0].startswith("'")
    cell = sheet_of(xlsx_bytes({"a": table})).cell(2, 1)
    assert (cell.data_type, cell.value[0]) == ("s", "'")


@pytest.mark.parametrize("text", CALM)
def test_other_text_comes_back_letter_by_letter(text):
    table = pd.DataFrame({"name": [text]})
    assert read_csv(csv_bytes(table))[1] == [text]
    assert sheet_of(xlsx_bytes({"a": table})).cell(2, 1).value == text


@pytest.mark.parametrize("text", ["x;=cmd", 'x;"=cmd', "x\t@SUM(A1)", ";-2+3", "x;＝1"])
def test_text_that_would_run_where_another_sign_separates_gets_an_apostrophe_too(text):
    content = csv_bytes(pd.DataFrame({"n": ["a"], "name": [text]})).decode("utf-8-sig")
    for separator in ";\t":
        cells = [
            cell.lstrip('"')
            for row in csv.reader(io.StringIO(content), delimiter=separator)
            for cell in row
        ]
        assert not any(cell.startswith(STARTS_A_FORMULA) for cell in cells)


def test_every_text_is_quoted_and_no_number_is():
    assert (
        csv_bytes(pd.DataFrame({"a": ["x"], "n": [1.5]})).decode("utf-8-sig")
        == '"a","n"\r\n"x",1.5\r\n'
    )


def test_a_heading_is_as_safe_as_a_cell():
    table = pd.DataFrame({"=1+1": [1]})
    assert read_csv(csv_bytes(table))[0] == ["'=1+1"]
    assert sheet_of(xlsx_bytes({"a": table})).cell(1, 1).value == "'=1+1"


def test_a_workbook_holds_no_formula_and_no_link():
    content = xlsx_bytes({"a": pd.DataFrame({"x": HOSTILE + CALM})})
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        sheets = [parts.read(name).decode() for name in parts.namelist() if "worksheets" in name]
    assert not any("<f>" in sheet or "hyperlink" in sheet for sheet in sheets)


def test_numbers_stay_numbers_and_come_back_the_same():
    values = [0.1 + 0.2, -3.0, 1e-9, 27_200_000_000.0, 3.6999999999999997]
    table = pd.DataFrame({"value": values, "n": pd.array([1, 2, None, 4, -5], dtype="Int64")})
    assert pd.read_csv(io.BytesIO(csv_bytes(table)))["value"].tolist() == values
    sheet = sheet_of(xlsx_bytes({"a": table}))
    assert [sheet.cell(row, 1).value for row in range(2, 7)] == pytest.approx(values, rel=1e-15)
    assert [sheet.cell(row, 2).value for row in range(2, 7)] == [1, 2, None, 4, -5]


def test_a_negative_number_is_not_mistaken_for_a_formula():
    assert read_csv(csv_bytes(pd.DataFrame({"x": [-0.11]})))[1] == ["-0.11"]


def test_nothing_is_an_empty_cell_and_infinity_is_text():
    table = pd.DataFrame({"a": [math.nan, None, pd.NaT], "b": [math.inf, 1.0, -math.inf]})
    assert read_csv(csv_bytes(table))[1:] == [["", "inf"], ["", "1.0"], ["", "'-inf"]]
    assert sheet_of(xlsx_bytes({"a": table})).cell(2, 2).value == "inf"


def test_days_are_written_as_days_and_truth_as_a_word():
    table = pd.DataFrame(
        {"day": [pd.Timestamp("2006-10-12")], "other": [date(2006, 10, 17)], "yes": [True]}
    )
    assert read_csv(csv_bytes(table))[1] == ["2006-10-12", "2006-10-17", "True"]


def test_a_long_cell_is_cut_where_it_shows(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sheets, "MOST_LETTERS", 40)
    cut = safe_text("长" * 50)
    assert len(cut) == 40
    assert cut.endswith(CUT)
    assert len(safe_text("=" + "x" * 50)) == 40


def test_control_characters_and_lone_ends_of_line_break_nothing():
    table = pd.DataFrame({"a": ["one\x07two", "first\rsecond"], "b": [1, 2]})
    assert read_csv(csv_bytes(table)) == [["a", "b"], ["onetwo", "1"], ["first\nsecond", "2"]]
    assert sheet_of(xlsx_bytes({"a": table})).cell(2, 1).value == "onetwo"


def test_csv_begins_with_the_mark_that_makes_spreadsheets_read_chinese():
    assert csv_bytes(pd.DataFrame({"届次": ["第八届"]})).startswith(b"\xef\xbb\xbf")


def test_any_sheet_name_is_made_one_a_workbook_allows():
    names = ["满意度/维度?", "满意度/维度*", "x" * 80, "x" * 81, "history", "'", ""]
    book = openpyxl.load_workbook(
        io.BytesIO(xlsx_bytes({name: pd.DataFrame({"a": [1]}) for name in names}))
    )
    assert len(book.sheetnames) == len(names)
    assert all(0 < len(name) <= 31 for name in book.sheetnames)


def test_the_workbook_of_a_figure_holds_its_table_and_what_it_means():
    book = workbook(figure(FORMS["bars"], data(["=1+1"], [0.5])), speaker("en"))
    first, second = openpyxl.load_workbook(io.BytesIO(book)).worksheets
    assert [cell.value for cell in first[2]] == ["'=1+1", 0.5, 100]
    assert {"Hall 3 leads", "Wilson (1927)"} <= {row[1] for row in second.values}

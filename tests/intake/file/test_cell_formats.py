"""Numbers of a sheet as they are shown: percent, thousands, currencies."""

from __future__ import annotations

from pathlib import Path

import pytest
import xlsxwriter

from analytics.intake.cells.remark import Remarks
from analytics.intake.file.cell_formats import shown_as
from analytics.intake.file.workbook import read_workbook


@pytest.mark.parametrize(
    ("code", "number", "text"),
    [
        ("0%", 0.8, "80%"),
        ("0.0%", 0.295, "29.5%"),
        ("#,##0,", 12_000_000, "12000千"),
        ('#,##0.0,"k"', 1500, "1.5千"),
        ('0!.0,"万"', 120_000, "120千"),
        ('"US$"#,##0', 3600, "US$3600"),
        ("[$€-407] #,##0.00", 12.5, "€12.5"),
        ("[$USD] #,##0", 7, "USD7"),
        ("¥#,##0", 5, "¥5"),
    ],
)
def test_a_format_says_what_its_number_is(code: str, number: float, text: str) -> None:
    write = shown_as(code)
    assert write is not None
    assert write(number) == text


@pytest.mark.parametrize(
    "code", ["General", "0.00", "#,##0", '0" 家"', "yyyy-mm-dd", "@", '"50%"0', "#,##0;[Red]-#,##0"]
)
def test_a_format_that_only_arranges_digits_changes_nothing(code: str) -> None:
    assert shown_as(code) is None


def sheet_of(path: Path, top: int) -> list[tuple[int, list[str]]]:
    with xlsxwriter.Workbook(path) as book:
        percent = book.add_format({"num_format": "0%"})
        sheet = book.add_worksheet()
        sheet.write_row(top, 0, ["满意度", "展位面积"])
        sheet.write_row(top + 1, 0, [0.8, 18], percent)
        sheet.write_row(top + 2, 0, [0.8, 27])
    return list(read_workbook(path, "", Remarks()).chosen.rows)


def test_only_the_cells_shown_as_percent_are_read_so_and_blank_rows_above_keep_the_lines(
    tmp_path: Path,
) -> None:
    assert sheet_of(tmp_path / "a.xlsx", 2) == [
        (3, ["满意度", "展位面积"]),
        (4, ["80%", "1800%"]),
        (5, ["0.8", "27"]),
    ]


def test_formulas_that_a_writer_left_at_zero_have_no_value(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(tmp_path / "a.xlsx") as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["Area", "Fee"])
        for line in (1, 2, 3):
            sheet.write_number(line, 0, 9 * line)
            sheet.write_formula(line, 1, f"=A{line + 1}*100")
    chosen = read_workbook(tmp_path / "a.xlsx", "", Remarks()).chosen
    assert [cells for _, cells in chosen.rows[1:]] == [["9", ""], ["18", ""], ["27", ""]]
    assert [(line, text) for line, _, text in chosen.errors] == [
        (2, "=A2*100"),
        (3, "=A3*100"),
        (4, "=A4*100"),
    ]


def test_formulas_of_which_one_is_not_zero_were_computed(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(tmp_path / "a.xlsx") as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["Area", "Discount"])
        for line, value in enumerate((0, 5, 0), 1):
            sheet.write_number(line, 0, 9)
            sheet.write_formula(line, 1, f"=A{line + 1}-9", None, value)
    chosen = read_workbook(tmp_path / "a.xlsx", "", Remarks()).chosen
    assert [cells[1] for _, cells in chosen.rows[1:]] == ["0", "5", "0"]
    assert chosen.errors == ()

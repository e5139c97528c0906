"""A spreadsheet's error is an empty cell to every reader: it is said."""

from __future__ import annotations

from pathlib import Path

from tests.intake.files import inspect


def test_error_cells_are_reported_where_they_stand(tmp_path: Path) -> None:
    import io

    import xlsxwriter

    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["a", "b"])
        sheet.write_row(1, 0, [1, 2])
        sheet.write_formula(2, 1, "=1/0", None, "#DIV/0!")
        sheet.write(2, 0, 5)
    inspection = inspect(tmp_path, out.getvalue(), "a.xlsx")
    assert [
        (remark.line, remark.column, remark.value, remark.reason) for remark in inspection.remarks
    ] == [(3, "B", "#DIV/0!", "error_cell")]

"""OpenDocument sheets: values as they are shown, repeats written out, hidden sheets named."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from analytics.errors import Unreadable
from analytics.intake.cells.remark import Remarks
from analytics.intake.file.workbook import read_workbook

NAMES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "table", "text", "style")
)
HIDDEN = '<style:style style:name="h"><style:table-properties table:display="false"/></style:style>'


def cell(kind: str, value: str, **more: str) -> str:
    attributes = " ".join(f'table:{name.replace("_", "-")}="{text}"' for name, text in more.items())
    name = {"date": "date-value", "boolean": "boolean-value"}.get(kind, "value")
    return f'<table:table-cell office:value-type="{kind}" office:{name}="{value}" {attributes}/>'


def words(text: str, attributes: str = "") -> str:
    return (
        f'<table:table-cell {attributes} office:value-type="string">'
        f"<text:p>{text}</text:p></table:table-cell>"
    )


def row(*cells: str, attributes: str = "") -> str:
    return f"<table:table-row {attributes}>{''.join(cells)}</table:table-row>"


def ods(path: Path, *sheets: tuple[str, str, str]) -> Path:
    tables = "".join(
        f'<table:table table:name="{name}" table:style-name="{style}">{rows}</table:table>'
        for name, style, rows in sheets
    )
    text = (
        f"<office:document-content {NAMES}><office:automatic-styles>{HIDDEN}"
        f"</office:automatic-styles><office:body><office:spreadsheet>{tables}"
        "</office:spreadsheet></office:body></office:document-content>"
    )
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        packed.writestr("content.xml", text)
    return path


def test_values_are_read_as_a_person_sees_them(tmp_path: Path) -> None:
    rows = row(
        cell("percentage", "0.8"),
        cell("float", "4"),
        cell("currency", "12.5").replace(" />", ' office:currency="EUR"/>'),
        cell("date", "2026-03-05T00:00:00"),
        cell("date", "2026-03-05T09:30:00"),
        words('a<text:s text:c="2"/>b<text:span>c</text:span>'),
    )
    pages = read_workbook(ods(tmp_path / "a.ods", ("s", "", rows)), "", Remarks())
    assert list(pages.chosen.rows) == [
        (1, ["80%", "4", "EUR 12.5", "2026-03-05", "2026-03-05 09:30:00", "a  bc"])
    ]


def test_repeats_are_written_out_and_what_fills_the_sheet_to_its_end_is_not(
    tmp_path: Path,
) -> None:
    rows = (
        row("<table:table-cell/>", attributes='table:number-rows-repeated="2"')
        + row(words("x", 'table:number-columns-repeated="2"'), cell("float", "1"))
        + row(cell("float", "5"), attributes='table:number-rows-repeated="3"')
        + row(
            '<table:table-cell table:number-columns-repeated="16384"/>',
            attributes='table:number-rows-repeated="1048570"',
        )
    )
    pages = read_workbook(ods(tmp_path / "a.ods", ("s", "", rows)), "", Remarks())
    assert list(pages.chosen.rows) == [
        (3, ["x", "x", "1"]),
        (4, ["5", "", ""]),
        (5, ["5", "", ""]),
        (6, ["5", "", ""]),
    ]


def test_merged_cells_and_hidden_sheets_are_told_as_of_other_workbooks(tmp_path: Path) -> None:
    rows = row(words("h", 'table:number-rows-spanned="2"')) + row("<table:covered-table-cell/>")
    path = ods(tmp_path / "a.ods", ("s", "", rows), ("secret", "h", row(words("x"))))
    pages = read_workbook(path, "", Remarks())
    assert pages.chosen.merges == (((0, 0), (1, 0)),)
    assert (pages.visible, pages.hidden) == (("s",), ("secret",))


def test_content_that_is_cut_off_is_damaged(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.ods", "w") as packed:
        packed.writestr("content.xml", "<office:document-content")
    with pytest.raises(Unreadable, match="damaged"):
        read_workbook(tmp_path / "a.ods", "", Remarks())

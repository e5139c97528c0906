#!/usr/bin/env bash
# Guess: a workbook saved by Excel as Strict Open XML Spreadsheet (ISO/IEC 29500, the second .xlsx of
#        its list) is read, or refused.
# Seen:  openpyxl 3.1.5 opens it without an error as a workbook with no sheets at all; python-calamine
#        0.9.1 reads its cells.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check openpyxl==3.1.5 python-calamine==0.9.1 xlsxwriter==3.3.1
cd "$folder"
"$folder/venv/bin/python" -W ignore - <<'PY'
import zipfile

import openpyxl
import xlsxwriter
from python_calamine import CalamineWorkbook

with xlsxwriter.Workbook("transitional.xlsx") as book:
    book.add_worksheet("answers").write_row(0, 0, ["公司", 4.5])
NAMES = {  # the namespaces that the two conformance classes of the standard use
    b"http://schemas.openxmlformats.org/spreadsheetml/2006/main": b"http://purl.oclc.org/ooxml/spreadsheetml/main",
    b"http://schemas.openxmlformats.org/officeDocument/2006/relationships": b"http://purl.oclc.org/ooxml/officeDocument/relationships",
}
with zipfile.ZipFile("transitional.xlsx") as source, zipfile.ZipFile("strict.xlsx", "w") as target:
    for part in source.namelist():
        content = source.read(part)
        for transitional, strict in NAMES.items():
            content = content.replace(transitional, strict)
        if part == "xl/workbook.xml":
            content = content.replace(b"<workbook ", b'<workbook conformance="strict" ')
        target.writestr(part, content)
sheets = openpyxl.load_workbook("strict.xlsx").sheetnames
cells = CalamineWorkbook.from_path("strict.xlsx").get_sheet_by_index(0).to_python()
print("openpyxl", openpyxl.__version__, sheets, "calamine", cells)
assert sheets == [] and cells == [["公司", 4.5]], "the behaviour has changed"
PY

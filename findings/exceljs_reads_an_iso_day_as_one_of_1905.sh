#!/usr/bin/env bash
# Guess: a cell of the type d holds a day in ISO 8601, as the standard has it, and is read as that day.
# Seen:  exceljs 4.4.0 reads the year as a count of days: 2024-06-13 is 16 July 1905. openpyxl 3.1.5,
#        python-calamine 0.9.1 and SheetJS 0.18.5 read 13 June 2024.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
npm install --silent --no-fund --no-audit --prefix "$folder" exceljs@4.4.0 xlsx@0.18.5 >/dev/null
cd "$folder"
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check openpyxl==3.1.5 python-calamine==0.9.1 xlsxwriter==3.3.1
"$folder/venv/bin/python" - <<'PY'
import zipfile

import xlsxwriter


def rewritten(source, target, part, before, after):
    """A copy of a workbook in which a part says something else."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            content = old.read(name).decode()
            assert name != part or before in content
            new.writestr(name, content.replace(before, after) if name == part else content)



import datetime

import openpyxl
from python_calamine import CalamineWorkbook

with xlsxwriter.Workbook("serial.xlsx") as book:
    form = book.add_format({"num_format": 14})
    book.add_worksheet("S").write_datetime(0, 0, datetime.datetime(2024, 6, 13), form)
number, iso = 's="1"><v>45456</v>', 's="1" t="d"><v>2024-06-13</v>'
rewritten("serial.xlsx", "iso.xlsx", "xl/worksheets/sheet1.xml", number, iso)
opened = openpyxl.load_workbook("iso.xlsx").active["A1"].value
read = CalamineWorkbook.from_path("iso.xlsx").get_sheet_by_index(0).to_python()
print("openpyxl", opened, "calamine", read)
assert opened == read[0][0] == datetime.date(2024, 6, 13)
PY
node - <<'JS'
const assert = require("assert"), ExcelJS = require("exceljs"), XLSX = require("xlsx");
(async () => {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile("iso.xlsx");
  const day = book.worksheets[0].getCell("A1").value.toISOString().slice(0, 10);
  const other = XLSX.readFile("iso.xlsx", { cellDates: true }).Sheets.S.A1.v.toISOString().slice(0, 10);
  console.log("exceljs", require("exceljs/package.json").version, day, "SheetJS", other);
  assert.deepStrictEqual([day, other], ["1905-07-16", "2024-06-13"], "the behaviour has changed");
})();
JS

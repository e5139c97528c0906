#!/usr/bin/env bash
# Guess: a workbook that counts its days from 1904 (as every workbook of Excel for the Mac did for
#        years) gives the same days as any other, whether its switch is written 1 or true, which XML
#        holds for the same.
# Seen:  SheetJS 0.18.5, asked for dates (cellDates), gives 12 June 2020 for 13 June 2024 in both
#        spellings; exceljs 4.4.0 is right with 1 and four years early with true; openpyxl 3.1.5 is
#        right in both.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
npm install --silent --no-fund --no-audit --prefix "$folder" exceljs@4.4.0 xlsx@0.18.5 >/dev/null
cd "$folder"
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check openpyxl==3.1.5 xlsxwriter==3.3.1
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

with xlsxwriter.Workbook("1.xlsx", {"date_1904": True}) as book:
    form = book.add_format({"num_format": 14})
    book.add_worksheet("S").write_datetime(0, 0, datetime.datetime(2024, 6, 13), form)
rewritten("1.xlsx", "true.xlsx", "xl/workbook.xml", 'date1904="1"', 'date1904="true"')
for switch in ("1", "true"):
    value = openpyxl.load_workbook(f"{switch}.xlsx").active["A1"].value
    print("openpyxl", switch, value)
    assert str(value)[:10] == "2024-06-13"
PY
node - <<'JS'
const assert = require("assert"), ExcelJS = require("exceljs"), XLSX = require("xlsx");
(async () => {
  const days = {};
  for (const file of ["1", "true"]) {
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(file + ".xlsx");
    const day = XLSX.readFile(file + ".xlsx", { cellDates: true }).Sheets.S.A1.v;
    days[file] = [day, book.worksheets[0].getCell("A1").value].map((date) => date.toISOString().slice(0, 10));
  }
  console.log("SheetJS", XLSX.version, "exceljs", require("exceljs/package.json").version, days);
  assert.deepStrictEqual(days, { 1: ["2020-06-12", "2024-06-13"], true: ["2020-06-12", "2020-06-12"] }, "the behaviour has changed");
})();
JS

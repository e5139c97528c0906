#!/usr/bin/env bash
# Guess: a Japanese company name written in the cell itself with its reading above it (phonetic guide,
#        as Excel keeps for typed kanji) is the name, and the cells after it are theirs.
# Seen:  exceljs 4.4.0 reads neither the name nor anything after it in the sheet, without an error.
#        openpyxl 3.1.5, python-calamine 0.9.1 and SheetJS 0.18.5 read all of it.
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



import openpyxl
from python_calamine import CalamineWorkbook

with xlsxwriter.Workbook("plain.xlsx", {"constant_memory": True}) as book:
    sheet = book.add_worksheet("S")
    for row, cells in enumerate((["東芝", 4], ["日立", 5])):
        sheet.write_row(row, 0, cells)
name, reading = "<t>東芝</t>", '<rPh sb="0" eb="2"><t>トウシバ</t></rPh>'
rewritten("plain.xlsx", "reading.xlsx", "xl/worksheets/sheet1.xml", name, name + reading)
opened = [[cell.value for cell in row] for row in openpyxl.load_workbook("reading.xlsx").active]
read = CalamineWorkbook.from_path("reading.xlsx").get_sheet_by_index(0).to_python()
print("openpyxl", opened, "calamine", read)
assert opened == read == [["東芝", 4], ["日立", 5]]
PY
node - <<'JS'
const assert = require("assert"), ExcelJS = require("exceljs"), XLSX = require("xlsx");
(async () => {
  const book = new ExcelJS.Workbook(), values = [];
  await book.xlsx.readFile("reading.xlsx");
  book.worksheets[0].eachRow((row) => row.eachCell((cell) => values.push(cell.value)));
  const other = XLSX.utils.sheet_to_json(XLSX.readFile("reading.xlsx").Sheets.S, { header: 1 });
  console.log("exceljs", require("exceljs/package.json").version, values, "SheetJS", other);
  assert.deepStrictEqual(values.filter((value) => value != null), [], "the behaviour has changed");
  assert.deepStrictEqual(other, [["東芝", 4], ["日立", 5]]);
})();
JS

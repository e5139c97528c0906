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
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check openpyxl==3.1.5
"$folder/venv/bin/python" - <<'PY'
import zipfile

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def workbook(path, cells, properties=""):
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{KIND}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="{KIND}.styles+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{KIND}.worksheet+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="rId2" Type="{OFFICE}/styles" Target="styles.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">{properties}<sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/styles.xml": f'<styleSheet xmlns="{MAIN}"><fonts count="1"><font/></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills>'
        '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{MAIN}"><sheetData>{cells}</sheetData></worksheet>',
    }
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, '<?xml version="1.0" encoding="UTF-8"?>' + content)



import openpyxl

for switch in ("1", "true"):
    cell = '<row r="1"><c r="A1" s="1"><v>43994</v></c></row>'
    workbook(f"{switch}.xlsx", cell, f'<workbookPr date1904="{switch}"/>')
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

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
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check openpyxl==3.1.5 python-calamine==0.9.1
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
from python_calamine import CalamineWorkbook

reading = '<rPh sb="0" eb="2"><t>トウシバ</t></rPh>'
workbook(
    "reading.xlsx",
    f'<row r="1"><c r="A1" t="inlineStr"><is><t>東芝</t>{reading}</is></c><c r="B1"><v>4</v></c></row>'
    '<row r="2"><c r="A2" t="inlineStr"><is><t>日立</t></is></c><c r="B2"><v>5</v></c></row>',
)
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

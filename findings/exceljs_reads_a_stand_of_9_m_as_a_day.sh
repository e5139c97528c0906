#!/usr/bin/env bash
# Guess: a number whose format writes a unit behind it (0\ \m, shown as 9 m; 0\d, 3d; 0_d, a number with
#        the width of a d behind it) is a number.
# Seen:  exceljs 4.4.0 takes any m, d, h, s or y outside quotation marks for part of a date, also one
#        that is escaped or that only gives a width: 9 m is 8 January 1900. SheetJS 0.18.5 reads 9.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
npm install --silent --no-fund --no-audit --prefix "$folder" exceljs@4.4.0 xlsx@0.18.5 >/dev/null
cd "$folder"
node - <<'JS'
const assert = require("assert"), ExcelJS = require("exceljs"), XLSX = require("xlsx");
(async () => {
  const book = new ExcelJS.Workbook(), sheet = book.addWorksheet("stands");
  ["0\\ \\m", "0\\d", "0_d", '0" m"'].forEach((format, index) => {
    sheet.getCell(1, index + 1).value = 9;
    sheet.getCell(1, index + 1).numFmt = format;
  });
  await book.xlsx.writeFile("stands.xlsx");
  const again = new ExcelJS.Workbook();
  await again.xlsx.readFile("stands.xlsx");
  const values = again.worksheets[0].getRow(1).values.slice(1);
  const other = XLSX.utils.sheet_to_json(XLSX.readFile("stands.xlsx", { cellDates: true }).Sheets.stands, { header: 1 })[0];
  console.log("exceljs", require("exceljs/package.json").version, values, "SheetJS", other);
  assert(values.slice(0, 3).every((value) => value instanceof Date), "the behaviour has changed");
  assert.strictEqual(values[3], 9);
  assert.deepStrictEqual(other, [9, 9, 9, 9], "the behaviour has changed");
})();
JS

#!/usr/bin/env bash
# Guess: a day that is shown as 2024年 (number format e"年", where e is the year in the Excel of China,
#        Taiwan and Japan) or as 星期四 (aaaa) is read as a day.
# Seen:  python-calamine 0.9.1 and openpyxl 3.1.5 read 45456 in both; SheetJS knows e as a year. With
#        yyyy in place of e all of them read a day.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check openpyxl==3.1.5 python-calamine==0.9.1 xlsxwriter==3.3.1
cd "$folder"
"$folder/venv/bin/python" -W ignore - <<'PY'
import datetime

import openpyxl
import xlsxwriter
from python_calamine import CalamineWorkbook

with xlsxwriter.Workbook("days.xlsx") as book:
    sheet = book.add_worksheet()
    for column, form in enumerate(('e"年"', "aaaa", 'yyyy"年"')):
        sheet.write_number(0, column, 45456, book.add_format({"num_format": form}))
calamine = CalamineWorkbook.from_path("days.xlsx").get_sheet_by_index(0).to_python()[0]
opened = [cell.value for cell in openpyxl.load_workbook("days.xlsx").active[1]]
print("calamine", calamine, "openpyxl", openpyxl.__version__, opened)
assert calamine[:2] == opened[:2] == [45456, 45456], "the behaviour has changed"
assert calamine[2] == datetime.date(2024, 6, 13) and opened[2] == datetime.datetime(2024, 6, 13)
PY

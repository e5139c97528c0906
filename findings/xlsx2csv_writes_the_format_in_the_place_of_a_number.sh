#!/usr/bin/env bash
# Guess: a number shown with a word (5 as "5 stars", 9 as "9 m²", 3 as "Hall 3") is written as the number, or as shown.
# Seen:  xlsx2csv 0.8.6 takes the letters d, m, h, s, y inside the quoted word for parts of a day and writes the format itself,
#        its quotes and all: the number is gone from the CSV, without a warning. A word without those letters does no harm.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check openpyxl==3.1.5 xlsx2csv==0.8.6
cd "$folder"
"$folder/venv/bin/python" - <<'PY'
import csv
import io
from importlib.metadata import version

import openpyxl
from xlsx2csv import Xlsx2csv

CELLS = [(5, '0" stars"'), (9, '0 "m²"'), (3, '"Hall "0'), (4, '0 "Punkte"')]
book = openpyxl.Workbook()
for row, (number, form) in enumerate(CELLS, 1):
    book.active.cell(row, 1, number).number_format = form
book.save("ratings.xlsx")
text = io.StringIO()
Xlsx2csv("ratings.xlsx").convert(text)
written = [row[0] for row in csv.reader(text.getvalue().splitlines())]
print("xlsx2csv", version("xlsx2csv"), written)
assert written[3] == "4"
for (number, _), cell in zip(CELLS[:3], written[:3], strict=True):
    assert str(number) not in cell and '"' in cell, "the behaviour has changed"
PY

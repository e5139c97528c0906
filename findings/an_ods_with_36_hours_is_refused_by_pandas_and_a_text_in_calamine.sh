#!/usr/bin/env bash
# Guess: a duration of 36:00 in an OpenDocument table comes out as one and a half days, as from an
#        .xlsx, in whichever library.
# Seen:  pandas 2.3.3 refuses the whole file (hour must be in 0..23), since it parses the text that is
#        shown as a time of the day; python-calamine 0.9.1 hands out the text PT36H00M00S.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pandas==2.3.3 odfpy==1.4.1 python-calamine==0.9.1
cd "$folder"
"$folder/venv/bin/python" -W ignore - <<'PY'
import pandas
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P
from python_calamine import CalamineWorkbook

document, table = OpenDocumentSpreadsheet(), Table(name="visits")
for attributes, text in (
    ({"valuetype": "string"}, "stay"),
    ({"valuetype": "time", "timevalue": "PT36H00M00S"}, "36:00:00"),
):
    row, cell = TableRow(), TableCell(**attributes)
    cell.addElement(P(text=text))
    row.addElement(cell)
    table.addElement(row)
document.spreadsheet.addElement(table)
document.save("stay.ods")
cells = CalamineWorkbook.from_path("stay.ods").get_sheet_by_index(0).to_python()
print("calamine", cells, "pandas", pandas.__version__)
assert cells == [["stay"], ["PT36H00M00S"]], "the behaviour has changed"
try:
    pandas.read_excel("stay.ods", engine="odf")
except ValueError as error:
    print(type(error).__name__, error)
else:
    raise AssertionError("the behaviour has changed")
PY

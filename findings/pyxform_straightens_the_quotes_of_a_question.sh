#!/usr/bin/env bash
# Guess: the text of a question in an XLSForm is the text that the form shows and the export heads its
#        column with.
# Seen:  pyxform 4.5.0 turns the curly quotes ‘ ’ “ ” of labels into straight ones and runs of blanks
#        into one, so the heading of the export no longer equals the question as it was written; the
#        wide blank of Chinese texts stays.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pyxform==4.5.0
cd "$folder"
"$folder/venv/bin/python" -W ignore - <<'PY'
from importlib.metadata import version

from pyxform import xls2xform

form = """
| survey | | | |
| | type | name | label |
| | text | q1 | Don’t   “like” it? |
| | text | q2 | 您的　公司 |
"""
xform = xls2xform.convert(form).xform
shown = [part.split("</label>")[0] for part in xform.split("<label>")[1:]]
print("pyxform", version("pyxform"), shown)
assert shown == ["Don't \"like\" it?", "您的　公司"], "the behaviour has changed"
PY

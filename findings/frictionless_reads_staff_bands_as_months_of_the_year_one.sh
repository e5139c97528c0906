#!/usr/bin/env bash
# Guess: a column of bands such as 1-5 and 6-10 is described as text.
# Seen:  frictionless 5.21.0 describes 1-5, 2-5 as yearmonth and hands the cells on as May of the years
#        1 and 2; inf and nan, typed for a firm of that name or for no answer, become numbers.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check frictionless==5.21.0
cd "$folder"
"$folder/venv/bin/python" -W ignore - <<'PY'
from importlib.metadata import version
from pathlib import Path

from frictionless import Resource, describe


def read(values):
    Path("column.csv").write_text("c\n" + "\n".join(values) + "\n", encoding="utf-8")
    kind = describe("column.csv").schema.fields[0].type
    return kind, [row["c"] for row in Resource("column.csv").read_rows()]


bands, names = read(["1-5", "2-5"]), read(["inf", "nan"])
print("frictionless", version("frictionless"), bands, names)
assert bands[0] == "yearmonth" and tuple(bands[1][0]) == (1, 5), "the behaviour has changed"
assert names[0] == "number", "the behaviour has changed"
PY

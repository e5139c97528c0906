#!/usr/bin/env bash
# Guess: csvkit and agate keep what is no number as text, so stand sizes written 9m, 18m, 36m and staff
#        bands written 1-5, 2-5 come out as they were.
# Seen:  agate 1.14.2 takes a column of 9m, 18m, 36m for times of 9, 18 and 36 minutes, and 1-5, 2-5 for
#        5 January and 5 February of a year it makes up. A single other answer in the column makes it
#        text again.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check agate==1.14.2
cd "$folder"
"$folder/venv/bin/python" -W ignore - <<'PY'
from importlib.metadata import version

import agate


def read(values):
    return list(agate.Table.from_object([{"c": value} for value in values]).columns["c"])


sizes, bands = read(["9m", "18m", "36m"]), read(["1-5", "2-5"])
print("agate", version("agate"), [str(size) for size in sizes], [str(band) for band in bands])
assert [size.total_seconds() for size in sizes] == [540, 1080, 2160], "the behaviour has changed"
assert [(band.month, band.day) for band in bands] == [(1, 5), (2, 5)], "the behaviour has changed"
assert read(["9m", "18m", "open air"]) == ["9m", "18m", "open air"]
PY

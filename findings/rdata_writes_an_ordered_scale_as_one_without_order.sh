#!/usr/bin/env bash
# Guess: a rating scale as an ordered categorical is written for R as an ordered factor, which is what
#        R's ordinal models ask for.
# Seen:  rdata 1.1.0 writes a plain factor, without a word; read back by rdata or by pyreadr 0.5.8 the
#        scale has its steps and no order any more.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check rdata==1.1.0 pyreadr==0.5.8
cd "$folder"
"$folder/venv/bin/python" -W error::UserWarning - <<'PY'
import gzip

import pandas
import pyreadr
import rdata

steps = ["dissatisfied", "neither", "satisfied"]
answers = pandas.Categorical(["satisfied", "neither"], categories=steps, ordered=True)
rdata.write_rds("survey.rds", pandas.DataFrame({"overall": answers}))
with gzip.open("survey.rds") as file:
    written = file.read()
back = [rdata.read_rds("survey.rds"), pyreadr.read_r("survey.rds")[None]]
orders = [frame["overall"].cat.ordered for frame in back]
print("class 'ordered' in the file:", b"ordered" in written, "· ordered when read back:", orders)
assert b"factor" in written and b"ordered" not in written, "the behaviour has changed"
assert orders == [False, False], "the behaviour has changed"
PY

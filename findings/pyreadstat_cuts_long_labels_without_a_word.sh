#!/usr/bin/env bash
# Guess: a variable label or an answer that an SPSS file cannot hold is refused, or at least warned about.
# Seen:  pyreadstat 1.3.7 cuts a question of 360 bytes to 255 and an answer of 180 to 120, at a whole
#        character, with neither error nor warning. Chinese questions reach that with 86 characters: two
#        questions of a battery that begin alike come back with the same label.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pyreadstat==1.3.7 pandas==3.1.1
"$folder/venv/bin/python" -W error - "$folder" <<'PY'
import sys

import pandas
import pyreadstat

stem = "您对本届展会现场服务的总体满意程度如何，包括咨询、安保、保洁、引导、餐饮、交通、住宿" * 3
questions = [f"{stem}：{item}" for item in ("空调", "照明")]
answers = {1.0: "非常满意" * 15, 2.0: "不满意"}
path = f"{sys.argv[1]}/long.sav"
frame = pandas.DataFrame({"q1": [1.0, 2.0], "q2": [2.0, 1.0]})
pyreadstat.write_sav(frame, path, column_labels=questions, variable_value_labels={"q1": answers})
_, meta = pyreadstat.read_sav(path)
labels = [len(label.encode()) for label in meta.column_labels]
values = [len(label.encode()) for label in meta.variable_value_labels["q1"].values()]
print("pyreadstat", pyreadstat.__version__, "written:", [len(q.encode()) for q in questions],
      "read:", labels, "answers:", values)
assert meta.column_labels[0] == meta.column_labels[1], "the behaviour has changed"
assert labels == [255, 255] and values == [120, 9], "the behaviour has changed"
PY

#!/usr/bin/env bash
# Guess: formats_as_ordered_category gives an ordered answer scale; a respondent who left the question
#        out is missing in it, as in every real survey.
# Seen:  pyreadstat 1.3.7 raises ValueError (categories cannot be null) as soon as one answer is
#        missing. Unordered categories of the same file are read.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pyreadstat==1.3.7 pandas==2.3.3
cd "$folder"
"$folder/venv/bin/python" -W ignore - <<'PY'
import pandas
import pyreadstat

labels = {"q": {1.0: "不满意", 2.0: "一般", 3.0: "满意"}}


def ordered(answers):
    pyreadstat.write_sav(pandas.DataFrame({"q": answers}), "q.sav", variable_value_labels=labels)
    frame, _ = pyreadstat.read_sav("q.sav", apply_value_formats=True, formats_as_ordered_category=True)
    return frame["q"]


print("pyreadstat", pyreadstat.__version__, ordered([3.0, 1.0, 2.0]).tolist())
try:
    ordered([3.0, None, 2.0])
except ValueError as error:
    print("one missing:", error)
else:
    raise AssertionError("the behaviour has changed")
frame, _ = pyreadstat.read_sav("q.sav", apply_value_formats=True)
assert frame["q"].tolist()[::2] == ["满意", "一般"]
PY

#!/usr/bin/env bash
# Guess: an MCA of a table with a blank drops that respondent, or gives the blank a category of its own;
#        the eigenvalues are those of one of the two.
# Seen:  prince 0.23.0 does neither and says nothing: a respondent with a blank stays in with fewer
#        ticks, hence with a smaller mass than the others, and the eigenvalues agree with neither
#        treatment.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check prince==0.23.0 pandas==2.3.3
cd "$folder"
"$folder/venv/bin/python" -W ignore - <<'PY'
from importlib.metadata import version

import numpy
import pandas
import prince

columns = {"q1": list("aabbccaabb"), "q2": [*"xyxyxyxxy", None], "q3": list("mnmnmnnnmm")}
table = pandas.DataFrame(columns)


def first(frame):
    return float(prince.MCA(n_components=2).fit(frame).eigenvalues_[0])


blank, dropped, own_category = first(table), first(table.dropna()), first(table.fillna("blank"))
ticks = pandas.get_dummies(table).to_numpy(dtype=float)
shares = ticks / ticks.sum()
rows, cols = shares.sum(1), shares.sum(0)
residuals = (shares - numpy.outer(rows, cols)) / numpy.sqrt(numpy.outer(rows, cols))
by_unequal_mass = float(numpy.linalg.svd(residuals, compute_uv=False)[0] ** 2)
print("prince", version("prince"), blank, "dropped", dropped, "own category", own_category)
assert abs(blank - by_unequal_mass) < 1e-9, "the behaviour has changed"
assert min(abs(blank - dropped), abs(blank - own_category)) > 0.05, "the behaviour has changed"
PY

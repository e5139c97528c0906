#!/usr/bin/env bash
# Guess: Gower's coefficient leaves a missing measure out of the pair it is missing in and averages over
#        the rest: that is what it was made for.
# Seen:  gower 0.1.2 returns NaN for every pair of a customer with one blank number, and a blank word
#        counts as a word of its own.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check gower==0.1.2 pandas==2.3.3
cd "$folder"
"$folder/venv/bin/python" -W ignore - <<'PY'
from importlib.metadata import version

import gower
import numpy
import pandas

customers = pandas.DataFrame({"area": [9.0, 18.0, numpy.nan], "hall": ["A", "B", "A"]})
distances = gower.gower_matrix(customers)
print("gower", version("gower"), distances.tolist())
assert numpy.isnan(distances[2]).all() and not numpy.isnan(distances[0, 1]), "the behaviour has changed"
PY

#!/usr/bin/env bash
# Guess: in an ABC analysis the customer who brings nearly everything is in A, and where twenty customers pay 900 and eighty
#        pay 100 the twenty are in A.
# Seen:  abc-analysis 0.1.23 leaves A empty in both cases and puts every customer in B: the limit of A is the smallest amount
#        in it, and only larger ones are counted.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pandas==2.3.3 abc-analysis==0.1.23
cd "$folder"
"$folder/venv/bin/python" -W ignore - <<'PY'
from importlib.metadata import version

from abc_analysis import abc_analysis

CASES = {
    "one of 10,000 beside nineteen of 10": [10000.0] + [10.0] * 19,
    "twenty of 900, eighty of 100": [900.0] * 20 + [100.0] * 80,
}
print("abc-analysis", version("abc-analysis"))
for name, amounts in CASES.items():
    result = abc_analysis(amounts)
    sizes = [len(result[key]) for key in ("Aind", "Bind", "Cind")]
    print(name, dict(zip("ABC", sizes, strict=True)), "limit of A:", result["ABLimit"])
    assert sizes == [0, len(amounts), 0], "the behaviour has changed"
PY

#!/usr/bin/env bash
# Guess: one missing p value among four (a test that could not be made) stays missing, and the other
#        three are adjusted; or all of them are refused.
# Seen:  statsmodels 0.15.0 with method="fdr_bh" returns NaN for every adjusted p and still rejects the
#        two smallest; "holm" on the same values keeps the NaN to itself but counts it as a test.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check statsmodels==0.15.0
"$folder/venv/bin/python" - <<'PY'
import numpy
import statsmodels
from statsmodels.stats.multitest import multipletests

p = [0.01, 0.02, float("nan"), 0.9]
rejected, adjusted = multipletests(p, method="fdr_bh")[:2]
by_holm = multipletests(p, method="holm")[1]
print("statsmodels", statsmodels.__version__, "fdr_bh:", rejected, adjusted, "holm:", by_holm)
assert numpy.isnan(adjusted).all() and rejected.tolist() == [True, True, False, False], (
    "the behaviour has changed"
)
assert numpy.allclose(by_holm, [0.04, 0.06, numpy.nan, 1.0], equal_nan=True)
PY

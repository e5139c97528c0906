#!/usr/bin/env bash
# Guess: cleaning names before they are compared takes out punctuation and case, and leaves Chinese
#        characters and umlauts.
# Seen:  recordlinkage 0.16 clean() takes out whatever is not A-Z, so two different Chinese firms both
#        become the empty text, and are exactly alike; Müller becomes mller.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check recordlinkage==0.16 pandas==2.3.3
cd "$folder"
"$folder/venv/bin/python" -W ignore - <<'PY'
from importlib.metadata import version

import pandas
from recordlinkage.preprocessing import clean

names = clean(pandas.Series(["深圳市华鸿科技有限公司", "上海青松电子厂", "Müller GmbH"])).tolist()
print("recordlinkage", version("recordlinkage"), names)
assert names == ["", "", "mller gmbh"], "the behaviour has changed"
PY

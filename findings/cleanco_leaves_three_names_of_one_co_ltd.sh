#!/usr/bin/env bash
# Guess: basename() takes the legal form off, so three spellings of one firm's form leave one name.
# Seen:  cleanco 2.3 leaves three names of one firm: Huahong Co. of Co., Ltd., Huahong Co.,Ltd of the
#        usual Chinese spelling without a blank, Huahong Co of Co Ltd. And the Spa of a hotel is taken
#        for a S.p.A.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check cleanco==2.3
cd "$folder"
"$folder/venv/bin/python" -W ignore - <<'PY'
from importlib.metadata import version

from cleanco import basename

spellings = ["Huahong Co., Ltd.", "Huahong Co.,Ltd", "Huahong Co Ltd", "Mint Spa"]
names = [basename(spelling) for spelling in spellings]
print("cleanco", version("cleanco"), names)
assert names == ["Huahong Co.", "Huahong Co.,Ltd", "Huahong Co", "Mint"], "the behaviour has changed"
PY

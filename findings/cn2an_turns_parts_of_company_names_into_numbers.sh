#!/usr/bin/env bash
# Guess: transform() turns numbers in a sentence into digits (一百二十五万元 into 1250000元) and leaves words
#        and names that contain a numeral.
# Seen:  cn2an 0.5.24 turns 一汽大众 into 1汽大众 and 三一重工 into 31重工, 一起来 into 1起来; on its own, 一亿二 (a hundred
#        and twenty million, as 一万二 is twelve thousand) is a KeyError.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check cn2an==0.5.24
cd "$folder"
"$folder/venv/bin/python" -W ignore - <<'PY'
from importlib.metadata import version

import cn2an

sentence = cn2an.transform("一汽大众和三一重工一起来，展位费一百二十五万元", "cn2an")
print("cn2an", version("cn2an"), sentence, cn2an.cn2an("一万二", "smart"))
assert sentence == "1汽大众和31重工1起来，展位费1250000元", "the behaviour has changed"
assert cn2an.cn2an("一万二", "smart") == 12000
try:
    cn2an.cn2an("一亿二", "smart")
except KeyError:
    print("一亿二: KeyError")
else:
    raise AssertionError("the behaviour has changed")
PY

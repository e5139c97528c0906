#!/usr/bin/env bash
# Guess: in Chinese, ordinal(3) is 第3, to be followed by 届 (edition).
# Seen:  humanize 4.17.0 gives 3第, which no reader understands; and intword writes 123,456,789 as
#        123.5 百万 (123.5 million) where Chinese counts in 万 and 亿: 1.2 亿.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check humanize==4.17.0
cd "$folder"
"$folder/venv/bin/python" - <<'PY'
import humanize

humanize.i18n.activate("zh_CN")
texts = [humanize.ordinal(3), humanize.intword(123456789)]
print("humanize", humanize.__version__, texts)
assert texts == ["3第", "123.5 百万"], "the behaviour has changed"
PY

#!/usr/bin/env bash
# Guess: a compact number is rounded first and then given its unit, so 999,999 reads 1M in English and
#        99,999,999 reads 1亿 in Chinese.
# Seen:  Babel 2.18.0 chooses the unit by the number as it is and rounds afterwards: 1000K and 10000万,
#        also with a decimal asked for. 9,999 is 10K in English but 9999 in Chinese.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check babel==2.18.0
"$folder/venv/bin/python" - <<'PY'
import babel
from babel.numbers import format_compact_decimal

seen = {
    (value, locale): format_compact_decimal(value, locale=locale)
    for value in (999_999, 99_999_999, 9_999)
    for locale in ("en", "zh")
}
print("Babel", babel.__version__, seen)
assert seen[999_999, "en"] == "1000K", "the behaviour has changed"
assert seen[99_999_999, "zh"] == "10000万", "the behaviour has changed"
assert (seen[9_999, "en"], seen[9_999, "zh"]) == ("10K", "9999"), "the behaviour has changed"
assert format_compact_decimal(999_999, locale="en", fraction_digits=1) == "1000K"
PY

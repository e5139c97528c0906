#!/usr/bin/env bash
# Guess: told that the text is German, 12.11. is the twelfth of November, and the first day of 12.11.-14.11.2025 is found or
#        the text refused.
# Seen:  dateparser 1.5.0 reads 12.11. as eleven past twelve today, and 12.11.-14.11.2025 as eleven past twelve on the
#        fourteenth. With a year (12.11.2025) the day is right.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check dateparser==1.5.0
cd "$folder"
"$folder/venv/bin/python" -W ignore - <<'PY'
from datetime import datetime
from importlib.metadata import version

import dateparser

today = {"RELATIVE_BASE": datetime(2025, 3, 14, 9, 0)}
SEEN = {
    "12.11.2025": datetime(2025, 11, 12),
    "12.11.": datetime(2025, 3, 14, 12, 11),
    "12.11.-14.11.2025": datetime(2025, 11, 14, 12, 11),
}
print("dateparser", version("dateparser"))
for text, seen in SEEN.items():
    read = dateparser.parse(text, languages=["de"], settings=today)
    print(text, read)
    assert read == seen, "the behaviour has changed"
PY

#!/usr/bin/env bash
# Guess: levenshtein() counts characters: two Chinese names that differ in one differ by 1, as two
#        English ones do.
# Seen:  DuckDB 2.0.0 counts bytes: 华星 and 华兴 differ by 3, 华星 and 华明 by 1 (two of three bytes are
#        shared), so a limit of one edit joins one misspelt name and not the other. jaro_winkler counts
#        bytes as well: two names without a character in common are alike to 0.44, ab and cd to 0.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check duckdb==2.0.0
cd "$folder"
"$folder/venv/bin/python" - <<'PY'
import duckdb

distances = duckdb.sql(
    "select levenshtein('Huaxing', 'Huaxinh'), levenshtein('华星', '华兴'), levenshtein('华星', '华明'),"
    " round(jaro_winkler_similarity('华星', '北京'), 2), jaro_winkler_similarity('ab', 'cd')"
).fetchall()[0]
print("duckdb", duckdb.__version__, distances)
assert distances == (1, 3, 1, 0.44, 0.0), "the behaviour has changed"
PY

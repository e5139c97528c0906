#!/usr/bin/env bash
# Guess: the fuzzy search for Korea puts the country whose exhibitors write it so first; Macau and
#        Turkey, written so for decades, are found in any case.
# Seen:  pycountry 26.2.16 puts PRK before KOR, and finds Macau and Turkey neither by lookup nor by
#        fuzzy search (Macao and Türkiye only); Iran's search goes on to Albania and Slovenia.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pycountry==26.2.16
cd "$folder"
"$folder/venv/bin/python" -W ignore - <<'PY'
from importlib.metadata import version

from pycountry import countries


def codes(name):
    try:
        return [country.alpha_3 for country in countries.search_fuzzy(name)]
    except LookupError:
        return []


seen = {name: codes(name) for name in ("Korea", "Macau", "Turkey", "Iran")}
print("pycountry", version("pycountry"), seen)
assert seen["Korea"][:2] == ["PRK", "KOR"], "the behaviour has changed"
assert seen["Macau"] == seen["Turkey"] == [], "the behaviour has changed"
assert seen["Iran"][:3] == ["IRN", "ALB", "SVN"], "the behaviour has changed"
PY

#!/usr/bin/env bash
# Guess: the name of a Chinese region is no country: not found, as Jiangxi is not.
# Seen:  country_converter 1.3.2 places Inner Mongolia in Mongolia, Lebanon, Ohio in Lebanon and Jordan
#        Creek in Jordan; PRC and Scotland are not found, China-Singapore Suzhou is two countries.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check country-converter==1.3.2 pandas==2.3.3
cd "$folder"
"$folder/venv/bin/python" -W ignore - <<'PY'
import logging
from importlib.metadata import version

import country_converter

logging.disable(logging.CRITICAL)
places = ["Jiangxi", "Inner Mongolia", "Lebanon, Ohio", "PRC", "China-Singapore Suzhou"]
codes = [country_converter.convert(place, to="ISO3") for place in places]
print("country_converter", version("country_converter"), dict(zip(places, codes)))
assert codes == ["not found", "MNG", "LBN", "not found", ["CHN", "SGP"]], "the behaviour has changed"
PY

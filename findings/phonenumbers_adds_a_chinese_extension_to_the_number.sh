#!/usr/bin/env bash
# Guess: 0755-88880000-801, as an extension is usually written in China, is the number 0755 8888 0000 with the extension 801,
#        as "ext. 801" is; so is 转801 (put through to 801).
# Seen:  phonenumbers 9.0.43 reads one number of fourteen digits with no extension, which is then not valid; 转801 is refused
#        as no telephone number at all.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check phonenumbers==9.0.43
cd "$folder"
"$folder/venv/bin/python" - <<'PY'
from importlib.metadata import version

import phonenumbers


def reading(text):
    number = phonenumbers.parse(text, "CN")
    return number.national_number, number.extension, phonenumbers.is_valid_number(number)


print("phonenumbers", version("phonenumbers"))
for text in ("0755-88880000 ext. 801", "0755-88880000-801", "(0755)88880000-801"):
    print(text, reading(text))
assert reading("0755-88880000 ext. 801") == (75588880000, "801", True)
for text in ("0755-88880000-801", "(0755)88880000-801"):
    assert reading(text) == (75588880000801, None, False), "the behaviour has changed"
try:
    phonenumbers.parse("0755-88880000转801", "CN")
except phonenumbers.NumberParseException as error:
    print("转801:", error)
else:
    raise AssertionError("the behaviour has changed")
PY

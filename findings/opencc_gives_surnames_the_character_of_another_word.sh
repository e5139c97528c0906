#!/usr/bin/env bash
# Guess: turning a person's name into traditional characters keeps the surnames 余, 于 and gives 钟 its
#        surname 鍾, since they are among the commonest surnames there are.
# Seen:  OpenCC 1.x (s2t) writes 余建国 as 餘建國 (surplus), 于洋 as 於洋 (at) and 钟楚红 as 鐘楚紅 (clock), and 范冰 and
#        叶问 rightly: which surname is known depends on a list of phrases. Joining names over both
#        scripts by it parts the same person.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check opencc==1.4.2
cd "$folder"
"$folder/venv/bin/python" -W ignore - <<'PY'
from importlib.metadata import version

import opencc

names = [opencc.OpenCC("s2t").convert(name) for name in ("余建国", "于洋", "钟楚红", "叶问")]
print("opencc", version("opencc"), names)
assert names == ["餘建國", "於洋", "鐘楚紅", "葉問"], "the behaviour has changed"
PY

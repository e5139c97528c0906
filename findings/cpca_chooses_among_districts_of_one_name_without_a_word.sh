#!/usr/bin/env bash
# Guess: a district whose name several cities have (鼓楼区 in four, 朝阳区 in two) is left open unless the
#        address says which, or the larger one wins.
# Seen:  cpca 0.5.5 puts 朝阳区建国路 (the address of Beijing's business district) in Changchun and 鼓楼区中山路 in
#        Kaifeng, without a mark that it chose; 雄安新区 and 台北市 are not known at all.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check cpca==0.5.5 pandas==2.3.3
cd "$folder"
"$folder/venv/bin/python" -W ignore - <<'PY'
from importlib.metadata import version

import cpca

table = cpca.transform(["朝阳区建国路", "鼓楼区中山路", "北京市朝阳区", "雄安新区"])
places = [tuple(row) for row in table[["省", "市"]].where(table.notna(), None).to_numpy()]
print("cpca", version("cpca"), places)
assert places[:2] == [("吉林省", "长春市"), ("河南省", "开封市")], "the behaviour has changed"
assert places[2] == ("北京市", "市辖区") and places[3][0] is None, "the behaviour has changed"
PY

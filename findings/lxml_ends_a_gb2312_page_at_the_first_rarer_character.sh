#!/usr/bin/env bash
# Guess: an HTML page that says charset=gb2312 is read as every browser reads it, as GBK, so a company
#        named with 镕 or 喆 (in GBK, not in GB 2312) comes out whole. Many Chinese systems export
#        tables as such pages, named .xls.
# Seen:  lxml 6.1.3 stops at the first such character and drops the rest of the page: one cell of three
#        is left, no error, no warning. pandas 3.1.1's read_html hands the same stump on as a table.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check lxml==6.1.3 pandas==3.1.1
"$folder/venv/bin/python" - <<'PY'
import io

import lxml.etree
import lxml.html
import pandas

page = (
    '<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"></head><body>'
    "<table><tr><td>公司</td></tr><tr><td>镕喆实业</td></tr><tr><td>第二行</td></tr></table></body></html>"
).encode("gbk")
cells = lxml.html.fromstring(page).xpath("//td/text()")
table = pandas.read_html(io.BytesIO(page), flavor="lxml")[0]
decoded = lxml.html.fromstring(page.decode("gbk")).xpath("//td/text()")
print("lxml", lxml.etree.__version__, "from bytes:", cells)
print("pandas", pandas.__version__, "rows:", len(table))
print("decoded first:", decoded)
assert cells == ["公司"] and len(table) == 1, "the behaviour has changed"
assert decoded == ["公司", "镕喆实业", "第二行"]
PY

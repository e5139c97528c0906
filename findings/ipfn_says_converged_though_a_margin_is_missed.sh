#!/usr/bin/env bash
# Guess: raking to a margin for which the sample holds nobody cannot succeed, and the iteration says so.
# Seen:  ipfn 1.4.4 prints that it converged: of a margin of 50 to 50 one side is 50 and the other 0,
#        and where the two margins add up to 100 and 130 all of it is scaled to the last one.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check ipfn==1.4.4 pandas==2.3.3
cd "$folder"
"$folder/venv/bin/python" -W ignore - <<'PY'
from importlib.metadata import version

import pandas
from ipfn import ipfn


def margin(name, **shares):
    return pandas.Series(shares, index=pandas.Index(shares, name=name), dtype=float)


def raked(totals, **region):
    cells = pandas.DataFrame({"hall": list("aabb"), "region": list("xyxy"), "total": totals})
    margins = [margin("hall", a=60, b=40), margin("region", **region)]
    return ipfn.ipfn(cells, margins, [["hall"], ["region"]]).iteration()


nobody = raked([1.0, 0.0, 1.0, 0.0], x=50, y=50).groupby("region").total.sum()
unequal = raked([1.0, 1.0, 1.0, 1.0], x=70, y=60).groupby("hall").total.sum()
print("ipfn", version("ipfn"), nobody.to_dict(), unequal.to_dict())
assert nobody.to_dict() == {"x": 50.0, "y": 0.0}, "the behaviour has changed"
assert unequal.round(6).to_dict() == {"a": 78.0, "b": 52.0}, "the behaviour has changed"
PY

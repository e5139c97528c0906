#!/usr/bin/env bash
# Guess: a customer is one value of the column that names customers, and two equal stands on one bill are two.
# Seen:  rfm 1.0.9 cuts the last two characters off every code that holds ".0": the customers H3.01 to H3.09, one purchase
#        each, become one customer H3. with nine purchases, the most of all. Two equal lines count once.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pandas==2.3.3 rfm==1.0.9
cd "$folder"
"$folder/venv/bin/python" -W ignore - <<'PY'
from importlib.metadata import version

import pandas as pd
from rfm import RFM

sales = [
    (f"H3.{stand:02d}", f"{year}-10-12", 1000.0 + 10 * stand)
    for stand in range(1, 31)
    for year in range(2019, 2020 + (stand % 5 if stand > 9 else 0))
]
sales += [("H4", "2023-10-12", 900.0), ("H4", "2023-10-12", 900.0)]
table = RFM(pd.DataFrame(sales, columns=["stand", "date", "fee"]), "stand", "date", "fee").rfm_table
table = table.set_index("stand")
print("rfm", version("rfm"), "customers:", len({name for name, _, _ in sales}), "in the table:", len(table))
print(table.loc[["H3.", "H3.19", "H4"], ["frequency", "monetary_value", "segment"]])
assert len(table) == 23, "the behaviour has changed"
assert tuple(table.loc["H3.", ["frequency", "monetary_value"]]) == (9, 9450.0)
assert table.loc["H3.", "frequency"] == table["frequency"].max()
assert tuple(table.loc["H4", ["frequency", "monetary_value"]]) == (1, 900.0)
PY

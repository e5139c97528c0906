#!/usr/bin/env bash
# Guess: a column of exhibitor codes 2024_001, 2024_002 is text and stays as it was written.
# Seen:  agate 1.14.2, on which csvkit 2.2.0 stands, reads it as numbers: 2024001 and 2024002, and
#        2024_11 of one hall and 202_411 of another become one number. Python's Decimal allows the
#        underscore between digits, and agate asks it what a number is.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check agate==1.14.2 csvkit==2.2.0
cd "$folder"
printf 'code,firm\n2024_001,Huahong\n2024_11,Mingda\n202_411,Yuanhang\n' > register.csv
venv/bin/python -W ignore -m csvkit.utilities.in2csv register.csv > out.csv
cat out.csv
[ "$(cut -d, -f1 out.csv | tr '\n' ' ')" = "code 2024001 202411 202411 " ] || { echo "the behaviour has changed"; exit 1; }

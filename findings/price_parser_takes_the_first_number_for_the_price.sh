#!/usr/bin/env bash
# Guess: the amount is the number beside the currency.
# Seen:  price-parser 0.5.1 takes the first number of the text and the first currency, wherever each stands: "9 sqm at EUR
#        285/sqm" is 9 EUR, "3 stands, USD 9,000" 3 USD, "36 m² = 10.260 €" 36 €, "2024 fee: 3,500 EUR" 2024 EUR.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check price-parser==0.5.1
cd "$folder"
"$folder/venv/bin/python" - <<'PY'
from importlib.metadata import version

from price_parser import Price

SEEN = {
    "EUR 285": (285, "EUR"),
    "9 sqm at EUR 285/sqm": (9, "EUR"),
    "3 stands, USD 9,000": (3, "USD"),
    "36 m² = 10.260 €": (36, "€"),
    "2024 fee: 3,500 EUR": (2024, "EUR"),
}
print("price-parser", version("price-parser"))
for text, seen in SEEN.items():
    price = Price.fromstring(text)
    print(f"{text!r}: {price.amount} {price.currency}")
    assert (price.amount, price.currency) == seen, "the behaviour has changed"
PY

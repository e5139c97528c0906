#!/usr/bin/env bash
# Guess: an edition without a value (null) is left out of the chart's cached points, as PowerPoint does,
#        and python-pptx reads it back as None.
# Seen:  pptxgenjs 4.0.1 writes the point with an empty value, and python-pptx 1.0.2 raises TypeError as
#        soon as the values of the series are asked for: one gap, and no value of the chart can be read.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund pptxgenjs@4.0.1 > /dev/null
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check python-pptx==1.0.2
node - <<'JS'
const Deck = require("pptxgenjs");
const deck = new Deck();
const series = [{ name: "Satisfied", labels: ["First", "Second", "Third"], values: [3.7, null, 3.9] }];
deck.addSlide().addChart(deck.charts.BAR, series, { x: 1, y: 1, w: 6, h: 4 });
deck.writeFile({ fileName: "deck.pptx" });
JS
"$folder/venv/bin/python" - <<'PY'
from pptx import Presentation

chart = next(shape.chart for shape in Presentation("deck.pptx").slides[0].shapes if shape.has_chart)
try:
    values = list(chart.plots[0].series[0].values)
except TypeError as fault:
    values = f"TypeError: {fault}"
print(values)
assert str(values).startswith("TypeError"), "the behaviour has changed"
PY

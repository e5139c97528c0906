#!/usr/bin/env bash
# Guess: the sentiment of 非常不满意 (very dissatisfied) is clearly below 0.5, and below that of 不满意.
# Seen:  SnowNLP 0.12.3 gives both the same 0.56, on the positive side; 专业观众少 (few trade visitors, the
#        gravest complaint an exhibitor has) gets 0.92 and 很好 (very good) 0.78.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check snownlp==0.12.3
cd "$folder"
"$folder/venv/bin/python" -W ignore - <<'PY'
from importlib.metadata import version

from snownlp import SnowNLP

texts = ("不满意", "非常不满意", "专业观众少", "很好")
score = {text: round(SnowNLP(text).sentiments, 2) for text in texts}
print("snownlp", version("snownlp"), score)
assert score["不满意"] == score["非常不满意"] > 0.5, "the behaviour has changed"
assert score["专业观众少"] > score["很好"] > 0.5, "the behaviour has changed"
PY

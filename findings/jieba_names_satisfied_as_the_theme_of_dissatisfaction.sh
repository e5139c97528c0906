#!/usr/bin/env bash
# Guess: the key word of 展位服务很不满意 (very dissatisfied with the stand service) is 不满意, and 差 (bad), the word that carries
#        搭建商态度差 (the stand builder's manner was bad), is among the key words.
# Seen:  jieba 0.42.1 cuts 不 off, and words of one character are never key words: dissatisfied comments are about 满意
#        (satisfied), 好吃 (tasty), 便宜 (cheap), and 差 is gone.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check setuptools==80.9.0 jieba==0.42.1
cd "$folder"
"$folder/venv/bin/python" -W ignore - <<'PY'
import logging
from importlib.metadata import version

import jieba
import jieba.analyse

jieba.setLogLevel(logging.ERROR)
SEEN = {
    "展位服务很不满意": {"展位", "服务", "满意"},
    "餐饮不好吃，价格不便宜": {"餐饮", "好吃", "便宜"},
    "搭建商态度差": {"搭建", "态度"},
}
print("jieba", version("jieba"))
for comment, seen in SEEN.items():
    words = jieba.analyse.extract_tags(comment, 3)
    print(comment, words)
    assert set(words) == seen, "the behaviour has changed"
PY

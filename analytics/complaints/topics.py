"""Which topics of complaints are one: by a rule, and by what a person said.

Rule: topics that differ only in case, spaces, punctuation or the width of letters are one (Wi-Fi,
WIFI, ｗｉ ｆｉ), under the spelling used most. What else is one (wifi, 无线网) a person says, once
for the fair; kept among its settings.
"""

from __future__ import annotations

import json
import unicodedata
from collections import Counter
from collections.abc import Iterable

from analytics.store import Reader, Store

SAVED = "select value from settings where name = 'complaint-topics:' || $fair"
SAVE = "insert or replace into settings values ('complaint-topics:' || $fair, $value)"
Joins = dict[str, str]


def folded(topic: str) -> str:
    """What is left of a topic without case, spaces and punctuation; the topic itself where nothing
    is.
    """
    plain = unicodedata.normalize("NFKC", topic).casefold()
    letters = "".join(sign for sign in plain if unicodedata.category(sign)[0] in "LNM")
    return letters or plain.strip()


def grouped(topics: Iterable[str], joins: Joins) -> dict[str, str]:
    """Each spelling -> the name of its group: the spelling used most in it."""
    counts = Counter(topics)
    groups: dict[str, Counter[str]] = {}
    for topic, count in counts.items():
        key = end_of(folded(topic), joins)
        groups.setdefault(key, Counter())[topic] += count
    names = {
        key: min(spellings, key=lambda topic: (-spellings[topic], topic))
        for key, spellings in groups.items()
    }
    return {topic: names[end_of(folded(topic), joins)] for topic in counts}


def end_of(key: str, joins: Joins) -> str:
    """Where a topic was led to; a ring of them ends at its smallest."""
    seen_keys = [key]
    while seen_keys[-1] in joins:
        onward = joins[seen_keys[-1]]
        if onward in seen_keys:
            return min(seen_keys[seen_keys.index(onward) :])
        seen_keys.append(onward)
    return seen_keys[-1]


def read_joins(reader: Reader, fair: str) -> Joins:
    """What was said to be one; nothing where it cannot be read."""
    text = reader.value(SAVED, fair=fair)
    try:
        joins = json.loads(text) if text else {}
    except ValueError:
        return {}
    return {str(key): str(end) for key, end in joins.items()} if isinstance(joins, dict) else {}


def join(store: Store, fair: str, topic: str, into: str) -> None:
    """From now on one topic counts as the other."""
    with store.reader() as reader:
        joins = read_joins(reader, fair)
    key, end = folded(topic), end_of(folded(into), joins)
    if key == end:
        return
    joins.pop(end, None)
    store.write(SAVE, fair=fair, value=json.dumps(joins | {key: end}, ensure_ascii=False))


def part(store: Store, fair: str, topic: str) -> None:
    """Take back that a topic counts as another."""
    with store.reader() as reader:
        joins = read_joins(reader, fair)
    joins.pop(folded(topic), None)
    store.write(SAVE, fair=fair, value=json.dumps(joins, ensure_ascii=False))

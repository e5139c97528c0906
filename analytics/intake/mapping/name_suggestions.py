"""A name in the other language for something a fair calls by one: out of the vocabulary, exactly or
not at all.
"""

from __future__ import annotations

from functools import cache

from analytics.intake.cells.text_keys import NUMBERING, label_key
from analytics.intake.cells.vocabulary import CHINESE, vocabulary
from analytics.intake.mapping.standard_questionnaire import DIMENSIONS, MEASURES, OBJECTIVES
from analytics.intake.mapping.topics import topics


@cache
def _pairs() -> tuple[dict[str, str], dict[str, str]]:
    """(Chinese -> English, English -> Chinese), by `label_key`; the first of equals stands."""
    pairs = [(entry.name_zh, entry.name_en) for entry in (*DIMENSIONS, *MEASURES, *OBJECTIVES)]
    pairs += [(topic.name_zh, topic.name_en) for topic in topics()]
    pairs += list(vocabulary()["translations"].items())
    pairs += _countries()
    to_english, to_chinese = dict[str, str](), dict[str, str]()
    for zh, en in pairs:
        to_english.setdefault(label_key(zh), en)
        to_chinese.setdefault(label_key(en), zh)
    return to_english, to_chinese


def _countries() -> list[tuple[str, str]]:
    """Each country by all its names; the first Chinese one and the key are those shown."""
    pairs = []
    for country, names in vocabulary()["countries"].items():
        chinese = [name for name in names if CHINESE.search(name)]
        pairs += [(name, country) for name in chinese]
        pairs += [(chinese[0], name) for name in names if chinese and name not in chinese]
    return pairs


def other_name(name: str) -> str:
    """The English name of a Chinese one and the other way round; '' where the vocabulary has
    none.
    """
    to_english, to_chinese = _pairs()
    names = to_english if CHINESE.search(name) else to_chinese
    return names.get(label_key(name)) or names.get(label_key(NUMBERING.sub("", name)), "")

"""Dimensions proposed by topic: what the words of a question say it is about.

A question goes with the topic of which it holds the most words; among equals the one that stands
first in the vocabulary, which begins with the more concrete. Nothing is put under a dimension here:
a person takes a proposal, or does not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from analytics.intake.cells.text_keys import label_key
from analytics.intake.cells.vocabulary import CHINESE, vocabulary
from analytics.intake.mapping.column_use import ColumnUse, Mapping
from analytics.intake.mapping.known_fair import Known
from analytics.intake.mapping.standard_questionnaire import OTHER, standard_dimension
from analytics.matching.spelling import simplified

RATED = ("item", "importance", "expectation")
NEW_ITEM = "new_item"


@dataclass(frozen=True)
class Topic:
    """A dimension's key and names, and the words that speak of it."""

    key: str
    name_zh: str
    name_en: str
    words: re.Pattern[str]


@dataclass(frozen=True)
class Proposal:
    """Columns that ask about one topic, and the dimension they would go under."""

    dimension: str
    name_zh: str
    name_en: str
    columns: tuple[str, ...]


@cache
def topics() -> tuple[Topic, ...]:
    """Every topic of the vocabulary, in its order."""
    return tuple(_topic(key, entry) for key, entry in vocabulary()["topics"].items())


def _topic(key: str, entry: dict[str, str]) -> Topic:
    standard = standard_dimension(key)
    names = (standard.name_zh, standard.name_en) if standard else (entry["zh"], entry["en"])
    ordered = sorted(entry["words"], key=len, reverse=True)
    pattern = re.compile("|".join(map(_pattern, ordered)), re.IGNORECASE)
    return Topic(key, *names, pattern)


def _pattern(word: str) -> str:
    """A Chinese word wherever it stands, another one only whole, in singular or plural."""
    if CHINESE.search(word):
        return re.escape(word)
    return rf"\b{re.escape(word)}(?:e?s)?\b"


def topic_of(text: str) -> Topic | None:
    """The topic that a question's words speak of most; None where they speak of none."""
    plain = simplified(text)
    count, topic = max(
        ((len(topic.words.findall(plain)), topic) for topic in topics()), key=lambda pair: pair[0]
    )
    return topic if count else None


def proposals(mapping: Mapping, known: Known) -> tuple[Proposal, ...]:
    """The dimensions that questions without one may go under, in the order of the questions."""
    columns: dict[str, list[str]] = {}
    by_key: dict[str, Topic] = {}
    for use in mapping.columns:
        topic = topic_of(f"{use.name_zh} {use.name_en}") if is_loose(use) else None
        if topic:
            key = _dimension_here(topic, mapping, known)
            by_key.setdefault(key, topic)
            columns.setdefault(key, []).append(use.column)
    return tuple(
        Proposal(key, by_key[key].name_zh, by_key[key].name_en, tuple(names))
        for key, names in columns.items()
    )


def is_loose(use: ColumnUse) -> bool:
    """Does a column rate something that stands under no dimension of its own."""
    return use.target in RATED and use.dimension in ("", OTHER) and bool(use.name_zh or use.name_en)


def _dimension_here(topic: Topic, mapping: Mapping, known: Known) -> str:
    """The id that a topic has at this fair: that of a dimension by its name, where there is one."""
    names = {label_key(topic.name_zh), label_key(topic.name_en)}
    own = [(each.dimension_id, each.name_zh, each.name_en) for each in known.dimensions]
    for key, zh, en in (*own, *mapping.dimensions):
        if key == topic.key or names & {label_key(zh), label_key(en)} - {""}:
            return key
    return topic.key


def with_proposals(mapping: Mapping, taken_up: tuple[Proposal, ...]) -> Mapping:
    """The mapping after a person took proposals up."""
    for proposal in taken_up:
        names = (proposal.name_zh, proposal.name_en)
        mapping = with_dimension(mapping, proposal.columns, proposal.dimension, names)
    return mapping


def with_dimension(
    mapping: Mapping, columns: tuple[str, ...], dimension: str, names: tuple[str, str] = ("", "")
) -> Mapping:
    """The mapping with columns put under a dimension. `names` (Chinese, English) are those of one
    that is not in the standard questionnaire.
    """
    for column in columns:
        use = mapping.use(column)
        if use.target in RATED:
            doubt = "" if use.doubt == NEW_ITEM else use.doubt
            mapping = mapping.with_use(replace(use, dimension=dimension, key="", doubt=doubt))
    is_new = not standard_dimension(dimension) and dimension not in {
        key for key, _, _ in mapping.dimensions
    }
    if not is_new or not any(names):
        return mapping
    return replace(mapping, dimensions=(*mapping.dimensions, (dimension, *names)))

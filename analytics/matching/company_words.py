"""The words of `words.toml`, ready for looking up."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

Phrase = tuple[str, ...]


@dataclass(frozen=True)
class Vocabulary:
    """`province_of` and `city_of` lead from a place to the one around it; `trades` from a Chinese
    trade to English phrases.
    """

    provinces: frozenset[str]
    province_of: dict[str, str]
    city_of: dict[str, tuple[str, ...]]
    forms: tuple[tuple[str, str], ...]
    branches: tuple[str, ...]
    departments: tuple[str, ...]
    remarks: frozenset[str]
    former: tuple[str, ...]
    trades: dict[str, tuple[Phrase, ...]]
    spelt: dict[str, str]
    ambiguous: frozenset[str]
    chinese_groups: tuple[str, ...]
    full_trades: dict[str, tuple[str, ...]]
    english_forms: dict[Phrase, str]
    english_groups: frozenset[str]
    shorter: dict[str, str]
    countries: frozenset[str]
    cities_abroad: frozenset[str]
    offices: tuple[Phrase, ...]
    generic: frozenset[str]

    @cached_property
    def longest_trade(self) -> int:
        return max(len(word) for word in self.trades)


@cache
def vocabulary() -> Vocabulary:
    words = tomllib.loads((Path(__file__).parent / "words.toml").read_text("utf-8"))
    branches = words["branches"]
    return Vocabulary(
        provinces=frozenset(words["provinces"]),
        province_of={
            city: province
            for province, cities in words["provinces"].items()
            for city in cities.split()
        },
        city_of=_cities_of_county(words["counties"]),
        forms=_longest_first(words["forms"]),
        branches=tuple(branches["branch"].split()),
        departments=tuple(branches["department"].split()),
        remarks=frozenset(branches["remark"].casefold().split()),
        former=tuple(sorted(branches["former"].split(), key=len, reverse=True)),
        trades={chinese: _phrases(english) for chinese, english in words["trades"].items()},
        spelt=words["spelt"],
        ambiguous=frozenset(words["ambiguous"]["words"].split()),
        chinese_groups=tuple(words["groups"]["chinese"].split()),
        full_trades={short: tuple(full.split()) for short, full in words["full_trades"].items()},
        english_forms={
            phrase: form for form, texts in words["english"].items() for phrase in _phrases(texts)
        },
        english_groups=frozenset(word for (word,) in _phrases(words["groups"]["english"])),
        shorter=words["shorter"],
        countries=frozenset(word for (word,) in _phrases(words["countries"]["names"])),
        cities_abroad=frozenset(word for (word,) in _phrases(words["cities_abroad"]["names"])),
        offices=tuple(sorted(_phrases(words["offices"]["branch"]), key=len, reverse=True)),
        generic=frozenset(word for (word,) in _phrases(words["generic"]["words"])),
    )


def _cities_of_county(counties: dict[str, str]) -> dict[str, tuple[str, ...]]:
    """County -> the cities that have one of this name."""
    cities_of: dict[str, tuple[str, ...]] = {}
    for city, names in counties.items():
        for name in names.split():
            cities_of[name] = (*cities_of.get(name, ()), city)
    return cities_of


def _longest_first(forms: dict[str, str]) -> tuple[tuple[str, str], ...]:
    endings = [(ending, form) for form, texts in forms.items() for ending in texts.split()]
    return tuple(sorted(endings, key=lambda pair: len(pair[0]), reverse=True))


def _phrases(text: str) -> tuple[Phrase, ...]:
    return tuple(tuple(phrase.split()) for phrase in text.split(","))

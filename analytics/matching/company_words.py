"""The words of `words.toml`, ready for looking up."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

PHRASE = tuple[str, ...]


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
    trades: dict[str, tuple[PHRASE, ...]]
    spelt: dict[str, str]
    ambiguous: frozenset[str]
    chinese_groups: tuple[str, ...]
    full_trades: dict[str, tuple[str, ...]]
    english_forms: dict[PHRASE, str]
    english_groups: frozenset[str]
    shorter: dict[str, str]
    countries: frozenset[str]
    cities_abroad: frozenset[str]
    offices: tuple[PHRASE, ...]
    generic: frozenset[str]

    @cached_property
    def longest_trade(self) -> int:
        return max(len(word) for word in self.trades)


@cache
def vocabulary() -> Vocabulary:
    told = tomllib.loads((Path(__file__).parent / "words.toml").read_text("utf-8"))
    branches = told["branches"]
    return Vocabulary(
        provinces=frozenset(told["provinces"]),
        province_of={
            city: province
            for province, cities in told["provinces"].items()
            for city in cities.split()
        },
        city_of=_turned(told["counties"]),
        forms=_longest_first(told["forms"]),
        branches=tuple(branches["branch"].split()),
        departments=tuple(branches["department"].split()),
        remarks=frozenset(branches["remark"].casefold().split()),
        former=tuple(sorted(branches["former"].split(), key=len, reverse=True)),
        trades={chinese: _phrases(english) for chinese, english in told["trades"].items()},
        spelt=told["spelt"],
        ambiguous=frozenset(told["ambiguous"]["words"].split()),
        chinese_groups=tuple(told["groups"]["chinese"].split()),
        full_trades={short: tuple(full.split()) for short, full in told["full_trades"].items()},
        english_forms={
            phrase: form for form, texts in told["english"].items() for phrase in _phrases(texts)
        },
        english_groups=frozenset(word for (word,) in _phrases(told["groups"]["english"])),
        shorter=told["shorter"],
        countries=frozenset(word for (word,) in _phrases(told["countries"]["names"])),
        cities_abroad=frozenset(word for (word,) in _phrases(told["cities_abroad"]["names"])),
        offices=tuple(sorted(_phrases(told["offices"]["branch"]), key=len, reverse=True)),
        generic=frozenset(word for (word,) in _phrases(told["generic"]["words"])),
    )


def _turned(counties: dict[str, str]) -> dict[str, tuple[str, ...]]:
    """County -> the cities that have one of this name."""
    found: dict[str, tuple[str, ...]] = {}
    for city, names in counties.items():
        for name in names.split():
            found[name] = (*found.get(name, ()), city)
    return found


def _longest_first(forms: dict[str, str]) -> tuple[tuple[str, str], ...]:
    endings = [(ending, form) for form, texts in forms.items() for ending in texts.split()]
    return tuple(sorted(endings, key=lambda pair: len(pair[0]), reverse=True))


def _phrases(text: str) -> tuple[PHRASE, ...]:
    return tuple(tuple(phrase.split()) for phrase in text.split(","))

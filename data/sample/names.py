"""Invented names for exhibitors, each one only once."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field

import numpy as np

from data.sample import word_lists


def key(name: str) -> str:
    """The name as it is compared: width, case and white space do not count."""
    return "".join(unicodedata.normalize("NFKC", name).casefold().split())


@dataclass
class Namer:
    """Puts names together and remembers which are used."""

    rng: np.random.Generator
    used: set[str] = field(default_factory=set)

    def _pick(self, choices: tuple[str, ...] | str) -> str:
        return str(choices[int(self.rng.integers(len(choices)))])

    def _brand(self) -> str:
        return self._pick(word_lists.FIRST) + self._pick(word_lists.SECOND)

    def _unused(self, name: str) -> bool:
        if key(name) in self.used:
            return False
        self.used.add(key(name))
        return True

    def chinese(self, kind: str, industry: str, city: str) -> str:
        """A Chinese company, institute or university."""
        while True:
            name = self._chinese(kind, industry, city)
            if self._unused(name):
                return name

    def _chinese(self, kind: str, industry: str, city: str) -> str:
        if kind == "research":
            return self._research(industry, city)
        trade = self._pick(word_lists.TRADE_WORDS[industry])
        body, suffix = self._brand() + trade, self._suffix(trade, word_lists.SUFFIX[kind])
        place = self.rng.random()
        if place < 0.12:
            return f"{body}（{city}）{suffix}"
        is_mainland = city not in word_lists.COUNTRY_OF_CITY
        return f"{city}{'市' if place < 0.6 and is_mainland else ''}{body}{suffix}"

    def _suffix(self, trade: str, suffixes: tuple[str, ...]) -> str:
        """A suffix that does not say again what the line of trade says already."""
        if any(word in trade for word in ("技术", "科技", "投资")):
            suffixes = tuple(
                suffix for suffix in suffixes if "技术" not in suffix and "科技" not in suffix
            )
        return self._pick(suffixes)

    def _research(self, industry: str, city: str) -> str:
        if self.rng.random() < 0.4:
            return f"{city}{self._brand()}{self._pick(word_lists.SCHOOL)}"
        brand, trade = self._brand(), self._pick(word_lists.TRADE_WORDS[industry])
        return f"{city}{brand}{trade}{self._pick(word_lists.RESEARCH)}"

    def english(self, industry: str) -> str:
        """A company from abroad."""
        while True:
            first = self._pick(word_lists.ENGLISH_FIRST)
            trade = self._pick(word_lists.ENGLISH_TRADE[industry])
            name = f"{first} {trade} {self._pick(word_lists.ENGLISH_SUFFIX)}"
            if self._unused(name):
                return name

    def former(self, industry: str, city: str) -> str:
        """What a Chinese company was called before."""
        while True:
            trade = self._pick(word_lists.TRADE_WORDS[industry])
            name = f"{city}{self._brand()}{trade}{self._suffix(trade, word_lists.OLD_SUFFIX)}"
            if self._unused(name):
                return name

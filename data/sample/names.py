"""Invented names for exhibitors, each one only once."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field

import numpy as np

from data.sample import words


def key(name: str) -> str:
    """The name as it is compared: width, case and white space do not count."""
    return "".join(unicodedata.normalize("NFKC", name).casefold().split())


@dataclass
class Namer:
    """Puts names together and remembers which are taken."""

    rng: np.random.Generator
    taken: set[str] = field(default_factory=set)

    def _pick(self, choices: tuple[str, ...] | str) -> str:
        return str(choices[int(self.rng.integers(len(choices)))])

    def _brand(self) -> str:
        return self._pick(words.FIRST) + self._pick(words.SECOND)

    def _unused(self, name: str) -> bool:
        if key(name) in self.taken:
            return False
        self.taken.add(key(name))
        return True

    def chinese(self, kind: str, industry: str, city: str) -> str:
        """A Chinese company, institute or university."""
        while True:
            name = (
                self._research(industry, city)
                if kind == "research"
                else self._company(kind, industry, city)
            )
            if self._unused(name):
                return name

    def _company(self, kind: str, industry: str, city: str) -> str:
        trade = self._pick(words.TRADE_WORDS[industry])
        body, suffix = self._brand() + trade, self._suffix(trade, words.SUFFIX[kind])
        place = self.rng.random()
        if place < 0.12:
            return f"{body}（{city}）{suffix}"
        is_mainland = city not in words.COUNTRY_OF_CITY
        return f"{city}{'市' if place < 0.6 and is_mainland else ''}{body}{suffix}"

    def _suffix(self, trade: str, suffixes: tuple[str, ...]) -> str:
        """A suffix that does not say again what the line of trade says already."""
        said = [word for word in ("技术", "科技", "投资") if word in trade]
        fitting = tuple(
            suffix for suffix in suffixes if not (said and ("技术" in suffix or "科技" in suffix))
        )
        return self._pick(fitting)

    def _research(self, industry: str, city: str) -> str:
        if self.rng.random() < 0.4:
            return f"{city}{self._brand()}{self._pick(words.SCHOOL)}"
        return f"{city}{self._brand()}{self._pick(words.TRADE_WORDS[industry])}{self._pick(words.RESEARCH)}"

    def english(self, industry: str) -> str:
        """A company from abroad."""
        while True:
            first, trade = (
                self._pick(words.ENGLISH_FIRST),
                self._pick(words.ENGLISH_TRADE[industry]),
            )
            name = f"{first} {trade} {self._pick(words.ENGLISH_SUFFIX)}"
            if self._unused(name):
                return name

    def former(self, industry: str, city: str) -> str:
        """What a Chinese company was called before."""
        while True:
            trade = self._pick(words.TRADE_WORDS[industry])
            name = f"{city}{self._brand()}{trade}{self._suffix(trade, words.OLD_SUFFIX)}"
            if self._unused(name):
                return name

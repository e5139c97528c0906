"""The themes that a text may speak of: those of `themes.toml`, with what people changed.

Words are looked up by their first two units, the longest first, so that a text is read once however
many words there are.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import Any, Literal

from analytics.comments.units import Units, plain, units
from analytics.wording import Name

Kind = Literal["words", "complaints", "praise", "weak"]
Sign = Literal["complaints", "wishes", "praise", "negations", "neutral", "turns"]
Entries = tuple[tuple[str, str], ...]
Spot = tuple[int, int, Entries]
"""Where a word begins and ends, and what stands under it: pairs of theme and kind."""
KINDS: tuple[Kind, ...] = ("words", "complaints", "praise", "weak")
SIGNS: tuple[Sign, ...] = ("complaints", "wishes", "praise", "negations", "neutral", "turns")
OTHER = "other"


@dataclass(frozen=True, slots=True)
class Theme:
    """`vocabulary`: each word as it is written, with what it says by itself."""

    key: str
    dimension: str
    name: Name
    vocabulary: tuple[tuple[str, Kind], ...]
    is_own: bool = False
    """Whether somebody of this fair made it."""


@dataclass(frozen=True)
class Lexicon:
    """`single`: what stands under a word of one unit; `longer`: words of more by their first two
    units, the longest first, with how many units they have.
    """

    single: Mapping[str, Entries]
    longer: Mapping[tuple[str, str], tuple[tuple[Units, int, Entries], ...]]

    def spots(self, sequence: Units) -> list[Spot]:
        """Where words begin and end, the longest at each place, none over another."""
        single, longer = self.single, self.longer
        at, hits = 0, list[Spot]()
        following = (*sequence[1:], "")
        for start, pair in enumerate(zip(sequence, following, strict=True)):
            if start < at:
                continue
            for word, size, entries in longer.get(pair, ()):
                if size == 2 or sequence[start : start + size] == word:
                    at = start + size
                    hits.append((start, at, entries))
                    break
            else:
                if pair[0] in single:
                    at = start + 1
                    hits.append((start, at, single[pair[0]]))
        return hits


@dataclass(frozen=True)
class Dictionary:
    """Themes in their order, and the lexicons made of them."""

    themes: tuple[Theme, ...]
    words: Lexicon = field(repr=False, compare=False)
    signs: Lexicon = field(repr=False, compare=False)

    def theme(self, key: str) -> Theme | None:
        return next((theme for theme in self.themes if theme.key == key), None)


def dictionary_of(themes: Iterable[Theme]) -> Dictionary:
    """The lexicons of these themes, beside the signs of praise and complaint."""
    themes = tuple(themes)
    entries = [(word, theme.key, str(kind)) for theme in themes for word, kind in theme.vocabulary]
    return Dictionary(themes, lexicon(entries), _signs())


def lexicon(entries: Iterable[tuple[str, str, str]]) -> Lexicon:
    """Of (word, theme, kind). Words without a single unit are left out."""
    by_word: dict[Units, list[tuple[str, str]]] = {}
    for word, key, kind in entries:
        if sequence := units(plain(word)):
            under = by_word.setdefault(sequence, [])
            if (key, kind) not in under:
                under.append((key, kind))
    longer: dict[tuple[str, str], list[tuple[Units, int, Entries]]] = {}
    for sequence in sorted(by_word, key=len, reverse=True):
        if len(sequence) > 1:
            entry = (sequence, len(sequence), tuple(by_word[sequence]))
            longer.setdefault((sequence[0], sequence[1]), []).append(entry)
    return Lexicon(
        {sequence[0]: tuple(under) for sequence, under in by_word.items() if len(sequence) == 1},
        {pair: tuple(entries) for pair, entries in longer.items()},
    )


@cache
def standard_themes() -> tuple[Theme, ...]:
    """The themes that come with the product, in their order."""
    return tuple(
        Theme(key, entry["dimension"], Name(entry["zh"], entry["en"]), _vocabulary(entry))
        for key, entry in _file()["themes"].items()
    )


def _vocabulary(entry: Mapping[str, Any]) -> tuple[tuple[str, Kind], ...]:
    return tuple((word, kind) for kind in KINDS for word in entry.get(kind, ()))


@cache
def dimension_names() -> dict[str, Name]:
    """What dimensions are called, by key."""
    return {key: Name(names["zh"], names["en"]) for key, names in _file()["dimensions"].items()}


@cache
def stop_words() -> frozenset[str]:
    """Words that hold a sentence together, in both languages."""
    return frozenset(word for group in _file()["stop_words"].values() for word in group)


@cache
def _signs() -> Lexicon:
    tones = _file()["tones"]
    return lexicon((word, "", sign) for sign in SIGNS for word in tones[sign])


@cache
def _file() -> dict[str, Any]:
    text = resources.files(__package__ or "").joinpath("themes.toml").read_text("utf-8")
    return tomllib.loads(text)

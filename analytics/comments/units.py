"""A text as clauses, and a clause as units that can be compared.

A unit is a Chinese character, or the stem of a word in Latin letters, or a number. Traditional
characters count as simplified ones, full width as half. Words of Chinese come from a segmenter
(`rjieba`), stems from Snowball's English stemmer.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from functools import cache
from typing import TYPE_CHECKING

from analytics.matching.spelling import UNSEEN, simplified

if TYPE_CHECKING:
    from snowballstemmer.english_stemmer import EnglishStemmer

Units = tuple[str, ...]
FIRST_CHINESE = "\u3400"
LONGEST = 4_000
"""Characters of a text that are read; nobody's theme waits until after them."""
UNIT = re.compile(r"[0-9]*[a-z][a-z0-9]*|[0-9]+|[\u3400-\u9fff]")
SENTENCES = re.compile(r"[。！？!?；;\n\r…]+|\.(?=\s|$)|[~～]+")
CLAUSES = re.compile(r"[，,、:：()（）—|/]+|\s[-–]\s")
NEGATED = re.compile(r"n['’`]t\b")
CANNOT = re.compile(r"\b(?:cannot|can not|can't|can’t)\b")
HYPHENS = re.compile(r"(?<=[a-z])[-‐‑'’`](?=[a-z])")
CHINESE = re.compile(r"[\u3400-\u9fff]")


def plain(text: str) -> str:
    """In one width, script and case; contractions in full."""
    folded = unicodedata.normalize("NFKC", UNSEEN.sub(" ", text[:LONGEST])).casefold()
    folded = NEGATED.sub(" not", CANNOT.sub("can not", folded))
    return simplified(HYPHENS.sub(" ", folded))


def sentences(text: str) -> list[list[str]]:
    """The clauses of each sentence of a plain text; empty ones are left out."""
    parted = (
        [clause for clause in CLAUSES.split(sentence) if clause.strip()]
        for sentence in SENTENCES.split(text)
    )
    return [clauses for clauses in parted if clauses]


def units(plain_text: str) -> Units:
    """The units of a plain text, in order."""
    return tuple(
        [unit if unit >= FIRST_CHINESE else stem(unit) for unit in UNIT.findall(plain_text)]
    )


@cache
def stem(word: str) -> str:
    """The stem of an English word; whatever is none comes back much as it was."""
    return str(_stemmer().stemWord(word))


@cache
def _stemmer() -> EnglishStemmer:
    from snowballstemmer import stemmer

    return stemmer("english")


def segmented(plain_text: str) -> list[str]:
    """The words of a plain text as the segmenter sees them, signs and blanks among them; a text
    without Chinese has its blanks.
    """
    if plain_text.isascii():
        return UNIT.findall(plain_text)
    return list(_segmenter()(plain_text))


@cache
def _segmenter() -> Callable[[str], Sequence[str]]:
    import rjieba

    cut: Callable[[str], Sequence[str]] = rjieba.cut
    return cut

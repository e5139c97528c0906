"""The words that headers, answers and survey tools use: `vocabulary.toml`, read here alone."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from analytics.intake.cells.text_keys import name_key

FILE = Path(__file__).with_name("vocabulary.toml")
CHINESE = re.compile("[\u2e80-\u9fff\uf900-\ufaff]")


@cache
def vocabulary() -> dict[str, Any]:
    """The whole file."""
    return tomllib.loads(FILE.read_text("utf-8"))


def word_keys(section: str, name: str) -> frozenset[str]:
    """A list of the file, its words as `name_key` writes them."""
    return frozenset(map(name_key, vocabulary()[section][name]))


def word_meanings(section: str) -> dict[str, str]:
    """Word, as `name_key` writes it -> meaning, of a section that lists words by meaning."""
    return {
        name_key(word): meaning
        for meaning, words in vocabulary()[section].items()
        for word in words
    }


def word_sets(section: str = "word_sets") -> list[list[list[str]]]:
    """The sets of rating words in the file: of each set the steps, of each step the words."""
    return [[step.split("|") for step in word_set["steps"]] for word_set in vocabulary()[section]]


def either(words: Iterable[str]) -> str:
    """A pattern for any of the words, longest first; those of an alphabet only as whole words."""
    ordered = sorted(words, key=len, reverse=True)
    patterns = [
        re.escape(word) if CHINESE.search(word) else rf"\b{re.escape(word)}\b" for word in ordered
    ]
    return f"(?:{'|'.join(patterns)})"


def any_part(words: Iterable[str]) -> str:
    """A pattern that holds where one of the words stands, whole or in part."""
    return f"(?:{'|'.join(map(re.escape, sorted(words, key=len, reverse=True)))})"

"""The words that headers, answers and survey tools use: `vocabulary.toml`, read once."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any


@cache
def vocabulary() -> dict[str, Any]:
    """The whole file."""
    return tomllib.loads(Path(__file__).with_name("vocabulary.toml").read_text("utf-8"))


def either(words: Iterable[str]) -> str:
    """A pattern that holds where one of the words stands, longest first; words in Latin letters
    only as whole words.
    """
    ordered = sorted(words, key=len, reverse=True)
    return (
        "(?:"
        + "|".join(rf"\b{re.escape(w)}\b" if w.isascii() else re.escape(w) for w in ordered)
        + ")"
    )


def any_part(words: Iterable[str]) -> str:
    """A pattern that holds where one of the words stands, whole or in part."""
    return "(?:" + "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) + ")"

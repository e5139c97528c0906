"""The words of `company_words.toml`, and the half of them that a seed may use."""

from __future__ import annotations

import tomllib
from pathlib import Path

WORDS = tomllib.loads((Path(__file__).parent / "company_words.toml").read_text("utf-8"))
PLACES = tuple((province, city, tuple(districts)) for province, city, districts in WORDS["places"])
FIRST, SECOND, THIRD = WORDS["first"], WORDS["second"], WORDS["third"]
HOMOPHONES = {pair[0]: pair[1] for pair in WORDS["homophones"].split()}
TRADES = tuple(map(tuple, WORDS["trades"]))
ABROAD_FIRST = tuple(WORDS["abroad_first"])
ABROAD_TRADE = tuple(WORDS["abroad_trade"])
ABROAD_FORM = tuple(WORDS["abroad_form"])
DEPARTMENTS = tuple(WORDS["departments"])
BRANCHES = tuple(WORDS["branches"])
ABROAD_BRANCHES = tuple(WORDS["abroad_branches"])
ABROAD_CITIES = tuple(WORDS["abroad_cities"])


def half(words: tuple | str, held_out: bool) -> tuple | str:
    """The words this seed may use: the first half, or for the held-out seed the second."""
    middle = len(words) // 2
    return words[middle:] if held_out else words[:middle]

"""One writing for every way of typing: width, script (traditional becomes simplified), case,
accents; and how Chinese sounds.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from analytics.matching.company_words import vocabulary

if TYPE_CHECKING:
    from opencc import OpenCC

CHINESE = re.compile(r"[\u3400-\u9fff]")
UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff]+")
SPACE = re.compile(r"\s+")
QUOTES = re.compile(r"[\"“”«»*#＊※★☆●◆■]+")
NUMBERING = re.compile(r"^\s*\d{1,4}\s*(?:[、)]|\.(?!\d))\s*(?=\S)")
JAPANESE = re.compile(r"^\s*(株式会社|\(株\))\s*(.+)$")
BRACKETS = str.maketrans("[{【〔〈《「]}】〕〉》」", "((((((()))))))")
LIGATURES = str.maketrans({"ß": "ss", "ø": "o", "æ": "ae", "ł": "l"})


def tidied(text: str) -> str:
    """The name in one width, one script and one case, without list numbers, quotation marks and
    what cannot be seen.
    """
    folded = unicodedata.normalize("NFKC", UNSEEN.sub("", text)).casefold()
    folded = JAPANESE.sub(lambda firm: firm[2] + "株式会社", folded) if "株" in folded else folded
    plain = QUOTES.sub("", folded).translate(BRACKETS)
    return SPACE.sub(" ", NUMBERING.sub("", simplified(plain))).strip(" .,;:。、，；：-")


def simplified(text: str) -> str:
    """Traditional characters as simplified ones; a text without Chinese as it is."""
    return _converter().convert(text) if CHINESE.search(text) else text


def unaccented(text: str) -> str:
    """Letters without their accents: müller, ñ and ø as muller, n and o."""
    spread = unicodedata.normalize("NFKD", text.translate(LIGATURES))
    return "".join(letter for letter in spread if not unicodedata.combining(letter))


@cache
def sound(text: str) -> str:
    """Chinese as toneless pinyin in one word; other letters stay. A place with an English name of
    its own keeps that.
    """
    from pypinyin import lazy_pinyin

    if spelt := vocabulary().spelt.get(text):
        return spelt
    pinyin = "".join(lazy_pinyin(text, v_to_u=False))
    return pinyin.replace("v", "u") if CHINESE.search(text) else pinyin


@cache
def _converter() -> OpenCC:
    from opencc import OpenCC

    return OpenCC("t2s")

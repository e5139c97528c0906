"""Names made comparable: companies, headers, labels, file names."""

from __future__ import annotations

import hashlib
import re
import unicodedata

from analytics.matching.spelling import simplified
from analytics.text_width import BIDI

SPACE = re.compile(r"\s+")
NOT_WORD = re.compile(r"[\W_]+")
CONTROL = re.compile(rf"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\ufeff{BIDI}]+")
_CODE = r"[Qq]\s?\d{1,3}(?:[._-]\d{1,3})*[a-z]?(?:\s*[、.．:：)）题]\s*|[_-]?\s+)"
_NUMBER = r"第?\s*\d{1,3}(?:[.．]\d{1,3})*\s*(?:[、)）题]\s*|[.．:：]\s+|[.．:：](?!\d))"
_LEVELS = r"\d{1,2}(?:\.[1-9]\d?)+\s+"
_OTHERS = (
    r"[（(]\d{1,3}[)）]\s*|[A-Za-z]\d{1,2}[、.．:：)）]\s*|[一二三四五六七八九十]{1,3}[、.．)）]\s*"
)
_WORDS_FOLLOW = r"(?=.*[^\W\d_])"
NUMBERING = re.compile(rf"^\s*(?:{_CODE}|{_LEVELS}|{_NUMBER}|{_OTHERS})+{_WORDS_FOLLOW}")
"""A question's number in front of its text, on any number of levels; 3D, 5G and 2024 are none."""
BRACKET = re.compile(r"[（(【\[〔]([^（()）【】\[\]〔〕]*)[)）】\]〕]")
INVISIBLE = re.compile(
    "[\u00ad\u034f\u115f\u1160\u180b-\u180e\u200b-\u200f\u2060-\u2064\ufe00-\ufe0f\ufeff]"
)
LONGEST_FILE_NAME = 120


def name_key(text: str) -> str:
    """How two spellings of one name are recognised: width, case and white space do not count, and
    nothing that cannot be seen.
    """
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join((folded if folded.isascii() else INVISIBLE.sub("", folded)).split())


def name_keys(texts: list[str]) -> list[str]:
    """The keys of many names, folded in one go; none of them may hold a NUL."""
    folded = unicodedata.normalize("NFKC", "\0".join(texts)).casefold()
    folded = folded if folded.isascii() else INVISIBLE.sub("", folded)
    return ["".join(name.split()) for name in folded.split("\0")] if texts else []


def label_key(text: str) -> str:
    """How two spellings of one label are recognised: punctuation and the script (traditional or
    simplified) do not count either.
    """
    key = NOT_WORD.sub("", name_key(text))
    return key if key.isascii() else simplified(key)


def header_key(text: str) -> str:
    """How the same question is recognised when its number or its hint in brackets has changed."""
    return label_key(BRACKET.sub("", NUMBERING.sub("", text))) or label_key(text)


def one_line(text: str) -> str:
    """The text on one line, without control characters."""
    return SPACE.sub(" ", CONTROL.sub(" ", text)).strip()


def slug(text: str) -> str:
    """An id for a label: its own words where they are ASCII, else a short digest."""
    words = re.sub(r"[^a-z0-9]+", "_", unicodedata.normalize("NFKC", text).casefold()).strip("_")
    if words and label_key(text).isascii() and len(words) <= 40:
        return words
    return hashlib.sha1(label_key(text).encode(), usedforsecurity=False).hexdigest()[:8]


def shown_file_name(text: str) -> str:
    """A file's name as shown: its last part, on one line, of bearable length, with its ending."""
    name = one_line(re.split(r"[/\\](?=[^/\\]*$)", text)[-1]) or "file"
    if len(name) <= LONGEST_FILE_NAME:
        return name
    stem, _, ending = name.rpartition(".")
    ending = f"….{ending[:8]}" if stem else "…"
    return name[: LONGEST_FILE_NAME - len(ending)] + ending

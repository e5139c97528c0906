"""One text in two languages: "Satisfied / 满意", "展台搭建 Stand building", and 是 beside Yes."""

from __future__ import annotations

import re
from collections.abc import Iterable

from analytics.intake.cells.text_keys import label_key
from analytics.intake.cells.vocabulary import CHINESE, word_keys

BETWEEN = r"\s*([/|｜／,，;；·:：(（\[]?)\s*"
END = r"[)）\]]?\s*"
LATIN = r"[A-Za-z][A-Za-z0-9 '’&,.\-]*[A-Za-z.?!]"
HAN = r"[\u3400-\u9fff][\u3400-\u9fff0-9、，？！?! ]*"
LATIN_FIRST = re.compile(rf"\s*({LATIN}){BETWEEN}({HAN}){END}")
HAN_FIRST = re.compile(rf"\s*({HAN}?){BETWEEN}({LATIN}\??){END}")
WHOLE_WORD = re.compile(r"[A-Za-z][a-z]{3,}")
YES_OR_NO = ("yes", "no")


def two_parts(text: str) -> tuple[str, str, str] | None:
    """(Chinese, English, the mark between them) of a text that is nothing else, whatever the two
    mean; None for any other.
    """
    if text.isascii() or not CHINESE.search(text):
        return None
    if match := LATIN_FIRST.fullmatch(text):
        latin, mark, han = match.groups()
    elif match := HAN_FIRST.fullmatch(text):
        han, mark, latin = match.groups()
    else:
        return None
    is_apart = (latin + han) not in text and (han + latin) not in text
    return (han.strip(" ，、"), latin.strip(" ,"), mark) if is_apart else None


def two_languages(text: str) -> tuple[str, str] | None:
    """(Chinese, English) of a text that says one thing in both; None for any other.

    A Chinese text with a foreign name in it ("VIP 服务") is one text: the English is a word of four
    letters at least, or stands behind a mark.
    """
    parts = two_parts(text)
    if parts is None or not (parts[2] or WHOLE_WORD.search(parts[1])):
        return None
    return parts[0], parts[1]


def same_answers(texts: Iterable[str]) -> dict[str, str]:
    """Answer -> the spelling it is stored under, where a list of answers holds one in several
    spellings: traditional and simplified, 是 and Yes, Yes / 是. The first of them is the one kept.
    """
    spelling: dict[str, str] = {}
    first_by_key: dict[str, str] = {}
    answers = list(dict.fromkeys(texts))
    alone = {_key(text) for text in answers if not two_languages(text)}
    for text in answers:
        parts = two_languages(text)
        keys = [_key(part) for part in parts] if parts else [_key(text)]
        known = [key for key in keys if key in first_by_key or key in alone]
        key = known[0] if known else _key(text)
        spelling[text] = first_by_key.setdefault(key, text)
    return spelling


def _key(text: str) -> str:
    """The same for every spelling of an answer; a mark that alone tells two apart is kept."""
    key = label_key(text)
    for answer in YES_OR_NO:
        if key in word_keys("yes_no", answer) and not key.isdigit():
            return answer
    return key or text

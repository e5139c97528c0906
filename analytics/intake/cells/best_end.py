"""Which end of a rating's numbers is best, as its header or its answers say: 1=非常满意 · 1 is
best · 7-非常不满意.

Decided once for a whole column. 'unclear' where something is said that cannot be
understood, or two things that do not agree.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from analytics.intake.cells.rating import FAMILIES, MISSING, NUMBER_FIRST, NUMBER_LAST, SATISFACTION
from analytics.intake.cells.text_keys import label_key, name_key
from analytics.intake.cells.vocabulary import any_part, either, vocabulary

ENDS = vocabulary()["ends"]
NEGATED = re.compile(any_part(ENDS["negated"]), re.IGNORECASE)
LOWER = re.compile(any_part(ENDS["lower_is_better"]), re.IGNORECASE)
HIGHER = re.compile(any_part(ENDS["higher_is_better"]), re.IGNORECASE)
LINK = (
    r"\s*(?:分|星|points?|stars?)?\s*(?:(?P<link>=|＝|:|：|为|表示|代表|means?\b|is\b)|[-–—])?\s*"
)
NUMBER = r"(?<![\w.-])(?P<number>\d{1,3})"


@cache
def _leanings() -> dict[str, float]:
    """Word -> from -1 (the worst answer) to 1 (the best)."""
    found = dict.fromkeys(map(label_key, ENDS["worst"]), -1.0) | dict.fromkeys(
        map(label_key, ENDS["best"]), 1.0
    )
    for (low, high), words in (*FAMILIES.values(), SATISFACTION):
        found |= {word: (2 * rating - low - high) / (high - low) for word, rating in words.items()}
    return found


@cache
def _named_ends() -> re.Pattern[str]:
    """A number with a word of rating behind it."""
    return re.compile(
        rf"{NUMBER}{LINK}(?:the\s+)?(?P<word>{_end_words()})(?![度程率])", re.IGNORECASE
    )


@cache
def _ends_named() -> re.Pattern[str]:
    """A word of rating with its number behind it: 非常满意5分."""
    return re.compile(
        rf"(?P<word>{_end_words()}){LINK}(?P<number>\d{{1,3}})(?!\d|\s*[-~–—至到]\s*\d)",
        re.IGNORECASE,
    )


def _end_words() -> str:
    steps = vocabulary()["ratings"]["satisfaction"]
    return either((*ENDS["worst"], *ENDS["best"], *(word for step in steps for word in step)))


TOLD = re.compile(
    rf"{NUMBER}\s*(?:分)?\s*(?:=|＝|为|表示|代表)\s*(?P<word>[^\s\d,，;；、()（）]+)", re.IGNORECASE
)


def leaning(word: str) -> float | None:
    """From -1 (the worst answer) to 1 (the best); None for a word that is neither known nor a
    denial.
    """
    known = _leanings().get(label_key(word))
    return known if known is not None else -1.0 if NEGATED.search(word) else None


def named_ends(header: str) -> list[tuple[float, float]]:
    """(number, leaning of the word beside it) for every end or step a header names."""
    found = [*_named_ends().finditer(header)] or [*_ends_named().finditer(header)]
    return [(float(one["number"]), _leanings()[label_key(one["word"])]) for one in found]


def facing_of_header(header: str) -> str:
    """'down' where a header says that its lowest number is best, 'up' where the highest, 'unclear',
    or ''.
    """
    if LOWER.search(header):
        return "down"
    if HIGHER.search(header):
        return "up"
    if said := _facing(named_ends(header)):
        return said
    told = [
        found["word"] for found in TOLD.finditer(header) if name_key(found["word"]) not in MISSING
    ]
    pairs = [(float(found["number"]), leaning(found["word"])) for found in TOLD.finditer(header)]
    return (
        (_facing([(number, lean) for number, lean in pairs if lean is not None]) or "unclear")
        if told
        else ""
    )


def anchored(text: str) -> tuple[float, str] | None:
    """Number and word of an answer that has both: 7-非常不满意 · 非常满意（1）. Ways to say nothing
    are none.
    """
    key = name_key(text)
    if found := NUMBER_FIRST.fullmatch(key):
        number, word = found[1], found[2]
    elif found := NUMBER_LAST.fullmatch(key):
        number, word = found[2], found[1]
    else:
        return None
    return None if word in MISSING else (float(number), word)


def anchored_number(text: str) -> float | None:
    """The number of an answer whose word is known to rate."""
    found = anchored(text)
    return found[0] if found and label_key(found[1]) in _leanings() else None


def facing_of_answers(answers: Iterable[str]) -> str:
    """The same, from the words that stand beside the numbers of a column's answers."""
    found = [pair for text in answers if (pair := anchored(text))]
    pairs = [(number, lean) for number, word in found if (lean := leaning(word)) is not None]
    return _facing(pairs) or ("unclear" if found else "")


def facing(header: str, answers: Iterable[str]) -> str:
    """What header and answers together say."""
    said, shown = facing_of_header(header), facing_of_answers(answers)
    if said in ("up", "down") and shown in ("up", "down"):
        return said if said == shown else "unclear"
    return next((one for one in (shown, said) if one in ("up", "down")), said or shown)


def _facing(pairs: list[tuple[float, float]]) -> str:
    """From numbers and the leanings of their words: two differing ones show it, one alone at an end
    does too.
    """
    leanings = [lean for _, lean in pairs]
    if len(set(leanings)) > 1:
        middle = sum(leanings) / len(pairs)
        mean = sum(number for number, _ in pairs) / len(pairs)
        slope = sum((number - mean) * (lean - middle) for number, lean in pairs)
        return "up" if slope > 0 else "down" if slope < 0 else "unclear"
    ends = {(number > 1) == (lean > 0) for number, lean in pairs if lean and not 1 < number < 3}
    return "" if len(ends) != 1 else "up" if ends.pop() else "down"

"""Which end of a rating's numbers is best, as its header or its answers say: 1=非常满意 · 1 is
best · 7-非常不满意.

Decided once for a whole column: 'up' where the highest number is best, 'down' where the lowest is,
'unclear' where something is said that cannot be understood, or two things that do not agree, and ''
where nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from itertools import chain

from analytics.intake.cells.number import plain_number
from analytics.intake.cells.rating import (
    FAMILIES,
    MISSING,
    NUMBER_FIRST,
    NUMBER_LAST,
    SATISFACTION,
    SURE_WORDS,
    WORD_SETS,
    WordScale,
)
from analytics.intake.cells.text_keys import BRACKET, label_key, name_key
from analytics.intake.cells.vocabulary import any_part, either, vocabulary, word_sets

ENDS = vocabulary()["ends"]
SURE = ("up", "down")
NEGATED = re.compile(any_part(ENDS["negated"]), re.IGNORECASE)
LOWER = re.compile(any_part(ENDS["lower_is_better"]), re.IGNORECASE)
HIGHER = re.compile(any_part(ENDS["higher_is_better"]), re.IGNORECASE)
AGREEMENT = re.compile(any_part(vocabulary()["about"]["agreement"]), re.IGNORECASE)
DISSATISFACTION = re.compile(any_part(vocabulary()["about"]["dissatisfaction"]), re.IGNORECASE)
SATISFIED = re.compile(any_part(vocabulary()["about"]["satisfied"]), re.IGNORECASE)
BAD_NEWS = re.compile(any_part(vocabulary()["about"]["bad_news"]), re.IGNORECASE)
LINK = (
    r"\s*(?:分|星|points?|stars?)?\s*(?:(?P<link>=|＝|:|：|为|表示|代表|means?\b|is\b)|[-–—])?\s*"
)
NUMBER = r"(?<![\w.-])(?P<number>\d{1,3})"
DEGREE = re.compile(
    rf"{NUMBER}\s*[=＝:：]\s*(?:(?P<most>{any_part(ENDS['most'])})|{any_part(ENDS['least'])})"
    r"\s*(?=$|[,，;；、()（）\]/])",
    re.IGNORECASE,
)
IN_BRACKETS = re.compile(r"(?<![\w.-])(\d{1,3})\s*[(（]\s*([^\d()（）]{1,60}?)\s*[)）]")
MEANING = re.compile(
    rf"{NUMBER}\s*(?:分)?\s*(?:=|＝|为|表示|代表)\s*(?P<word>[^\s\d,，;；、()（）]+)", re.IGNORECASE
)


@cache
def _leanings() -> dict[str, float]:
    """Word -> from -1 (the worst answer) to 1 (the best); what it means on the usual scales goes
    before what it means as an end, and this before what it means in another set of words.
    """
    ends = dict.fromkeys(map(label_key, ENDS["worst"]), -1.0) | dict.fromkeys(
        map(label_key, ENDS["best"]), 1.0
    )
    sets: dict[str, float] = {}
    for word_set in WORD_SETS:
        leanings = _leanings_on(word_set)
        sets |= {word: lean for word, lean in leanings.items() if word in SURE_WORDS}
    usual: dict[str, float] = {}
    for word_scale in (*FAMILIES.values(), SATISFACTION):
        usual |= _leanings_on(word_scale)
    return sets | ends | usual


def _leanings_on(word_scale: WordScale) -> dict[str, float]:
    (low, high), ratings = word_scale
    return {word: (2 * rating - low - high) / (high - low) for word, rating in ratings.items()}


@cache
def _number_then_word() -> re.Pattern[str]:
    """A number with a word of rating behind it: 5=非常满意."""
    return re.compile(
        rf"{NUMBER}{LINK}(?:the\s+)?(?P<word>{_end_words()})(?![度程率])", re.IGNORECASE
    )


@cache
def _word_then_number() -> re.Pattern[str]:
    """A word of rating with its number behind it: 非常满意5分."""
    return re.compile(
        rf"(?P<word>{_end_words()}){LINK}(?P<number>\d{{1,3}})(?!\d|\s*[-~–—至到]\s*\d)",
        re.IGNORECASE,
    )


def _end_words() -> str:
    steps = [*vocabulary()["ratings"]["satisfaction"], *chain.from_iterable(word_sets())]
    words = {word for word in chain.from_iterable(steps) if label_key(word) in SURE_WORDS}
    return either(words.union(ENDS["worst"], ENDS["best"]))


def leaning(word: str) -> float | None:
    """From -1 (the worst answer) to 1 (the best); None for a word neither known nor a denial."""
    known = _leanings().get(label_key(word))
    if known is not None:
        return known
    return -1.0 if NEGATED.search(word) else None


def agrees(header: str, answers: Iterable[str]) -> bool:
    """Do a header or its answers say how far one agrees with a statement."""
    return bool(AGREEMENT.search(header)) or any(AGREEMENT.search(text) for text in answers)


def says_something_bad(header: str) -> bool:
    """Does a statement complain: the more one agrees with it, the worse."""
    return bool(BAD_NEWS.search(header))


def named_ends(header: str) -> list[tuple[float, float]]:
    """(number, leaning of the word beside it) for every end or step a header names."""
    header = IN_BRACKETS.sub(r"\1=\2 ", header)
    matches = [*_number_then_word().finditer(header)] or [*_word_then_number().finditer(header)]
    degrees = [
        (float(match["number"]), 1.0 if match["most"] else -1.0)
        for match in DEGREE.finditer(header)
    ]
    named = [(float(match["number"]), _leanings()[label_key(match["word"])]) for match in matches]
    return named or degrees


def direction_of_header(header: str) -> str:
    """What a header says. Of dissatisfaction more is worse, unless the words beside the numbers
    say themselves what is good.
    """
    way = direction_of_note(header) or _direction_of_meanings(header)
    if not asks_for_dissatisfaction(header):
        return way
    is_worded = SATISFIED.search(DISSATISFACTION.sub("", header, count=1))
    if is_worded or LOWER.search(header) or HIGHER.search(header):
        return way
    return {"": "down", "up": "down", "down": "up"}.get(way, way)


def direction_of_note(text: str) -> str:
    """What a title, a note or a legend says; meanings of other numbers than ratings say nothing."""
    if LOWER.search(text):
        return "down"
    return "up" if HIGHER.search(text) else _direction(named_ends(text))


def asks_for_dissatisfaction(header: str) -> bool:
    """Is more of what a header asks for worse."""
    bare = BRACKET.sub("", header)
    rest = DISSATISFACTION.sub("", bare)
    return rest != bare and not SATISFIED.search(rest)


def _direction_of_meanings(header: str) -> str:
    """What a header says by the meanings of single numbers, be they understood or not."""
    meanings = [(float(match["number"]), match["word"]) for match in MEANING.finditer(header)]
    if all(name_key(word) in MISSING for _, word in meanings):
        return ""
    return _direction(_understood(meanings)) or "unclear"


def direction_of_answers(answers: Iterable[str]) -> str:
    """What the words say that stand beside the numbers of a column's answers."""
    answers_with_words = [pair for text in answers if (pair := number_and_word(text))]
    return _direction(_understood(answers_with_words)) or ("unclear" if answers_with_words else "")


def direction(header: str, answers: Iterable[str]) -> str:
    """What header and answers together say."""
    by_header, by_answers = direction_of_header(header), direction_of_answers(answers)
    if by_header in SURE and by_answers in SURE:
        return by_header if by_header == by_answers else "unclear"
    return next((way for way in (by_answers, by_header) if way in SURE), by_header or by_answers)


def number_and_word(text: str) -> tuple[float, str] | None:
    """Number and word of an answer that has both: 7-非常不满意 · 非常满意（1）. Ways to say nothing
    are none.
    """
    key = name_key(text)
    if plain_number(text) is not None:
        return None
    if match := NUMBER_FIRST.fullmatch(key):
        number, word = match[1], match[2]
    elif match := NUMBER_LAST.fullmatch(key):
        number, word = match[2], match[1]
    else:
        return None
    return None if word in MISSING else (float(number), word)


def anchored_number(text: str) -> float | None:
    """The number of an answer whose word is known to rate."""
    pair = number_and_word(text)
    return pair[0] if pair and label_key(pair[1]) in _leanings() else None


def _understood(pairs: Iterable[tuple[float, str]]) -> list[tuple[float, float]]:
    """Numbers with the leanings of their words, where these are known and say anything."""
    telling = [(number, word) for number, word in pairs if name_key(word) not in MISSING]
    return [(number, lean) for number, word in telling if (lean := leaning(word)) is not None]


def _direction(pairs: list[tuple[float, float]]) -> str:
    """By the leanings of the words beside numbers: two that differ show it, or one at an end."""
    leanings = [lean for _, lean in pairs]
    if len(set(leanings)) > 1:
        mean_lean = sum(leanings) / len(pairs)
        mean = sum(number for number, _ in pairs) / len(pairs)
        slope = sum((number - mean) * (lean - mean_lean) for number, lean in pairs)
        return "up" if slope > 0 else "down" if slope < 0 else "unclear"
    ends = {(number > 1) == (lean > 0) for number, lean in pairs if lean and not 1 < number < 3}
    if len(ends) != 1:
        return ""
    return "up" if ends.pop() else "down"

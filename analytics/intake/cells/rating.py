"""Ratings as people and tools write them: 4 · ４分 · 4-满意 · B.满意 · ★★★★ · very satisfied.

Never a number outside the scale, never from a word that nobody gave a rating.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping

from analytics.intake.cells.number import plain_number
from analytics.intake.cells.remark import Refused
from analytics.intake.cells.text_keys import label_key, name_key
from analytics.intake.cells.two_languages import two_languages
from analytics.intake.cells.vocabulary import vocabulary, word_keys, word_sets

Scale = tuple[float, float]
WordScale = tuple[Scale, dict[str, float]]

MISSING = word_keys("missing", "words")
NOT_SAID = word_keys("unsaid", "words")


def _word_scale(steps: Iterable[Iterable[str]]) -> WordScale:
    """The scale and the ratings of words that are given from the worst answer up."""
    words = [[label_key(word) for word in step] for step in steps]
    ratings = {word: float(n) for n, step in enumerate(words, start=1) for word in step}
    return (1.0, float(len(words))), ratings


USUAL = {name: _word_scale(steps) for name, steps in vocabulary()["ratings"].items()}
SATISFACTION = USUAL["satisfaction"]
FAMILIES = {name: words for name, words in USUAL.items() if name != "satisfaction"}
WORD_SETS = tuple(map(_word_scale, word_sets()))
LIKELIHOOD_SETS = tuple(map(_word_scale, word_sets("likelihood_sets")))
LIKELY = ("intention", "recommend")
USUAL_WORDS = frozenset(word for _, words in USUAL.values() for word in words)
# What rates whatever is asked; 是, 会 and 可能 rate only where a measure is asked for.
PLAIN_WORDS = frozenset(SATISFACTION[1]).union(*(words for _, words in WORD_SETS))
RATING_WORDS = USUAL_WORDS.union(PLAIN_WORDS, *(words for _, words in LIKELIHOOD_SETS))
# 中 is a step of 差, 中, 良, 优; of 大, 中, 小 it is none.
SURE_WORDS = USUAL_WORDS.union(word for word in RATING_WORDS if len(word) > 1)

NUMBER_FIRST = re.compile(r"(\d{1,3}(?:\.\d+)?)(?:分|星|点)?[-–—.、:：=(（](\D.*?)[)）]?")
NUMBER_LAST = re.compile(r"(\D+?)[-–—:：=(（](\d{1,3}(?:\.\d+)?)分?[)）]?")
WITH_UNIT = re.compile(r"(\d{1,3}(?:\.\d+)?)(?:分|星|点|points?|pts?|stars?|/(\d{1,3}))")
LETTER = re.compile(r"[a-g][.、:：)）．]?(.+)")
DECIMAL_COMMA = re.compile(r"(\d{1,2}),(\d{1,2})")
STARS = re.compile(r"(?:([★⭐🌟]+)[☆]*|☆+)")
MOST_MARKS = 10


def family_of(measure: str) -> WordScale:
    """The words a measure is answered in."""
    return FAMILIES.get(measure, SATISFACTION)


def sets_for(measure: str) -> tuple[WordScale, ...]:
    """The sets of words a measure or an item may be answered in, besides its usual ones."""
    return (*LIKELIHOOD_SETS, *WORD_SETS) if measure in LIKELY else WORD_SETS


def words_for(
    measure: str, scale: Scale, own: Iterable[tuple[str, float]] = ()
) -> dict[str, float]:
    """Word -> rating for one column: the mapping's own, and the product's on their own scale."""
    usual_scale, usual = family_of(measure)
    known = dict(usual) if usual_scale == tuple(scale) else {}
    return known | {label_key(word): rating for word, rating in own}


def has_decimal_comma(cells: Iterable[tuple[str, int]]) -> bool:
    """Are 3,5 and 4,0 decimals in this column: among whole numbers a rare '4,5' is two answers."""
    counts = [(bool(DECIMAL_COMMA.fullmatch(name_key(text))), count) for text, count in cells]
    decimals = sum(count for is_decimal, count in counts if is_decimal)
    return decimals * 5 >= sum(count for _, count in counts)


def rating(
    text: str,
    scale: Scale,
    words: Mapping[str, float],
    is_reversed: bool = False,
    *,
    is_decimal_comma: bool = True,
) -> float | None | Refused:
    """The rating, turned so that more is better; None for no answer; Refused where it is none of
    this scale.

    Words say themselves which end is good, so only numbers are turned: all of a column's, those
    with a word beside them too.
    """
    key = name_key(text)
    if key in MISSING:
        return None
    rating_of_word = word_rating(text, words)
    if DECIMAL_COMMA.fullmatch(key) and not is_decimal_comma:
        return Refused("two_answers")
    number = _number(key, scale) if rating_of_word is None else rating_of_word
    if isinstance(number, Refused):
        return number
    if not scale[0] <= number <= scale[1]:
        return Refused("outside_scale", (("low", f"{scale[0]:g}"), ("high", f"{scale[1]:g}")))
    return scale[0] + scale[1] - number if is_reversed and rating_of_word is None else number


def word_rating(text: str, words: Mapping[str, float]) -> float | None:
    """The rating of a word, with or without a letter in front: B.满意."""
    return words.get(plain_word(text, words))


def plain_word(text: str, words: Collection[str]) -> str:
    """A word without the letter in front of it, but for a letter that begins one of these words; of
    a word in two languages (Satisfied / 满意) the one that is known.
    """
    key = label_key(text)
    if key in words:
        return key
    if parts := two_languages(text):
        known = [word for word in map(label_key, parts) if word in words]
        return known[0] if _is_one_answer(known, words) else key
    lettered = LETTER.fullmatch(name_key(text))
    return label_key(lettered[1]) if lettered else key


def _is_one_answer(known: list[str], words: Collection[str]) -> bool:
    """Do the words of two languages say the same, as far as they are known."""
    ratings = {words[word] for word in known} if isinstance(words, Mapping) else set(known[:1])
    return len(ratings) == 1


def rating_words(texts: Iterable[str]) -> set[str]:
    """Those of a column's answers that rate in words: a single character only beside others."""
    words = {text: plain_word(text, RATING_WORDS) for text in texts}
    sure = {text for text, word in words.items() if word in SURE_WORDS}
    return {text for text, word in words.items() if sure and word in RATING_WORDS}


def marked_number(text: str) -> float | None:
    """The number of ★★★☆☆, 3星 or 3/5; None for other answers."""
    key = name_key(text)
    if match := STARS.fullmatch(key):
        return float(len(match[1] or ""))
    match = WITH_UNIT.fullmatch(key)
    if match is None:
        return None
    number, of = float(match[1]), float(match[2] or MOST_MARKS)
    return number if number <= of <= MOST_MARKS or match[2] is None else None


def marks_in_all(text: str) -> int:
    """Of how many marks ★★★☆☆ or 3/5 is; 0 where that is not seen."""
    key = name_key(text)
    if STARS.fullmatch(key):
        return len(key)
    match = WITH_UNIT.fullmatch(key)
    return int(match[2]) if match and match[2] else 0


def _number(key: str, scale: Scale) -> float | Refused:
    number = plain_number(key)
    if number is not None:
        return number
    if match := DECIMAL_COMMA.fullmatch(key):
        return float(f"{match[1]}.{match[2]}")
    if key.endswith("%"):
        share = plain_number(key[:-1])
        return share if share is not None and scale == (0, 100) else Refused("not_a_rating")
    if match := STARS.fullmatch(key):
        return float(len(match[1] or ""))
    if match := WITH_UNIT.fullmatch(key):
        return float(match[1]) if match[2] in (None, f"{scale[1]:g}") else Refused("not_a_rating")
    if match := NUMBER_FIRST.fullmatch(key):
        return float(match[1])
    if match := NUMBER_LAST.fullmatch(key):
        return float(match[2])
    return Refused("not_a_rating")

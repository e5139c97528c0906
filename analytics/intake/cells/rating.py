"""Ratings as people and tools write them: 4 · ４分 · 4-满意 · B.满意 · ★★★★ · very satisfied.

Never a number outside the scale, never from a word that nobody gave a rating.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from analytics.intake.cells.number import plain_number
from analytics.intake.cells.remark import Refused
from analytics.intake.cells.text_keys import label_key, name_key
from analytics.intake.cells.vocabulary import vocabulary

Scale = tuple[float, float]

MISSING = frozenset(name_key(word) for word in vocabulary()["missing"]["words"])
NOT_SAID = frozenset(name_key(word) for word in vocabulary()["unsaid"]["words"])

Family = tuple[Scale, dict[str, float]]


def _family(name: str) -> Family:
    """The scale and the words of one way to ask, from the worst answer up."""
    points = vocabulary()["ratings"][name]
    words = {
        label_key(word): float(rating)
        for rating, point in enumerate(points, start=1)
        for word in point
    }
    return (1.0, float(len(points))), words


SATISFACTION = _family("satisfaction")
FAMILIES: dict[str, Family] = {name: _family(name) for name in ("goal_attainment", "intention")}

NUMBER_FIRST = re.compile(r"(\d{1,3}(?:\.\d+)?)(?:分|星|点)?[-–—.、:：=(（](\D.*?)[)）]?")
NUMBER_LAST = re.compile(r"(\D+?)[-–—:：=(（](\d{1,3}(?:\.\d+)?)分?[)）]?")
WITH_UNIT = re.compile(r"(\d{1,3}(?:\.\d+)?)(?:分|星|点|points?|pts?|stars?|/(\d{1,3}))")
LETTER = re.compile(r"[a-g][.、:：)）．]?(.+)")
DECIMAL_COMMA = re.compile(r"(\d{1,2}),(\d{1,2})")
STARS = re.compile(r"(?:([★⭐🌟]+)[☆]*|☆+)")


def family_of(measure: str) -> Family:
    """The words a measure is answered in."""
    return FAMILIES.get(measure, SATISFACTION)


def words_for(
    measure: str, scale: Scale, own: Iterable[tuple[str, float]] = ()
) -> dict[str, float]:
    """Word -> rating for one column: the mapping's own words first; the product's only on the scale
    they are meant for.
    """
    usual_scale, usual = family_of(measure)
    known = dict(usual) if usual_scale == tuple(scale) else {}
    return known | {label_key(word): rating for word, rating in own}


def rating(
    text: str, scale: Scale, words: Mapping[str, float], is_reversed: bool = False
) -> float | None | Refused:
    """The rating, turned so that more is better; None for no answer; Refused where it is none of
    this scale.

    Words say themselves which end is good, so only numbers are turned: all of a column's, those
    with a word beside them too.
    """
    key = name_key(text)
    if key in MISSING:
        return None
    said = word_rating(key, words)
    if said is not None:
        return said if scale[0] <= said <= scale[1] else Refused("outside_scale", _bounds(scale))
    number = _number(key, scale)
    if isinstance(number, Refused):
        return number
    if not scale[0] <= number <= scale[1]:
        return Refused("outside_scale", _bounds(scale))
    return scale[0] + scale[1] - number if is_reversed else number


def word_rating(text: str, words: Mapping[str, float]) -> float | None:
    """The rating of a word, with or without a letter in front: B.满意."""
    plain = label_key(text)
    if plain in words:
        return words[plain]
    found = LETTER.fullmatch(name_key(text))
    return words.get(label_key(found[1])) if found else None


def _number(key: str, scale: Scale) -> float | Refused:
    number = plain_number(key)
    if number is not None:
        return number
    if found := DECIMAL_COMMA.fullmatch(key):
        return float(f"{found[1]}.{found[2]}")
    if key.endswith("%"):
        share = plain_number(key[:-1])
        return share if share is not None and scale == (0, 100) else Refused("not_a_rating")
    if found := STARS.fullmatch(key):
        return float(len(found[1] or ""))
    if found := WITH_UNIT.fullmatch(key):
        return float(found[1]) if found[2] in (None, f"{scale[1]:g}") else Refused("not_a_rating")
    if found := NUMBER_FIRST.fullmatch(key):
        return float(found[1])
    if found := NUMBER_LAST.fullmatch(key):
        return float(found[2])
    return Refused("not_a_rating")


def _bounds(scale: Scale) -> tuple[tuple[str, str], ...]:
    return ("low", f"{scale[0]:g}"), ("high", f"{scale[1]:g}")

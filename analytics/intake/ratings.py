"""Ratings as people and tools write them: 4 · ４分 · 4-满意 · B.满意 · ★★★★ · very satisfied. Never a number outside the scale."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from analytics.intake.names import label_key, name_key
from analytics.intake.numbers import plain_number
from analytics.intake.remarks import Refused

Scale = tuple[float, float]

MISSING = frozenset(
    name_key(word)
    for word in (
        "", "-", "--", "—", "——", "–", "/", "\\", ".", "*", "?", "？", "NA", "N/A", "n.a.", "#N/A", "#NULL!", "#VALUE!", "null", "none",
        "nan", "nil", "无", "空", "(空)", "（空）", "跳过", "(跳过)", "未填", "未填写", "未答", "未作答", "未回答", "未评价", "缺失", "不清楚",
        "不知道", "不了解", "不详", "说不清", "不适用", "没有使用", "未使用", "没用过", "未体验", "弃权", "拒答", "no answer", "not applicable",
        "not answered", "don't know", "do not know", "dont know", "not used", "never used", "unknown", "no opinion", "skipped", "blank",
    )
)  # fmt: skip
NOT_SAID = frozenset(name_key(word) for word in ("", "(空)", "（空）", "(跳过)", "跳过", "NULL", "#N/A", "N/A", "nan", "-", "--", "—", "/"))

Family = tuple[Scale, dict[str, float]]


def _family(high: int, *points: str) -> Family:
    """Points from the lowest up, each a list of words separated by bars."""
    words = {label_key(word): float(rating) for rating, point in enumerate(points, start=1) for word in point.split("|")}
    return (1.0, float(high)), words


SATISFACTION = _family(
    5,
    "非常不满意|很不满意|十分不满意|极不满意|非常不满|很不满|非常差|很差|极差|very dissatisfied|very unsatisfied|extremely dissatisfied|"
    "completely dissatisfied|very poor|terrible|strongly disagree|非常不同意|完全不同意|非常不重要|很不重要|完全不重要|very unimportant|"
    "not at all important|not important at all",
    "不满意|不太满意|较不满意|比较不满意|不满|差|较差|dissatisfied|unsatisfied|somewhat dissatisfied|poor|disagree|不同意|不太同意|不重要|"
    "不太重要|较不重要|unimportant|slightly important|not important",
    "一般|普通|中立|尚可|还可以|还行|中等|基本满意|neutral|neither|neither satisfied nor dissatisfied|average|fair|ok|okay|so so|"
    "neither agree nor disagree|不确定|moderately important|somewhat important",
    "满意|比较满意|较满意|好|较好|良好|良|satisfied|somewhat satisfied|good|agree|同意|比较同意|重要|比较重要|较重要|important",
    "非常满意|很满意|十分满意|极满意|完全满意|非常好|很好|优秀|优|very satisfied|extremely satisfied|completely satisfied|excellent|very good|"
    "strongly agree|非常同意|完全同意|非常重要|很重要|十分重要|very important|extremely important",
)
GOAL = _family(
    3,
    "没有达到|未达到|没达到|没有实现|未实现|not reached|not achieved|not at all|no",
    "基本达到|部分达到|大体达到|基本实现|部分实现|largely reached|partly reached|mostly achieved|partly achieved|partially|by and large",
    "完全达到|全部达到|达到|已达到|完全实现|fully reached|fully achieved|completely achieved|reached|achieved|yes|fully",
)
INTENTION = _family(
    3,
    "不打算参加|不参加|不会参加|不打算|不会|不再参加|no|not planning|will not come|unlikely|will not exhibit|definitely not",
    "可能参加|可能会参加|可能|可能会|考虑参加|不确定|未定|perhaps|maybe|may come|possibly|undecided|might exhibit|not sure",
    "计划参加|打算参加|参加|会参加|一定参加|一定会参加|一定|肯定参加|计划|yes|definitely|planned|plan to come|will come|likely|will exhibit",
)
FAMILIES: dict[str, Family] = {"goal_attainment": GOAL, "intention": INTENTION}

NUMBER_FIRST = re.compile(r"(\d{1,3}(?:\.\d+)?)(?:分|星|点)?[-–—.、:：=(（](\D.*?)[)）]?")
NUMBER_LAST = re.compile(r"(\D+?)[-–—:：=(（](\d{1,3}(?:\.\d+)?)分?[)）]?")
WITH_UNIT = re.compile(r"(\d{1,3}(?:\.\d+)?)(?:分|星|点|points?|pts?|stars?|/(\d{1,3}))")
LETTER = re.compile(r"[a-g][.、:：)）．]?(.+)")
STARS = re.compile(r"(?:([★⭐🌟]+)[☆]*|☆+)")


def family_of(measure: str) -> Family:
    """The words a measure is answered in."""
    return FAMILIES.get(measure, SATISFACTION)


def words_for(measure: str, scale: Scale, own: Iterable[tuple[str, float]] = ()) -> dict[str, float]:
    """Word -> rating for one column: the mapping's own words first; the product's only on the scale they are meant for."""
    usual_scale, usual = family_of(measure)
    known = dict(usual) if usual_scale == tuple(scale) else {}
    return known | {label_key(word): rating for word, rating in own}


def rating(text: str, scale: Scale, words: Mapping[str, float], is_reversed: bool = False) -> float | None | Refused:
    """The rating, turned so that more is better; None for no answer; Refused where it is none of this scale.

    Words say themselves which end is good, so only numbers are turned.
    """
    key = name_key(text)
    if key in MISSING:
        return None
    said = _word(key, words)
    if said is not None:
        return said if scale[0] <= said <= scale[1] else Refused("outside_scale", _bounds(scale))
    number = _number(key, scale)
    if isinstance(number, Refused):
        return number
    if not scale[0] <= number <= scale[1]:
        return Refused("outside_scale", _bounds(scale))
    return scale[0] + scale[1] - number if is_reversed else number


def _word(key: str, words: Mapping[str, float]) -> float | None:
    plain = label_key(key)
    if plain in words:
        return words[plain]
    found = LETTER.fullmatch(key)
    return words.get(label_key(found[1])) if found else None


def _number(key: str, scale: Scale) -> float | Refused:
    number = plain_number(key)
    if number is not None:
        return number
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

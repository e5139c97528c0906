"""How sure are we that two names are one firm, and why?

Method: both names are taken apart, part is compared with part, and every difference costs what it
says about being another firm; the score is 1 less the costs. rapidfuzz measures how far two words
are apart. The reasons are the differences found. Assumption: within one place, one line of business
and one own name (字号) there is one firm: that is what the register of company names in China holds
its applicants to. Legal form, district and script then vary by clerk; place, number and line of
trade do not. Source: Christen 2012, Data Matching, ch. 5–6 (comparison by field, two thresholds);
the two thresholds are checked by `python -m tests.matching.measure`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from analytics.matching.company_words import vocabulary
from analytics.matching.name_parts import Name
from analytics.matching.spelling import sound
from analytics.matching.translated_names import readings, translated

DIGIT = re.compile(r"\d")
AUTOMATIC = 0.9
ASK = 0.6
COSTS = {
    "same_text": 0.0,
    "same_own_name": 0.0,
    "department": 0.01,
    "other_name_told": 0.03,
    "former_name_told": 0.03,
    "first_names_differ": 0.1,
    "word_order": 0.03,
    "form_missing": 0.02,
    "form_differs": 0.05,
    "district_missing": 0.05,
    "city_missing": 0.08,
    "no_place": 0.08,
    "place_missing": 0.15,
    "trade_shorter": 0.15,
    "trade_missing": 0.3,
    "kind_differs": 0.2,
    "group_differs": 0.2,
    "branch": 0.2,
    "country_missing": 0.2,
    "sounds_alike": 0.25,
    "one_letter": 0.2,
    "abbreviated": 0.2,
    "general_words": 0.25,
    "translated": 0.2,
    "trade_not_translated": 0.15,
    "other_legal_form": 0.25,
    "other_branch": 0.5,
    "inside_group": 0.5,
    "trade_differs": 0.6,
    "place_differs": 0.7,
    "country_differs": 0.6,
    "own_name_differs": 0.8,
    "number_differs": 1.0,
}
NEAR_FORMS = frozenset(("limited", "joint_stock", "company", "corporation", "works"))
NEAR_FORMS_ABROAD = (
    frozenset(("limited", "company", "works")),
    frozenset(("corporation", "company", "works")),
)
OTHER = "own_name_differs"
SHORTEST_NAME, LONG_WORD, LONG_NAME = 2, 5, 10


@dataclass(frozen=True)
class Scored:
    score: float
    reasons: tuple[str, ...]


NOT_THE_NAME = Scored(round(1.0 - COSTS[OTHER], 3), (OTHER,))


def compare(name: Name, other: Name) -> Scored:
    """The score (0–1) of two names with its reasons, the weightiest first."""
    if min(len(name.whole), len(other.whole)) < SHORTEST_NAME:
        return NOT_THE_NAME
    if name.whole == other.whole:
        return Scored(1.0, ("same_text",))
    if name.is_chinese != other.is_chinese:
        reasons = _across(name, other) if name.is_chinese else _across(other, name)
    else:
        reasons = _own(name, other) if name.is_chinese else _words(name, other)
    if OTHER in reasons:
        return NOT_THE_NAME
    if name.is_chinese and other.is_chinese:
        reasons += [*_trades(name, other), *_places(name, other)]
    elif name.is_chinese == other.is_chinese:
        reasons += _spelt_places(name.place.sounds, other.place.sounds)
    return _score_of([*reasons, *_forms(name, other), *_marks(name, other)])


def with_reasons(scored: Scored, *further: str) -> Scored:
    """The score with what else speaks against it: that one is not its firm's first name, say."""
    return _score_of([*scored.reasons, *(reason for reason in further if reason)])


def _score_of(reasons: list[str]) -> Scored:
    ordered = tuple(sorted(dict.fromkeys(reasons), key=lambda reason: -COSTS[reason]))
    return Scored(round(max(0.0, 1.0 - sum(COSTS[reason] for reason in ordered)), 3), ordered)


def _own(name: Name, other: Name) -> list[str]:
    mine, theirs = "".join(name.own), "".join(other.own)
    if mine == theirs or name.body == other.body:
        return ["same_own_name"]
    is_alike = len(mine) == len(theirs) and sound(mine) == sound(theirs)
    return ["sounds_alike"] if is_alike else [OTHER]


def _trades(name: Name, other: Name) -> list[str]:
    mine, theirs = "".join(name.trades), "".join(other.trades)
    if mine == theirs or name.body == other.body:
        return []
    if not mine or not theirs:
        return ["trade_missing"]
    shared = set(name.trades) & set(other.trades)
    is_part = mine in theirs or theirs in mine or shared in (set(name.trades), set(other.trades))
    return ["trade_shorter" if is_part else "trade_differs"]


def _places(name: Name, other: Name) -> list[str]:
    mine, theirs = name.place, other.place
    if not mine and not theirs:
        return [] if name.forms == other.forms else ["no_place"]
    if not mine or not theirs:
        return ["place_missing"]
    parts = (
        (mine.province, theirs.province),
        (mine.city, theirs.city),
        (mine.district, theirs.district),
    )
    if any(here and there and here != there for here, there in parts):
        return ["place_differs"]
    if bool(mine.city) != bool(theirs.city):
        return ["city_missing"]
    return ["district_missing"] if bool(mine.district) != bool(theirs.district) else []


def _spelt_places(sounds: frozenset[str], others: frozenset[str]) -> list[str]:
    if not sounds or not others:
        return ["place_missing"] if sounds or others else []
    return [] if sounds & others else ["place_differs"]


def _forms(name: Name, other: Name) -> list[str]:
    mine, theirs = name.forms, other.forms
    reasons = ["group_differs"] if name.is_group != other.is_group else []
    if mine == theirs:
        return reasons
    if "works" in mine ^ theirs and (mine - {"works"}) != (theirs - {"works"}):
        return [*reasons, "kind_differs" if mine and theirs else "form_missing"]
    if not mine or not theirs or name.is_group and other.is_group:
        return [*reasons, "form_missing"]
    families = (NEAR_FORMS,) if name.is_chinese or other.is_chinese else NEAR_FORMS_ABROAD
    is_near = any(mine | theirs <= family for family in families)
    return [*reasons, "form_differs" if is_near else "other_legal_form"]


def _marks(name: Name, other: Name) -> list[str]:
    reasons = ["department"] if name.has_department != other.has_department else []
    if name.numbers != other.numbers:
        reasons.append("number_differs")
    if name.branch != other.branch:
        reasons.append("other_branch" if name.branch and other.branch else "branch")
    if name.is_inside_group != other.is_inside_group:
        reasons.append("inside_group")
    if name.countries != other.countries:
        reasons.append(
            "country_differs" if name.countries and other.countries else "country_missing"
        )
    return reasons


def _words(name: Name, other: Name) -> list[str]:
    """Latin names, word against word."""
    if name.own == other.own or name.body == other.body:
        return ["same_own_name"]
    if sorted(name.own) == sorted(other.own):
        return ["same_own_name", "word_order"]
    mine = [word for word in name.own if word not in other.own]
    theirs = [word for word in other.own if word not in name.own]
    return [_difference(mine, theirs, name.body, other.body)]


def _difference(mine: list[str], theirs: list[str], body: str, other: str) -> str:
    words = [*mine, *theirs]
    if words and vocabulary().generic.issuperset(words):
        return "general_words"
    if DIGIT.search(" ".join(words)):
        return OTHER
    is_long = min(len(body), len(other)) >= LONG_NAME
    if is_long and Levenshtein.distance(body, other, score_cutoff=1) <= 1:
        return "one_letter"
    return _two_words(mine[0], theirs[0]) if len(mine) == len(theirs) == 1 else OTHER


def _two_words(mine: str, theirs: str) -> str:
    shorter, longer = sorted((mine, theirs), key=len)
    if len(shorter) >= LONG_WORD and Levenshtein.distance(mine, theirs, score_cutoff=1) <= 1:
        return "one_letter"
    return "abbreviated" if len(shorter) >= 3 and longer.startswith(shorter) else OTHER


def _across(chinese: Name, latin: Name) -> list[str]:
    """A Chinese name and one that may be its English: own name in pinyin, trades translated."""
    own = sound("".join(chinese.own))
    for words, places in readings(latin):
        rest = translated(own, chinese.trades, words)
        if rest is not None:
            return ["translated", *rest, *_spelt_places(chinese.place.sounds, places)]
    return [OTHER]

"""A company name taken apart, whatever it is written in.

Nothing is thrown away: what does not tell firms apart (department, brackets, script) is set aside,
what may (legal form, place, branch, number, group) becomes a part that can be compared.
"""

from __future__ import annotations

import re
from functools import lru_cache

from analytics.matching import chinese, latin
from analytics.matching.company_words import vocabulary
from analytics.matching.name_parts import Brackets, Name, Names
from analytics.matching.places import place_alone
from analytics.matching.spelling import CHINESE, tidied

BRACKET = re.compile(r"\(([^()]*)\)?")
LATIN_PART = re.compile(r"[a-z][a-z0-9&.,'’/()\- ]*[a-z0-9.)]")
LATIN_WORD = re.compile(r"[a-z]{2,}")
LEGAL_END = re.compile(r"(?:公司|厂|集团|商行|商店|经营部|中心|院|所|社)$")
EDGE = " .,;:/|-–—、"


@lru_cache(maxsize=100_000)
def take_apart(text: str) -> Names:
    """Never fails: a text that is no company name becomes a name whose `own` is the text."""
    brackets = _without_brackets(tidied(text))
    first, second = _two_languages(brackets.rest)
    others = [*brackets.others, *([second] if second else [])]
    return Names(
        main=_parse(first, brackets),
        others=tuple(_parse(other, Brackets()) for other in others),
        former=tuple(take_apart(former).main for former in brackets.former),
    )


def _parse(text: str, brackets: Brackets) -> Name:
    return chinese.parse(text, brackets) if CHINESE.search(text) else latin.parse(text, brackets)


def _without_brackets(text: str) -> Brackets:
    brackets = Brackets()
    is_chinese = bool(CHINESE.search(BRACKET.sub("", text)))

    def file(bracket: re.Match[str]) -> str:
        return _file_bracket(bracket.group(1).strip(), is_chinese, brackets)

    brackets.rest = BRACKET.sub(file, text).strip(EDGE)
    return brackets


def _file_bracket(inner: str, is_chinese: bool, brackets: Brackets) -> str:
    """File what a bracket says; the text to leave in its place."""
    words = vocabulary()
    if former := _former_name(inner):
        brackets.former.append(former)
        return ""
    if inner in words.remarks:
        return ""
    brackets.asides.append(inner)
    if inner in words.chinese_groups:
        brackets.is_group = True
        return ""
    if any(inner.endswith(branch) for branch in words.branches) or _is_office(inner):
        brackets.branch = inner
        return ""
    return _place_or_name(inner, is_chinese, brackets)


def _place_or_name(inner: str, is_chinese: bool, brackets: Brackets) -> str:
    if country := _country(inner):
        brackets.countries.add(country)
        return ""
    if place := place_alone(inner):
        brackets.place = place
        return ""
    if is_chinese and inner.endswith(vocabulary().departments) and len(inner) <= 8:
        brackets.has_department = True
        return ""
    brackets.asides.remove(inner)
    is_inner_chinese = bool(CHINESE.search(inner))
    if is_inner_chinese != is_chinese and (is_inner_chinese or len(LATIN_WORD.findall(inner)) > 1):
        brackets.others.append(inner)
        return ""
    return f" {inner} "


def _country(inner: str) -> str:
    """The country a bracket names, in English; '' where it names none."""
    name = "china" if inner == "中国" else vocabulary().shorter.get(inner, inner)
    return name if name in vocabulary().countries else ""


def _former_name(inner: str) -> str:
    """The former name a bracket gives. 原 alone may begin another word (原料采购部), so that a
    legal form has to follow.
    """
    for mark in vocabulary().former:
        rest = inner.removeprefix(mark).lstrip(" :.,")
        is_longer_word = mark.isascii() and inner[len(mark) : len(mark) + 1].isalpha()
        is_other_word = mark == "原" and not LEGAL_END.search(rest)
        if inner.startswith(mark) and rest and not is_longer_word and not is_other_word:
            return rest
    return ""


def _is_office(inner: str) -> bool:
    return any(inner.endswith(" ".join(office)) for office in vocabulary().offices)


def _two_languages(text: str) -> tuple[str, str]:
    """The Chinese part of a name, then the Latin one; a single Latin word belongs to the Chinese
    name it stands in.
    """
    if not CHINESE.search(text):
        return text, ""
    longest = max(LATIN_PART.findall(text), key=len, default="")
    if len(LATIN_WORD.findall(longest)) < 2:
        return text, ""
    return text.replace(longest, " ").strip(EDGE), longest.strip(EDGE)

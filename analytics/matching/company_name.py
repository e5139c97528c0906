"""A company name taken apart, whatever it is written in.

Nothing is thrown away: what does not tell firms apart (department, brackets, script) is set aside,
what may (legal form, place, branch, number, group) becomes a part that can be compared.
"""

from __future__ import annotations

import re
from functools import lru_cache

from analytics.matching import chinese, latin
from analytics.matching.company_words import vocabulary
from analytics.matching.name_parts import Name, Names, Said
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
    said = _without_brackets(tidied(text))
    first, second = _two_languages(said.rest)
    others = [*said.others, *([second] if second else [])]
    return Names(
        main=_parsed(first, said),
        others=tuple(_parsed(other, Said()) for other in others),
        former=tuple(take_apart(former).main for former in said.former),
    )


def _parsed(text: str, said: Said) -> Name:
    return chinese.parse(text, said) if CHINESE.search(text) else latin.parse(text, said)


def _without_brackets(text: str) -> Said:
    said = Said()
    is_chinese = bool(CHINESE.search(BRACKET.sub("", text)))
    said.rest = BRACKET.sub(
        lambda found: _sorted_out(found.group(1).strip(), is_chinese, said), text
    ).strip(EDGE)
    return said


def _sorted_out(inner: str, is_chinese: bool, said: Said) -> str:
    """File what a bracket says; the text to leave in its place."""
    words = vocabulary()
    if former := _former(inner):
        said.former.append(former)
        return ""
    if inner in words.remarks:
        return ""
    said.asides.append(inner)
    if inner in words.chinese_groups:
        said.is_group = True
        return ""
    if any(inner.endswith(branch) for branch in words.branches) or _is_office(inner):
        said.branch = inner
        return ""
    return _place_or_name(inner, is_chinese, said)


def _place_or_name(inner: str, is_chinese: bool, said: Said) -> str:
    if (
        inner == "中国"
        or inner in vocabulary().countries
        or vocabulary().shorter.get(inner) in vocabulary().countries
    ):
        said.countries.add({"中国": "china"}.get(inner, vocabulary().shorter.get(inner, inner)))
        return ""
    if place := place_alone(inner):
        said.place = place
        return ""
    if is_chinese and inner.endswith(vocabulary().departments) and len(inner) <= 8:
        said.has_department = True
        return ""
    said.asides.remove(inner)
    is_inner_chinese = bool(CHINESE.search(inner))
    if is_inner_chinese != is_chinese and (is_inner_chinese or len(LATIN_WORD.findall(inner)) > 1):
        said.others.append(inner)
        return ""
    return f" {inner} "


def _former(inner: str) -> str:
    """The former name a bracket gives. 原 alone may begin another word (原料采购部), so that a
    legal form has to follow.
    """
    for mark in vocabulary().former:
        rest = inner.removeprefix(mark).lstrip(" :.,")
        is_word = (
            mark.isascii()
            and inner[len(mark) : len(mark) + 1].isalpha()
            or mark == "原"
            and not LEGAL_END.search(rest)
        )
        if inner.startswith(mark) and rest and not is_word:
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

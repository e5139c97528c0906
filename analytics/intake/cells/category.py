"""Categories in one spelling each: 軟件 is 软件, 广东省 is 广东, PRC is China."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from analytics.intake.cells.text_keys import label_key
from analytics.intake.cells.two_languages import two_languages
from analytics.intake.cells.vocabulary import CHINESE, vocabulary
from analytics.matching.places import place_alone
from analytics.matching.spelling import simplified, sound

TRADE_ENDINGS = ("行业", "产业", "业")
CATEGORY_KEYS = ("industry", "region", "country")
SHORTEST = 2


def one_spelling(texts: Iterable[str], field: str, counts: Mapping[str, int]) -> dict[str, str]:
    """Text -> the spelling it is stored in: that of most rows, but never a traditional one, nor one
    with an ending, where the plain one is there. What differs in more than its spelling stays.
    """
    distinct = list(dict.fromkeys(texts))
    stems = {label_key(text) for text in distinct}
    groups: dict[str, list[str]] = {}
    for text in distinct:
        groups.setdefault(_key(text, field, stems), []).append(text)
    return {text: _best(group, field, counts) for group in groups.values() for text in group}


def _key(text: str, field: str, stems: set[str]) -> str:
    parts = two_languages(text)
    key = label_key(parts[0] if parts else text)
    if field == "country":
        return _country(key) or key or text
    if field == "region":
        return _region(key) or key or text
    for ending in TRADE_ENDINGS:
        stem = key.removesuffix(ending)
        if stem != key and len(stem) >= SHORTEST and stem in stems:
            return stem
    return key or text


def _country(key: str) -> str:
    for country, names in vocabulary()["countries"].items():
        if key in map(label_key, (country, *names)):
            return str(country)
    return ""


def _region(key: str) -> str:
    """A province or a city by its sound, so that 广东, 廣東, 广东省 and Guangdong are one."""
    place = place_alone(key)
    if place is None or place.district:
        return ""
    parts = [sound(part) for part in (place.province, place.city) if part]
    return "/".join(dict.fromkeys(parts)) if parts else ""


def _best(group: list[str], field: str, counts: Mapping[str, int]) -> str:
    """The spelling of a group that is stored."""
    plain = Counter[str]()
    for text in group:
        plain[_plain(text, field)] += counts.get(text, 1)
    chinese = {text: count for text, count in plain.items() if CHINESE.search(text)} or plain
    return min(chinese, key=lambda text: (-chinese[text], len(text)))


def _plain(text: str, field: str) -> str:
    """A Chinese text in simplified characters, a province without its 省."""
    plain = simplified(text).strip()
    if field == "region" and CHINESE.search(plain) and len(plain) > SHORTEST:
        return plain.removesuffix("省")
    return plain

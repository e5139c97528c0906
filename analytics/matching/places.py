"""Where a company says it is: province, city, district, from its name's front or brackets."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property

from analytics.matching.company_words import vocabulary
from analytics.matching.spelling import sound

PROVINCE_ENDING = re.compile(r"(?:省|市|特别行政区|维吾尔自治区|壮族自治区|回族自治区|自治区)?")
CITY_ENDING = re.compile(r"市|地区|自治州|州|盟|")
DISTRICT_ENDING = re.compile(r"(?:新区|区|县|市|镇)")
UNLISTED = re.compile(
    r"[\u3400-\u9fff]{2}(?<![城都超上门股夜社小园景地片新商厂])(?:市|县|区|镇)(?=..)"
)
ZONE = re.compile(
    r"(?:经济技术开发区|高新技术产业开发区|高新区|经济开发区|开发区|工业区|工业园区|保税区|自贸区)"
)


@dataclass(frozen=True)
class Place:
    """What is known of where; each part may be empty. `city` may be empty where a district's name
    leaves it open.
    """

    province: str = ""
    city: str = ""
    district: str = ""

    def __bool__(self) -> bool:
        return bool(self.province or self.city or self.district)

    @cached_property
    def sounds(self) -> frozenset[str]:
        """The parts in pinyin, for comparing with an English name."""
        return frozenset(sound(part) for part in (self.province, self.city, self.district) if part)


@cache
def place_prefix(text: str) -> tuple[Place, str]:
    """The place a name begins with, and the name without it."""
    province, rest = _province(text)
    city, rest = _city(rest, province)
    district, rest = _district(rest, city, province)
    if zone := ZONE.match(rest):
        rest = rest[zone.end() :]
    if district and not city:
        cities = vocabulary().city_of.get(district, ())
        city = cities[0] if len(cities) == 1 else ""
    province = province or vocabulary().province_of.get(city, "")
    return Place(province, city, district), rest


def place_alone(text: str) -> Place | None:
    """The place, where the text is nothing else: 上海, Shanghai or HK."""
    spelt = vocabulary().shorter.get(text, text.replace(" ", ""))
    if spelt in place_sounds():
        return Place("", spelt)
    place, rest = place_prefix(text + "  ")
    return place if place and not rest.strip() else None


def _starting(text: str, names: tuple[str, ...]) -> str:
    return next((name for name in names if text.startswith(name)), "")


def _province(text: str) -> tuple[str, str]:
    name = _starting(text, tuple(vocabulary().provinces))
    if not name:
        return "", text
    ending = PROVINCE_ENDING.match(text, len(name))
    return name, text[ending.end() if ending else len(name) :]


def _city(text: str, province: str) -> tuple[str, str]:
    """A city of the province, or any where none was named. A municipality is its own city."""
    if province and not _cities_in(province):
        return province, text
    name = _starting(text, _cities_in(province))
    if not name:
        return "", text
    ending = CITY_ENDING.match(text, len(name))
    is_said = bool(ending and ending.group())
    if not is_said and not province and name in vocabulary().ambiguous:
        return "", text
    return name, text[ending.end() if ending else len(name) :]


def _district(text: str, city: str, province: str) -> tuple[str, str]:
    """A listed district, with its ending or behind a city; an unlisted one only with its ending."""
    name = _starting(text, _districts_in(city))
    if name:
        ending = DISTRICT_ENDING.match(text, len(name))
        if ending:
            return name, text[ending.end() :]
        if city or province or name not in vocabulary().ambiguous:
            return name, text[len(name) :]
    unlisted = UNLISTED.match(text)
    return (unlisted.group()[:-1], text[unlisted.end() :]) if unlisted else ("", text)


@cache
def _cities_in(province: str) -> tuple[str, ...]:
    return _longest_first(
        city for city, over in vocabulary().province_of.items() if not province or over == province
    )


@cache
def _districts_in(city: str) -> tuple[str, ...]:
    return _longest_first(
        name for name, cities in vocabulary().city_of.items() if not city or city in cities
    )


def _longest_first(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(names, key=lambda name: (-len(name), name)))


@cache
def places_within(parent: str) -> frozenset[str]:
    """What lies in a place, all in pinyin."""
    inside = vocabulary().province_of.items()
    districts = ((name, city) for name, cities in vocabulary().city_of.items() for city in cities)
    return frozenset(sound(name) for name, over in (*inside, *districts) if sound(over) == parent)


@cache
def place_sounds() -> frozenset[str]:
    """Every listed place in pinyin, as English names write it."""
    words = vocabulary()
    return frozenset(sound(name) for name in {*words.provinces, *words.province_of, *words.city_of})

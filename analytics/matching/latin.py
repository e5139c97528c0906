"""A company name in the Latin alphabet: words, country or group, legal form, perhaps an office."""

from __future__ import annotations

import re

from analytics.matching.company_words import vocabulary
from analytics.matching.name_parts import Brackets, Name
from analytics.matching.places import Place, place_sounds, places_within
from analytics.matching.spelling import unaccented

DOTTED = re.compile(r"\b(?:[a-z]\.){2,}(?:[a-z]\b\.?)?|\b[a-z]/[a-z]\b")
WORD = re.compile(r"[a-z0-9]+|[^\W\d_]+")
SIGNS = str.maketrans({"&": " and ", "+": " and ", "’": "", "'": ""})
LONGEST_FORM = 5
TWO_WORDED = {
    ("hong", "kong"): "hongkong",
    ("inner", "mongolia"): "innermongolia",
    ("xi", "an"): "xian",
}


def parse(text: str, brackets: Brackets) -> Name:
    words = _words(text)
    whole = "".join([*words, *_words(" ".join(brackets.asides))])
    words, branch = _without_office(words)
    words, forms, is_group, countries = _without_endings(words)
    place, words = _without_place(words)
    branch = branch or "".join(_words(brackets.branch))
    return Name(
        whole=whole or text,
        is_chinese=False,
        own=tuple(words) or (text,),
        place=brackets.place or place,
        forms=frozenset(forms),
        is_group=is_group or brackets.is_group,
        branch=branch,
        numbers=frozenset(w for w in words if w.isdigit()),
        countries=frozenset(countries) | brackets.countries,
        has_department=brackets.has_department,
    )


def _words(text: str) -> list[str]:
    """Words in lower case, accents gone, initials joined, abbreviations written out."""
    plain = unaccented(text).translate(SIGNS)
    joined = DOTTED.sub(lambda initials: re.sub(r"[./]", "", initials.group()) + " ", plain)
    words: list[str] = []
    for word in WORD.findall(joined):
        pair = (words[-1], word) if words else ("", word)
        if pair in TWO_WORDED:
            words[-1] = TWO_WORDED[pair]
        else:
            words.append(vocabulary().shorter.get(word, word))
    return _initials_joined(words)


def _initials_joined(words: list[str]) -> list[str]:
    """Single letters in a row are one word: s a becomes sa."""
    joined: list[str] = []
    was_initial = False
    for word in words:
        is_initial = len(word) == 1 and word.isalpha()
        if is_initial and was_initial:
            joined[-1] += word
        else:
            joined.append(word)
        was_initial = is_initial
    return joined


def _without_office(words: list[str]) -> tuple[list[str], str]:
    """Shanghai Branch, Beijing Rep Office behind a legal form, or behind a known place."""
    office = next(
        (office for office in vocabulary().offices if tuple(words[-len(office) :]) == office), ()
    )
    if not office or len(words) <= len(office):
        return words, ""
    before = words[: -len(office)]
    for end in range(len(before), len(before) - 3, -1):
        if _form_at_end(before[:end]):
            return before[:end], "".join(words[end:])
    is_place = before[-1] in place_sounds() | vocabulary().cities_abroad | vocabulary().countries
    rest = before[:-1] if is_place and len(before) > 1 else before
    return rest, "".join(words[len(rest) :])


def _form_at_end(words: list[str]) -> tuple[str, ...]:
    known = vocabulary().english_forms
    endings = (tuple(words[-length:]) for length in range(min(LONGEST_FORM, len(words) - 1), 0, -1))
    return next((ending for ending in endings if ending in known), ())


def _without_endings(words: list[str]) -> tuple[list[str], set[str], bool, set[str]]:
    forms: set[str] = set()
    countries: set[str] = set()
    is_group = False
    while len(words) > 1:
        if ending := _form_at_end(words):
            forms.add(vocabulary().english_forms[ending])
            words = words[: -len(ending)]
        elif words[-1] in vocabulary().english_groups:
            is_group, words = True, words[:-1]
        elif words[-1] in vocabulary().countries:
            countries.add(words[-1])
            words = words[:-1]
        else:
            break
    return words, forms, is_group, countries


def _without_place(words: list[str]) -> tuple[Place, list[str]]:
    """Up to two places off the front: Foshan Shunde …"""
    places: list[str] = []
    while len(places) < 2 and len(words) > 1:
        if words[0] not in (places_within(places[0]) if places else place_sounds()):
            break
        places.append(words[0])
        words = words[1:]
    return Place("", *places), words

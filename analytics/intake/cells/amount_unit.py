"""What the amounts of a column are in, as its header or the title above the table says: 万元
· in EUR thousands · USD '000.

What cannot be read in full is not guessed at: a person is asked.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain

from analytics.intake.cells.number import AREAS, CURRENCIES, MULTIPLES, UNITS
from analytics.intake.cells.text_keys import BRACKET, NUMBERING, name_key
from analytics.intake.cells.vocabulary import any_part, either, vocabulary

AMOUNTS = vocabulary()["amounts"]
NOTES = frozenset(unicodedata.normalize("NFKC", word).casefold() for word in AMOUNTS["notes"])
LETTERS = {letter: float(multiple) for letter, multiple in AMOUNTS["letters"].items()}
VAGUE = frozenset((*LETTERS, *AMOUNTS["vague"]))
MARKED = {word for word in CURRENCIES if not word[-1].isalpha()}
MARKS = any_part({word[-1] for word in MARKED})
BEFORE_MARKS = any_part({word[:-1] for word in MARKED} - {""})
WORD = re.compile(rf"m2|sqm|{BEFORE_MARKS}?{MARKS}|[a-z]+|\d[\d,.]*|[%‰]")
KNOWN_WORDS = {*CURRENCIES, *MULTIPLES, *UNITS, *NOTES} - {""}
HAN_WORD = re.compile(any_part(word for word in KNOWN_WORDS if not word.isascii()))
BETWEEN = re.compile(r"[\s:;,，、.'’`_×*()\-–—·|]+")
YEAR = re.compile(r"(?:19|20)\d\d")
POWER = re.compile(r"1?(0+)")
SIGN = any_part(word for word in (*CURRENCIES, *MULTIPLES, "000", "000s") if word)
ENDING = re.compile(rf"(?:{SIGN}|[a-z]{{3}}[{''.join(LETTERS)}])[)\]】\s]*$", re.I)
IN_TITLE = re.compile(
    r"(?:(?:^|[\s(（,，;；、\"])|金额|货币|计量|计价)单位\s*[:：]\s*([^()（）]+)"
    r"|\bunits?\s*:\s*([^()]+)"
    r"|\b(in\s[^()]+)",
    re.I,
)
AREA_WORD = re.compile(
    rf"(?:\bin\s+)?(?P<unit>{either(chain.from_iterable(vocabulary()['areas'].values()))})", re.I
)
LISTED = re.compile(r"[、,，;；/\s]")
LONGEST_UNIT = 24


@dataclass(frozen=True)
class Unit:
    """`is_said`: a multiple or a currency stands there; `is_unclear`: so does something that cannot
    be read; `is_counted`: so does what is counted or measured (㎡, people).
    """

    multiple: float = 1.0
    currency: str = ""
    is_said: bool = False
    is_unclear: bool = False
    is_counted: bool = False

    @property
    def is_clear(self) -> bool:
        """Does a unit stand there that can be read in full."""
        return self.is_said and not self.is_unclear


NOTHING = Unit()
UNCLEAR = Unit(is_unclear=True)


@cache
def read_unit(text: str) -> Unit:
    """A text that should be nothing but a unit."""
    words = list(_words(text))
    meanings = [_meaning(word) for word in words]
    currencies = {currency for currency, _ in meanings if currency}
    multiples = {multiple for _, multiple in meanings if multiple}
    if multiples and multiples <= VAGUE and not currencies:
        return UNCLEAR
    values = {_value(multiple) for multiple in multiples}
    is_counted = any(word in UNITS for word in words)
    is_unread = any(
        not any(meaning) and not _is_beside_a_unit(word)
        for word, meaning in zip(words, meanings, strict=True)
    )
    is_mixed = len(values) > 1 or len(currencies) > 1 or (bool(currencies) and is_counted)
    return Unit(
        next(iter(values)) if len(values) == 1 else 1.0,
        next(iter(currencies)) if len(currencies) == 1 else "",
        is_said=bool(multiples or currencies),
        is_unclear=is_unread or is_mixed,
        is_counted=is_counted,
    )


def _words(text: str) -> Iterator[str]:
    """The words of a text without what stands between them; '' for a sign that is no word."""
    rest = _without_blanks(unicodedata.normalize("NFKC", text).casefold().strip())
    while rest:
        match = HAN_WORD.match(rest) or WORD.match(rest)
        word = match[0].rstrip(",.") if match else ""
        yield word
        rest = _without_blanks(rest[max(len(word), 1) :])


def _without_blanks(text: str) -> str:
    """Without what may stand before a word."""
    blanks = BETWEEN.match(text)
    return text[blanks.end() :] if blanks else text


def _is_beside_a_unit(word: str) -> bool:
    """May a word stand beside a multiple or a currency and change nothing."""
    return word in UNITS or word in NOTES or bool(YEAR.fullmatch(word))


def _meaning(word: str) -> tuple[str, str]:
    """(currency, multiple) of a word, '' for what it does not say."""
    if word in CURRENCIES:
        return CURRENCIES[word], ""
    if word in LETTERS or (word and word in MULTIPLES) or _power_of_ten(word):
        return "", word
    for sign in (word[:3], word[-3:]):
        rest = word.replace(sign, "", 1)
        if sign in CURRENCIES and (rest in LETTERS or rest in MULTIPLES):
            return CURRENCIES[sign], rest
    return "", ""


def _power_of_ten(word: str) -> float:
    """1000 for 000, '000 and 1,000; 0 for another number."""
    zeros = POWER.fullmatch(re.sub("[,.]", "", word))
    return float(10 ** len(zeros[1])) if zeros and len(zeros[1]) > 1 else 0.0


def _value(multiple: str) -> float:
    return LETTERS.get(multiple) or MULTIPLES.get(multiple) or _power_of_ten(multiple)


@cache
def unit_ending(header: str) -> tuple[str, str]:
    """A header in the manner of 成交额/万元 or 'Turnover USD thousand' in two: what it names,
    and the unit ('' for none).
    """
    text = NUMBERING.sub("", header)
    if not ENDING.search(unicodedata.normalize("NFKC", text[-LONGEST_UNIT:])):
        return header, ""
    for place in range(max(1, len(text) - LONGEST_UNIT), len(text)):
        around = text[place - 1 : place + 1]
        is_inside_a_word = around.isascii() and around.isalnum()
        ending = text[place:].lstrip("/")
        if not is_inside_a_word and read_unit(ending).is_clear:
            return text[:place], ending
    return header, ""


def header_says(header: str) -> Unit:
    """What a header says in its brackets or at its end."""
    parts = [read_unit(inside) for inside in BRACKET.findall(header)]
    parts.append(read_unit(unit_ending(BRACKET.sub("", header))[1]))
    units = {part for part in parts if part.is_said}
    if len(units) == 1:
        return units.pop()
    return Unit(is_unclear=bool(units) or any(part.is_unclear for part in parts))


def header_unit(header: str) -> tuple[float, str]:
    """The multiple and currency of a header ('': none said); (1, '') where it cannot be read."""
    unit = header_says(header)
    return (1.0, "") if unit.is_unclear else (unit.multiple, unit.currency)


@cache
def area_multiple(header: str) -> float:
    """Square metres in one unit of a header's areas; 1 where it names none or square metres."""
    says = AREA_WORD.search(header)
    return AREAS[name_key(says["unit"])] if says else 1.0


def without_area_unit(header: str) -> str:
    """A header without the unit of its areas."""
    return AREA_WORD.sub("", header)


def title_says(titles: Iterable[str]) -> Unit:
    """What the amounts of a table are in by the lines above it: 单位：万元, (in EUR thousands)."""
    for title in titles:
        for after_unit, after_units, after_in in IN_TITLE.findall(title):
            units = _money_among(after_unit or after_units or after_in, is_loose=bool(after_in))
            if units:
                return units.pop() if len(units) == 1 else UNCLEAR
    return NOTHING


def _money_among(text: str, *, is_loose: bool) -> set[Unit]:
    """What amounts are in, by a list of units that may hold others (万元、平方米).

    `is_loose`: the text is the end of a sentence, so no list, and of no weight where it cannot be
    read.
    """
    whole = read_unit(text)
    is_one = whole.is_clear or is_loose
    parts = [whole] if is_one else [read_unit(part) for part in LISTED.split(text)]
    return {
        part
        for part in parts
        if part.is_said and not part.is_counted and not (part.is_unclear and is_loose)
    }


def amounts_in(header: str, titles: Iterable[str] = ()) -> Unit:
    """What amounts are in by the header, else by the titles; unclear where the two do not fit."""
    own, above = header_says(header), title_says(titles)
    if own.is_unclear:
        return own if own.is_said or not above.is_said else above
    if not own.is_said:
        return above
    is_whole = own.multiple != 1 or (own.currency == "CNY" and "元" in header)
    return own if is_whole or above.multiple == 1 else UNCLEAR

"""What the amounts of a column are in, as its header or the title above the table says: 万元
· in EUR thousands · USD '000.

What cannot be read in full is not guessed at: a person is asked.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from analytics.intake.cells.number import CURRENCIES, MULTIPLES, UNITS
from analytics.intake.cells.text_keys import BRACKET, NUMBERING
from analytics.intake.cells.vocabulary import vocabulary

WORD = re.compile(r"m2|sqm|(?:us|hk|nt|rmb|[asc])?[$€£¥￥₩₹]|[a-z]+|\d[\d,.]*|[%‰]")
NOTES = tuple(
    unicodedata.normalize("NFKC", word).casefold() for word in vocabulary()["amounts"]["notes"]
)
HAN = {word for word in (*CURRENCIES, *MULTIPLES, *UNITS, *NOTES) if word and not word.isascii()}
HAN_WORD = re.compile("|".join(sorted(map(re.escape, HAN), key=len, reverse=True)))
BETWEEN = re.compile(r"[\s:;,，、.'’`_×*()\-–—·|]+")
LETTERS = {"k": 1e3, "t": 1e3, "m": 1e6, "b": 1e9}
VAGUE = (*LETTERS, "十", "百")
YEAR = re.compile(r"(?:19|20)\d\d")
POWER = re.compile(r"1?(0+)")
SIGNS = sorted(
    (re.escape(word) for word in (*CURRENCIES, *MULTIPLES, "000", "000s") if word),
    key=len,
    reverse=True,
)
ENDING = re.compile(rf"(?:{'|'.join(SIGNS)}|[a-z]{{3}}[kmtb])[)\]】\s]*$", re.I)
IN_TITLE = re.compile(
    r"(?:(?:^|[\s(（,，;；、"
    r"])|金额|货币|计量|计价)单位\s*[:：]\s*([^()（）]+)|\bunits?\s*:\s*([^()]+)|\b(in\s[^()]+)",
    re.I,
)
LISTED = re.compile(r"[、,，;；/\s]")
LONGEST_UNIT = 24


@dataclass(frozen=True)
class Unit:
    """`is_said`: a multiple or a currency stands there; `is_unclear`: so does something that cannot
    be read.
    """

    multiple: float = 1.0
    currency: str = ""
    is_said: bool = False
    is_unclear: bool = False
    is_counted: bool = False


NOT_SAID = Unit()


@cache
def read_unit(text: str) -> Unit:
    """A text that should be nothing but a unit."""
    left, multiples, currencies = (
        unicodedata.normalize("NFKC", text).casefold().strip(),
        list[str](),
        set[str](),
    )
    is_unclear = is_counted = False
    while left := BETWEEN.sub("", left, count=1) if BETWEEN.match(left) else left:
        word = _first_word(left)
        left = left[max(len(word), 1) :]
        currency, multiple = _meaning(word)
        is_counted |= word in UNITS
        is_unclear |= not (
            currency or multiple or word in UNITS or word in NOTES or YEAR.fullmatch(word)
        )
        currencies |= {currency} if currency else set()
        multiples += [multiple] if multiple else []
    if multiples and set(multiples) <= set(VAGUE) and not currencies:
        return Unit(is_unclear=True)
    values = {_value(multiple) for multiple in multiples}
    is_unclear |= len(values) > 1 or len(currencies) > 1 or (bool(currencies) and is_counted)
    times = values.pop() if len(values) == 1 else 1.0
    return Unit(
        times,
        "".join(currencies) if len(currencies) == 1 else "",
        bool(multiples or currencies),
        is_unclear,
        is_counted,
    )


def _first_word(left: str) -> str:
    found = HAN_WORD.match(left) or WORD.match(left)
    return found[0].rstrip(",.") if found else ""


def _meaning(word: str) -> tuple[str, str]:
    """(currency, multiple) of a word, '' for what it does not say."""
    if word in CURRENCIES:
        return CURRENCIES[word], ""
    if word in LETTERS or (word and word in MULTIPLES) or _zeros(word):
        return "", word
    for sign in (word[:3], word[-3:]):
        rest = word.replace(sign, "", 1)
        if sign in CURRENCIES and (rest in LETTERS or rest in MULTIPLES):
            return CURRENCIES[sign], rest
    return "", ""


def _zeros(word: str) -> float:
    """1000 for 000, '000 and 1,000; 0 for another number."""
    found = POWER.fullmatch(re.sub("[,.]", "", word))
    return float(10 ** len(found[1])) if found and len(found[1]) > 1 else 0.0


def _value(word: str) -> float:
    return LETTERS.get(word) or MULTIPLES.get(word) or _zeros(word)


@cache
def unit_ending(header: str) -> tuple[str, str]:
    """A header in the manner of 成交额/万元 or 'Turnover USD thousand' in two: what it names,
    and the unit ('' for none).
    """
    text = NUMBERING.sub("", header)
    if not ENDING.search(unicodedata.normalize("NFKC", text[-LONGEST_UNIT:])):
        return header, ""
    for place in range(max(1, len(text) - LONGEST_UNIT), len(text)):
        if text[place - 1 : place + 1].isascii() and text[place - 1 : place + 1].isalnum():
            continue  # in the middle of a word
        found = read_unit(text[place:].lstrip("/"))
        if found.is_said and not found.is_unclear:
            return text[:place], text[place:].lstrip("/")
    return header, ""


def header_says(header: str) -> Unit:
    """What a header says in its brackets or at its end."""
    parts = [read_unit(inside) for inside in BRACKET.findall(header)]
    parts.append(read_unit(unit_ending(BRACKET.sub("", header))[1]))
    told = [part for part in parts if part.is_said]
    if len(told) == 1 or len(set(told)) == 1:
        return told[0]
    return Unit(is_unclear=bool(told) or any(part.is_unclear for part in parts))


def header_unit(header: str) -> tuple[float, str]:
    """The multiple and the currency ('' where none is said) of a header; (1, '') where it cannot be
    read in full.
    """
    found = header_says(header)
    return (1.0, "") if found.is_unclear else (found.multiple, found.currency)


def title_says(titles: Iterable[str]) -> Unit:
    """What the amounts of a table are in by the lines above it: 单位：万元, (in EUR thousands)."""
    for title in titles:
        for groups in IN_TITLE.findall(title):
            said = next(filter(None, groups))
            whole = read_unit(said)
            is_whole = (whole.is_said and not whole.is_unclear) or groups[-1]
            parts = [whole] if is_whole else [read_unit(one) for one in LISTED.split(said)]
            money = {
                part
                for part in parts
                if part.is_said and not part.is_counted and not (part.is_unclear and groups[-1])
            }
            if money:
                return money.pop() if len(money) == 1 else Unit(is_unclear=True)
    return NOT_SAID


def amounts_in(header: str, titles: Iterable[str] = ()) -> Unit:
    """What a column of money is in: the header's word first, then the titles'; unclear where the
    two do not fit together.
    """
    own, above = header_says(header), title_says(titles)
    if own.is_unclear:
        return own if own.is_said or not above.is_said else above
    if not own.is_said:
        return above
    is_told = own.multiple != 1 or (own.currency == "CNY" and "元" in header)
    return own if is_told or above.multiple == 1 else Unit(is_unclear=True)

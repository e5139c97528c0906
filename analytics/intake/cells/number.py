"""Numbers as people write them: 1,234.5 · １２００ · 3.2亿元 · 82% · ￥8,000,000 · 27 ㎡. What is
not certain is refused.
"""

from __future__ import annotations

import re
import unicodedata

from analytics.intake.cells.digit_grouping import pointed
from analytics.intake.cells.remark import Refused
from analytics.intake.cells.text_keys import name_key
from analytics.intake.cells.vocabulary import vocabulary

MULTIPLES = {
    "": 1.0,
    "%": 0.01,
    "‰": 0.001,
    "十": 10.0,
    "百": 100.0,
    "千": 1e3,
    "万": 1e4,
    "萬": 1e4,
    "十万": 1e5,
    "百万": 1e6,
    "千万": 1e7,
    "亿": 1e8,
    "億": 1e8,
    "十亿": 1e9,
    "百亿": 1e10,
    "万亿": 1e12,
    "k": 1e3,
    "thousand": 1e3,
    "m": 1e6,
    "mn": 1e6,
    "million": 1e6,
    "millions": 1e6,
    "bn": 1e9,
    "billion": 1e9,
    "billions": 1e9,
    "thousands": 1e3,
    "mln": 1e6,
    "mio": 1e6,
    "mrd": 1e9,
    "tsd": 1e3,
    "lakh": 1e5,
    "lakhs": 1e5,
    "crore": 1e7,
    "crores": 1e7,
}
CURRENCIES = {
    "人民币": "CNY",
    "rmb": "CNY",
    "rmb¥": "CNY",
    "cny": "CNY",
    "renminbi": "CNY",
    "yuan": "CNY",
    "¥": "CNY",
    "￥": "CNY",
    "元": "CNY",
    "美元": "USD",
    "美金": "USD",
    "usd": "USD",
    "us$": "USD",
    "$": "USD",
    "dollar": "USD",
    "dollars": "USD",
    "欧元": "EUR",
    "eur": "EUR",
    "euro": "EUR",
    "euros": "EUR",
    "€": "EUR",
    "英镑": "GBP",
    "gbp": "GBP",
    "£": "GBP",
    "港元": "HKD",
    "港币": "HKD",
    "hkd": "HKD",
    "hk$": "HKD",
    "日元": "JPY",
    "jpy": "JPY",
    "yen": "JPY",
    "韩元": "KRW",
    "韩币": "KRW",
    "krw": "KRW",
    "₩": "KRW",
    "新台币": "TWD",
    "台币": "TWD",
    "twd": "TWD",
    "nt$": "TWD",
    "新加坡元": "SGD",
    "新元": "SGD",
    "sgd": "SGD",
    "s$": "SGD",
    "澳元": "AUD",
    "aud": "AUD",
    "a$": "AUD",
    "加元": "CAD",
    "cad": "CAD",
    "c$": "CAD",
    "瑞士法郎": "CHF",
    "瑞郎": "CHF",
    "chf": "CHF",
    "卢布": "RUB",
    "rub": "RUB",
    "泰铢": "THB",
    "thb": "THB",
    "卢比": "INR",
    "inr": "INR",
    "₹": "INR",
    "越南盾": "VND",
    "vnd": "VND",
    "澳门元": "MOP",
    "mop": "MOP",
    "林吉特": "MYR",
    "myr": "MYR",
    "迪拉姆": "AED",
    "aed": "AED",
}
UNITS = tuple(name_key(unit) for unit in vocabulary()["units"]["counted"])
SIGNS = tuple(sorted(CURRENCIES, key=len, reverse=True))
ENDINGS = tuple(sorted((*CURRENCIES, *UNITS), key=len, reverse=True))
GROUPED = re.compile(r"([+-]?)(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(?:e([+-]?\d{1,2}))?(.*)")
SIDES = re.compile(r"(\d+(?:\.\d+)?)m?[x×✕✖*](\d+(?:\.\d+)?)m?(?:=\d.*)?")
STANDS = re.compile(
    r"(\d+(?:\.\d+)?)(?:个)?(?:国际)?(?:标准)?(?:标摊|标展|标位|展位|摊位|standardstands?|standardbooths?|booths?|stands?)"
)
FIGURES = re.compile(r"\d[\d.,]*\d")
PLAIN = re.compile(r"[+-]?\d+(\.\d+)?")


def plain_number(text: str) -> float | None:
    """A number written plainly (full-width digits included), else None. Quick; for looking at
    columns, not for storing.
    """
    folded = text if text.isascii() else unicodedata.normalize("NFKC", text)
    folded = folded.strip()
    return float(folded) if PLAIN.fullmatch(folded) else None


def parse_number(text: str, unit: float = 1.0, grouping: str = "") -> float | Refused:
    """The number a cell states. `unit` is the column's multiple; a multiple written in the cell
    itself goes before it.

    `grouping` is what parts thousands: a comma, unless it is said to be a dot.
    """
    key = name_key(text)
    if key.startswith(SIGNS):
        key = key[len(next(sign for sign in SIGNS if key.startswith(sign))) :]
    found = GROUPED.fullmatch(
        FIGURES.sub(lambda digits: pointed(digits[0], grouping), key, count=1)
    )
    if not found:
        return Refused("not_a_number")
    sign, whole, fraction, exponent, rest = found.groups()
    multiple = _multiple(rest)
    if multiple is None:
        return Refused("not_a_number")
    number = float(f"{sign}{whole.replace(',', '')}{fraction or ''}e{exponent or 0}")
    return number * (multiple if multiple != 1 else unit)


def currency_of(text: str) -> str:
    """The currency a cell states, '' where it states none."""
    key = name_key(text)
    if not key.startswith(SIGNS) and not key.endswith(SIGNS):
        return ""
    return CURRENCIES[next(sign for sign in SIGNS if key.startswith(sign) or key.endswith(sign))]


def parse_money(
    text: str, unit: float = 1.0, currency: str = "", grouping: str = ""
) -> float | Refused:
    """An amount in the column's currency; one stated in another is none, for nothing here knows
    that day's rate.
    """
    stated = currency_of(text)
    if stated and currency and stated != currency:
        return Refused("other_currency", (("stated", stated), ("currency", currency)))
    return parse_number(text, unit, grouping)


def parse_area(
    text: str, unit: float = 1.0, stand: float = 0.0, grouping: str = ""
) -> float | Refused:
    """Square metres: 27, 27㎡, 3×3, or 2个标准展位 where a person has said how large a standard
    stand is.
    """
    key = name_key(text)
    if found := SIDES.fullmatch(key):
        return float(found[1]) * float(found[2]) * unit
    if found := STANDS.fullmatch(key):
        return float(found[1]) * stand if stand else Refused("stand_size_unsaid")
    return parse_number(text, unit, grouping)


def _multiple(rest: str) -> float | None:
    """What stands behind the digits: a multiple, a currency, a unit, in this order; None for
    anything else.
    """
    rest = rest.strip("()")
    if rest in MULTIPLES:
        return MULTIPLES[rest]
    for ending in ENDINGS:
        if rest.endswith(ending) and rest[: -len(ending)] in MULTIPLES:
            return MULTIPLES[rest[: -len(ending)]]
    return None


def parse_whole(text: str, unit: float = 1.0, grouping: str = "") -> int | Refused:
    """A whole number."""
    number = parse_number(text, unit, grouping)
    if isinstance(number, Refused):
        return number
    return round(number) if abs(number - round(number)) < 1e-6 else Refused("not_whole")

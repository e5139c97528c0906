"""Numbers as people write them: 1,234.5 · １２００ · 3.2亿元 · 82% · ￥8,000,000 · 27 ㎡. What is not certain is refused."""

from __future__ import annotations

import re
import unicodedata

from analytics.intake.names import BRACKET, name_key
from analytics.intake.remarks import Refused
from analytics.intake.vocabulary import vocabulary

MULTIPLES = {
    "": 1.0, "%": 0.01, "‰": 0.001, "十": 10.0, "百": 100.0, "千": 1e3, "万": 1e4, "萬": 1e4, "十万": 1e5, "百万": 1e6,
    "千万": 1e7, "亿": 1e8, "億": 1e8, "十亿": 1e9, "百亿": 1e10, "万亿": 1e12, "k": 1e3, "thousand": 1e3, "m": 1e6, "mn": 1e6,
    "million": 1e6, "millions": 1e6, "bn": 1e9, "billion": 1e9, "billions": 1e9,
}  # fmt: skip
CURRENCIES = {
    "人民币": "CNY", "rmb": "CNY", "cny": "CNY", "￥": "CNY", "¥": "CNY", "元": "CNY", "美元": "USD", "美金": "USD", "usd": "USD",
    "us$": "USD", "$": "USD", "欧元": "EUR", "eur": "EUR", "€": "EUR", "英镑": "GBP", "gbp": "GBP", "£": "GBP", "港元": "HKD",
    "港币": "HKD", "hkd": "HKD", "日元": "JPY", "jpy": "JPY",
}  # fmt: skip
UNITS = tuple(name_key(unit) for unit in vocabulary()["units"]["counted"])
GROUPED = re.compile(r"([+-]?)(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(?:e([+-]?\d{1,2}))?(.*)")
SIDES = re.compile(r"(\d+(?:\.\d+)?)m?[x×✕✖*](\d+(?:\.\d+)?)m?(?:=\d.*)?")
STANDS = re.compile(
    r"(\d+(?:\.\d+)?)(?:个)?(?:国际)?(?:标准)?(?:标摊|标展|标位|展位|摊位|standardstands?|standardbooths?|booths?|stands?)"
)
PLAIN = re.compile(r"[+-]?\d+(\.\d+)?")


def plain_number(text: str) -> float | None:
    """A number written plainly (full-width digits included), else None. Quick; for looking at columns, not for storing."""
    folded = text if text.isascii() else unicodedata.normalize("NFKC", text)
    folded = folded.strip()
    return float(folded) if PLAIN.fullmatch(folded) else None


def parse_number(text: str, unit: float = 1.0) -> float | Refused:
    """The number a cell states. `unit` is the column's multiple; a multiple written in the cell itself goes before it."""
    key = name_key(text)
    for sign in sorted(CURRENCIES, key=len, reverse=True):
        if key.startswith(sign) and len(key) > len(sign):
            key = key[len(sign) :]
            break
    found = GROUPED.fullmatch(key)
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
    for sign in sorted(CURRENCIES, key=len, reverse=True):
        if key.startswith(sign) or key.endswith(sign):
            return CURRENCIES[sign]
    return ""


def parse_money(text: str, unit: float = 1.0, currency: str = "") -> float | Refused:
    """An amount in the column's currency; one stated in another is none, for nothing here knows that day's rate."""
    stated = currency_of(text)
    if stated and currency and stated != currency:
        return Refused("other_currency", (("stated", stated), ("currency", currency)))
    return parse_number(text, unit)


def parse_area(text: str, unit: float = 1.0, stand: float = 0.0) -> float | Refused:
    """Square metres: 27, 27㎡, 3×3, or 2个标准展位 where a person has said how large a standard stand is."""
    key = name_key(text)
    if found := SIDES.fullmatch(key):
        return float(found[1]) * float(found[2]) * unit
    if found := STANDS.fullmatch(key):
        return float(found[1]) * stand if stand else Refused("stand_size_unsaid")
    return parse_number(text, unit)


def _multiple(rest: str) -> float | None:
    """What stands behind the digits: a multiple, a currency, a unit, in this order; None for anything else."""
    rest = rest.strip("()")
    if rest in MULTIPLES:
        return MULTIPLES[rest]
    for ending in sorted((*CURRENCIES, *UNITS), key=len, reverse=True):
        if rest.endswith(ending) and rest[: -len(ending)] in MULTIPLES:
            return MULTIPLES[rest[: -len(ending)]]
    return None


def parse_whole(text: str, unit: float = 1.0) -> int | Refused:
    """A whole number."""
    number = parse_number(text, unit)
    if isinstance(number, Refused):
        return number
    return round(number) if abs(number - round(number)) < 1e-6 else Refused("not_whole")


def header_unit(header: str) -> tuple[float, str]:
    """What a header in the manner of '成交额（亿美元）' or 'Fee (USD thousand)' says: the multiple, and the currency or ''."""
    for inside in BRACKET.findall(header):
        key = name_key(inside)
        currency = ""
        for name in sorted(CURRENCIES, key=len, reverse=True):
            if name in key:
                currency, key = CURRENCIES[name], key.replace(name, "")
                break
        for unit in UNITS:
            key = key.removesuffix(unit)
        if key in MULTIPLES and (currency or len(key) > 1 or key in "万萬亿億千%"):
            return MULTIPLES[key], currency
    return 1.0, ""

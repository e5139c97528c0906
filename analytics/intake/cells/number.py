"""Numbers as people write them: 1,234.5 · １２００ · 3.2亿元 · 82% · ￥8,000,000 · 27 ㎡. What is
not certain is refused.
"""

from __future__ import annotations

import re
import unicodedata

from analytics.intake.cells.digit_grouping import pointed
from analytics.intake.cells.remark import Refused
from analytics.intake.cells.text_keys import name_key
from analytics.intake.cells.vocabulary import any_part, word_keys, word_meanings

MULTIPLES = {"": 1.0} | {word: float(by) for word, by in word_meanings("multiples").items()}
CURRENCIES = word_meanings("currencies")
UNITS = word_keys("units", "counted")
SIGNS = tuple(sorted(CURRENCIES, key=len, reverse=True))
ENDINGS = tuple(sorted((*CURRENCIES, *UNITS), key=len, reverse=True))
GROUPED = re.compile(r"([+-]?)(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(?:e([+-]?\d{1,2}))?(.*)")
SIDES = re.compile(r"(\d+(?:\.\d+)?)m?[x×✕✖*](\d+(?:\.\d+)?)m?(?:=\d.*)?")
IN_FEET = re.compile(r"(\d+(?:\.\d+)?)(?:'|ft|feet)?[x×✕✖*](\d+(?:\.\d+)?)(?:'|ft|feet)(?:=\d.*)?")
AREAS = {word: float(by) for word, by in word_meanings("areas").items()}
FOOT = 0.3048
STANDS = re.compile(
    rf"(\d+(?:\.\d+)?)(?:个)?(?:国际)?(?:标准)?{any_part(word_keys('units', 'stands'))}"
)
FIGURES = re.compile(r"\d[\d.,]*\d")
GUARDED = ("'-", "'+")
"""An apostrophe that keeps a spreadsheet from reading a sign as a formula."""
PLAIN = re.compile(r"[+-]?\d+(\.\d+)?")


def plain_number(text: str) -> float | None:
    """A number written plainly, else None. Quick: for looking at columns, not for storing."""
    folded = (text if text.isascii() else unicodedata.normalize("NFKC", text)).strip()
    if folded[:2] in GUARDED:
        folded = folded[1:]
    return float(folded) if PLAIN.fullmatch(folded) else None


def parse_number(text: str, unit: float = 1.0, grouping: str = "") -> float | Refused:
    """The number a cell states. `unit` is the column's multiple; a multiple written in the cell
    itself goes before it.

    `grouping` is what parts thousands: a comma, unless it is said to be a dot.
    """
    key = name_key(text)
    currency = next((sign for sign in SIGNS if key.startswith(sign)), "")
    amount = key.removeprefix(currency)
    match = GROUPED.fullmatch(
        FIGURES.sub(lambda digits: pointed(digits[0], grouping), amount, count=1)
    )
    if not match:
        return Refused("not_a_number")
    sign, whole, fraction, exponent, behind = match.groups()
    multiple = _multiple(behind)
    if multiple is None:
        return Refused("not_a_number")
    number = float(f"{sign}{whole.replace(',', '')}{fraction or ''}e{exponent or 0}")
    return number * (multiple if multiple != 1 else unit)


def currency_of(text: str) -> str:
    """The currency a cell states, '' where it states none."""
    key = name_key(text)
    signs = (sign for sign in SIGNS if key.startswith(sign) or key.endswith(sign))
    return CURRENCIES.get(next(signs, ""), "")


def parse_money(
    text: str, unit: float = 1.0, currency: str = "", grouping: str = ""
) -> float | Refused:
    """An amount in the column's currency; one in another is none, for no rate is known here."""
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
    if feet := IN_FEET.fullmatch(key):
        return float(feet[1]) * float(feet[2]) * FOOT**2
    if own := next((word for word in AREAS if key.endswith(word)), ""):
        area = parse_number(key.removesuffix(own), 1.0, grouping)
        return area if isinstance(area, Refused) else area * AREAS[own]
    if sides := SIDES.fullmatch(key):
        return float(sides[1]) * float(sides[2]) * unit
    if stands := STANDS.fullmatch(key):
        return float(stands[1]) * stand if stand else Refused("stand_size_unsaid")
    return parse_number(text, unit, grouping)


def _multiple(behind: str) -> float | None:
    """By what the words behind the digits multiply: a multiple, a currency, a unit, in this order;
    None for anything else.
    """
    words = behind.strip("()")
    if words in MULTIPLES:
        return MULTIPLES[words]
    for ending in ENDINGS:
        multiple = words.removesuffix(ending)
        if multiple != words and multiple in MULTIPLES:
            return MULTIPLES[multiple]
    return None


def parse_whole(text: str, unit: float = 1.0, grouping: str = "") -> int | Refused:
    """A whole number."""
    number = parse_number(text, unit, grouping)
    if isinstance(number, Refused):
        return number
    return round(number) if abs(number - round(number)) < 1e-6 else Refused("not_whole")

"""Which edition a cell, a file's name or a title names: 第八届 · 8th · Edition 8 · 2006年."""

from __future__ import annotations

import re
import unicodedata

from analytics.edition_number import is_edition
from analytics.intake.cells.remark import Refused
from analytics.intake.cells.text_keys import name_key

EDITION = re.compile(r"第?([0-9一二三四五六七八九十百零〇两]+)[届屆期回]?(?:展会|交易会|博览会)?")
EDITION_EN = re.compile(r"(?:edition|fair|no\.?|#)?(\d{1,4})(?:st|nd|rd|th)?(?:edition|fair)?")
YEAR = re.compile(r"(\d{4})年?度?")
IN_TEXT = re.compile(
    r"第\s*([0-9一二三四五六七八九十百零〇两]+)\s*[届屆]"
    r"|(?<![a-z0-9])(\d{1,3})(?:st|nd|rd|th)\b"
    r"|edition[ _-]?(\d{1,3})(?!\d)",
    re.IGNORECASE,
)
YEAR_IN_TEXT = re.compile(r"(?<!\d)((?:19|20)\d{2})(?!\d)")
DIGITS = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
TENS = {"十": 10, "百": 100}


def parse_edition(text: str) -> int | Refused:
    """第八届, 8, 8th, Edition 8 -> 8; 2006 and '2006年' -> 2006 (a year: from 1850 on)."""
    key = re.sub(r"\.0$", "", name_key(text))
    match = EDITION.fullmatch(key) or EDITION_EN.fullmatch(key) or YEAR.fullmatch(key)
    number = whole_number(match[1]) if match else None
    return number if number and is_edition(number) else Refused("not_an_edition")


def whole_number(text: str) -> int | None:
    """12, or 十二, or 一百零三."""
    if text.isdigit():
        return int(text)
    total, digit = 0, 0
    for sign in text:
        if sign in DIGITS:
            digit = DIGITS[sign]
        elif sign in TENS:
            total, digit = total + (digit or 1) * TENS[sign], 0
        else:
            return None
    return total + digit


def edition_in(*texts: str) -> tuple[int | None, int | None]:
    """The edition number and the year that a file's name or title mention, where they do."""
    number = year = None
    for text in texts:
        folded = unicodedata.normalize("NFKC", text).replace("_", " ")
        if number is None and (match := IN_TEXT.search(folded)):
            number = whole_number(next(filter(None, match.groups())))
        if year is None and (match := YEAR_IN_TEXT.search(folded)):
            year = int(match[1])
    return number, year

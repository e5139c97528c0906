"""Days, editions, yes and no, as people write them. A day/month order that cannot be known is
asked, never assumed.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, time

from analytics.intake.cells.remark import Refused
from analytics.intake.cells.text_keys import name_key
from analytics.intake.cells.vocabulary import vocabulary

YEAR_FIRST = re.compile(
    r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[\sT,（(].*)?", re.S
)
REPUBLICAN = re.compile(
    r"(?:中[华華])?民[国國]\s*(\d{1,3}|元)\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[\sT,（(].*)?",
    re.S,
)
COMPACT = re.compile(r"((?:19|20)\d{2})(\d{2})(\d{2})")
YEAR_LAST = re.compile(r"(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4})(?:[\sT,].*)?", re.S)
YEAR_SHORT = re.compile(r"(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{1,2})(?:[\sT,].*)?", re.S)
NAMED = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th)?[-\s./]*([a-z]{3,9})[-\s./,]*(\d{2}|\d{4})(?:[\sT,].*)?", re.I | re.S
)
NAMED_FIRST = re.compile(
    r"([a-z]{3,9})[-\s.]*(\d{1,2})(?:st|nd|rd|th)?[-\s,]+(\d{4})(?:[\sT,].*)?", re.I | re.S
)
CLOCK = re.compile(
    r"(?:(上午|下午|晚上|凌晨|中午)\s*)?(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?\s*(?:(上午|下午|晚上|凌晨|中午|[ap]\.?m\.?)(?![a-z]))?",
    re.I,
)
AFTERNOON = ("下午", "晚上", "中午", "pm")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
EDITION = re.compile(r"第?([0-9一二三四五六七八九十百零〇两]+)[届屆期回]?(?:展会|交易会|博览会)?")
EDITION_EN = re.compile(r"(?:edition|fair|no\.?|#)?(\d{1,4})(?:st|nd|rd|th)?(?:edition|fair)?")
IN_TEXT = re.compile(
    r"第\s*([0-9一二三四五六七八九十百零〇两]+)\s*[届屆]|(?<![a-z0-9])(\d{1,3})(?:st|nd|rd|th)\b|edition["
    r" _-]?(\d{1,3})(?!\d)",
    re.IGNORECASE,
)
YEAR_IN_TEXT = re.compile(r"(?<!\d)((?:19|20)\d{2})(?!\d)")
DIGITS = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
YES = frozenset(vocabulary()["yes_no"]["yes"])
NO = frozenset(vocabulary()["yes_no"]["no"])
FIRST_YEAR = 1850
BEFORE_REPUBLIC = 1911  # 民国元年 is 1912
LAST_EDITION = 9999


def parse_day(text: str, order: str = "") -> date | Refused:
    """A calendar day; the time of day is left aside. `order` ('dmy' or 'mdy') settles
    01/10/2006.
    """
    folded = unicodedata.normalize("NFKC", text).strip()
    if found := YEAR_FIRST.fullmatch(folded) or COMPACT.fullmatch(folded):
        year, month, day = (int(part) for part in found.groups())
        return _day(year, month, day)
    if found := REPUBLICAN.fullmatch(folded):
        return _day(
            BEFORE_REPUBLIC + int(found[1].replace("元", "1")), int(found[2]), int(found[3])
        )
    if found := YEAR_LAST.fullmatch(folded):
        return _year_last(int(found[1]), int(found[2]), int(found[3]), order)
    if found := YEAR_SHORT.fullmatch(folded):
        return _year_short(folded, order)
    if found := NAMED.fullmatch(folded):
        return _named(found[3], found[2], int(found[1]))
    if found := NAMED_FIRST.fullmatch(folded):
        return _named(found[3], found[1], int(found[2]))
    return Refused("not_a_date")


def parse_moment(text: str, order: str = "") -> datetime | Refused:
    """A day with its hour where the text says one, else at midnight."""
    day = parse_day(text, order)
    if isinstance(day, Refused):
        return day
    found = CLOCK.search(unicodedata.normalize("NFKC", text))
    return datetime.combine(day, _clock(found) if found else time(0))


def _clock(found: re.Match[str]) -> time:
    """An hour as said; midnight for one that no clock shows."""
    half = (found[1] or found[5] or "").casefold().replace(".", "")
    hour = int(found[2])
    if half in AFTERNOON and hour < 12:
        hour += 12
    elif half in ("am", "上午", "凌晨") and hour == 12:
        hour = 0
    try:
        return time(hour, int(found[3]), int(found[4] or 0))
    except ValueError:
        return time(0)


def _day(year: int, month: int, day: int) -> date | Refused:
    try:
        return date(year, month, day)
    except ValueError:
        return Refused("not_a_date")


def _year_last(first: int, second: int, year: int, order: str) -> date | Refused:
    if order == "dmy" or (not order and first > 12):
        return _day(year, second, first)
    if order == "mdy" or (not order and second > 12) or first == second:
        return _day(year, first, second)
    return Refused("ambiguous_date")


def _readings(folded: str) -> dict[str, date]:
    """The days that a date may mean of which the order, or even the year, has to be said: order ->
    day.
    """
    last, short = YEAR_LAST.fullmatch(folded), YEAR_SHORT.fullmatch(folded)
    found = last or short
    if not found:
        return {}
    a, b, c = (int(part) for part in found.groups())
    meant = {"dmy": (_full(c), b, a), "mdy": (_full(c), a, b)} | (
        {} if last else {"ymd": (_full(a), b, c)}
    )
    days = {order: _day(*parts) for order, parts in meant.items()}
    return {order: day for order, day in days.items() if not isinstance(day, Refused)}


def _full(year: int) -> int:
    return year if year > 99 else year + (2000 if year < 70 else 1900)


def _year_short(folded: str, order: str) -> date | Refused:
    """03/05/24: certain only where a single order makes it a day, or a person has said which."""
    readings = _readings(folded)
    days = {readings[order]} if order in readings else set() if order else set(readings.values())
    return days.pop() if len(days) == 1 else Refused("ambiguous_date" if days else "not_a_date")


def _named(year: str, month: str, day: int) -> date | Refused:
    if month.casefold()[:3] not in MONTHS:
        return Refused("not_a_date")
    return _day(_full(int(year)), MONTHS.index(month.casefold()[:3]) + 1, day)


def day_order(texts: list[str]) -> str:
    """The order a column's own values prove: 'dmy', 'mdy' or (24-3-5) 'ymd', 'ask' where none does
    or they disagree, '' where none is needed.
    """
    told = [_readings(unicodedata.normalize("NFKC", text).strip()) for text in texts]
    open_ones = [
        readings for readings in told if len(set(readings.values())) > 1 or len(readings) == 1
    ]
    if not open_ones:
        return ""
    proven = set.intersection(*(set(readings) for readings in open_ones))
    return proven.pop() if len(proven) == 1 else "ask"


def is_short(text: str) -> bool:
    """A date whose year has two digits."""
    return bool(YEAR_SHORT.fullmatch(unicodedata.normalize("NFKC", text).strip()))


def parse_edition(text: str) -> int | Refused:
    """第八届, 8, 8th, Edition 8 -> 8; 2006 and '2006年' -> 2006 (a year: from 1850 on)."""
    key = name_key(text)
    key = re.sub(r"\.0$", "", key)
    found = (
        EDITION.fullmatch(key) or EDITION_EN.fullmatch(key) or re.fullmatch(r"(\d{4})年?度?", key)
    )
    number = whole_number(found[1]) if found else None
    return number if number and is_edition(number) else Refused("not_an_edition")


def is_edition(number: int) -> bool:
    """Can an edition have this number, which may be a year."""
    return 1 <= number <= LAST_EDITION


def whole_number(text: str) -> int | None:
    """12, or 十二, or 一百零三."""
    if text.isdigit():
        return int(text)
    total, digit = 0, 0
    for sign in text:
        if sign in DIGITS:
            digit = DIGITS[sign]
        elif sign in "十百":
            total, digit = total + (digit or 1) * (10 if sign == "十" else 100), 0
        else:
            return None
    return total + digit


def edition_in(*texts: str) -> tuple[int | None, int | None]:
    """The edition number and the year that a file's name or title mention, where they do."""
    number = year = None
    for text in texts:
        folded = unicodedata.normalize("NFKC", text).replace("_", " ")
        if number is None and (found := IN_TEXT.search(folded)):
            number = whole_number(next(group for group in found.groups() if group))
        if year is None and (found := YEAR_IN_TEXT.search(folded)):
            year = int(found[1])
    return number, year


def parse_yes_no(text: str) -> bool | Refused:
    key = name_key(text)
    if key in YES:
        return True
    return False if key in NO else Refused("not_yes_or_no")

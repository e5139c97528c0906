"""Days and hours as people write them. A day/month order is proven or asked, never assumed."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, time

from analytics.intake.cells.remark import Refused

HOUR_BEHIND = r"(?:[\sT,].*)?"
YEAR_FIRST = re.compile(
    r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[\sT,（(].*)?", re.S
)
REPUBLICAN = re.compile(
    r"(?:中[华華])?民[国國]\s*(\d{1,3}|元)\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?"
    r"(?:[\sT,（(].*)?",
    re.S,
)
COMPACT = re.compile(r"((?:19|20)\d{2})(\d{2})(\d{2})")
YEAR_LAST = re.compile(rf"(\d{{1,2}})\s*[-/.]\s*(\d{{1,2}})\s*[-/.]\s*(\d{{4}}){HOUR_BEHIND}", re.S)
YEAR_SHORT = re.compile(
    rf"(\d{{1,2}})\s*[-/.]\s*(\d{{1,2}})\s*[-/.]\s*(\d{{1,2}}){HOUR_BEHIND}", re.S
)
NAMED = re.compile(
    rf"(\d{{1,2}})(?:st|nd|rd|th)?[-\s./]*([a-z]{{3,9}})[-\s./,]*(\d{{2}}|\d{{4}}){HOUR_BEHIND}",
    re.I | re.S,
)
NAMED_FIRST = re.compile(
    rf"([a-z]{{3,9}})[-\s.]*(\d{{1,2}})(?:st|nd|rd|th)?[-\s,]+(\d{{4}}){HOUR_BEHIND}", re.I | re.S
)
CLOCK = re.compile(
    r"(?:(上午|下午|晚上|凌晨|中午)\s*)?"
    r"(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?\s*"
    r"(?:(上午|下午|晚上|凌晨|中午|[ap]\.?m\.?)(?![a-z]))?",
    re.I,
)
AFTERNOON = ("下午", "晚上", "中午", "pm")
MORNING = ("am", "上午", "凌晨")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
BEFORE_REPUBLIC = 1911  # 民国元年 is 1912
LAST_OF_2000S = 69


def parse_day(text: str, order: str = "") -> date | Refused:
    """A calendar day, its hour left aside. `order` ('dmy' or 'mdy') settles 01/10/2006."""
    folded = unicodedata.normalize("NFKC", text).strip()
    if match := YEAR_FIRST.fullmatch(folded) or COMPACT.fullmatch(folded):
        return _day(*map(int, match.groups()))
    if match := REPUBLICAN.fullmatch(folded):
        year = BEFORE_REPUBLIC + int(match[1].replace("元", "1"))
        return _day(year, int(match[2]), int(match[3]))
    if match := YEAR_LAST.fullmatch(folded):
        return _year_last(int(match[1]), int(match[2]), int(match[3]), order)
    if YEAR_SHORT.fullmatch(folded):
        return _year_short(folded, order)
    if match := NAMED.fullmatch(folded):
        return _month_named(match[3], match[2], int(match[1]))
    if match := NAMED_FIRST.fullmatch(folded):
        return _month_named(match[3], match[1], int(match[2]))
    return Refused("not_a_date")


def parse_moment(text: str, order: str = "") -> datetime | Refused:
    """A day with its hour where the text says one, else at midnight."""
    day = parse_day(text, order)
    if isinstance(day, Refused):
        return day
    clock = CLOCK.search(unicodedata.normalize("NFKC", text))
    return datetime.combine(day, _hour(clock) if clock else time(0))


def _hour(clock: re.Match[str]) -> time:
    """An hour as written; midnight for one that no clock shows."""
    half = (clock[1] or clock[5] or "").casefold().replace(".", "")
    hour = int(clock[2])
    if half in AFTERNOON and hour < 12:
        hour += 12
    elif half in MORNING and hour == 12:
        hour = 0
    try:
        return time(hour, int(clock[3]), int(clock[4] or 0))
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
    """Order -> day, for the days that a date may mean whose order, or even year, has to be said."""
    last, short = YEAR_LAST.fullmatch(folded), YEAR_SHORT.fullmatch(folded)
    match = last or short
    if not match:
        return {}
    first, second, third = (int(part) for part in match.groups())
    orders = {"dmy": (_full(third), second, first), "mdy": (_full(third), first, second)}
    if not last:
        orders["ymd"] = (_full(first), second, third)
    days = {order: _day(*parts) for order, parts in orders.items()}
    return {order: day for order, day in days.items() if not isinstance(day, Refused)}


def _full(year: int) -> int:
    if year > 99:
        return year
    return year + (2000 if year <= LAST_OF_2000S else 1900)


def _year_short(folded: str, order: str) -> date | Refused:
    """03/05/24: certain only where a single order makes it a day, or a person has said which."""
    readings = _readings(folded)
    days = {day for own, day in readings.items() if not order or own == order}
    return days.pop() if len(days) == 1 else Refused("ambiguous_date" if days else "not_a_date")


def _month_named(year: str, month: str, day: int) -> date | Refused:
    short = month.casefold()[:3]
    if short not in MONTHS:
        return Refused("not_a_date")
    return _day(_full(int(year)), MONTHS.index(short) + 1, day)


def day_order(texts: list[str]) -> str:
    """The order a column's own values prove: 'dmy', 'mdy' or (24-3-5) 'ymd', 'ask' where none does
    or they disagree, '' where none is needed.
    """
    readings_of_texts = [_readings(unicodedata.normalize("NFKC", text).strip()) for text in texts]
    open_readings = [
        readings
        for readings in readings_of_texts
        if len(set(readings.values())) > 1 or len(readings) == 1
    ]
    if not open_readings:
        return ""
    proven = set.intersection(*(set(readings) for readings in open_readings))
    return proven.pop() if len(proven) == 1 else "ask"


def is_short(text: str) -> bool:
    """A date whose year has two digits."""
    return bool(YEAR_SHORT.fullmatch(unicodedata.normalize("NFKC", text).strip()))

"""What a number of an SPSS file stands for, by its print format: a day, a duration, a share.

SPSS keeps days and moments as seconds since 14 October 1582, durations as seconds.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime, timedelta

from analytics.intake.file.workbook import as_text

FIRST_DAY = datetime(1582, 10, 14)
DAYS = ("DATE", "ADATE", "EDATE", "JDATE", "SDATE", "MOYR", "QYR", "WKYR")
MOMENTS = ("DATETIME", "YMDHMS")
DURATIONS = ("TIME", "DTIME", "MTIME")
SHARES = ("PCT",)
DOLLARS = ("DOLLAR",)
WEEKDAYS = ("Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday")
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
NAMES = {"WKDAY": WEEKDAYS, "MONTH": MONTHS}
NAME = re.compile(r"[A-Z]+")
LONGEST_WIDTH, SEGMENT, WORD = 255, 252, 8


def written_as(print_format: str) -> Callable[[float], str]:
    """How a person would write the numbers of a variable with this format."""
    name = (NAME.match(print_format) or [""])[0]
    if name in DAYS or name in MOMENTS:
        return _moment
    if name in DURATIONS:
        return _duration
    if name in SHARES:
        return lambda number: f"{as_text(number)}%"
    if name in DOLLARS:
        return lambda number: f"${as_text(number)}"
    if name in NAMES:
        return lambda number: _named(number, NAMES[name])
    return as_text


def _moment(seconds: float) -> str:
    try:
        return as_text(FIRST_DAY + timedelta(seconds=round(seconds)))
    except OverflowError:
        return as_text(seconds)


def _duration(seconds: float) -> str:
    """Hours may go beyond a day: 30:15:00."""
    hours, rest = divmod(round(abs(seconds)), 3600)
    sign = "-" if seconds < 0 else ""
    return f"{sign}{hours}:{rest // 60:02}:{rest % 60:02}"


def _named(number: float, names: tuple[str, ...]) -> str:
    place = int(number) - 1
    return names[place] if number == int(number) and 0 <= place < len(names) else as_text(number)


def weighting_variable(head: bytes, formats: list[tuple[str, str]]) -> str:
    """The variable a .sav is weighted by, of its (name, print format) in order; '' for none. The
    header counts places of eight bytes, of which a string takes several.
    """
    if len(head) < 80:
        return ""
    order = "little" if head[64:68] in (b"\x02\0\0\0", b"\x03\0\0\0") else "big"
    index = int.from_bytes(head[76:80], order)  # type: ignore[arg-type]
    place = 1
    for name, print_format in formats:
        if place == index:
            return name
        place += _places(print_format)
    return ""


def _places(print_format: str) -> int:
    width = int((re.search(r"\d+", print_format) or ["0"])[0])
    if not print_format.startswith("A"):
        return 1
    if width <= LONGEST_WIDTH:
        return max(1, -(-width // WORD))
    whole, rest = divmod(width, SEGMENT)
    return whole * -(-LONGEST_WIDTH // WORD) + -(-rest // WORD)

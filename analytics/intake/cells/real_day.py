"""Days that nobody means: what programs write where they know no day, and days to come."""

from __future__ import annotations

from datetime import date, timedelta

from analytics.intake.cells.remark import Refused

PLACEHOLDERS = frozenset(
    (
        *(date(1899, 12, 30), date(1899, 12, 31), date(1900, 1, 1), date(1900, 1, 2)),
        *(date(1904, 1, 1), date(1904, 1, 2), date(1970, 1, 1), date(1601, 1, 1)),
        *(date(1753, 1, 1), date(1582, 10, 14), date(1, 1, 1), date(2079, 6, 6)),
        *(date(9999, 12, 31), date(2999, 12, 31), date(2099, 12, 31), date(9999, 9, 9)),
    )
)
FIRST_YEAR, FURTHEST = 1950, timedelta(days=36_525)
CLOCKS_DIFFER = timedelta(days=1)


def doubted(day: date, today: date, *, may_come: bool) -> Refused | None:
    """Why a day is none: a placeholder, or one to come where only the past can be meant."""
    if day in PLACEHOLDERS or day - today > FURTHEST:
        return Refused("day_nobody_means")
    if may_come:
        return None
    if day.year < FIRST_YEAR:
        return Refused("day_nobody_means")
    return Refused("day_to_come") if day > today + CLOCKS_DIFFER else None

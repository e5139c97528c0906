"""The day up to which the store knows which editions are over; when it turns, so may they."""

from __future__ import annotations

from datetime import date

import duckdb

from analytics.store import derive

KNOWN_DAY = "select value::date from settings where name = 'today'"
TURNING = """-- one row per fair with an edition that is over on one of two days, not on the other
select distinct fair_id
from editions
where is_over(is_said_held, starts_on, ends_on, year, $before::date)
    <> is_over(is_said_held, starts_on, ends_on, year, $after::date)
order by 1
"""
TURN = "insert or replace into settings values ('today', ?)"


def fairs_turning(cursor: duckdb.DuckDBPyConnection, day: date) -> list[str] | None:
    """The fairs of which an edition is over by this day and was not before, or the other way round;
    None where the store knows the day already.
    """
    ((known,),) = cursor.execute(KNOWN_DAY).fetchall()
    if known == day:
        return None
    days = {"before": known, "after": day}
    return [fair for (fair,) in cursor.execute(TURNING, days).fetchall()]


def turn(cursor: duckdb.DuckDBPyConnection, day: date, fairs: list[str]) -> None:
    """Bring the registers of these fairs to a day."""
    cursor.execute(TURN, [day.isoformat()])
    for fair in fairs:
        derive.refresh(cursor, fair, [])

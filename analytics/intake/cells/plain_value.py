"""Is a cell plainly a number or a day: enough to tell values from names, without reading them."""

from __future__ import annotations

from analytics.intake.cells.date import COMPACT, YEAR_FIRST, YEAR_LAST
from analytics.intake.cells.number import plain_number

DAYS = (YEAR_FIRST, YEAR_LAST, COMPACT)


def is_value(text: str) -> bool:
    """Does a cell hold a number or a day and nothing else."""
    text = text.strip()
    return plain_number(text) is not None or any(day.fullmatch(text) for day in DAYS)

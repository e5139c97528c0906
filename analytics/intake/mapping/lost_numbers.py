"""Numbers of a register that no field takes in: whoever fills a column on nearly every line means
something by it, so nothing is stored until somebody says that it may be left out.
"""

from __future__ import annotations

import re
from functools import cache

from analytics.edition_number import FIRST_YEAR
from analytics.intake.cells.text_keys import header_key
from analytics.intake.cells.vocabulary import either, vocabulary, word_keys
from analytics.intake.mapping.column_use import Mapping
from analytics.intake.mapping.doubt import Doubt
from analytics.intake.mapping.known_fair import Known
from analytics.intake.mapping.question_header import names_a_rating
from analytics.intake.table.file_kinds import is_tool_column
from analytics.intake.table.inspection import ColumnSeen, Inspection

NEARLY_ALL, WELL_FILLED = 0.9, 0.5
LAST_YEAR = 2100
FEWEST = 3
RATE = re.compile(r"\d+(?:[.,]\d+)?\s*%")


def lost_numbers(mapping: Mapping, inspection: Inspection, known: Known) -> list[Doubt]:
    """One question about all well-filled columns of numbers that a list of bookings leaves out."""
    if mapping.kind != "participations":
        return []
    lines = max((column.filled for column in inspection.columns), default=0)
    lost = tuple(
        column.name
        for column in inspection.columns
        if _is_lost(column, mapping) and column.filled >= max(FEWEST, WELL_FILLED * lines)
    )
    return [Doubt("numbers_lost", lost)] if lost else []


def is_taxed(header: str, kind_of_amount: str) -> bool:
    """Does a header name the amount with tax ('gross'), or the tax alone ('tax')."""
    bare = header_key(RATE.sub("", header))
    return bare in word_keys("taxed", kind_of_amount)


def _is_lost(column: ColumnSeen, mapping: Mapping) -> bool:
    use = mapping.use(column.name)
    if use.target != "ignore" or use.doubt or column.numeric_share < NEARLY_ALL:
        return False
    if names_a_rating(column.name):
        return False  # a rating in a register is left out and named, as any answer is
    if column.contact or column.follows_from or is_tool_column(column.name):
        return False
    is_beside_fee = mapping.field_column("fee") is not None and any(
        is_taxed(column.name, amount) for amount in ("gross", "tax")
    )
    return not is_beside_fee and not _is_numbering(column)


def _is_numbering(column: ColumnSeen) -> bool:
    """Do numbers only tell lines apart, or say a year."""
    if column.lowest is None or column.highest is None or _numbering().search(column.name):
        return True
    is_year = column.lowest >= FIRST_YEAR and column.highest <= LAST_YEAR
    is_one_to_n = column.lowest in (0, 1) and column.highest - column.lowest + 1 == column.filled
    return is_year or (is_one_to_n and column.distinct == column.filled)


@cache
def _numbering() -> re.Pattern[str]:
    return re.compile(either(vocabulary()["numbering"]["parts"]), re.IGNORECASE)

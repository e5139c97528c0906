"""“Size” over values with units of area is the stand's area, not how large the company is."""

from __future__ import annotations

import re

from analytics.intake.cells.amount_unit import AREA_WORD
from analytics.intake.table.file_kinds import EXHIBITORS, Field, Kind, field_named, kind_of
from analytics.intake.table.inspection import ColumnSeen

SQUARE_METRES = re.compile(r"\d\s*(?:m2|m²|㎡|sqm|sq\.?\s?m\b|qm|平米|平方米|平方)", re.IGNORECASE)
MOSTLY = 0.5
LIST_OF_EXHIBITORS = next(field for field in EXHIBITORS if field.key == "size_band")


def field_of(kind: Kind, column: ColumnSeen) -> Field | None:
    """The field of a kind that a column is by its header, or by the units of its values where the
    header only says size.
    """
    named = field_named(kind, column.name)
    says_size = field_named(kind_of("exhibitors"), column.name) == LIST_OF_EXHIBITORS
    if says_size and named in (None, LIST_OF_EXHIBITORS) and _are_areas(column):
        return kind.field("booth_area_sqm")
    return named


def _are_areas(column: ColumnSeen) -> bool:
    areas = sum(count for text, count in column.common if _is_area(text))
    return areas > MOSTLY * sum(count for _, count in column.common)


def _is_area(text: str) -> bool:
    has_number = any(sign.isdigit() for sign in text)
    return has_number and bool(SQUARE_METRES.search(text) or AREA_WORD.search(text))

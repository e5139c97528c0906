"""The field of a column: what its header names, where its values can be that."""

from __future__ import annotations

from analytics.intake.cells.text_keys import header_key
from analytics.intake.cells.vocabulary import CHINESE, word_meanings
from analytics.intake.mapping.column_use import ColumnUse
from analytics.intake.mapping.qualifying_columns import says
from analytics.intake.mapping.stand_size import field_of
from analytics.intake.table.file_kinds import Field, Kind
from analytics.intake.table.inspection import ColumnSeen

MOSTLY = 0.5
YES_AND_NO = 2
IF_FREE = word_meanings("fields_if_free")


def named_field(kind: Kind, column: ColumnSeen) -> Field | None:
    """The field a column holds. In a survey, exhibitors that are numbers or rating words
    are what is asked about, no names; a moment is no yes or no.
    """
    field = field_of(kind, column)
    if field is None or not column.filled:
        return field
    if field.key == "region" and all(says(value) for value, _ in column.common):
        return None  # the state of a booking, not of a country
    is_rated = max(column.numeric_share, column.word_share) > MOSTLY
    if kind.audience and field.key == "name" and is_rated:
        return None
    is_dated = column.date_share or column.numeric_share
    if field.form == "moment" and not is_dated and column.distinct <= YES_AND_NO:
        return None
    return field


def with_english_name(
    uses: list[ColumnUse], columns: tuple[ColumnSeen, ...], kind: Kind
) -> list[ColumnUse]:
    """Of two columns of company names, one Chinese and one not, the other is the English name."""
    names = [place for place, use in enumerate(uses) if (use.target, use.key) == ("field", "name")]
    held = {use.key for use in uses if use.target == "field"}
    if len(names) != 2 or kind.field("name_en") is None or "name_en" in held:
        return uses
    chinese = [place for place in names if _is_chinese(columns[place])]
    if len(chinese) != 1:
        return uses
    other = next(place for place in names if place not in chinese)
    uses = list(uses)
    uses[other] = ColumnUse(columns[other].name, "field", "name_en")
    return uses


def _is_chinese(column: ColumnSeen) -> bool:
    """Are most of a column's values written in Chinese."""
    written = sum(bool(CHINESE.search(value)) for value, _ in column.common)
    return written > MOSTLY * len(column.common)


def in_free_fields(uses: list[ColumnUse], kind: Kind) -> list[ColumnUse]:
    """With columns in a field that no better column holds: the city where there is no province."""
    held = {use.key for use in uses if use.target == "field"}
    filled = []
    for use in uses:
        key = IF_FREE.get(header_key(use.column), "")
        if use.target == "ignore" and not use.doubt and key and kind.field(key) and key not in held:
            use = ColumnUse(use.column, "field", key)
            held.add(key)
        filled.append(use)
    return filled

"""Which end of a rating is best: why a person has to say so, and what is suggested."""

from __future__ import annotations

from dataclasses import replace

from analytics.intake.cells.best_end import agrees, says_something_bad
from analytics.intake.mapping.column_use import NO_DIRECTION, ColumnUse, Mapping
from analytics.intake.table.inspection import ColumnSeen, Inspection


def direction_point(use: ColumnUse, column: ColumnSeen) -> str:
    """Why a person has to say which end of a rating is best; '' where somebody has, or nothing
    speaks against the mapping.
    """
    if not use.is_rating or use.direction:
        return ""
    if use.doubt == NO_DIRECTION or _is_complaint(use, column):
        return NO_DIRECTION
    if any(word.isdigit() for word, _ in use.words):
        return ""  # what each number stands for is said
    if column.direction == "unclear" or column.direction == ("up" if use.is_reversed else "down"):
        return "direction_unclear"
    is_against = column.against and use.target in ("item", "measure") and not use.is_reversed
    return "needs_direction" if is_against else ""


def accepted(mapping: Mapping, inspection: Inspection) -> Mapping:
    """The mapping with the directions it suggests said, where its guesses are accepted."""
    if not mapping.accepts_guesses:
        return mapping
    for use in mapping.columns:
        column = inspection.column(use.column)
        if column is not None and direction_point(use, column):
            is_down = suggests_lowest(use, column)
            way = "down" if is_down else "up"
            mapping = mapping.with_use(replace(use, direction=way, is_reversed=is_down))
    return mapping


def suggests_lowest(use: ColumnUse, column: ColumnSeen) -> bool:
    """Is the lowest number taken as best where nobody says another thing: of a complaint, and of
    answers that run against all others.
    """
    reason = direction_point(use, column)
    return use.is_reversed or reason == "needs_direction" or _is_complaint(use, column)


def _is_complaint(use: ColumnUse, column: ColumnSeen) -> bool:
    """Agreement with a statement that says something bad: the best end is not that of agreeing."""
    is_judged = use.target in ("item", "measure") and not use.is_reversed
    return (
        is_judged
        and says_something_bad(column.name)
        and agrees(column.name, (text for text, _ in column.common))
    )

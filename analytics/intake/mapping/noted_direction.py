"""Which end of the ratings is best, as the file says beside its table: in a title, in a note below
it, on another sheet.

One statement that fits the scale holds for every rating that says nothing itself; of what does not
fit, or does not agree, a person is asked.
"""

from __future__ import annotations

from dataclasses import replace

from analytics.intake.cells.best_end import direction_of_note, named_ends
from analytics.intake.cells.rating import Scale
from analytics.intake.mapping.column_use import BLOCKING, NO_DIRECTION, ColumnUse
from analytics.intake.mapping.question_header import read_question
from analytics.intake.table.inspection import ColumnSeen, Inspection

ELSEWHERE = ("recommend",)
"""Is asked on a scale of its own, whatever the others are."""


def with_noted_direction(
    uses: list[ColumnUse], inspection: Inspection, mapped_before: set[str]
) -> list[ColumnUse]:
    """The ratings with the direction that the file states beside its table."""
    notes = [note for note in _notes(inspection) if direction_of_note(note)]
    ways = {direction_of_note(note) for note in notes}
    if not ways or ways == {"up"} and not any(use.is_reversed for use in uses):
        return uses
    ends = [number for note in notes for number, lean in named_ends(note) if abs(lean) == 1]
    way = ways.pop() if len(ways) == 1 else "unclear"
    return [
        _directed(use, way, ends, is_settled=use.column in mapped_before)
        if _is_open(use, inspection.column(use.column))
        else use
        for use in uses
    ]


def _notes(inspection: Inspection) -> tuple[str, ...]:
    below = (remark.value for remark in inspection.remarks if remark.reason == "footnote")
    return (*inspection.titles, *(text for text in below if text), *inspection.notes)


def _is_open(use: ColumnUse, column: ColumnSeen | None) -> bool:
    """A rating in numbers that does not say itself which end is best."""
    if column is None or column.is_worded or use.words or use.direction or use.form:
        return False
    is_judged = use.target in ("item", "measure") and use.measure not in ELSEWHERE
    asked = read_question(use.column)
    return is_judged and not column.direction and not asked.direction and asked.scale is None


def _directed(use: ColumnUse, way: str, ends: list[float], *, is_settled: bool) -> ColumnUse:
    if way in ("up", "down") and use.is_reversed == (way == "down"):
        return use
    is_clear = way == "down" and use.is_rated_alike and not is_settled and _fits(use.scale, ends)
    if not is_clear:
        return replace(use, doubt=NO_DIRECTION)
    is_held = use.doubt in BLOCKING and use.doubt != NO_DIRECTION
    return replace(use, is_reversed=True, doubt=use.doubt if is_held else "reversed")


def _fits(scale: Scale | None, ends: list[float]) -> bool:
    """Are the ends that are named those of the scale."""
    return scale is not None and all(end in scale for end in ends)

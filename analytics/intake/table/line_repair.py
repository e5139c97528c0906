"""A line with too many cells, put back together where only one way fits the other lines."""

from __future__ import annotations

from dataclasses import dataclass

from analytics.intake.cells.plain_value import is_value
from analytics.intake.file.delimited_text import Record

NEARLY_ALL = 0.9
COMES_BACK = 0.8
FEWEST = 4


@dataclass(frozen=True)
class Habit:
    """What a column holds on whole lines: nothing but values, or `usual` texts that come back."""

    is_values: bool
    usual: frozenset[str] | None


class LineRepair:
    """Knows the lines of the right width, and judges the others by them."""

    def __init__(self, rows: list[Record], width: int, delimiter: str) -> None:
        whole = [cells for _, cells in rows if len(cells) == width]
        self.delimiter = delimiter
        self.habits: list[Habit] = []
        if len(whole) >= FEWEST:
            self.habits = [_habit([cells[n].strip() for cells in whole]) for n in range(width)]

    def whole_line(self, cells: list[str]) -> tuple[list[str], int] | None:
        """The line with its surplus in one text column, and which; None unless one way fits."""
        ways: dict[int, list[tuple[list[str], int]]] = {}
        for place, habit in enumerate(self.habits):
            joined = self._joined(cells, place)
            strangers = self._strangers(joined)
            if strangers is not None and not habit.is_values:
                ways.setdefault(strangers, []).append((joined, place))
        best = ways[min(ways)] if ways else []
        return best[0] if len(best) == 1 else None

    def _joined(self, cells: list[str], place: int) -> list[str]:
        surplus = len(cells) - len(self.habits) + 1
        middle = self.delimiter.join(cells[place : place + surplus])
        return [*cells[:place], middle, *cells[place + surplus :]]

    def _strangers(self, cells: list[str]) -> int | None:
        """How many cells are new where texts come back; None where a value's place holds none."""
        strangers = 0
        for cell, habit in zip(cells, self.habits, strict=True):
            text = cell.strip()
            if habit.is_values and text and not is_value(text):
                return None
            strangers += habit.usual is not None and bool(text) and text not in habit.usual
        return strangers


def _habit(texts: list[str]) -> Habit:
    filled = [text for text in texts if text]
    if filled and sum(map(is_value, filled)) >= NEARLY_ALL * len(filled):
        return Habit(True, None)
    different = frozenset(filled)
    return Habit(False, different if len(different) < COMES_BACK * len(filled) else None)

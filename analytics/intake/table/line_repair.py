"""What the whole lines of a table hold in each column, and what that says of lines that are not
whole: a shorter one is judged by it, a longer one put back together where only one way fits.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from analytics.intake.cells.number import plain_number
from analytics.intake.cells.plain_value import is_value
from analytics.intake.file.delimited_record import Record

NEARLY_ALL = 0.9
COMES_BACK = 0.8
FEWEST = 4
MOST_STEPS_OF_A_SCALE = 12
USUAL_SPAN = 4.0


@dataclass(frozen=True)
class Habit:
    """What a column holds on whole lines: nothing but numbers, or values, or `usual` texts that
    come back; a scale's numbers lie within `ends`.
    """

    is_numbers: bool = False
    is_values: bool = False
    usual: frozenset[str] | None = None
    ends: tuple[float, float] | None = None
    is_never_empty: bool = False
    has_no_values: bool = False

    def forbids(self, text: str) -> bool:
        """Can a cell not stand here."""
        if not text:
            return False
        number = plain_number(text)
        if self.is_numbers and number is None:
            return True
        if self.is_values and not is_value(text):
            return True
        return self.ends is not None and not self.ends[0] <= (number or 0.0) <= self.ends[1]

    def is_strange(self, text: str) -> bool:
        """Is a cell new where texts come back, empty where none is, a number among texts."""
        if not text:
            return self.is_never_empty
        if self.has_no_values and is_value(text):
            return True
        return self.usual is not None and text not in self.usual


class LineRepair:
    """Knows the lines of the right width, and judges the others by them."""

    def __init__(self, rows: list[Record], width: int, delimiter: str) -> None:
        whole = [cells for _, cells in rows if type(cells) is list and len(cells) == width]
        self.width, self.delimiter = width, delimiter
        self.habits: list[Habit] = []
        if len(whole) >= FEWEST:
            self.habits = [_habit([cells[n].strip() for cells in whole]) for n in range(width)]

    def fits(self, cells: list[str]) -> bool:
        """Do the cells of a line, from the first column on, look like those of whole lines."""
        pairs = zip(cells, self.habits, strict=False)
        return not any(
            habit.forbids(text) or (bool(text) and habit.is_strange(text))
            for text, habit in ((cell.strip(), habit) for cell, habit in pairs)
        )

    def whole_line(self, cells: list[str]) -> tuple[list[str], int] | None:
        """The line without its surplus, and the column that this is about; None unless one way
        fits.
        """
        if not self.habits:
            return None
        ways: dict[int, dict[tuple[str, ...], int]] = {}
        for line, place in (*self._joined(cells), *self._shortened(cells)):
            if (strangers := self._strangers(line)) is not None:
                ways.setdefault(strangers, {}).setdefault(tuple(line), place)
        best = ways[min(ways)] if ways else {}
        if len(best) != 1:
            return None
        whole, place = next(iter(best.items()))
        return list(whole), place

    def _joined(self, cells: list[str]) -> Iterator[tuple[list[str], int]]:
        """The surplus put back into one text."""
        surplus = len(cells) - self.width + 1
        for place, habit in enumerate(self.habits):
            parts = cells[place : place + surplus]
            is_clean = surplus > 2 or all(map(str.strip, parts))
            if not habit.is_values and is_clean:
                middle = self.delimiter.join(parts)
                yield [*cells[:place], middle, *cells[place + surplus :]], place

    def _shortened(self, cells: list[str]) -> Iterator[tuple[list[str], int]]:
        """One empty cell taken out, where there is one too many."""
        if len(cells) != self.width + 1:
            return
        for place, cell in enumerate(cells):
            if not cell.strip():
                yield [*cells[:place], *cells[place + 1 :]], min(place, self.width - 1)

    def _strangers(self, cells: list[str]) -> int | None:
        """How many cells are strange; None where one cannot be."""
        strangers = 0
        for cell, habit in zip(cells, self.habits, strict=True):
            text = cell.strip()
            if habit.forbids(text):
                return None
            strangers += habit.is_strange(text)
        return strangers


def _habit(texts: list[str]) -> Habit:
    filled = [text for text in texts if text]
    is_never_empty = len(filled) == len(texts)
    numbers = [number for text in filled if (number := plain_number(text)) is not None]
    if filled and len(numbers) >= NEARLY_ALL * len(filled):
        return Habit(True, True, None, _scale_ends(numbers), is_never_empty)
    if filled and sum(map(is_value, filled)) >= NEARLY_ALL * len(filled):
        return Habit(is_values=True, is_never_empty=is_never_empty)
    different = frozenset(filled)
    usual = different if len(different) < COMES_BACK * len(filled) else None
    has_no_values = bool(filled) and not any(map(is_value, filled))
    return Habit(usual=usual, is_never_empty=is_never_empty, has_no_values=has_no_values)


def _scale_ends(numbers: list[float]) -> tuple[float, float] | None:
    """Lowest and highest that may stand among numbers that come back again and again: as much again
    at either end, for nobody may have used the ends of a scale.
    """
    different = set(numbers)
    if len(different) > MOST_STEPS_OF_A_SCALE or len(different) > COMES_BACK * len(numbers):
        return None
    more = max(max(different) - min(different), USUAL_SPAN)
    return min(different) - more, max(different) + more

"""A line with more cells than the header: put back together where only one way fits what the other
lines hold.
"""

from __future__ import annotations

from dataclasses import dataclass

from analytics.intake.cells.date import COMPACT, YEAR_FIRST, YEAR_LAST
from analytics.intake.cells.number import plain_number
from analytics.intake.file.delimited_text import Record

NEARLY_ALL = 0.9
COMES_BACK = 0.8
FEWEST = 4


@dataclass(frozen=True)
class Habit:
    """What a column holds on the whole lines: nothing but numbers and days, or texts that come back
    (`usual`).
    """

    is_values: bool
    usual: frozenset[str] | None


class Mender:
    """Knows the lines of the right width, and judges the others by them."""

    def __init__(self, rows: list[Record], width: int, delimiter: str) -> None:
        whole = [cells for _, cells in rows if len(cells) == width]
        self.delimiter = delimiter
        self.habits = (
            [_habit([cells[n].strip() for cells in whole]) for n in range(width)]
            if len(whole) >= FEWEST
            else []
        )

    def mended(self, cells: list[str]) -> tuple[list[str], int] | None:
        """The line with its surplus in one text column, and which one; None where no way or more
        than one fits.
        """
        ways: dict[int, tuple[list[str], int]] = {}
        for place, habit in enumerate(self.habits):
            joined = self._joined(cells, place)
            strangers = self._strangers(joined)
            if habit.is_values or strangers is None:
                continue
            if strangers in ways:
                ways[strangers] = (joined, -1)
            else:
                ways[strangers] = (joined, place)
        best = ways[min(ways)] if ways else None
        return best if best and best[1] >= 0 else None

    def _joined(self, cells: list[str], place: int) -> list[str]:
        surplus = len(cells) - len(self.habits) + 1
        middle = self.delimiter.join(cells[place : place + surplus])
        return [*cells[:place], middle, *cells[place + surplus :]]

    def _strangers(self, cells: list[str]) -> int | None:
        """How many cells no other line has where texts come back; None where a number's or a day's
        place holds neither.
        """
        strangers = 0
        for cell, habit in zip(cells, self.habits, strict=True):
            text = cell.strip()
            if habit.is_values and text and not _is_value(text):
                return None
            strangers += habit.usual is not None and bool(text) and text not in habit.usual
        return strangers


def _habit(texts: list[str]) -> Habit:
    filled = [text for text in texts if text]
    if filled and sum(map(_is_value, filled)) >= NEARLY_ALL * len(filled):
        return Habit(True, None)
    different = frozenset(filled)
    return Habit(False, different if len(different) < COMES_BACK * len(filled) else None)


def _is_value(text: str) -> bool:
    return plain_number(text) is not None or any(
        form.fullmatch(text) for form in (YEAR_FIRST, YEAR_LAST, COMPACT)
    )

"""Subtotals, totals and group lines among the records: by their words, or because a number equals
the sum of the lines above or below it.
"""

from __future__ import annotations

import re

import numpy as np

from analytics.intake.cells.remark import Remarks
from analytics.intake.cells.text_keys import label_key
from analytics.intake.cells.vocabulary import either, vocabulary
from analytics.intake.file.coded_columns import Grid
from analytics.intake.table.column_looks import Looks, text_at

WORDS = vocabulary()["rows"]
SUMS = frozenset(label_key(word) for word in WORDS["sums"])
HOLDS_SUM = re.compile(either(WORDS["sums"]), re.IGNORECASE)
COUNTED = re.compile(r"\S.*?[(（\[]\s*\D{0,12}?(\d+)\s*\D{0,12}[)）\]]")
LONGEST_WORD = 40
CLOSE = 1e-6
FEWEST_SUMMED, MOST_WORDS = 4, 40
OFTEN_FILLED = 0.6


def without_sums(grid: Grid, remarks: Remarks) -> Grid:
    """The grid without such rows; each is said."""
    looks = Looks(grid)
    grid = _without_words_for_sums(looks, remarks)
    looks = looks if grid is looks.grid else Looks(grid)
    suspects = [row for row in _suspects(looks) if row > 0 or _counted_rows(looks, row)]
    if not suspects:
        return grid
    judge = _Judge(looks, suspects)
    is_left = np.ones(len(grid), bool)
    for row in suspects:
        reason, word = judge.verdict(row)
        if reason:
            is_left[row] = False
            judge.leave_out(row)
            line, cells = grid[row]
            value = " ".join(cell for cell in cells if cell.strip())
            remarks.add(reason, line=line, value=value, is_left_out=True, word=word)
    return grid.rows(is_left)


def _without_words_for_sums(looks: Looks, remarks: Remarks) -> Grid:
    """The grid without the rows of a word that stands, each time it comes, beside the sum of the
    rows since it came last: "all" below "trade" and "public" of every day.
    """
    columns = [looks.numbers(place) for place in looks.value_columns]
    columns = [numbers for numbers in columns if np.isfinite(numbers).sum() > FEWEST_SUMMED]
    for place in looks.text_columns if columns else ():
        column = looks.grid.columns[place]
        if not 1 < len(column.texts) <= MOST_WORDS:
            continue
        for code, text in enumerate(column.texts):
            rows = np.flatnonzero(column.codes == code)
            if rows.size > 1 and any(_sums_each_time(numbers, rows) for numbers in columns):
                return _left_out(looks.grid, rows.tolist(), text.strip(), remarks)
    return looks.grid


def _sums_each_time(
    numbers: np.ndarray[tuple[int], np.dtype[np.float64]],
    rows: np.ndarray[tuple[int], np.dtype[np.int64]],
) -> bool:
    begin = 0
    for row in rows.tolist():
        above = numbers[begin:row]
        is_sum = above.size > 1 and np.isfinite(above).all() and numbers[row] > 0
        if not is_sum or not _is_near(float(numbers[row]), float(above.sum())):
            return False
        begin = row + 1
    return True


def _left_out(grid: Grid, rows: list[int], word: str, remarks: Remarks) -> Grid:
    is_left = np.ones(len(grid), bool)
    is_left[rows] = False
    for row in rows:
        line, cells = grid[row]
        filled = [cell.strip() for cell in cells if cell.strip()]
        first = word or next(iter(filled), "")
        remarks.add("total_row", line=line, value=" ".join(filled), is_left_out=True, word=first)
    return grid.rows(is_left)


def _suspects(looks: Looks) -> list[int]:
    """Rows with a word for sums in a cell, or empty where nearly every row has text."""
    is_suspect = np.zeros(len(looks.grid), bool)
    for place, column in enumerate(looks.grid.columns):
        if place not in looks.value_columns:
            is_suspect |= column.holds(_may_be_sum)
    for place in looks.texts_filled(OFTEN_FILLED):
        is_suspect |= ~looks.filled[place]
    return np.flatnonzero(is_suspect).tolist()


def _may_be_sum(text: str) -> bool:
    return len(text) <= LONGEST_WORD and bool(HOLDS_SUM.search(text))


def _counted_rows(looks: Looks, row: int) -> int:
    """The number of rows that a group line says are below it; 0 for none."""
    texts = [text_at(column, row) for column in looks.grid.columns]
    first = next((text for text in texts if text), "")
    match = COUNTED.fullmatch(first)
    return int(match[1]) if match else 0


class _Judge:
    """Which of the suspects are sums, in the order of their rows."""

    def __init__(self, looks: Looks, suspects: list[int]) -> None:
        self.looks, self.suspects = looks, suspects
        self.is_record = np.ones(len(looks.grid), bool)
        self.begin = 0
        self.columns = [
            numbers
            for place in looks.value_columns
            if np.isfinite(numbers := looks.numbers(place)).sum() > 1
        ]

    def verdict(self, row: int) -> tuple[str, str]:
        """('total_row' or 'group_row', the word that says so); ('', '') for a record."""
        word = self._word(row)
        is_bare = self._is_bare(row)
        if self._is_sum(row, self.begin) or self._is_sum(row, 0):
            is_sure = label_key(word) in SUMS or (bool(word) and is_bare)
            if is_sure or (self._sums_all(row) and self._is_no_chance(row) and (word or is_bare)):
                return "total_row", word or self._first(row)
        if word and label_key(word) in SUMS and (is_bare or not self._has_numbers(row)):
            return "total_row", word
        if self._heads_group(row, is_bare=is_bare):
            return "group_row", self._first(row)
        return "", ""

    def leave_out(self, row: int) -> None:
        """Sums above begin anew below this row."""
        self.is_record[row] = False
        self.begin = row + 1

    def _first(self, row: int) -> str:
        texts = (text_at(column, row) for column in self.looks.grid.columns)
        return next((text for text in texts if text), "")

    def _word(self, row: int) -> str:
        columns = self.looks.grid.columns
        texts = [
            text_at(column, row)
            for place, column in enumerate(columns)
            if place not in self.looks.value_columns
        ]
        exact = next((text for text in texts if label_key(text) in SUMS), "")
        return exact or next((text for text in texts if _may_be_sum(text)), "")

    def _is_bare(self, row: int) -> bool:
        """Is a column of text empty that nearly every row fills."""
        return any(not self.looks.filled[place][row] for place in self.looks.text_columns)

    def _has_numbers(self, row: int) -> bool:
        return any(np.isfinite(numbers[row]) for numbers in self.columns)

    def _is_sum(self, row: int, begin: int) -> bool:
        """Does a number equal the sum of at least two records from `begin` up to the row."""
        return any(self._equals(numbers, row, begin) for numbers in self.columns)

    def _sums_all(self, row: int) -> bool:
        """Is every number of the row such a sum: of the block above it, or of all."""
        numbers_here = [numbers for numbers in self.columns if np.isfinite(numbers[row])]
        return all(
            self._equals(numbers, row, self.begin) or self._equals(numbers, row, 0)
            for numbers in numbers_here
        )

    def _equals(
        self, numbers: np.ndarray[tuple[int], np.dtype[np.float64]], row: int, begin: int
    ) -> bool:
        own = numbers[row]
        above = numbers[begin:row][self.is_record[begin:row]]
        above = above[np.isfinite(above)]
        return bool(above.size > 1 and own and _is_near(float(own), float(above.sum())))

    def _is_no_chance(self, row: int) -> bool:
        """Several numbers, or a sum of more than two: 9 and 9 and 18 may be three stands."""
        numbers = sum(bool(np.isfinite(numbers[row])) for numbers in self.columns)
        return numbers > 1 or int(self.is_record[self.begin : row].sum()) > 2

    def _heads_group(self, row: int, *, is_bare: bool) -> bool:
        """Does a line say how many rows are below it, or what they add up to, up to the next such
        line.
        """
        if counted := _counted_rows(self.looks, row):
            later = (other for other in self.suspects if other > row)
            further = (other for other in later if _counted_rows(self.looks, other))
            return counted == next(further, len(self.looks.grid)) - row - 1
        later = (other for other in self.suspects if other > row and self._is_bare(other))
        end = next(later, len(self.looks.grid))
        numbers = [numbers for numbers in self.columns if np.isfinite(numbers[row])]
        is_no_chance = len(numbers) > 1 or end - row > 3
        return (
            is_bare
            and is_no_chance
            and all(self._adds_up(own, row, end) for own in numbers)
            and bool(numbers)
        )

    def _adds_up(
        self, numbers: np.ndarray[tuple[int], np.dtype[np.float64]], row: int, end: int
    ) -> bool:
        below = numbers[row + 1 : end]
        below = below[np.isfinite(below)]
        own = numbers[row]
        return bool(below.size > 1 and own and _is_near(float(own), float(below.sum())))


def _is_near(number: float, total: float) -> bool:
    return abs(number - total) <= CLOSE * max(abs(total), 1.0)

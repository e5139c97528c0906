"""What a grid's columns usually hold, as masks over its rows: filled, values, odd cells."""

from __future__ import annotations

from functools import cached_property

import numpy as np

from analytics.intake.cells.number import plain_number
from analytics.intake.cells.plain_value import is_value
from analytics.intake.cells.rating import MISSING
from analytics.intake.cells.text_keys import name_key
from analytics.intake.file.coded_columns import Column, Grid, Mask

MOST_TEXTS = 5_000
MOSTLY = 0.8
SIGNS_OF_AMOUNTS = "¥￥$€£%元 "


class Looks:
    """A grid looked at column by column; every different text is looked at once."""

    def __init__(self, grid: Grid) -> None:
        self.grid = grid

    @cached_property
    def filled(self) -> list[Mask]:
        """Of each column the rows in which it is filled."""
        return [column.holds(str.strip) for column in self.grid.columns]

    @cached_property
    def filled_cells(self) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
        """How many cells of each row are filled."""
        count = np.zeros(len(self.grid), np.int64)
        for mask in self.filled:
            count += mask
        return count

    @cached_property
    def usual_cells(self) -> int:
        """How many cells of a row are filled in the middle of all rows."""
        return int(np.median(self.filled_cells)) if len(self.grid) else 0

    @cached_property
    def value_columns(self) -> dict[int, Mask]:
        """Columns of numbers or days -> the rows with something else in them."""
        odd: dict[int, Mask] = {}
        for place, column in enumerate(self.grid.columns):
            filled = self.filled[place]
            if len(column.texts) > MOST_TEXTS or filled.sum() < 2:
                continue
            strange = filled & ~column.holds(_is_value)
            if strange.sum() <= (1 - MOSTLY) * filled.sum():
                odd[place] = strange
        return odd

    @cached_property
    def odd_cells(self) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
        """How many cells of each row are text where the column holds values."""
        count = np.zeros(len(self.grid), np.int64)
        for mask in self.value_columns.values():
            count += mask
        return count

    @cached_property
    def text_columns(self) -> list[int]:
        """Columns of text that most rows fill."""
        return self.texts_filled(MOSTLY)

    def texts_filled(self, share: float) -> list[int]:
        """Columns of text filled in at least this share of the rows."""
        return [
            place
            for place, filled in enumerate(self.filled)
            if place not in self.value_columns and filled.sum() >= share * len(filled)
        ]

    def numbers(self, place: int) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
        """A column as numbers, NaN where it holds none."""
        column = self.grid.columns[place]
        return np.array([_number(text) for text in column.texts] or [np.nan])[column.codes]


def text_at(column: Column, row: int) -> str:
    """What stands in a row of a column."""
    text: str = column.texts[int(column.codes[row])]
    return text.strip()


def _is_value(text: str) -> bool:
    return is_value(text.strip(SIGNS_OF_AMOUNTS)) or name_key(text) in MISSING


def _number(text: str) -> float:
    number = plain_number(text.strip(SIGNS_OF_AMOUNTS))
    return np.nan if number is None else number

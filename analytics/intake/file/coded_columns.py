"""Records of one width held by column: each different cell once, and its number for every row.

A questionnaire has few answers and many respondents, so whatever looks at cells looks at the
different ones.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, overload

import numpy as np

from analytics.intake.file.delimited_record import Record

Numbers = np.ndarray[Any, np.dtype[np.int32]]
Mask = np.ndarray[Any, np.dtype[np.bool_]]
AT_ONCE = 2_000


@dataclass(frozen=True, eq=False)
class Column:
    """`texts` are the different cells as they come; `codes` says which of them is in each row."""

    codes: Numbers
    texts: list[str]

    def holds(self, is_so: Callable[[str], Any]) -> Mask:
        """The rows whose text is so; every different text is asked once."""
        return np.array([bool(is_so(text)) for text in self.texts] or [False])[self.codes]


@dataclass(frozen=True, eq=False)
class Grid(Sequence[Record]):
    """Reads as a sequence of records (a slice is a list of them), but is kept by column; `lines` is
    where each row stands.
    """

    lines: Numbers
    columns: tuple[Column, ...]

    @classmethod
    def of(cls, records: Sequence[Record]) -> Grid:
        """Records that are all of one width."""
        lines = np.array([line for line, _ in records], np.int32)
        columns = [Coder() for _ in records[0][1]] if records else []
        for start in range(0, len(records), AT_ONCE):
            chunk = [cells for _, cells in records[start : start + AT_ONCE]]
            for coder, cells in zip(columns, zip(*chunk, strict=True), strict=True):
                coder.add(cells)
        return cls(lines, tuple(column.column() for column in columns))

    def __len__(self) -> int:
        return len(self.lines)

    @overload
    def __getitem__(self, place: int) -> Record: ...
    @overload
    def __getitem__(self, place: slice) -> list[Record]: ...
    def __getitem__(self, place: int | slice) -> Record | list[Record]:
        if isinstance(place, slice):
            return [self[row] for row in range(*place.indices(len(self)))]
        cells = [column.texts[column.codes[place]] for column in self.columns]
        return int(self.lines[place]), cells

    def __iter__(self) -> Iterator[Record]:
        return (self[place] for place in range(len(self)))

    @property
    def width(self) -> int:
        return len(self.columns)

    def without_blanks(self) -> Grid:
        """Without the rows, and the columns at the right, that hold nothing but blanks."""
        width, is_filled = self.width, np.zeros(len(self), bool)
        while width and not self.columns[width - 1].holds(str.strip).any():
            width -= 1
        quickest_first = sorted(self.columns[:width], key=lambda column: len(column.texts))
        for column in quickest_first:
            if not is_filled.all():
                is_filled |= column.holds(str.strip)
        return Grid(self.lines, self.columns[:width]).rows(is_filled)

    def rows(self, places: Mask | Numbers) -> Grid:
        """The rows at these places, or where a mask is set."""
        if places.dtype == bool and places.all():
            return self
        columns = (Column(column.codes[places], column.texts) for column in self.columns)
        return Grid(self.lines[places], tuple(columns))

    def with_texts(self, write: Callable[[str], str]) -> Grid:
        """Every text written another way."""
        return Grid(self.lines, tuple(_with_texts(column, write) for column in self.columns))


def _with_texts(column: Column, write: Callable[[str], str]) -> Column:
    coder = Coder()
    again = coder.add([write(text) for text in column.texts])
    return Column(again[column.codes], coder.column().texts)


def as_grid(records: Sequence[Record]) -> Sequence[Record]:
    """Records as a grid where they are all whole and of one width; ragged ones as they are."""
    if isinstance(records, Grid) or len({(type(cells), len(cells)) for _, cells in records}) != 1:
        return records
    return Grid.of(records)


def of_one_width(records: Sequence[Record]) -> list[Record]:
    """Records with empty cells at their ends, so that all are as wide as the widest."""
    width = max((len(cells) for _, cells in records), default=0)
    return [(line, cells + [""] * (width - len(cells))) for line, cells in records]


def width_of(records: Sequence[Record]) -> int:
    """The most cells that a record has."""
    return records.width if isinstance(records, Grid) else max(len(cells) for _, cells in records)


def places_alike(
    records: Sequence[Record], cells: list[str], fold: Callable[[str], str]
) -> list[int]:
    """Where a record says in every column the same as these cells, once both are folded."""
    folded = [fold(cell) for cell in cells]
    if not isinstance(records, Grid):
        places = (place for place, (_, own) in enumerate(records) if fold(own[0]) == folded[0])
        return [place for place in places if [fold(cell) for cell in records[place][1]] == folded]
    is_alike = np.ones(len(records), bool)
    pairs = zip(records.columns, folded, strict=True)
    for column, cell in sorted(pairs, key=lambda pair: len(pair[0].texts)):
        is_alike &= column.holds(_folds_to(cell, fold))
        if not is_alike.any():
            break
    return np.flatnonzero(is_alike).tolist()


def _folds_to(cell: str, fold: Callable[[str], str]) -> Callable[[str], bool]:
    return lambda text: fold(text) == cell


def without(records: Sequence[Record], places: Sequence[int]) -> Sequence[Record]:
    """The records but for those at these places."""
    if not places:
        return records
    if isinstance(records, Grid):
        is_left = np.ones(len(records), bool)
        is_left[list(places)] = False
        return records.rows(is_left)
    left_out = set(places)
    return [record for place, record in enumerate(records) if place not in left_out]


class Coder:
    """Numbers the different cells of one column as they come, by the text a person would read."""

    def __init__(self, as_text: Callable[[Any], str] = str) -> None:
        self._places: _Places = _Places(as_text)
        self._digits = np.full(256, -1, np.int32)
        self._parts: list[Numbers] = []

    def add(self, cells: Sequence[Any]) -> Numbers:
        """The numbers of these cells, which are kept as well."""
        kinds = set(map(type, cells))
        codes = self._of_digits(cells) if kinds == {float} else None
        if codes is None:
            cells = _with_spelt_booleans(cells) if bool in kinds else cells
            codes = np.fromiter(map(self._places.__getitem__, cells), np.int32, len(cells))
        self._parts.append(codes)
        return codes

    def _of_digits(self, cells: Sequence[float]) -> Numbers | None:
        """Whole numbers from 0 to 255: four in five cells of a survey, and quicker to look up."""
        numbers = np.fromiter(cells, np.float64, len(cells))
        with np.errstate(invalid="ignore"):
            digits = numbers.astype(np.uint8)
        if not np.array_equal(digits, numbers):
            return None
        if (codes := self._digits[digits]).min() < 0:
            for digit in dict.fromkeys(digits.tolist()):
                self._digits[digit] = self._places[float(digit)]
            codes = self._digits[digits]
        return codes

    def is_blank(self, codes: Numbers) -> Mask:
        """Which of these cells hold nothing at all."""
        return np.asarray(codes == self._places.numbers.get("", -1), bool)

    def column(self) -> Column:
        codes = np.concatenate(self._parts) if self._parts else np.zeros(0, np.int32)
        return Column(codes, list(self._places.numbers))


def _with_spelt_booleans(cells: Sequence[Any]) -> list[Any]:
    """True equals 1 in Python, but not in a sheet."""
    return [str(cell).upper() if type(cell) is bool else cell for cell in cells]


class _Places(dict[Any, int]):
    """Cell -> its text's number; a cell never met gets the number of its text."""

    def __init__(self, as_text: Callable[[Any], str]) -> None:
        super().__init__()
        self._as_text = as_text
        self.numbers: dict[str, int] = {}

    def __missing__(self, cell: Any) -> int:
        text = cell if type(cell) is str else self._as_text(cell)
        number = self[cell] = self.numbers.setdefault(text, len(self.numbers))
        return number

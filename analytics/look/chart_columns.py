"""The columns every specification reads, from a figure's data: places, written values, strength.

Plain lists: at the few hundred rows a chart can show they are several times faster than column
arithmetic.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import inf, isfinite, nan
from typing import Any

import pandas as pd

from analytics import text_width
from analytics.figures import Figure, Unit
from analytics.look import theme, value_formats
from analytics.wording import Say

FULL, FAINT, UNPROVEN = 1.0, 0.45, 0.7


class Cells:
    """A figure's data, a list a column; a column that is not there is empty."""

    def __init__(self, data: pd.DataFrame) -> None:
        self._data, self.count = data, len(data)

    def __contains__(self, name: str) -> bool:
        return name in self._data

    def raw(self, name: str, otherwise: Any = None) -> list[Any]:
        """A column as it is, or one value in its place."""
        return self._data[name].tolist() if name in self._data else [otherwise] * self.count

    def texts(self, name: str, otherwise: Any = None) -> list[str]:
        """A column as clean single lines."""
        return [text_width.clean(value) for value in self.raw(name, otherwise)]

    def numbers(self, name: str) -> list[float]:
        """A column as floats; NaN where there is no finite number."""
        return [_number(value) for value in self.raw(name)]

    def flags(self, name: str) -> list[bool]:
        """A column as yes or no; no where nothing is said."""
        return [value is True or value == 1 for value in self.raw(name)]


def _number(value: Any) -> float:
    try:
        number = float(value)
    except (TypeError, ValueError):
        return nan
    return number if isfinite(number) else nan


def places(
    cells: Cells,
    label: str,
    rank: str,
    width: int = theme.LABEL_UNITS,
    lines: int = theme.LABEL_LINES,
) -> list[str]:
    """Names that sort in reading order: four digits, a line break, the wrapped name.

    Equal names of two keys stay apart.
    """
    names = cells.texts(label)
    order = cells.numbers(rank) if rank in cells else [float(row) for row in range(cells.count)]
    ids = _row_ids(cells, names) if label == "label" else names
    first: dict[str, float] = {}
    for row_id, at in zip(ids, order, strict=True):
        first[row_id] = min(first.get(row_id, inf), at if at == at else inf)
    in_order = sorted(first, key=lambda row_id: (first[row_id], row_id))
    ranks = {row_id: rank for rank, row_id in enumerate(in_order)}
    broken = {name: "\n".join(text_width.wrapped(name, width, lines)) for name in set(names)}
    return [f"{ranks[row_id]:04d}\n{broken[name]}" for row_id, name in zip(ids, names, strict=True)]


def _row_ids(cells: Cells, names: list[str]) -> list[str]:
    """What makes a row a row: its name, and its key where one name stands for several things."""
    pairs = list(zip(names, cells.raw("series"), strict=True))
    if "key" not in cells or len(set(pairs)) == len(pairs):
        return names
    return [f"{name}\n{key}" for name, key in zip(names, cells.raw("key"), strict=True)]


def words(values: Sequence[float], unit: Unit, say: Say, digits: int | None = None) -> list[str]:
    """Values written out."""
    return [value_formats.written(value, unit, say, digits) for value in values]


def intervals(low: Sequence[float], high: Sequence[float], unit: Unit, say: Say) -> list[str]:
    """Intervals written out, empty where there is none."""
    return [value_formats.between(a, b, unit, say) for a, b in zip(low, high, strict=True)]


def where(values: Sequence[Any], keep: Sequence[bool], otherwise: Any) -> list[Any]:
    """The values that are kept, and one value in place of the others."""
    return [value if is_kept else otherwise for value, is_kept in zip(values, keep, strict=True)]


def known(values: Sequence[float]) -> list[bool]:
    """Which of the values are there."""
    return [value == value for value in values]


def usual(figure: Figure, cells: Cells, say: Say) -> dict[str, list[Any]]:
    """The columns every form carries. Low bases are faint; what is not established is not loud."""
    full = FULL if figure.is_established else UNPROVEN
    return {
        "key": cells.texts("key"),
        "label_text": [text_width.shortened(name, 240) for name in cells.texts("label")],
        "n_text": [value_formats.MISSING if n != n else say.number(n) for n in cells.numbers("n")],
        "strength": [FAINT if is_faint else full for is_faint in cells.flags("is_faint")],
    }


def spoken(*parts: Sequence[str]) -> list[str]:
    """What a screen reader says of each mark: its parts, one after the other."""
    return [" · ".join(part for part in row if part) for row in zip(*parts, strict=True)]

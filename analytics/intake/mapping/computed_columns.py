"""Columns that follow from others, line by line: averages, totals and the three groups of a
recommendation. They are no answers: as a rating such a column would explain everything.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import pyarrow as pa

from analytics.intake.cells.number import plain_number
from analytics.intake.mapping.column_use import ColumnUse
from analytics.intake.table.inspection import ColumnSeen, Inspection

Values = np.ndarray[Any, np.dtype[np.float64]]
FEWEST_LINES, FEWEST_WITHOUT_DECIMALS = 8, 20
NEARLY_ALL = 0.98
MOST_COLUMNS = 80
MOST_DECIMALS = 3
MOST_GROUPS = 3
DETRACTORS, PASSIVES = 6, 8
COMPUTED = "computed"


def computed_columns(
    columns: Sequence[ColumnSeen], data: Sequence[pa.DictionaryArray]
) -> dict[str, str]:
    """Column -> what it follows from: the other columns' names, worded as 'average: a, b' and so
    on. `data` holds the cells of each column.
    """
    numbers = {
        column.name: _numbers(cells)
        for column, cells in zip(columns, data, strict=True)
        if column.numeric_share >= NEARLY_ALL and column.distinct > 1
    }
    if len(numbers) > MOST_COLUMNS:
        return {}
    followed = {name: source for name in numbers if (source := _source(name, numbers))}
    for column, cells in zip(columns, data, strict=True):
        if column.name not in followed and 1 < column.distinct <= MOST_GROUPS:
            followed |= _as_groups(column.name, cells, numbers)
    return followed


def without_computed(uses: list[ColumnUse], inspection: Inspection) -> list[ColumnUse]:
    """The columns' meanings with those left out that follow from others."""
    follows = {column.name: column.follows_from for column in inspection.columns}
    return [
        ColumnUse(use.column, doubt=COMPUTED) if _is_computed(use, follows[use.column]) else use
        for use in uses
    ]


def _is_computed(use: ColumnUse, source: str) -> bool:
    """Is a column no answer: the three groups of a measure are none, its own numbers are."""
    is_group_of_measure = use.target == "measure" and source.startswith("groups")
    return bool(source) and (use.target in ("item", "profile", "ignore") or is_group_of_measure)


def with_sources(columns: list[ColumnSeen], data: Sequence[pa.DictionaryArray]) -> list[ColumnSeen]:
    """The columns, each with what it follows from."""
    sources = computed_columns(columns, data)
    return [replace(column, follows_from=sources.get(column.name, "")) for column in columns]


def _numbers(cells: pa.DictionaryArray) -> Values:
    """A column as numbers; nan where a cell is none."""
    read = [plain_number(text) for text in cells.dictionary.to_pylist()]
    by_code = np.array([np.nan if number is None else number for number in [*read, None]])
    return np.asarray(by_code[cells.indices.fill_null(-1).to_numpy(zero_copy_only=False)])


def _source(name: str, numbers: dict[str, Values]) -> str:
    """The run of neighbouring columns whose average or sum a column is; '' for none."""
    target = numbers[name]
    others = [other for other in numbers if other != name and not _is_same(numbers[other], target)]
    if len(others) < 2 or not np.nanstd(target):
        return ""
    block = np.stack([numbers[other] for other in others], axis=1)
    decimals = _decimals(target)
    for first in range(len(others) - 1):
        sums = block[:, first].copy()
        for last in range(first + 1, len(others)):
            sums += block[:, last]
            kind = _relation(target, sums, last - first + 1, decimals)
            if kind:
                return f"{kind}: {', '.join(others[first : last + 1])}"
    return ""


def _is_same(values: Values, target: Values) -> bool:
    """Do two columns say the same, line by line: neither is computed from the other."""
    both = ~np.isnan(values) & ~np.isnan(target)
    return bool(both.any()) and float((values[both] == target[both]).mean()) >= NEARLY_ALL


def _relation(target: Values, sums: Values, size: int, decimals: int) -> str:
    """'average' or 'total', where the target is that of these sums in nearly every line."""
    both = ~np.isnan(target) & ~np.isnan(sums)
    lines = int(both.sum())
    fewest = FEWEST_LINES if decimals else FEWEST_WITHOUT_DECIMALS
    if lines < fewest or lines < NEARLY_ALL * (~np.isnan(target)).sum():
        return ""
    within = 0.5 * 10.0**-decimals + 1e-9
    means = np.abs(target[both] - sums[both] / size) <= within
    if means.mean() >= NEARLY_ALL:
        return "average"
    totals = np.abs(target[both] - sums[both]) <= 1e-9
    return "total" if totals.mean() >= NEARLY_ALL else ""


def _decimals(values: Values) -> int:
    present = values[~np.isnan(values)]
    for decimals in range(MOST_DECIMALS):
        if np.allclose(present, np.round(present, decimals), atol=1e-9):
            return decimals
    return MOST_DECIMALS


def _as_groups(name: str, cells: pa.DictionaryArray, numbers: dict[str, Values]) -> dict[str, str]:
    """The column, where its answers are 0–6, 7–8 and 9–10 of another column."""
    places = cells.indices.fill_null(-1).to_numpy(zero_copy_only=False)
    for other, values in numbers.items():
        both = (places >= 0) & ~np.isnan(values)
        scores, groups = values[both], places[both]
        if other == name or len(scores) < FEWEST_LINES or scores.max() > 10 or scores.min() < 0:
            continue
        band = (scores > DETRACTORS).astype(int) + (scores > PASSIVES)
        pairs = set(zip(band.tolist(), groups.tolist(), strict=True))
        is_one_to_one = len(pairs) == len({b for b, _ in pairs}) == len({g for _, g in pairs})
        if is_one_to_one and len(pairs) > 1 and len(set(scores.tolist())) > len(pairs):
            return {name: f"groups: {other}"}
    return {}

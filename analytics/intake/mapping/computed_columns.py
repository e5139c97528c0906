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
SAMPLE, SAMPLE_SHARE = 64, 0.8
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
    """The run of neighbouring columns whose average or sum a column is; '' for none.

    All runs are tried on a few lines, and those that fit on all of them.
    """
    target = numbers[name]
    lines = _sample(~np.isnan(target))
    others = [
        other for other in numbers if other != name and not _is_same(numbers[other], target, lines)
    ]
    if len(others) < 2 or np.isnan(target).all() or not np.nanstd(target):
        return ""
    decimals = _decimals(target)
    block = np.stack([numbers[other][lines] for other in others], axis=1)
    for first, last in _likely_runs(target[lines], block, decimals):
        run = others[first : last + 1]
        sums = np.sum([numbers[other] for other in run], axis=0)
        if kind := _relation(target, sums, len(run), decimals):
            return f"{kind}: {', '.join(run)}"
    return ""


def _sample(is_present: np.ndarray[Any, np.dtype[np.bool_]]) -> np.ndarray[Any, np.dtype[np.intp]]:
    """At most `SAMPLE` of the lines where something is present, spread over all of them."""
    lines = np.flatnonzero(is_present)
    if len(lines) <= SAMPLE:
        return lines
    places = np.linspace(0, len(lines) - 1, SAMPLE).astype(int)
    return np.asarray(lines[places])


def _likely_runs(target: Values, block: Values, decimals: int) -> list[tuple[int, int]]:
    """First and last column of the runs that fit on the sampled lines, in the order of columns.

    `target` is (lines,), `block` is (lines, columns).
    """
    zero = np.zeros((len(target), 1))
    sums = np.hstack([zero, np.cumsum(np.nan_to_num(block), axis=1)])
    blanks = np.hstack([zero, np.cumsum(np.isnan(block), axis=1)])
    first, last = np.triu_indices(block.shape[1], k=1)
    of_run = sums[:, last + 1] - sums[:, first]
    is_whole = blanks[:, last + 1] == blanks[:, first]
    within = 0.5 * 10.0**-decimals + 1e-6
    averages = np.abs(target[:, None] - of_run / (last - first + 1)) <= within
    totals = np.abs(target[:, None] - of_run) <= 1e-6
    fit = np.maximum((averages & is_whole).mean(axis=0), (totals & is_whole).mean(axis=0))
    likely = fit >= SAMPLE_SHARE
    return list(zip(first[likely].tolist(), last[likely].tolist(), strict=True))


def _is_same(values: Values, target: Values, lines: np.ndarray[Any, np.dtype[np.intp]]) -> bool:
    """Do two columns say the same, line by line: neither is computed from the other. `lines` are
    tried first.
    """
    both = ~np.isnan(values[lines])
    alike = values[lines][both] == target[lines][both]
    if both.any() and float(alike.mean()) < SAMPLE_SHARE:
        return False
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
    lines = _sample(places >= 0)
    for other, values in numbers.items():
        if other == name or not _splits_into(values[lines], places[lines], 1):
            continue
        if _splits_into(values, places, FEWEST_LINES):
            return {name: f"groups: {other}"}
    return {}


def _splits_into(values: Values, groups: np.ndarray[Any, Any], fewest: int) -> bool:
    """Are groups the three bands of scores from 0 to 10, one to one, in `fewest` lines or more."""
    both = (groups >= 0) & ~np.isnan(values)
    scores, groups = values[both], groups[both]
    if len(scores) < max(fewest, 1) or scores.max() > 10 or scores.min() < 0:
        return False
    band = (scores > DETRACTORS).astype(int) + (scores > PASSIVES)
    pairs = np.unique(np.stack([band, groups]), axis=1)
    bands, members = (len(np.unique(row)) for row in pairs)
    is_one_to_one = bool(pairs.shape[1] == bands == members)
    if fewest == 1:
        return is_one_to_one
    return is_one_to_one and bands > 1 and len(np.unique(scores)) > bands

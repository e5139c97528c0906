"""Did the items acted on rise more than those nobody touched?

Method: `stats.action_effect` from sums: least squares of all answers on items, after, and after ×
acted on; errors clustered by firm; the interval widened by how much untouched items drift apart, at
this pair of editions and at earlier ones. Assumption and source: as there.

SQL sums the answers by item and edition, and the scores by firm; rows never reach Python.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from math import nan, sqrt
from typing import Any

import numpy as np

from analytics.stats import critical_values
from analytics.stats.action_effect import ActionEffect, Effect, estimated, with_drift
from analytics.stats.arrays import BoolArray, FloatArray

POWER = 0.8


@dataclass(frozen=True, slots=True)
class Cell:
    """One item at one edition: `n` answers, their mean place (0–1)."""

    item: str
    slot: int
    edition: str
    n: int
    mean: float


@dataclass(frozen=True, slots=True)
class Comparison:
    """In places (0–1). `effect` is above the untouched items' `trend`; `before` and `after` are
    means of the items acted on; `drift` is the standard deviation of the untouched items' changes.
    """

    effect: Effect
    trend: float
    drift: float
    before: float
    after: float
    answers: int
    firms: int
    firms_both: int
    untouched: int

    @property
    def visible(self) -> float:
        """The smallest effect that would have been seen four times in five."""
        reach = critical_values.student_below(POWER, self.effect.df) * self.effect.se
        return self.effect.high - self.effect.estimate + reach


@dataclass(frozen=True, slots=True, eq=False)
class Fit:
    """Least squares by cell: rows are `cells`; `pull` is what a residual of each moves the effect
    by.
    """

    cells: tuple[Cell, ...]
    acted: tuple[bool, ...]
    effect: float
    trend: float
    pull: FloatArray
    fitted: FloatArray
    parameters: int

    @property
    def answers(self) -> int:
        return sum(cell.n for cell in self.cells)


def fit(cells: Sequence[Cell], aimed: Collection[str], after: str) -> Fit | None:
    """None where nothing is acted on or nothing is untouched."""
    acted = tuple(cell.item in aimed for cell in cells)
    if not any(acted) or all(acted):
        return None
    items = sorted({cell.item for cell in cells})
    dummies = np.array([[float(cell.item == item) for item in items] for cell in cells])
    is_after = np.array([float(cell.edition == after) for cell in cells])
    interaction = is_after * np.array(acted, float)
    n = np.array([cell.n for cell in cells], float)
    y = np.array([cell.mean for cell in cells])
    others = np.column_stack([dummies, is_after])
    left = interaction - others @ _solved(others, interaction, n)
    inner = float((n * left) @ left)
    design = np.column_stack([others, interaction])
    slopes = _solved(design, y, n)
    return Fit(
        tuple(cells),
        acted,
        float(slopes[-1]),
        float(slopes[-2]),
        left / inner,
        design @ slopes,
        design.shape[1],
    )


def _solved(design: FloatArray, outcome: FloatArray, n: FloatArray) -> FloatArray:
    root = np.sqrt(n)
    solved, *_ = np.linalg.lstsq(design * root[:, None], outcome * root, rcond=None)
    return np.asarray(solved, float)


def compare(
    fitted: Fit, sums: Mapping[str, Any], before: str, earlier: Sequence[FloatArray]
) -> Comparison:
    """The estimate with its interval, from sums over firms (`clusters.sql`) and the changes of
    items between `earlier` editions; NaN where there is no spread to tell chance by.
    """
    firms, answers = int(sums["firms"]), fitted.answers
    factor = firms / (firms - 1) * (answers - 1) / (answers - fitted.parameters)
    se = sqrt(float(sums["score_squares"]) * factor)
    changes, is_acted_on = _changes(fitted, before)
    own = estimated(fitted.effect, se, firms - 1.0)
    trend = estimated(fitted.trend, nan, firms - 1.0)
    action = ActionEffect(own, trend, nan, nan, answers, firms, changes, is_acted_on)
    widened = with_drift(action, earlier)
    aim_before, aim_after = _aimed_means(fitted, before)
    untouched = action.untouched_changes
    return Comparison(
        widened,
        fitted.trend,
        float(untouched.std(ddof=1)) if len(untouched) > 1 else nan,
        aim_before,
        aim_after,
        answers,
        firms,
        int(sums["firms_both"]),
        len(untouched),
    )


def _changes(fitted: Fit, before: str) -> tuple[FloatArray, BoolArray]:
    """What each item changed by, and whether it was acted on."""
    changes: dict[str, float] = {}
    acted: dict[str, bool] = {}
    for cell, is_acted in zip(fitted.cells, fitted.acted, strict=True):
        sign = -1 if cell.edition == before else 1
        changes[cell.item] = changes.get(cell.item, 0.0) + sign * cell.mean
        acted[cell.item] = is_acted
    return np.array(list(changes.values())), np.array(list(acted.values()))


def _aimed_means(fitted: Fit, before: str) -> tuple[float, float]:
    means = []
    for is_before in (True, False):
        cells = [
            cell
            for cell, acted in zip(fitted.cells, fitted.acted, strict=True)
            if acted and (cell.edition == before) == is_before
        ]
        means.append(sum(cell.n * cell.mean for cell in cells) / sum(cell.n for cell in cells))
    return means[0], means[1]

"""Did the items acted on rise more than those nobody touched?

Method: least squares of all answers on items, after, and after × acted on (difference in
differences with item effects); errors clustered by firm over both editions (CR1), t with G - 1
degrees. Items drift apart by themselves: the spread of the untouched items' changes beyond what
sampling explains (moments) is added to the variance, degrees after Satterthwaite. Assumption: what
was acted on would have moved as the others did; it was not chosen because it had just been
unusually low. Source: Angrist & Pischke 2009 (ch. 5); Liang & Zeger 1986; Donald & Lang 2007;
Satterthwaite 1946.

SQL sums the answers by item and edition, and the scores by firm; rows never reach Python.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from math import nan, sqrt
from typing import Any

import numpy as np

from analytics.stats import critical_values
from analytics.stats.arrays import FloatArray

LEVEL = 0.95
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
class Effect:
    """In places (0–1). `effect` above the untouched items' `trend`; `before` and `after` are means
    of the items acted on; `drift` is the standard deviation by which untouched items drift apart;
    `visible` the smallest effect that would have been seen four times in five.
    """

    effect: float
    se: float
    df: float
    low: float
    high: float
    trend: float
    drift: float
    before: float
    after: float
    answers: int
    firms: int
    firms_both: int
    untouched: int
    visible: float


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

    def count(self, *, acted: bool) -> int:
        """How many items were acted on, or were not."""
        pairs = zip(self.cells, self.acted, strict=True)
        return len({cell.item for cell, is_acted in pairs if is_acted == acted})


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


def effect(fitted: Fit, sums: Mapping[str, Any], before: str) -> Effect:
    """The estimate with its interval, from sums over firms (`clusters.sql`); NaN where there is no
    spread to tell chance by.
    """
    firms, answers = int(sums["firms"]), fitted.answers
    factor = firms / (firms - 1) * (answers - 1) / (answers - fitted.parameters)
    sampling = float(sums["score_squares"]) * factor
    changes = _untouched_changes(fitted, before)
    spread = float(np.var(changes, ddof=1)) if len(changes) > 1 else 0.0
    noise = _noise(sums, len(changes))
    drift = max(0.0, spread - noise)
    share = 1 / fitted.count(acted=True) + 1 / len(changes)
    variance = sampling + share * drift
    df = _degrees(sampling, firms - 1, share * spread if drift else 0.0, len(changes) - 1, variance)
    return _with_interval(fitted, sums, variance, df, sqrt(drift), before)


def _untouched_changes(fitted: Fit, before: str) -> FloatArray:
    """What each untouched item changed by."""
    changes: dict[str, float] = {}
    for cell, is_acted in zip(fitted.cells, fitted.acted, strict=True):
        if not is_acted:
            sign = -1 if cell.edition == before else 1
            changes[cell.item] = changes.get(cell.item, 0.0) + sign * cell.mean
    return np.array(list(changes.values()))


def _noise(sums: Mapping[str, Any], items: int) -> float:
    """What sampling alone lets the changes of untouched items differ by."""
    if items < 2:
        return 0.0
    within = float(sums["change_squares"]) - float(sums["squared_changes"]) / items
    return max(0.0, within) / (items - 1)


def _degrees(sampling: float, own: int, spread: float, others: int, variance: float) -> float:
    """Degrees of freedom of a sum of two variances, after Satterthwaite."""
    error = sampling**2 / own if own else 0.0
    error += spread**2 / others if spread and others else 0.0
    return min(float(own), variance**2 / error) if error else float(own)


def _with_interval(
    fitted: Fit, sums: Mapping[str, Any], variance: float, df: float, drift: float, before: str
) -> Effect:
    se = sqrt(variance) if variance > 0 else nan
    reach = critical_values.student(LEVEL, df) * se
    aim_before, aim_after = _aimed_means(fitted, before)
    return Effect(
        fitted.effect,
        se,
        df,
        fitted.effect - reach,
        fitted.effect + reach,
        fitted.trend,
        drift,
        aim_before,
        aim_after,
        fitted.answers,
        int(sums["firms"]),
        int(sums["firms_both"]),
        fitted.count(acted=False),
        reach + critical_values.student_below(POWER, df) * se,
    )


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

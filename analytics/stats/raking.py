"""Whom do the respondents stand for? Weights that make them match the register.

Method: raking (iterative proportional fitting) of groups of respondents alike in all margins, until
no weight changes by 1e-10; weights beyond 0.3 and 3 times the average are cut off and raked again.
Kish's effective n tells what weighting costs. The weighted mean's standard error takes the raking
into account: residuals from the margins, linearised. Assumption: within a group those who answered
are like those who did not. Source: Deming & Stephan 1940; Deville & Särndal 1992; Kish 1965; Lumley
2010.

Plain post-stratification is raking to one margin.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import nan, sqrt
from typing import Literal

import numpy as np
import numpy.typing as npt

from analytics.stats import critical_values
from analytics.stats.arrays import FloatArray, IntArray, vector, vectors
from analytics.stats.mean import MeanEstimate, effective_n

CONVERGED = 1e-10
MET = 1e-6
ROUNDS = 1_000
CUTS = 50
USUAL_BOUNDS = (0.3, 3.0)
Reason = Literal["empty sample cell", "unequal totals", "no target", "does not converge"]


class CannotRake(ValueError):
    """Why no weights exist; `margin` and `category` by position, None where neither is to blame."""

    def __init__(
        self, reason: Reason, margin: int | None = None, category: int | None = None
    ) -> None:
        super().__init__(f"{reason}: margin {margin}, category {category}")
        self.reason, self.margin, self.category = reason, margin, category


@dataclass(frozen=True, slots=True)
class Kish:
    """What weighted answers are worth: `n_eff` plain ones; `deff` = n/n_eff; `cv` spread over mean
    of the weights.
    """

    n: float
    sum_w: float
    sum_ww: float
    smallest: float
    largest: float

    @property
    def n_eff(self) -> float:
        """(Σw)²/Σw²; 0 without weight."""
        return effective_n(self.sum_w, self.sum_ww)

    @property
    def deff(self) -> float:
        """How many times more answers are needed than without weights; NaN without weight."""
        return self.n / self.n_eff if self.n_eff > 0 else nan

    @property
    def cv(self) -> float:
        """Standard deviation of the weights over their mean."""
        return sqrt(max(0.0, self.deff - 1)) if self.n_eff > 0 else nan

    @property
    def ratio(self) -> float:
        """Largest over smallest weight."""
        return self.largest / self.smallest if self.smallest > 0 else nan


@dataclass(frozen=True, slots=True, eq=False)
class Raked:
    """`weights` per respondent, one entry per group; they sum to the register's total. `counts`:
    respondents by group.

    `largest_miss`: how far a margin is off its target, as a share of it; above 0 only where
    `is_cut`.
    """

    codes: IntArray
    counts: FloatArray
    base: FloatArray
    weights: FloatArray
    is_cut: bool
    largest_miss: float

    @property
    def relative(self) -> FloatArray:
        """The weights, on average 1 a respondent: for counts that still look like answers."""
        return np.asarray(self.weights * self.counts.sum() / (self.counts @ self.weights))

    @property
    def kish(self) -> Kish:
        """What the weighted respondents are worth."""
        return kish(self.weights, self.counts)


def rake(
    codes: npt.ArrayLike,
    counts: npt.ArrayLike,
    targets: Sequence[npt.ArrayLike],
    base: npt.ArrayLike | None = None,
    bounds: tuple[float, float] | None = USUAL_BOUNDS,
) -> Raked:
    """Weights by group from `codes` (groups × margins, categories numbered from 0), respondents by
    group, and targets.

    `targets[m][c]` is the register's total in category c of margin m; `base` weights (1 each
    without) are kept in proportion within a group. CannotRake when a category has a target and no
    respondents or the reverse, or the margins' totals differ. ValueError when shapes do not fit.
    """
    groups, size, goals = _checked(codes, counts, targets)
    start = np.ones(size.size) if base is None else vector(base, "base")
    if start.size != size.size or not (start > 0).all():
        raise ValueError("every group needs a base weight above 0")
    weights, is_cut = _fitted(start, groups, size, goals), False
    for _ in range(CUTS if bounds else 0):
        inside = _cut_off(weights, size, bounds or USUAL_BOUNDS)
        if np.allclose(inside, weights, rtol=1e-9, atol=0):
            break
        is_cut, weights = True, _fitted(inside, groups, size, goals)
    if is_cut:
        inside = _cut_off(weights, size, bounds or USUAL_BOUNDS)
        weights = inside * (weights @ size) / (inside @ size)
    miss = _miss(weights, groups, size, goals) if is_cut else 0.0
    return Raked(groups, size, start, weights, is_cut, miss if miss > MET else 0.0)


def kish(weights: npt.ArrayLike, counts: npt.ArrayLike | None = None) -> Kish:
    """From one weight per answer, or per group with the number of answers in each."""
    weight = vector(weights, "weights")
    size = np.ones(weight.size) if counts is None else vector(counts, "counts")
    used = weight[size > 0]
    ends = (float(used.min()), float(used.max())) if used.size else (nan, nan)
    return Kish(float(size.sum()), float(size @ weight), float(size @ weight**2), *ends)


def raked_mean(
    raked: Raked,
    answered: npt.ArrayLike,
    total: npt.ArrayLike,
    squares: npt.ArrayLike,
    level: float = 0.95,
) -> MeanEstimate:
    """Weighted mean of y from its count, Σy and Σy² by group; respondents without an answer lower
    none of the weights.

    The standard error is that of residuals from the margins over all respondents, so what the
    register already tells is not counted as chance. `sd` is the weighted spread. Source: Deville &
    Särndal 1992.
    """
    n, y, yy = vectors(answered=answered, total=total, squares=squares)
    if n.size != raked.counts.size or (n > raked.counts).any():
        raise ValueError("answers must be given by group of respondents and not exceed them")
    w, everybody = raked.weights, float(raked.counts.sum())
    weight, answers = float(w @ n), int(n.sum())
    if answers == 0:
        return _estimate(0, nan, nan, nan, level, 0)
    mean = float(w @ y) / weight
    n_eff = effective_n(weight, float(w**2 @ n))
    if answers < 2:
        return _estimate(answers, mean, nan, nan, level, n_eff)
    # Deviations of the answers, 0 for those who gave none, and their squares, by group.
    off, off2 = y - mean * n, yy - 2 * mean * y + mean**2 * n
    explained = _on_margins(raked, off)
    left = off - explained * raked.counts
    left2 = off2 - 2 * explained * off + explained**2 * raked.counts
    scatter = float(w**2 @ left2) - float(w @ left) ** 2 / everybody
    sd = sqrt(max(0.0, float(w @ off2)) / weight * answers / (answers - 1))
    dust = 1e-12 * float(w**2 @ yy)
    se = sqrt(scatter * everybody / (everybody - 1)) / weight if scatter > dust else nan
    return _estimate(answers, mean, sd, se, level, n_eff)


def _estimate(
    n: int, mean: float, sd: float, se: float, level: float, n_eff: float
) -> MeanEstimate:
    half = critical_values.student(level, n - 1) * se
    return MeanEstimate(n, mean, sd, se, mean - half, mean + half, level, n_eff)


def _checked(
    codes: npt.ArrayLike, counts: npt.ArrayLike, targets: Sequence[npt.ArrayLike]
) -> tuple[IntArray, FloatArray, list[FloatArray]]:
    groups, size = np.asarray(codes, dtype=np.int64), vector(counts, "counts")
    goals = [vector(target, "target") for target in targets]
    if groups.shape != (size.size, len(goals)) or not goals or (size < 0).any():
        raise ValueError(f"codes must be groups × margins, not of shape {groups.shape}")
    for margin, goal in enumerate(goals):
        sample = np.bincount(groups[:, margin], size, minlength=goal.size)
        _check_margin(margin, goal, sample.astype(np.float64))
    if not np.allclose([goal.sum() for goal in goals], goals[0].sum(), rtol=1e-6, atol=0):
        raise CannotRake("unequal totals")
    # Nobody is weighted to a category that is empty on both sides.
    return groups, size, [np.where(goal > 0, goal, 1.0) for goal in goals]


def _check_margin(margin: int, goal: FloatArray, sample: FloatArray) -> None:
    if sample.size > goal.size:
        raise CannotRake("no target", margin, goal.size)
    unseen, untold = (goal > 0) & (sample == 0), ~(goal > 0) & (sample > 0)
    if unseen.any():
        raise CannotRake("empty sample cell", margin, int(np.argmax(unseen)))
    if untold.any():
        raise CannotRake("no target", margin, int(np.argmax(untold)))


def _totals(
    weights: FloatArray, groups: IntArray, size: FloatArray, margin: int, goal: FloatArray
) -> FloatArray:
    totals = np.bincount(groups[:, margin], weights * size, minlength=goal.size)
    return np.where(totals > 0, totals, goal)


def _miss(
    weights: FloatArray, groups: IntArray, size: FloatArray, goals: list[FloatArray]
) -> float:
    totals = [_totals(weights, groups, size, margin, goal) for margin, goal in enumerate(goals)]
    return max(
        float(np.abs(total / goal - 1).max()) for total, goal in zip(totals, goals, strict=True)
    )


def _fitted(
    start: FloatArray, groups: IntArray, size: FloatArray, goals: list[FloatArray]
) -> FloatArray:
    weights = start * goals[0][np.unique(groups[:, 0])].sum() / (start @ size)
    for _ in range(ROUNDS):
        before = weights
        for margin, goal in enumerate(goals):
            factors = goal / _totals(weights, groups, size, margin, goal)
            weights = weights * factors[groups[:, margin]]
        is_still = np.abs(weights / before - 1).max() < CONVERGED
        if is_still and _miss(weights, groups, size, goals) < MET:
            return np.asarray(weights)
    raise CannotRake("does not converge")


def _cut_off(weights: FloatArray, size: FloatArray, bounds: tuple[float, float]) -> FloatArray:
    """Within the bounds of their own average, which the cutting itself moves."""
    for _ in range(ROUNDS):
        before, average = weights, float(weights @ size / size.sum())
        weights = np.clip(weights, bounds[0] * average, bounds[1] * average)
        if np.allclose(weights, before, rtol=CONVERGED, atol=0):
            break
    return weights


def _on_margins(raked: Raked, off: FloatArray) -> FloatArray:
    """What the margins tell of the deviations, by group: least squares on all margins at once, base
    weights.
    """
    marks = [codes[:, None] == np.arange(codes.max() + 1) for codes in raked.codes.T]
    weight = np.sqrt(raked.counts * raked.base)
    average = off / np.where(raked.counts > 0, raked.counts, 1.0)
    design = np.hstack(marks).astype(np.float64)
    slopes = np.linalg.lstsq(design * weight[:, None], average * weight, rcond=None)[0]
    return np.asarray(design @ slopes)

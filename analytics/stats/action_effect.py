"""Did an item that somebody acted on move more than the items nobody touched?

Method: score = item effects + after + after × acted-on, least squares over all answers of two
editions; the coefficient of after × acted-on is the effect. Clusters are firms, both editions
together: CR1 = G/(G - 1) × (N - 1)/(N - K), t with G - 1 degrees; beside it CR2 with
Satterthwaite's degrees. Items also drift apart by themselves: the variance is the larger of CR1's
and the variance between the changes of untouched items × (1/acted + 1/untouched), then t with the
degrees of that spread. Verdict, first that fits: moved when the interval is above 0; did not move
by the target when its upper end is below it; else cannot tell.

Assumption: without the action the item would have moved as the others did, give or take their
drift. Source: Angrist & Pischke 2009 (ch. 5); Liang & Zeger 1986; Bell & McCaffrey 2002 (CR2);
Donald & Lang 2007 for few groups.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import isfinite, nan, sqrt
from typing import Literal

import numpy as np
import numpy.typing as npt

from analytics.stats import critical_values
from analytics.stats.arrays import FloatArray, labels, vectors

Verdict = Literal["moved", "did_not_move", "cannot_tell"]


@dataclass(frozen=True, slots=True)
class Effect:
    """An effect in units of the score with its error and 95 % interval; NaN where it cannot be
    estimated.
    """

    estimate: float
    se: float
    df: float
    low: float
    high: float
    p: float


@dataclass(frozen=True, slots=True, eq=False)
class ActionEffect:
    """`effect` by CR1; `trend` of untouched items; `changes`: after minus before of each item, in
    the order of its labels, NaN where it was asked once; `is_acted_on` of the same items.
    """

    effect: Effect
    trend: Effect
    se_cr2: float
    df_satterthwaite: float
    n: int
    firms: int
    changes: FloatArray
    is_acted_on: npt.NDArray[np.bool_]

    @property
    def untouched_changes(self) -> FloatArray:
        """Changes of the items nobody acted on that were asked both times."""
        return self.changes[~self.is_acted_on & np.isfinite(self.changes)]


def action_effect(
    firm: npt.ArrayLike,
    item: npt.ArrayLike,
    is_after: npt.ArrayLike,
    score: npt.ArrayLike,
    acted_on: npt.ArrayLike,
) -> ActionEffect:
    """From one row per answer: labels of firm and item, 0/1 after and acted-on, the score. Rows
    without a score are left out. ValueError when lengths differ or nothing is left.
    """
    after, y, acted = vectors(is_after=is_after, score=score, acted_on=acted_on)
    is_answered = np.isfinite(y)
    firms, items = (
        labels(np.asarray(codes)[is_answered], name)
        for codes, name in ((firm, "firm"), (item, "item"))
    )
    after, y, acted = after[is_answered], y[is_answered], acted[is_answered]
    effects = np.eye(int(items.max()) + 1)[items]
    x = np.column_stack([effects, after, after * acted])
    gram = x.T @ x
    is_acted_on = np.zeros(effects.shape[1], dtype=bool)
    is_acted_on[items[acted > 0]] = True
    changes = _changes(items, after, y, effects.shape[1])
    if np.linalg.matrix_rank(gram) < len(gram):
        none = Effect(nan, nan, nan, nan, nan, nan)
        firm_count = int(firms.max()) + 1
        return ActionEffect(none, none, nan, nan, len(y), firm_count, changes, is_acted_on)
    return _fitted(x, y, firms, np.linalg.inv(gram), changes, is_acted_on)


def with_drift(action: ActionEffect, earlier: Iterable[npt.ArrayLike] = ()) -> Effect:
    """The effect with an interval widened by how much untouched items drift apart. `earlier`:
    changes of items between earlier pairs of editions, nobody having acted on them; they steady
    what is known of the drift. With fewer than two untouched items, and none earlier, NaN.
    """
    own, others = action.untouched_changes, [np.asarray(each, float) for each in earlier]
    spreads = [values[np.isfinite(values)] for values in (own, *others)]
    spreads = [values for values in spreads if len(values) > 1]
    df = float(sum(len(values) - 1 for values in spreads))
    acted = int((action.is_acted_on & np.isfinite(action.changes)).sum())
    if not (df and len(own) and acted and isfinite(action.effect.se)):
        return Effect(action.effect.estimate, nan, nan, nan, nan, nan)
    between = sum(float(((values - values.mean()) ** 2).sum()) for values in spreads) / df
    drift = between * (1 / acted + 1 / len(own))
    se = sqrt(max(drift, action.effect.se**2))
    return estimated(action.effect.estimate, se, min(df, action.effect.df))


def estimated(estimate: float, se: float, df: float) -> Effect:
    """An estimate with its 95 % interval and two-sided p by t."""
    half = critical_values.student(0.95, df) * se
    p = critical_values.p_student(estimate / se, df) if se > 0 else nan
    return Effect(estimate, se, df, estimate - half, estimate + half, p)


def verdict(effect: Effect, target: float) -> Verdict:
    """What became of it, against the change that was aimed at."""
    if isfinite(effect.low) and effect.low > 0:
        return "moved"
    return "did_not_move" if isfinite(effect.high) and effect.high < target else "cannot_tell"


def _changes(
    items: npt.NDArray[np.int64], after: FloatArray, y: FloatArray, count: int
) -> FloatArray:
    means = []
    for moment in (0, 1):
        at = after == moment
        n = np.bincount(items[at], minlength=count).astype(float)
        total = np.bincount(items[at], weights=y[at], minlength=count)
        means.append(np.divide(total, n, out=np.full(count, nan), where=n > 0))
    return np.asarray(means[1] - means[0])


def _fitted(
    x: FloatArray,
    y: FloatArray,
    firms: npt.NDArray[np.int64],
    inverse: FloatArray,
    changes: FloatArray,
    is_acted_on: npt.NDArray[np.bool_],
) -> ActionEffect:
    (n, parameters), count = x.shape, int(firms.max()) + 1
    slopes = inverse @ (x.T @ y)
    residuals = y - x @ slopes
    scores = np.zeros((count, parameters))
    np.add.at(scores, firms, x * residuals[:, None])
    factor = count / (count - 1) * (n - 1) / (n - parameters) if count > 1 < n - parameters else nan
    covariance = inverse @ (scores.T @ scores) @ inverse * factor
    trend, effect = (
        estimated(float(slopes[at]), sqrt(covariance[at, at]), count - 1.0) for at in (-2, -1)
    )
    se_cr2, df = _bias_reduced(x, residuals, firms, inverse)
    return ActionEffect(effect, trend, se_cr2, df, n, count, changes, is_acted_on)


def _bias_reduced(
    x: FloatArray, residuals: FloatArray, firms: npt.NDArray[np.int64], inverse: FloatArray
) -> tuple[float, float]:
    """CR2 error of the last coefficient and its degrees under independent answers."""
    order = np.argsort(firms, kind="stable")
    parts = np.split(order, np.flatnonzero(np.diff(firms[order])) + 1)
    weights = []
    squares = 0.0
    for rows in parts:
        own = x[rows]
        values, vectors_of = np.linalg.eigh(np.eye(len(rows)) - own @ inverse @ own.T)
        roots = np.where(values > 1e-10, 1 / np.sqrt(np.maximum(values, 1e-10)), 0.0)
        weight = (vectors_of * roots) @ vectors_of.T @ own @ inverse[:, -1]
        squares += float(weight @ residuals[rows]) ** 2
        weights.append((own.T @ weight, float(weight @ weight)))
    loads = np.array([load for load, _ in weights])
    sizes = np.array([size for _, size in weights])
    cross = np.diag(sizes) - loads @ inverse @ loads.T
    return sqrt(squares), float(np.trace(cross) ** 2 / (cross**2).sum())

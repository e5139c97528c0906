"""How many clusters, if any?

Method: for k = 1 … k_max the within sum of squares, mean silhouette, Calinski–Harabasz index, gap
statistic with its standard error and the smallest cluster. The gap compares log within-SS with that
of uniform data in the box of the principal axes; it is the one criterion that can answer k = 1.
Assumption: k-means clusters; squared Euclidean distance on features of one footing. Source:
Rousseeuw 1987; Calinski & Harabasz 1974; Tibshirani, Walther & Hastie 2001; Kaufman & Rousseeuw
1990 (wording).

A table of criteria, not a verdict: never choose by the elbow alone, and look at `stability.py` as
well.
"""

from dataclasses import dataclass, field
from math import nan, sqrt
from typing import Literal

import numpy as np
import numpy.typing as npt

from analytics.stats.arrays import FloatArray, IntArray, matrix, vector
from analytics.stats.exchanges import within_ss
from analytics.stats.kmeans import STARTS, KMeansFit, distinct_rows, kmeans

LARGEST_SAMPLE = 5_000
Structure = Literal["strong", "reasonable", "weak", "none"]


@dataclass(frozen=True, slots=True)
class ChoiceRow:
    """The criteria at one k. `silhouette` (-1–1) and `calinski_harabasz` are NaN at k = 1 and at k
    = n; gaps NaN if not run.
    """

    k: int
    within_ss: float
    silhouette: float
    calinski_harabasz: float
    gap: float
    gap_se: float
    smallest: int


@dataclass(frozen=True, slots=True)
class Choice:
    """One row per k from 1, made on `n_used` rows of `n`; `labels` of the rows used, by k."""

    rows: tuple[ChoiceRow, ...]
    n: int
    n_used: int
    labels: tuple[IntArray, ...] = field(compare=False, repr=False)

    @property
    def k_by_gap(self) -> int | None:
        """Smallest k with gap(k) >= gap(k + 1) - se(k + 1); None where there is none."""
        pairs = zip(self.rows, self.rows[1:], strict=False)
        return next((row.k for row, after in pairs if row.gap >= after.gap - after.gap_se), None)


def choose_k(
    rows: npt.ArrayLike,
    k_max: int = 8,
    starts: int = STARTS,
    references: int = 50,
    seed: int = 0,
    sample: int = LARGEST_SAMPLE,
) -> Choice:
    """The table for rows × features.

    k_max is lowered to the number of different rows. `references` uniform data sets serve the gap;
    0 leaves it out. Above `sample` rows a seeded sample of that size is used, for the silhouette
    needs all pairs.
    """
    values = matrix(rows, "rows")
    used = _sampled(values, sample, seed)
    ks = range(1, min(k_max, distinct_rows(used)) + 1)
    fits = [kmeans(used, k, starts, seed) for k in ks]
    gaps = _gaps(used, [fit.within_ss for fit in fits], references, seed)
    away = _distances(used)
    table = [_row(used, away, fit, gap) for fit, gap in zip(fits, gaps, strict=True)]
    return Choice(tuple(table), len(values), len(used), tuple(fit.labels for fit in fits))


def silhouettes(
    rows: npt.ArrayLike, labels: IntArray, weights: npt.ArrayLike | None = None
) -> FloatArray:
    """Silhouette of each row, -1–1; 0 for a row alone in its cluster. Needs 2 to n - 1 clusters.
    Source: Rousseeuw 1987.

    A row of weight w stands for w rows alike. All pairs are held in memory. Source: Studer 2013
    (WeightedCluster) for weights.
    """
    values = matrix(rows, "rows")
    weight = np.ones(len(values)) if weights is None else vector(weights, "weights")
    return _silhouettes(_distances(values), labels, weight)


def _distances(values: FloatArray) -> FloatArray:
    """Of all pairs: 128 MB for 4,000 rows."""
    squares = np.einsum("ij,ij->i", values, values)
    away = -2 * values @ values.T
    away += squares[:, None]
    away += squares
    np.maximum(away, 0, out=away)
    np.fill_diagonal(away, 0)
    return np.asarray(np.sqrt(away, out=away))


def _silhouettes(away: FloatArray, labels: IntArray, weight: FloatArray) -> FloatArray:
    """From the distances of all pairs; in its own cluster a row does not count itself."""
    is_in = np.unique(labels)[:, None] == labels
    size, sums = is_in @ weight, away @ (is_in * weight).T
    own = np.argmax(is_in, axis=0)
    others, everywhere = size[own] - 1, np.arange(len(own))
    inside = sums[everywhere, own] / np.where(others > 0, others, nan)
    outside = sums / size
    outside[everywhere, own] = np.inf
    nearest = outside.min(axis=1)
    widest = np.maximum(inside, nearest)
    return np.asarray(
        np.where(widest > 0, (nearest - inside) / np.where(widest > 0, widest, 1), 0.0)
    )


def calinski_harabasz(rows: npt.ArrayLike, labels: IntArray) -> float:
    """Between over within variance, each per df; NaN for 1 or n clusters, or no spread within."""
    values = matrix(rows, "rows")
    n, k = len(values), int(labels.max()) + 1
    within = within_ss(values, labels)
    if not 1 < k < n or within == 0:
        return nan
    between = within_ss(values, np.zeros_like(labels)) - within
    return between / (k - 1) / (within / (n - k))


def structure(silhouette: float) -> Structure:
    """Kaufman & Rousseeuw's reading of a mean silhouette: above .70 strong, .50 reasonable, .25
    weak, else none.
    """
    if silhouette > 0.70:
        return "strong"
    if silhouette > 0.50:
        return "reasonable"
    return "weak" if silhouette > 0.25 else "none"


def _row(
    values: FloatArray, away: FloatArray, fit: KMeansFit, gap: tuple[float, float]
) -> ChoiceRow:
    can_compare = 1 < fit.k < len(values)
    silhouette = (
        float(_silhouettes(away, fit.labels, np.ones(len(values))).mean()) if can_compare else nan
    )
    calinski = calinski_harabasz(values, fit.labels)
    return ChoiceRow(fit.k, fit.within_ss, silhouette, calinski, *gap, int(fit.sizes.min()))


def _gaps(
    values: FloatArray, observed: list[float], references: int, seed: int
) -> list[tuple[float, float]]:
    """(gap, standard error) per k; NaN where the data have no spread left within clusters."""
    if references < 2:
        return [(nan, nan)] * len(observed)
    generator = np.random.default_rng(seed)
    logs = np.array([_reference_logs(values, len(observed), generator) for _ in range(references)])
    expected, spread = logs.mean(axis=0), logs.std(axis=0) * sqrt(1 + 1 / references)
    return [_gap(*row) for row in zip(expected, spread, observed, strict=True)]


def _gap(expected: float, spread: float, within: float) -> tuple[float, float]:
    if not (within > 0 and np.isfinite(expected)):
        return nan, nan
    return float(expected - np.log(within)), float(spread)


def _reference_logs(values: FloatArray, k_max: int, generator: np.random.Generator) -> FloatArray:
    """log within-SS for k = 1 … k_max of uniform data in the box that the rows fill along their
    principal axes.
    """
    centred = values - values.mean(axis=0)
    axes = np.linalg.svd(centred, full_matrices=False)[2]
    along = centred @ axes.T
    box = generator.uniform(along.min(axis=0), along.max(axis=0), along.shape)
    fits = [
        kmeans(box, k, starts=1 if k == 1 else 5, seed=0).within_ss for k in range(1, k_max + 1)
    ]
    # A box without width has no spread: its log does not exist.
    return np.array([np.log(fit) if fit > 0 else nan for fit in fits])


def _sampled(values: FloatArray, sample: int, seed: int) -> FloatArray:
    if len(values) <= sample:
        return values
    chosen = np.random.default_rng(seed).choice(len(values), sample, replace=False)
    return values[np.sort(chosen)]

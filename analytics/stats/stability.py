"""Would the clusters come back with other exhibitors?

Method: Hennig's bootstrap. Each resample keeps the rows drawn at least once (copies count once), is
clustered anew, and every original cluster is matched to its best Jaccard partner among the rows
present; the mean over resamples is its stability. Beside it, the mean adjusted Rand index between
successive resample solutions on the rows they share. Assumption: rows are a sample of those one
could have had. Stability is not separation: an arbitrary cut can be stable. Source: Hennig 2007
(CSDA 52:258-271; fpc::clusterboot); Hubert & Arabie 1985.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from math import nan
from typing import Literal

import numpy as np
import numpy.typing as npt

from analytics.stats.agreement import adjusted_rand, best_jaccard
from analytics.stats.arrays import FloatArray, IntArray, labels, matrix

RESAMPLES = 100
Verdict = Literal["highly stable", "valid", "pattern", "not a cluster"]
Clusterer = Callable[[FloatArray, int], IntArray]
"""Rows × features and a seed to one label per row."""


@dataclass(frozen=True, slots=True, eq=False)
class Stability:
    """`jaccard` and `verdicts` by cluster (sorted label of the original partition); `adjusted_rand`
    is NaN below 2 resamples.
    """

    labels: IntArray
    jaccard: FloatArray
    verdicts: tuple[Verdict, ...]
    adjusted_rand: float
    resamples: int


def stability_of(
    rows: npt.ArrayLike,
    original: npt.ArrayLike,
    cluster: Clusterer,
    resamples: int = RESAMPLES,
    seed: int = 0,
) -> Stability:
    """Stability of the `original` partition of rows × features; `cluster` is used for the resamples
    only. ValueError below 1 resample.
    """
    values, known = matrix(rows, "rows"), labels(original, "original")
    if resamples < 1:
        raise ValueError(f"resamples must be at least 1, not {resamples}")
    solutions = list(_solutions(values, cluster, resamples, seed))
    jaccard = np.mean([_matched(known, solution) for solution in solutions], axis=0)
    likeness = [value for value in map(_likeness, pairwise(solutions)) if value is not None]
    verdicts = tuple(verdict(value) for value in jaccard)
    return Stability(
        known, jaccard, verdicts, float(np.mean(likeness)) if likeness else nan, resamples
    )


def verdict(jaccard: float) -> Verdict:
    """Hennig's reading of a mean Jaccard: above .85 highly stable, above .75 valid, from .60 a
    pattern, below no cluster.
    """
    if jaccard > 0.85:
        return "highly stable"
    if jaccard > 0.75:
        return "valid"
    return "pattern" if jaccard >= 0.60 else "not a cluster"


def _solutions(
    values: FloatArray, cluster: Clusterer, resamples: int, seed: int
) -> Iterator[IntArray]:
    """Per resample one label per row, -1 for rows not drawn."""
    generator = np.random.default_rng(seed)
    for resample in range(resamples):
        drawn = np.unique(generator.integers(0, len(values), len(values)))
        solution = np.full(len(values), -1, dtype=np.int64)
        solution[drawn] = cluster(values[drawn], seed + resample)
        yield solution


def _matched(known: IntArray, solution: IntArray) -> FloatArray:
    """Best Jaccard of each original cluster among the rows drawn; 0 where none of its was."""
    drawn = solution >= 0
    jaccard = np.zeros(known.max() + 1)
    jaccard[np.unique(known[drawn])] = best_jaccard(known[drawn], solution[drawn])
    return jaccard


def _likeness(solutions: tuple[IntArray, IntArray]) -> float | None:
    first, second = solutions
    both = (first >= 0) & (second >= 0)
    return adjusted_rand(first[both], second[both]) if both.any() else None

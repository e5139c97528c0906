"""What tells clusters apart, and who is typical of them.

Method: chi-square of each question with the clusters; the points nearest to a cluster's centre.
Source: Lebart, Morineau & Piron 1995; Husson, Lê & Pagès 2017 (catdes, HCPC).
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from analytics.stats.arrays import IntArray, matrix
from analytics.stats.cross_tab import cross_tab
from analytics.stats.hcpc import Clusters, Tree


@dataclass(frozen=True, slots=True)
class QuestionTest:
    """A question (by position) against the clusters: chi-square p and its degrees of freedom, NaN
    where not estimable.
    """

    question: int
    p: float
    df: int


def question_tests(table: npt.ArrayLike, categories: npt.ArrayLike) -> tuple[QuestionTest, ...]:
    """Every question, the one that tells clusters apart best first, from counts of clusters ×
    categories; `categories`: columns of each question in turn.
    """
    counts = matrix(table, "table")
    edges = np.cumsum(np.asarray(categories, dtype=np.int64))
    if edges.size == 0 or edges[-1] != counts.shape[1]:
        raise ValueError(f"questions must share out the {counts.shape[1]} columns")
    tables = [cross_tab(part, draws=0) for part in np.split(counts, edges[:-1], axis=1)]
    tests = [QuestionTest(place, tab.p, tab.df) for place, tab in enumerate(tables)]
    return tuple(sorted(tests, key=lambda test: (np.isnan(test.p), test.p)))


def paragons(grown: Tree, clusters: Clusters, cluster: int, count: int = 5) -> IntArray:
    """The points nearest to a cluster's centre, its most typical answer patterns, nearest first."""
    members = np.flatnonzero(clusters.labels == cluster)
    away = np.sum((grown.points[members] - clusters.centers[cluster]) ** 2, axis=1)
    return np.asarray(members[np.argsort(away, kind="stable")[:count]])

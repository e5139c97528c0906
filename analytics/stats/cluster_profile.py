"""What are the people of a cluster like? Its answers against everybody's.

Method: Lebart's test value for every answer in every cluster, the strongest first. Assumption:
counts of people, or weights scaled to Kish's effective n (then each test rounds its four cells).
Questions that made the clusters differ by construction: their tests describe. Source: Lebart,
Morineau & Piron 1995; Husson, Lê & Pagès 2017 (catdes).
"""

from dataclasses import dataclass
from math import nan

import numpy as np
import numpy.typing as npt

from analytics.stats.arrays import FloatArray, matrix
from analytics.stats.v_test import CategoryTest, category_v_test


@dataclass(frozen=True, slots=True)
class Trait:
    """An answer (by its column in the table) and how it sets the cluster apart."""

    category: int
    test: CategoryTest


def traits(
    table: npt.ArrayLike, sizes: npt.ArrayLike, cluster: int, alpha: float = 0.05
) -> tuple[Trait, ...]:
    """Answers with p < alpha in one cluster, from counts of clusters × categories and people per
    cluster.

    Most overrepresented first, most underrepresented last. ValueError when the counts contradict.
    """
    counts, people = _counts(table, sizes)
    totals, n = counts.sum(axis=0), float(people.sum())
    all_traits = (
        Trait(place, _test(float(both), float(people[cluster]), float(total), n))
        for place, (both, total) in enumerate(zip(counts[cluster], totals, strict=True))
    )
    telling = (trait for trait in all_traits if trait.test.p < alpha)
    return tuple(sorted(telling, key=lambda trait: -trait.test.v))


def _test(both: float, group: float, total: float, n: float) -> CategoryTest:
    """The test of whole people; shares as they are."""
    cell, only_group, only_category, neither = map(
        round, (both, group - both, total - both, n - group - total + both)
    )
    of_people = category_v_test(
        cell, cell + only_group, cell + only_category, cell + only_group + only_category + neither
    )
    of_category, of_group, of_all = (
        part / whole if whole else nan for part, whole in ((both, total), (both, group), (total, n))
    )
    return CategoryTest(of_category, of_group, of_all, of_people.p, of_people.v)


def _counts(table: npt.ArrayLike, sizes: npt.ArrayLike) -> tuple[FloatArray, FloatArray]:
    counts, people = matrix(table, "table"), np.asarray(sizes, dtype=np.float64)
    if people.shape != (len(counts),):
        raise ValueError(
            f"sizes must be given for {len(counts)} clusters, not of shape {people.shape}"
        )
    return counts, people

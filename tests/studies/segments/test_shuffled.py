"""Groups that shuffled features give as well are none."""

from __future__ import annotations

from math import nan

import numpy as np

from analytics.stats.standardise import z_scores
from analytics.studies.segments.compute_choice import Criteria, Decision
from analytics.studies.segments.compute_grouping import against_shuffled

TABLE = [Criteria(k, 0.4, nan, nan, nan, 0.2, 0.9, 0.9, nan) for k in (1, 2, 3)]
FOUND = Decision(2, "found")


def lumpy(seed: int = 1) -> np.ndarray:
    """Two features of two values each: four heaps, whoever belongs together."""
    return z_scores(np.random.default_rng(seed).integers(0, 2, (120, 2)).astype(float))


def test_heaps_that_come_from_single_features_alone_are_no_segments() -> None:
    assert against_shuffled(lumpy(), "kmeans", TABLE, FOUND) == Decision(1, "shuffled")


def test_kinds_that_differ_in_everything_at_once_stay() -> None:
    generator = np.random.default_rng(2)
    kind = generator.integers(0, 2, 120)
    rows = z_scores(kind[:, None] * 4 + generator.normal(size=(120, 3)))
    assert against_shuffled(rows, "kmeans", TABLE, FOUND) == FOUND


def test_what_was_asked_for_is_not_taken_away() -> None:
    by_reader = Decision(2, "wanted")
    assert against_shuffled(lumpy(), "kmeans", TABLE, by_reader) == by_reader

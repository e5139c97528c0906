"""Kinds of exhibitors where there are none: features drawn independently of each other, in the
shapes that they have in life (few whole numbers, skewed money, ratings on five points), grouped
here instead of in a child process.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from unittest.mock import patch

import numpy as np

from analytics.studies.segments import compute_grouping
from tests.in_process import silent
from tests.simulate.claims import Experiment, Outcome, finds

EXHIBITORS = 300
FEWER = {"RESAMPLES": 20, "REFERENCES": 10, "K_MAX": 5, "STABILITY_ROWS": 200}
"""Less work a fair; what decides is the same."""


def _features(rng: np.random.Generator) -> tuple[np.ndarray, list[bool]]:
    columns = {
        "satisfaction": (rng.choice([1, 2, 3, 4, 5], EXHIBITORS, p=[0.03, 0.1, 0.3, 0.4, 0.17]), 1),
        "turnover": (rng.normal(5.0, 0.5, EXHIBITORS), 0),
        "area": (np.log10(9 * (1 + rng.geometric(0.4, EXHIBITORS))), 0),
        "editions": (rng.geometric(0.45, EXHIBITORS), 1),
        "since": (rng.geometric(0.6, EXHIBITORS) - 1, 1),
    }
    table = np.column_stack([values for values, _ in columns.values()]).astype(float)
    return table, [bool(is_count) for _, is_count in columns.values()]


def _segments(rng: np.random.Generator) -> Outcome:
    """By k-means, the way that the page opens with."""
    table, counts = _features(rng)
    with tempfile.TemporaryDirectory() as name, patch.multiple(compute_grouping, **FEWER):
        np.save(Path(name) / "features.npy", table)
        values = {"way": "kmeans", "k": None, "counts": counts}
        solved = compute_grouping.solve(values, Path(name), silent)
    return {"any": solved["k"] > 1}


SEGMENTS = Experiment(
    "segments",
    {"any": finds("segments", "kinds of exhibitors where features go their own ways", "resampled")},
    _segments,
)

EXPERIMENTS = (SEGMENTS,)

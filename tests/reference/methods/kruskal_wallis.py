"""Do groups differ, whatever the distance between the scores? Kruskal–Wallis on ranks.

Method: H with tie correction, from counts of answers by score and group. Source: Kruskal & Wallis
1952.
"""

from dataclasses import dataclass
from math import nan

import numpy as np
import numpy.typing as npt

from analytics.stats import critical_values
from analytics.stats.arrays import FloatArray


@dataclass(frozen=True, slots=True)
class RankTest:
    """Kruskal–Wallis H with tie correction; `epsilon2` = H/(n - 1), 0–1."""

    h: float
    df: int
    p: float
    epsilon2: float


def kruskal_wallis(counts: npt.ArrayLike) -> RankTest:
    """From counts of answers, scores (in ascending order) × groups. Empty groups are left out; NaN
    below 2 groups.

    ValueError unless the table has two dimensions and no negative count.
    """
    table = np.asarray(counts, dtype=np.float64)
    if table.ndim != 2 or (table < 0).any():
        raise ValueError(
            f"counts must be scores × groups and not negative, not of shape {table.shape}"
        )
    table = table[:, table.sum(axis=0) > 0]
    tied, size, n = table.sum(axis=1), table.sum(axis=0), float(table.sum())
    untied = 1 - float(np.sum(tied**3 - tied)) / (n**3 - n) if n > 1 else 0.0
    df = size.size - 1
    if df < 1 or untied <= 0:
        return RankTest(nan, df, nan, nan)
    middle_rank = np.cumsum(tied) - (tied - 1) / 2
    rank_sums = middle_rank @ table
    h = (12 / (n * (n + 1)) * float(np.sum(rank_sums**2 / size)) - 3 * (n + 1)) / untied
    return RankTest(h, df, critical_values.p_chi_square(max(h, 0.0), df), h / (n - 1))


def score_table(values: npt.ArrayLike, groups: npt.ArrayLike) -> FloatArray:
    """Counts of scores × groups, both in sorted order, from one value and one group label a row."""
    scores, names = np.asarray(values), np.asarray(groups)
    if scores.shape != names.shape or scores.ndim != 1:
        raise ValueError(f"one group label is needed per value: {scores.shape} and {names.shape}")
    score, group = (np.unique(part, return_inverse=True)[1] for part in (scores, names))
    table = np.zeros((score.max(initial=-1) + 1, group.max(initial=-1) + 1))
    np.add.at(table, (score, group), 1)
    return table

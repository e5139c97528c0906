"""Corpus linguistics' two-cell G²: observed against expected occurrences, the other words left out.

Source: Rayson & Garside 2000.
"""

from __future__ import annotations

import numpy as np

from analytics.stats.arrays import FloatArray


def two_cells(in_group: FloatArray, in_rest: FloatArray, group: float, rest: float) -> FloatArray:
    """2 Σ O ln(O/E) over the occurrences in the group and in the rest."""
    share = group / (group + rest)
    g2 = np.zeros(in_group.shape)
    for observed, expected in (
        (in_group, (in_group + in_rest) * share),
        (in_rest, (in_group + in_rest) * (1 - share)),
    ):
        is_there = observed > 0
        g2[is_there] += observed[is_there] * np.log(observed[is_there] / expected[is_there])
    return 2 * g2

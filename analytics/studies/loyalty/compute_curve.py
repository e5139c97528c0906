"""The satisfaction–loyalty curve: how much does a point add to the odds of coming back, and does
the curve bend?

Method: logit of return on the score, a straight line in log-odds; against it a logit with a term
for every score: the likelihood-ratio test of a bend. Assumption: rows as many as they are worth
when exhibitors repeat (Kish); the line describes, it does not say what a better score would bring.
Source: Cox 1958; Jones & Sasser 1995 for the shapes (indifference in the middle, affection at the
top).
"""

from __future__ import annotations

from dataclasses import dataclass
from math import exp
from typing import TYPE_CHECKING

import numpy as np

from analytics.stats.critical_values import p_chi_square
from analytics.stats.logit import logit, probability
from analytics.stats.multiplicity import holm

if TYPE_CHECKING:
    import pandas as pd

    from analytics.stats.arrays import FloatArray

STEPS_NEEDED = 3


@dataclass(frozen=True, slots=True)
class Curve:
    """Odds of coming back are multiplied by `per_step` with each step; `bend_p` tests the straight
    line in log-odds.

    `p_holm` and `bend_p_holm`: both tests as one family.
    """

    constant: float
    slope: float
    per_step: float
    low: float
    high: float
    p: float
    bend_p: float

    @property
    def p_holm(self) -> float:
        return float(holm([self.p, self.bend_p]).p[0])

    @property
    def bend_p_holm(self) -> float:
        return float(holm([self.p, self.bend_p]).p[1])

    def share(self, step: FloatArray) -> FloatArray:
        """The return that the line gives at a step, which need not be whole."""
        return probability(self.constant + self.slope * step)


def curve(cells: pd.DataFrame, worth: float = 1.0) -> Curve | None:
    """None below 3 scores, or where all or none came back. `worth`: effective rows per row, for
    exhibitors repeat.
    """
    sums = cells.groupby(["step", "came_back"], as_index=False)["n"].sum()
    step, came = sums["step"].to_numpy(dtype=float), sums["came_back"].to_numpy(dtype=float)
    n = sums["n"].to_numpy(dtype=float) * worth
    points = np.unique(step)
    if len(points) < STEPS_NEEDED:
        return None
    line = logit(step[:, None], came, n)
    if not np.isfinite(line.se).all():
        return None
    free = logit(np.column_stack([step == point for point in points[1:]]).astype(float), came, n)
    bend = max(0.0, 2 * (free.log_likelihood - line.log_likelihood))
    slope, low, high = (float(value[1]) for value in (line.coefficients, line.low, line.high))
    return Curve(
        float(line.coefficients[0]),
        slope,
        exp(slope),
        exp(low),
        exp(high),
        float(line.p[1]),
        p_chi_square(bend, len(points) - 2),
    )

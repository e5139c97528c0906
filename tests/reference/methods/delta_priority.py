"""Priority scores by the delta method: the error of a product of four factors from the influence of
each group of respondents on all of them.
"""

from math import exp, inf

import numpy as np

from analytics.stats import critical_values
from analytics.stats.action_priority import BOTH, BX, BXX, BXY, BY, BYY, RATED, STAKE, X
from analytics.stats.arrays import FloatArray


def delta_errors(by_group: FloatArray, scale: tuple[float, float]) -> FloatArray:
    """Errors by item, from sums (groups × items × SUMS) of one respondent a group."""
    n, whole = len(by_group), by_group.sum(axis=0)
    part = {at: whole[:, at] for at in range(whole.shape[1])}
    both, mean_x, mean_y = part[BOTH], part[BX] / part[BOTH], part[BY] / part[BOTH]
    sd_x = np.sqrt(part[BXX] / both - mean_x**2)
    sd_y = np.sqrt(part[BYY] / both - mean_y**2)
    r = (part[BXY] / both - mean_x * mean_y) / (sd_x * sd_y)
    own = [by_group[..., at] for at in (BOTH, BX, BY)]
    z_x, z_y = (
        (own[1] - own[0] * mean_x) / sd_x,
        (own[2] - own[0] * mean_y) / sd_y,
    )
    in_r = (z_x * z_y - r * (z_x**2 + z_y**2) / 2) / (both / n)
    mean, reach = part[X] / part[RATED], part[RATED] / n
    in_gap = -(by_group[..., X] - by_group[..., RATED] * mean) / reach / (scale[1] - scale[0])
    gap = (scale[1] - mean) / (scale[1] - scale[0])
    in_reach = by_group[..., RATED] - reach
    in_stake = n * by_group[..., STAKE] - part[STAKE]
    stake, kept_r = part[STAKE], np.maximum(r, 0)
    influence = (
        np.where(r > 0, in_r, 0) * gap * reach * stake
        + kept_r * in_gap * reach * stake
        + kept_r * gap * in_reach * stake
        + kept_r * gap * reach * in_stake
    )
    return np.asarray(np.sqrt((influence**2).sum(axis=0)) / n)


def plain_interval(score: float, se: float) -> list[float]:
    """On the scale of the score; it may go below 0."""
    half = critical_values.normal(0.95) * se
    return [score - half, score + half]


def log_interval(score: float, se: float) -> list[float]:
    """On the log scale; 0 to 0 where the score is 0."""
    if not score > 0:
        return [0.0, 0.0]
    half = critical_values.normal(0.95) * se / score
    return [score * exp(-half), score * exp(half) if half < 700 else inf]

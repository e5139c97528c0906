"""What to fix first: how much it matters × how much is missing × how many it reaches × what is at
stake.

Method: score = max(r, 0) × gap × reach × stake. r: Pearson's correlation of the item with the
overall rating over those who answered both; gap = (top of the scale - mean) / range; reach: share
of respondents who rated the item; stake: turnover of those respondents who rated it low and are at
risk, an unknown turnover or risk adding nothing. Intervals by percentiles of resamples of groups of
respondents (one a respondent where they are few). A second ranking leaves the money out. Ties share
the better rank.

Assumption: the factors weigh alike; respondents are independent; their own turnover, not scaled up
to the fair. Source: Martilla & James 1977 for importance × performance; Efron 1979.

A correlation that cannot be computed makes no score (NaN), never a zero.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import nan

import numpy as np
import numpy.typing as npt

from analytics.stats.arrays import FloatArray, IntArray
from analytics.stats.group_bootstrap import ResampledIntervals, draw_sums, intervals

SUMS = ("respondents", "rated", "x", "both", "bx", "by", "bxx", "byy", "bxy", "stake")
"""Of each group and item: respondents of the group, those who rated the item and their sum; over
those who answered both, counts, sums, squares and products of item (x) and overall (y); turnover
of those who rated it low and are at risk."""
RESPONDENTS, RATED, X, BOTH, BX, BY, BXX, BYY, BXY, STAKE = range(len(SUMS))
NO_SPREAD = 1e-12


@dataclass(frozen=True, slots=True, eq=False)
class Priorities:
    """Arrays by item; `score` with its interval (of the resamples), `plain` the same without the
    money; ranks from 1, 0 where there is no score. `share_first`: of the resamples in which an
    item came first.
    """

    mean: FloatArray
    importance: FloatArray
    gap: FloatArray
    reach: FloatArray
    stake: FloatArray
    score: ResampledIntervals
    plain: ResampledIntervals
    share_first: FloatArray

    @property
    def ranks(self) -> IntArray:
        """By the score with money."""
        return ranked(self.score.estimate)

    @property
    def plain_ranks(self) -> IntArray:
        """By the score without money."""
        return ranked(self.plain.estimate)

    @property
    def rankings_disagree(self) -> bool:
        """Whether any item has another place without the money."""
        return bool((self.ranks != self.plain_ranks).any())


def priorities(
    by_group: npt.ArrayLike, scale: tuple[float, float], draws: int = 2_000, seed: int = 0
) -> Priorities:
    """From sums (groups × items × SUMS). ValueError below two groups or when the shape is
    another.
    """
    sums = np.asarray(by_group, dtype=np.float64)
    if sums.ndim != 3 or sums.shape[2] != len(SUMS):
        raise ValueError(f"sums must be groups × items × {len(SUMS)}, not of shape {sums.shape}")
    whole = sums.sum(axis=0)
    drawn = draw_sums(sums, draws, seed)
    factors, resampled = _factors(whole, scale), _factors(drawn, scale)
    plain, plain_drawn = (np.prod(each, axis=0) for each in (factors, resampled))
    score, score_drawn = plain * whole[:, STAKE], plain_drawn * drawn[..., STAKE]
    return Priorities(
        _mean(whole),
        correlation_of(whole),
        factors[1],
        factors[2],
        whole[:, STAKE],
        intervals(score, score_drawn, len(sums)),
        intervals(plain, plain_drawn, len(sums)),
        first_place(score_drawn),
    )


def correlation_of(sums: FloatArray) -> FloatArray:
    """Pearson's r of item and overall over those who answered both; NaN where one does not vary."""
    n = np.where(sums[..., BOTH] > 1, sums[..., BOTH], nan)
    xx = sums[..., BXX] - sums[..., BX] ** 2 / n
    yy = sums[..., BYY] - sums[..., BY] ** 2 / n
    xy = sums[..., BXY] - sums[..., BX] * sums[..., BY] / n
    varies = (xx > NO_SPREAD * sums[..., BXX]) & (yy > NO_SPREAD * sums[..., BYY])
    return np.asarray(xy / np.sqrt(np.where(varies, xx * yy, nan)))


def ranked(scores: FloatArray) -> IntArray:
    """Places from 1, the highest first; ties share the better one. 0 without a score."""
    known = np.isfinite(scores)
    higher = (scores[None, :] > scores[:, None]) & known[None, :]
    return np.where(known, 1 + higher.sum(axis=1), 0)


def first_place(drawn: FloatArray) -> FloatArray:
    """Share of the draws (draws × items) in which each item has the highest score above 0."""
    values = np.where(np.isfinite(drawn), drawn, -np.inf)
    best = values.max(axis=1, keepdims=True)
    return np.asarray(((values == best) & (best > 0)).mean(axis=0))


def _mean(sums: FloatArray) -> FloatArray:
    return np.asarray(sums[..., X] / np.where(sums[..., RATED] > 0, sums[..., RATED], nan))


def _factors(sums: FloatArray, scale: tuple[float, float]) -> tuple[FloatArray, ...]:
    """Importance (not below 0), gap, reach."""
    low, high = scale
    gap = (high - _mean(sums)) / (high - low)
    reach = sums[..., RATED] / sums[..., RESPONDENTS]
    return np.maximum(correlation_of(sums), 0), np.asarray(gap), np.asarray(reach)

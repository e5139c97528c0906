"""How much of overall satisfaction goes with each part, and how sure is that?

Method: correlations over available pairs (repaired where they contradict each other); Johnson's
relative weights and, up to 17 parts, LMG, as shares of R²; percentile intervals from resampled
groups of responses (LMG up to 10 parts). Who leads is told by the resampled differences of shares,
corrected for their number (Bonferroni). Nothing is claimed unless parts and overall judgement go
together beyond chance: Hotelling's T² that their products, summed by group, are 0 on average. So
the responses of one exhibitor count as one; the F test of R² took them for independent and found
too much. A part that follows from the others (VIF above 100) is left out: the rest says it
already. Assumption: linear relations; groups independent of each other; those who answered a pair
stand for all. Source: Hotelling 1931; Johnson 2000; Lindeman, Merenda & Gold 1980; Tonidandel,
LeBreton & Johnson 2009.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from analytics.errors import NotEnough, NoVariation
from analytics.stats.arrays import BoolArray, FloatArray
from analytics.stats.critical_values import p_f
from analytics.stats.group_bootstrap import ResampledIntervals, draw_correlations, intervals
from analytics.stats.lmg import MOST_ITEMS, general_dominance
from analytics.stats.pairwise import (
    PairSums,
    Repaired,
    pairwise_correlations,
    repaired,
    usable_items,
)
from analytics.stats.relative_weights import relative_weights, shares_of
from analytics.stats.standardised_betas import Importance, answers_needed, importance
from analytics.wording import phrase

FEWEST_GROUPS = 3
FEWEST_PARTS = 2
# A part of which all but a hundredth follows from the others.
LARGEST_VIF = 100.0
MOST_RESAMPLED = 10
ALPHA = 0.05
OVERALL_ANSWERS = phrase("answers to the overall question")


@dataclass(frozen=True, eq=False)
class Weighed:
    """Arrays by part weighed; `is_weighed`, `is_constant` and `is_implied` (follows from the
    others) are by part given. `lmg` is None above 17 parts.

    `answers`: to the part and the overall question, worth `worth` where they are weighted.
    `level_with_first`: those that the data cannot tell from the one with the largest share.
    """

    is_weighed: BoolArray
    is_constant: BoolArray
    is_implied: BoolArray
    answers: FloatArray
    worth: FloatArray
    plain: Importance
    r: ResampledIntervals
    shares: ResampledIntervals
    lmg: ResampledIntervals | None
    level_with_first: BoolArray
    r_squared: float
    p: float
    mended: Repaired

    @property
    def is_accounted_for(self) -> BoolArray:
        """Weighed, or left out for a reason of its own; the others were answered by too few."""
        return np.asarray(self.is_weighed | self.is_constant | self.is_implied)


def weigh(sums: PairSums) -> Weighed:
    """From pair sums by group, the overall judgement last.

    Raises NotEnough below ten answers a part (at least 50), NoVariation where nothing varies.
    """
    pooled = sums.pooled()
    needed = answers_needed(pooled.n.shape[-1] - 1)
    answers, worth = pooled.given[:-1, -1], pooled.effective[:-1, -1]
    if answers.max() < needed:
        raise NotEnough(OVERALL_ANSWERS, needed, int(answers.max()))
    correlations = np.where(pooled.given >= needed, pairwise_correlations(pooled), np.nan)
    if np.isnan(correlations[-1, -1]):
        raise NoVariation(OVERALL_ANSWERS)
    varying = _varying(correlations)
    is_implied = varying & ~_not_implied(correlations, varying)
    varying &= ~is_implied
    is_constant = (answers >= needed) & np.isnan(correlations[:-1, -1])
    if varying.sum() < FEWEST_PARTS:
        if is_constant.any():
            raise NoVariation("ratings")
        raise NotEnough("items", FEWEST_PARTS, int(varying.sum()))
    with_overall = np.append(varying, True)
    part = PairSums(*(part[:, with_overall][:, :, with_overall] for part in sums.parts))
    return _weighed(
        part,
        correlations[with_overall][:, with_overall],
        varying,
        (is_constant, is_implied),
        (answers[varying], worth[varying]),
    )


def _varying(correlations: FloatArray) -> BoolArray:
    """Parts with enough answers and some variation, alone with the overall judgement and in every
    pair with another of them.
    """
    varying = np.isfinite(correlations[:-1, -1]) & np.isfinite(np.diag(correlations)[:-1])
    places = np.flatnonzero(varying)
    varying[places[~usable_items(correlations[np.ix_(places, places)])]] = False
    return varying


def _not_implied(correlations: FloatArray, varying: BoolArray) -> BoolArray:
    """Without parts that follow from the others: of those entangled, the one most alike the rest
    leaves first (a total before its terms), the later one of two copies.
    """
    stays = varying.copy()
    while stays.sum() > FEWEST_PARTS:
        places = np.flatnonzero(stays)
        among = repaired(correlations[np.ix_(places, places)]).correlations
        outcome = correlations[places, -1]
        entangled = ~(importance(among, outcome).vif <= LARGEST_VIF)
        if not entangled.any():
            break
        likeness = np.where(entangled, np.abs(among).sum(axis=1).round(9), -np.inf)
        stays[places[likeness.size - 1 - int(np.argmax(likeness[::-1]))]] = False
    return stays


def _weighed(
    sums: PairSums,
    correlations: FloatArray,
    varying: BoolArray,
    left_out: tuple[BoolArray, BoolArray],
    answers: tuple[FloatArray, FloatArray],
) -> Weighed:
    mended = repaired(correlations)
    r_xx, r_xy = mended.correlations[:-1, :-1], mended.correlations[:-1, -1]
    drawn, groups = draw_correlations(sums), len(sums.n)
    d_xx, d_xy = drawn[:, :-1, :-1], drawn[:, :-1, -1]
    weights = relative_weights(r_xx, r_xy)
    shares = intervals(shares_of(weights), shares_of(relative_weights(d_xx, d_xy)), groups)
    r_squared = float(weights.sum())
    return Weighed(
        varying,
        *left_out,
        *answers,
        importance(r_xx, r_xy),
        intervals(r_xy, d_xy, groups),
        shares,
        _lmg(r_xx, r_xy, d_xx, d_xy, groups),
        _level_with_first(shares),
        r_squared,
        chance_of(sums) if r_squared < 1 else 0.0,
        mended,
    )


def _lmg(
    r_xx: FloatArray, r_xy: FloatArray, d_xx: FloatArray, d_xy: FloatArray, groups: int
) -> ResampledIntervals | None:
    if len(r_xy) > MOST_ITEMS:
        return None
    shares = shares_of(general_dominance(r_xx, r_xy).weights)
    if len(r_xy) > MOST_RESAMPLED:
        return intervals(shares, np.full((1, len(r_xy)), np.nan), groups)
    return intervals(shares, shares_of(general_dominance(d_xx, d_xy).weights), groups)


def _level_with_first(shares: ResampledIntervals) -> BoolArray:
    first = int(np.argmax(np.nan_to_num(shares.estimate).round(9)))
    behind = shares.drawn[:, [first]] - shares.drawn
    level = 1 - ALPHA / max(1, len(shares.estimate) - 1)
    gaps = intervals(shares.estimate[first] - shares.estimate, behind, shares.groups, level)
    is_level = ~(gaps.low > 0)
    is_level[first] = False
    return np.asarray(is_level)


def chance_of(sums: PairSums) -> float:
    """p that no part goes with the overall judgement, which comes last; 1 where there are too few
    groups to tell.
    """
    together = sums.products[:, :-1, -1]
    together = together[sums.n[:, -1, -1] > 0]
    groups, mean = len(together), together.mean(axis=0)
    if groups < FEWEST_GROUPS:
        return 1.0
    spread = np.atleast_2d(np.cov(together, rowvar=False))
    parts = int(np.linalg.matrix_rank(spread, hermitian=True))
    if groups < parts + 2 or not parts:
        return 1.0
    t_squared = groups * float(mean @ np.linalg.pinv(spread, hermitian=True) @ mean)
    left = groups - parts
    return p_f(t_squared * left / (parts * (groups - 1)), parts, left)

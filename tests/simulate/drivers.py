"""Drivers: what goes with the overall judgement, on answers whose weights are known."""

from __future__ import annotations

from functools import cache
from math import sqrt
from typing import Any

import numpy as np

from analytics.ratings.answer_blocks import Block
from analytics.ratings.pair_blocks import pair_sums_by_group
from analytics.stats.lmg import general_dominance
from analytics.stats.pairwise import PairSums
from analytics.stats.relative_weights import relative_weights, shares_of
from analytics.studies.drivers.compute_importance import chance_of, weigh
from tests.simulate.claims import Experiment, Outcome, covers, finds
from tests.simulate.invented_ratings import one_edition, places, points, with_halo, within

PARTS, PEOPLE = 6, 240
NOTHING = np.zeros(PARTS)
KNOWN = np.array([0.45, 0.3, 0.2, 0.1, 0.05, 0.0])
TIED = np.array([0.3, 0.3, 0.1, 0.1, 0, 0])
PLAN = one_edition(PARTS, PEOPLE)


def _answers(
    rng: np.random.Generator, people: int, weights: np.ndarray, missing: float = 0.1
) -> tuple[Any, Any]:
    """Places: ratings of parts with a common mood, and an overall one that follows the weights."""
    latent, _ = with_halo(rng, people, np.linspace(3.3, 4.0, PARTS))
    overall = points(
        3.6 + (latent - np.linspace(3.3, 4.0, PARTS)) @ weights + rng.normal(0, 0.7, people)
    )
    rated = places(points(latent))
    rated[rng.random(rated.shape) < missing] = np.nan
    return rated, places(overall)


def _visits(rng: np.random.Generator, weights: np.ndarray) -> tuple[Any, Any, np.ndarray]:
    """As `_answers`, of exhibitors who answer three times and keep half of what sets them apart."""
    firm = np.repeat(np.arange(PEOPLE // 3), 3)
    lasting, centres = sqrt(0.5), np.linspace(3.3, 4.0, PARTS)
    mood, own, overall = (
        rng.normal(0, lasting, (PEOPLE // 3, width))[firm] for width in (1, PARTS, 1)
    )
    moods = 0.6 * (mood + rng.normal(0, lasting, (PEOPLE, 1)))
    latent = centres + moods + 0.8 * (own + rng.normal(0, lasting, (PEOPLE, PARTS)))
    rest = 0.7 * (overall[:, 0] + rng.normal(0, lasting, PEOPLE))
    rated = places(points(latent))
    rated[rng.random(rated.shape) < 0.1] = np.nan
    return rated, places(points(3.6 + (latent - centres) @ weights + rest)), firm


def _sums(rated: np.ndarray, overall: np.ndarray, firm: np.ndarray | None = None) -> PairSums:
    people = len(overall)
    groups = np.arange(people) if firm is None else firm
    block = Block(
        groups,
        np.zeros(people, dtype=np.int64),
        overall.astype(np.float32),
        rated.astype(np.float32),
        rated.astype(np.float32),
    )
    means = np.array([[*np.nanmean(rated, axis=0), overall.mean()]])
    return pair_sums_by_group([block], PLAN, means)


def _drivers_nothing(rng: np.random.Generator) -> Outcome:
    """The overall ratings are dealt out anew; and exhibitors several times, whose parts and overall
    are strangers.
    """
    rated, overall = _answers(rng, PEOPLE, KNOWN)
    return {
        "importance": chance_of(_sums(rated, rng.permutation(overall))) <= 0.05,
        "several": chance_of(_sums(*_visits(rng, NOTHING))) <= 0.05,
    }


@cache
def _true_weights() -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """r, relative weights and LMG (shares) in a population that chance no longer counts in."""
    rated, overall = _answers(np.random.default_rng(4), 2_000_000, KNOWN, missing=0.0)
    r = np.corrcoef(np.column_stack([rated, overall]), rowvar=False)
    r_xx, r_xy = r[:-1, :-1], r[:-1, -1]
    return (
        r_xy,
        shares_of(relative_weights(r_xx, r_xy)),
        shares_of(general_dominance(r_xx, r_xy).weights),
    )


def _drivers_known(rng: np.random.Generator) -> Outcome:
    weighed, (r, weights, lmg) = weigh(_sums(*_answers(rng, PEOPLE, KNOWN))), _true_weights()
    tied, several = weigh(_sums(*_answers(rng, PEOPLE, TIED))), weigh(_sums(*_visits(rng, KNOWN)))
    first = tied.shares.estimate.argmax()
    assert weighed.lmg
    return {
        "r": within(weighed.r.low[1], r[1], weighed.r.high[1]),
        "first": within(weighed.shares.low[0], weights[0], weighed.shares.high[0]),
        "third": within(weighed.shares.low[2], weights[2], weighed.shares.high[2]),
        "lmg": within(weighed.lmg.low[0], lmg[0], weighed.lmg.high[0]),
        "several": within(several.shares.low[0], weights[0], several.shares.high[0]),
        "several_r": within(several.r.low[1], r[1], several.r.high[1]),
        "leader": first in (0, 1) and not tied.level_with_first.any(),
    }


DRIVERS_NOTHING = Experiment(
    "drivers, nothing",
    {
        "importance": finds("drivers", "anything goes with overall satisfaction"),
        "several": finds("drivers", "anything does, exhibitors several times"),
    },
    _drivers_nothing,
)
DRIVERS_KNOWN = Experiment(
    "drivers, known",
    {
        "r": covers("drivers", "correlation of the second driver", "resampled"),
        "first": covers("drivers", "share of the first driver (relative weight)", "resampled"),
        "third": covers("drivers", "share of the third driver (relative weight)", "resampled"),
        "lmg": covers("drivers", "share of the first driver (LMG)", "resampled"),
        "several": covers("drivers", "the first driver's, exhibitors several times", "resampled"),
        "several_r": covers("drivers", "correlation, exhibitors several times", "resampled"),
        "leader": finds("drivers", "one part matters most, of two that matter alike", "resampled"),
    },
    _drivers_known,
)

EXPERIMENTS = (DRIVERS_NOTHING, DRIVERS_KNOWN)

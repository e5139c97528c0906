"""Satisfaction and turnover, drivers, what must be there: what goes with what, on series and
answers that are known.
"""

from __future__ import annotations

from functools import cache
from math import sqrt
from typing import Any

import numpy as np
import pandas as pd

from analytics.ratings.answer_blocks import Block, Layout
from analytics.ratings.levels import Rated
from analytics.ratings.mark_blocks import mark_products
from analytics.ratings.pair_blocks import pair_sums_by_group
from analytics.stats.correlation import leave_one_out, pearson
from analytics.stats.lmg import general_dominance
from analytics.stats.pairwise import PairSums
from analytics.stats.penalty_reward import penalty_reward
from analytics.stats.permutation import permutation_p
from analytics.stats.relative_weights import relative_weights, shares_of
from analytics.studies.drivers.weighing import chance_of, weigh
from analytics.studies.kano.method import _adjusted, _contrasts, _on_scale
from analytics.studies.satisfaction_turnover.edition_link import edition_link
from analytics.studies.satisfaction_turnover.exhibitor_link import exhibitor_link
from tests.simulate.claims import Experiment, Outcome, cautious, covers, finds
from tests.simulate.drawn import FIVE, NAMELESS, places, points, with_halo, within
from tests.simulate.life import Fair, Stays, live

EDITIONS, LEVELS = 7, 8
"""Every link counts all orders of its editions several times: seven have 5,040, eight 40,320."""


def _link(satisfaction: np.ndarray, turnover: np.ndarray) -> Any:
    """Editions whose mean rating and turnover are known without error, as `tabulate` gives them."""
    numbers = np.arange(1, 1 + EDITIONS)
    found = edition_link(
        pd.DataFrame(
            {
                "number": numbers,
                "year": 1998 + numbers,
                "mean": satisfaction,
                "turnover": turnover,
                "is_used": True,
                "r_without": leave_one_out(satisfaction, turnover),
            }
        )
    )
    assert found
    return found


def _trending(rng: np.random.Generator) -> Outcome:
    """Both rise, neither because of the other; and two walks that wander each for itself."""
    time = np.arange(EDITIONS)
    rising = _link(
        3.4 + 0.04 * time + rng.normal(0, 0.05, EDITIONS),
        1e9 * (5 + time + rng.normal(0, 1, EDITIONS)),
    )
    walks = rng.normal(0, 1, (2, EDITIONS)).cumsum(axis=1)
    wandering = _link(3.6 + 0.04 * walks[0], 1e9 * (20 + walks[1]))
    return {
        "rising": rising.is_established and rising.outlives_trend,
        "wandering": wandering.is_established and wandering.outlives_trend,
    }


def _together(rng: np.random.Generator) -> Outcome:
    """No trend: editions that have nothing, and something, to do with each other."""
    one, other, third = rng.normal(0, 1, (3, LEVELS))
    with_it = pearson(one, 0.6 * one + 0.8 * third)
    return {
        "apart": permutation_p(one, other).two_sided < 0.05,
        "r": within(with_it.low, 0.6, with_it.high),
    }


BETWEEN_EDITIONS = Experiment(
    "satisfaction_turnover, trends",
    {
        "rising": finds(
            "satisfaction_turnover", "a link that outlives the trend, of two rising series"
        ),
        "wandering": finds(
            "satisfaction_turnover", "a link that outlives the trend, of two wandering series"
        ),
    },
    _trending,
)
EDITION_LEVELS = Experiment(
    "satisfaction_turnover, levels",
    {
        "apart": finds("satisfaction_turnover", "the levels go together (8 editions)"),
        "r": covers("satisfaction_turnover", "r of 8 editions (Fisher)"),
    },
    _together,
)


OF_AREA = {9.0: 0.5, 18.0: 1.0, 36.0: 1.5, 72.0: 2.5}
"""What an answer counts, where answers are weighted."""
SUMMED = [
    "n",
    "exhibitors",
    "exhibitors_of_step",
    "w",
    "ww",
    "w_own",
    "log_turnover",
    "dy",
    "dxx",
    "dyy",
    "dxy",
    "ww_dy",
    "ww_dyy",
]


def _by_exhibitor(stays: Stays, is_weighted: bool = False) -> pd.DataFrame:
    """Rows of `exhibitors.sql`."""
    kept = stays.answered
    table = pd.DataFrame(
        {
            "edition_id": stays.place[kept],
            "number": stays.place[kept] + 1,
            "firm": stays.firm[kept],
            "x": places(stays.score[kept]),
            "log_turnover": np.log(stays.turnover[kept]),
        }
    )
    table["step"] = (table["x"] * 4).round().astype(int)
    table["band"] = np.floor(table["log_turnover"] / np.log(10) * 5).astype(int)
    w = (
        np.array([OF_AREA[area] for area in stays.area[kept]])
        if is_weighted
        else np.ones(len(table))
    )
    dx, dy = (_off_the_mean(table[name], w, table["edition_id"]) for name in ("x", "log_turnover"))
    table = table.assign(
        w=w,
        ww=w * w,
        log_turnover=w * table["log_turnover"],
        dy=w * dy,
        dxx=w * dx * dx,
        dyy=w * dy * dy,
        dxy=w * dx * dy,
        ww_dy=w * w * dy,
        ww_dyy=w * w * dy * dy,
        n=1,
        exhibitors=~table.duplicated("firm"),
        exhibitors_of_step=~table.duplicated(["firm", "step"]),
    )
    table["w_own"] = w * table.groupby("firm")["w"].transform("sum")
    return table.groupby(["edition_id", "number", "step", "band"], as_index=False)[SUMMED].sum()


def _off_the_mean(values: Any, w: np.ndarray, edition: Any) -> Any:
    """From the weighted mean of its edition."""
    sums = pd.DataFrame({"w": w, "wx": w * values}).groupby(edition).transform("sum")
    return values - sums["wx"] / sums["w"]


def _exhibitors(rng: np.random.Generator) -> Outcome:
    stays = live(rng, Fair(newcomers=40))
    found, weighted = (exhibitor_link(_by_exhibitor(stays, one), FIVE, 4) for one in (False, True))
    assert found
    assert weighted
    return {
        "pooled": found.pooled.is_established,
        "r": within(found.pooled.low, 0.0, found.pooled.high),
        "weighted": within(weighted.pooled.low, 0.0, weighted.pooled.high),
    }


BETWEEN_EXHIBITORS = Experiment(
    "satisfaction_turnover, exhibitors",
    {
        "pooled": finds("satisfaction_turnover", "own rating goes with own turnover"),
        "r": cautious("satisfaction_turnover", "r within editions, exhibitors several times"),
        "weighted": cautious("satisfaction_turnover", "r within editions, answers weighted"),
    },
    _exhibitors,
)

PARTS, PEOPLE = 6, 240
NOTHING, KNOWN, TIED = (
    np.zeros(PARTS),
    np.array([0.45, 0.3, 0.2, 0.1, 0.05, 0.0]),
    np.array([0.3, 0.3, 0.1, 0.1, 0, 0]),
)
PLAN = Layout(
    ("f-1",),
    np.arange(PARTS),
    np.full((1, PARTS + 1), 100.0),
    np.full((1, PARTS + 1), 400.0),
    np.eye(PARTS),
    PEOPLE,
    True,
)


def _answers(
    rng: np.random.Generator, people: int, weights: np.ndarray, missing: float = 0.1
) -> tuple[Any, Any]:
    """Ratings of parts with a common mood, and an overall rating that follows the weights; as
    places.
    """
    latent, _ = with_halo(rng, people, np.linspace(3.3, 4.0, PARTS))
    overall = points(
        3.6 + (latent - np.linspace(3.3, 4.0, PARTS)) @ weights + rng.normal(0, 0.7, people)
    )
    rated = places(points(latent))
    rated[rng.random(rated.shape) < missing] = np.nan
    return rated, places(overall)


def _visits(rng: np.random.Generator, weights: np.ndarray) -> tuple[Any, Any, np.ndarray]:
    """As `_answers`, of exhibitors who answer three times and keep half of what sets them apart,
    also overall.
    """
    firm = np.repeat(np.arange(PEOPLE // 3), 3)
    kept, centres = sqrt(0.5), np.linspace(3.3, 4.0, PARTS)
    mood, own, overall = (
        rng.normal(0, kept, (PEOPLE // 3, width))[firm] for width in (1, PARTS, 1)
    )
    moods = 0.6 * (mood + rng.normal(0, kept, (PEOPLE, 1)))
    latent = centres + moods + 0.8 * (own + rng.normal(0, kept, (PEOPLE, PARTS)))
    rest = 0.7 * (overall[:, 0] + rng.normal(0, kept, PEOPLE))
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
    return pair_sums_by_group(
        [block], PLAN, np.array([[*np.nanmean(rated, axis=0), overall.mean()]])
    )


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
    found, (r, weights, lmg) = weigh(_sums(*_answers(rng, PEOPLE, KNOWN))), _true_weights()
    tied, several = weigh(_sums(*_answers(rng, PEOPLE, TIED))), weigh(_sums(*_visits(rng, KNOWN)))
    first = tied.shares.estimate.argmax()
    assert found.lmg
    return {
        "r": within(found.r.low[1], r[1], found.r.high[1]),
        "first": within(found.shares.low[0], weights[0], found.shares.high[0]),
        "third": within(found.shares.low[2], weights[2], found.shares.high[2]),
        "lmg": within(found.lmg.low[0], lmg[0], found.lmg.high[0]),
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

RATED = tuple(Rated(f"d{at}", NAMELESS, "dimension", (f"d{at}.1",)) for at in range(PARTS))
MANY = 500
MARKED = Layout(
    ("f-1",),
    np.arange(PARTS),
    np.full((1, PARTS + 1), 100.0),
    np.full((1, PARTS + 1), 400.0),
    np.eye(PARTS),
    MANY,
    True,
)
PENALTY, REWARD = (
    np.array([-0.5, -0.2, -0.3, -0.1, 0, -0.2]),
    np.array([0.1, 0.2, 0.3, 0.4, 0, 0.2]),
)


def _marked(rng: np.random.Generator, penalty: np.ndarray, reward: np.ndarray) -> Any:
    latent, _ = with_halo(rng, MANY, np.full(PARTS, 3.0))
    rating = points(latent)
    overall = (
        3.2
        + (rating <= 2) @ penalty
        + (rating >= 4) @ reward
        + rng.normal(0, 0.5 + 0.15 * rating[:, 0], MANY)
    )
    rated, judged = places(rating).astype(np.float32), places(overall).astype(np.float32)
    block = Block(np.arange(MANY), np.zeros(MANY, dtype=np.int64), judged, rated, rated)
    return mark_products([block], MARKED)


def _kano_closed(rng: np.random.Generator) -> Outcome:
    nothing = _marked(rng, np.zeros(PARTS), np.zeros(PARTS))
    none = _adjusted(penalty_reward(_on_scale(nothing.products, FIVE), nothing.marks, nothing.n))
    known = _marked(rng, PENALTY, REWARD)
    fit = penalty_reward(_on_scale(known.products, FIVE), known.marks, known.n)
    cost, won = fit.items[0].penalty, fit.items[2].reward
    return {
        "named": any(one.reading in ("must-be", "performance", "attractive") for one in none),
        "penalty": within(cost.low, PENALTY[0], cost.high),
        "reward": within(won.low, REWARD[2], won.high),
    }


def _kano_resampled(rng: np.random.Generator) -> Outcome:
    parts, _ = _contrasts(_marked(rng, PENALTY, REWARD), RATED, FIVE)
    asymmetry = (REWARD + PENALTY) / (REWARD - PENALTY + 1e-12)
    first = next(part for part in parts if part.key == "d0")
    alike = [part for part in parts if part.key in ("d1", "d2", "d5")]
    return {
        "asymmetry": within(first.low, asymmetry[0], first.high),
        "lopsided": any(one.is_lopsided and one.is_named for one in alike),
    }


KANO = Experiment(
    "kano",
    {
        "named": finds("kano", "any part must be there, counts or delights (BH over 12)"),
        "penalty": covers("kano", "what a low score costs"),
        "reward": covers("kano", "what a high score wins"),
    },
    _kano_closed,
)
KANO_RESAMPLED = Experiment(
    "kano, asymmetry",
    {
        "asymmetry": covers("kano", "asymmetry of a part", "resampled"),
        "lopsided": finds(
            "kano", "a part only costs or only delights, of those alike", "resampled"
        ),
    },
    _kano_resampled,
)

EXPERIMENTS = (
    BETWEEN_EDITIONS,
    EDITION_LEVELS,
    BETWEEN_EXHIBITORS,
    DRIVERS_NOTHING,
    DRIVERS_KNOWN,
    KANO,
    KANO_RESAMPLED,
)

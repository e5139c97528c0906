"""Trends: editions, steps, turnover and the same exhibitors twice."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Any

import numpy as np

from analytics.ratings.change import change
from analytics.stats.mean import MeanEstimate, difference
from analytics.studies.trends.compute import steps_between
from analytics.studies.trends.compute_same_exhibitors import SameExhibitors, paired_change
from analytics.studies.trends.compute_trend import Trend, trend_or_fault
from analytics.studies.trends.compute_turnover import Turnover, turnover_series
from tests.simulate.claims import Experiment, Outcome, covers, finds
from tests.simulate.invented_ratings import EDITIONS, FIVE, places, points, sums, within


def _no_trend(rng: np.random.Generator) -> Outcome:
    """Eight editions of the same ratings."""
    means = {edition.key: _edition_mean(rng) for edition in EDITIONS}
    trend = trend_or_fault(EDITIONS, [mean.mean for mean in means.values()])
    changes = {pair: change(*(means[key] for key in pair)) for pair in pairwise(means)}
    steps = steps_between(EDITIONS, changes)
    assert isinstance(trend, Trend)
    return {
        "trend": trend.is_established,
        "steps": any(step.is_established for step in steps),
        "last": list(changes.values())[-1].is_established,
        "turnover": _is_turnover_trend_found(rng),
        **_same(rng),
    }


def _edition_mean(rng: np.random.Generator) -> MeanEstimate:
    people = int(rng.integers(60, 160))
    return FIVE.estimate(sums(places(points(rng.normal(3.7, 1.0, people)))).estimate)


def _is_turnover_trend_found(rng: np.random.Generator) -> bool:
    turnover = turnover_series(
        [replace(edition, turnover=float(rng.lognormal(20, 0.3))) for edition in EDITIONS]
    )
    assert isinstance(turnover, Turnover)
    assert isinstance(turnover.trend, Trend)
    return turnover.trend.is_established


def _same(rng: np.random.Generator) -> Outcome:
    """The same exhibitors twice, each with a level of its own."""
    level = rng.normal(3.7, 0.7, 70)
    then, now = (places(points(level + rng.normal(0, 0.7, 70))) for _ in range(2))
    same = SameExhibitors(70, FIVE.difference(paired_change(_change_row(now - then))), 70.0)
    return {"same": same.is_established, "same_gap": within(same.gap.low, 0.0, same.gap.high)}


def _change_row(gap: np.ndarray) -> dict[str, Any]:
    """What exhibitors changed by, as `same_overall.sql` gives it."""
    n, total, squares = gap.size, float(gap.sum()), float(gap @ gap)
    return {
        "n": n,
        "mean": float(gap.mean()),
        "variance": float(gap.var(ddof=1)),
        "w": float(n),
        "wy": total,
        "wyy": squares,
        "ww": float(n),
        "wwy": total,
        "wwyy": squares,
    }


def _steady(rng: np.random.Generator) -> Outcome:
    """A steady rise of the latent rating, each edition with an accident of its own."""
    values = 3.3 + 0.04 * np.arange(8) + rng.normal(0, 0.1, 8)
    trend = trend_or_fault(EDITIONS, values.tolist())
    assert isinstance(trend, Trend)
    first, second = sums(rng.random(60)).estimate, sums(rng.random(60) + 0.1).estimate
    gap = difference(second, first)
    return {
        "sen": within(trend.slope.low, 0.04, trend.slope.high),
        "welch": within(gap.low, 0.1, gap.high),
    }


def sen_holds() -> float:
    """Of eight editions Sen's interval takes the 6th lowest and 6th highest of 28 slopes: it holds
    unless at most 5 pairs of the 28 are out of order, or in order. So many of the 40,320 orders
    have 0 to 5 inversions (MacMahon).
    """
    return 1 - 2 * (1 + 7 + 27 + 76 + 174 + 343) / 40_320


TRENDS_NOTHING = Experiment(
    "trends, nothing",
    {
        "trend": finds("trends", "a trend over 8 editions (Mann–Kendall)"),
        "steps": finds("trends", "any step between editions (Holm over 7)"),
        "last": finds("trends", "the last change"),
        "turnover": finds("trends", "a trend of turnover (Mann–Kendall)"),
        "same": finds("trends", "the same exhibitors changed"),
        "same_gap": covers("trends", "change of the same exhibitors (pairs)"),
    },
    _no_trend,
)
TRENDS_KNOWN = Experiment(
    "trends, known",
    {
        "sen": covers("trends", "slope a year (Sen, 8 editions)", right=sen_holds()),
        "welch": covers("trends", "step between editions (Welch)"),
    },
    _steady,
)

EXPERIMENTS = (TRENDS_NOTHING, TRENDS_KNOWN)

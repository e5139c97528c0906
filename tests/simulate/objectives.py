"""Objectives: shares, changes and goals, from counts of invented answers."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np

from analytics.studies.objectives.compute_attainment import pull, reached_by
from analytics.studies.objectives.compute_named import Named, Tallies, objectives_of
from tests.simulate.claims import Experiment, Outcome, covers, finds
from tests.simulate.invented_ratings import (
    EDITIONS,
    FIVE,
    counted,
    mean_of,
    places,
    points,
    within,
)

KEYS = ("sell_new_products", "show_company", "find_partners", "find_projects", "find_investment")
NAMED = np.array([0.7, 0.55, 0.4, 0.3, 0.15])
FOUR = EDITIONS[:4]
REACHED = 0.6


def _tallies(rng: np.random.Generator, people: int, named: np.ndarray) -> dict[str | None, Named]:
    """One edition: who named what, and who reached a goal whatever they named."""
    ticks = rng.random((people, len(KEYS))) < named
    rated = rng.random(people) < 0.8
    reached = rated & (rng.random(people) < REACHED)
    each: dict[str | None, Named] = {
        key: _naming(tick, tick & rated, tick & reached, float(tick.sum()))
        for key, tick in zip(KEYS, ticks.T, strict=True)
    }
    some = ticks.any(axis=1)
    everybody = _naming(some, some & rated, some & reached, float(ticks.sum()))
    return each | {None: replace(everybody, all_rated=counted(rated), all_reached=counted(reached))}


def _naming(tick: np.ndarray, rated: np.ndarray, reached: np.ndarray, ticks: float) -> Named:
    """Nobody was asked what they attained."""
    of_rated, of_reached = counted(rated), counted(reached)
    return Named(
        n=counted(tick),
        rated=of_rated,
        reached=of_reached,
        all_rated=of_rated,
        all_reached=of_reached,
        ticks=ticks,
    )


def _objectives(rng: np.random.Generator) -> Outcome:
    tallies: Tallies = {}
    for edition in FOUR:
        tallies |= {(edition.key, key): tally for key, tally in _tallies(rng, 150, NAMED).items()}
    named = objectives_of(tallies, (FOUR[3], FOUR[2]), FOUR, 10, 12)
    reached = reached_by(tallies, FOUR[3].key, named, 10)
    first = next(objective for objective in named if objective.key == KEYS[0])
    share = NAMED[0] / (1 - np.prod(1 - NAMED))
    gap = pull(_goals(rng, 0.0), FIVE, 10)
    apart = pull(_goals(rng, 0.3), FIVE, 10)
    assert gap
    assert apart
    assert apart.gap
    return {
        "change": any(objective.is_change_established for objective in named),
        "drift": any(objective.is_trend_established for objective in named),
        "reached": any(objective.is_established for objective in reached),
        "pull": gap.is_established,
        "share": within(first.now.low, share, first.now.high),
        "gap": within(apart.gap.low, mean_of(3.9, 0.9) - mean_of(3.3, 0.9), apart.gap.high),
    }


def _goals(rng: np.random.Generator, effect: float) -> list[dict[str, Any]]:
    """Overall satisfaction by attainment of 1, 2 or 3, as `ratings.sql` gives it."""
    goal = rng.choice(3, 180, p=(0.2, 0.45, 0.35))
    place = places(points(rng.normal(3.6 + effect * (goal - 1), 0.9)))
    return [_level(at, place[goal == at]) for at in range(3)]


def _level(at: int, place: np.ndarray) -> dict[str, Any]:
    n, total, squares = place.size, float(place.sum()), float(place @ place)
    return {
        "answer": float(at + 1),
        "scale_min": 1.0,
        "scale_max": 3.0,
        "n": n,
        "weight": float(n),
        "weight_squares": float(n),
        "total": total,
        "total_squares": squares,
        "w_n": float(n),
        "w_total": total,
        "w_squares": squares,
    }


OBJECTIVES = Experiment(
    "objectives",
    {
        "change": finds("objectives", "any objective changed (Holm over 5)"),
        "drift": finds("objectives", "any objective drifts over 4 editions (Holm over 5)"),
        "reached": finds("objectives", "any objective goes with reaching the goal (Holm)"),
        "pull": finds("objectives", "satisfaction differs by attainment"),
        "share": covers("objectives", "share naming an objective (Wilson)"),
        "gap": covers("objectives", "satisfaction of those who reached their goal, less others"),
    },
    _objectives,
)

EXPERIMENTS = (OBJECTIVES,)

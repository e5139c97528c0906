"""Objectives, expectation, respondents: shares, gaps and the register, from counts of invented
answers.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np

from analytics.ratings.groups import TITLES
from analytics.ratings.levels import Rated
from analytics.stats.proportion import wilson
from analytics.studies.expectation.compute import _parts
from analytics.studies.objectives.attainment import pull, reached_by
from analytics.studies.objectives.named import Named, Tallies, objectives_of
from analytics.studies.respondents.margins import fields_of
from analytics.studies.respondents.weighting import kept_keys, plain_mean, weigh
from tests.simulate.claims import Experiment, Outcome, covers, finds
from tests.simulate.drawn import EDITIONS, FIVE, NAMELESS, counted, mean_of, places, points, within

KEYS = ("sell_new_products", "show_company", "find_partners", "find_projects", "find_investment")
NAMED = np.array([0.7, 0.55, 0.4, 0.3, 0.15])
FOUR = EDITIONS[:4]
REACHED = 0.6


def _tallied(rng: np.random.Generator, people: int, named: np.ndarray) -> dict[str | None, Named]:
    """One edition: who named what, and who reached a goal whatever they named."""
    ticks = rng.random((people, len(KEYS))) < named
    rated = rng.random(people) < 0.8
    reached = rated & (rng.random(people) < REACHED)
    each: dict[str | None, Named] = {
        key: _named(tick, tick & rated, tick & reached, float(tick.sum()))
        for key, tick in zip(KEYS, ticks.T, strict=True)
    }
    some = ticks.any(axis=1)
    everybody = _named(some, some & rated, some & reached, float(ticks.sum()))
    return each | {None: replace(everybody, all_rated=counted(rated), all_reached=counted(reached))}


def _named(tick: np.ndarray, rated: np.ndarray, reached: np.ndarray, ticks: float) -> Named:
    """Nobody was asked what they attained."""
    every, done = counted(rated), counted(reached)
    return Named(
        n=counted(tick), rated=every, reached=done, all_rated=every, all_reached=done, ticks=ticks
    )


def _objectives(rng: np.random.Generator) -> Outcome:
    tallies: Tallies = {}
    for edition in FOUR:
        tallies |= {(edition.key, key): one for key, one in _tallied(rng, 150, NAMED).items()}
    named = objectives_of(tallies, (FOUR[3], FOUR[2]), FOUR, 10, 12)
    reached = reached_by(tallies, FOUR[3].key, named, 10)
    first = next(one for one in named if one.key == KEYS[0])
    share = NAMED[0] / (1 - np.prod(1 - NAMED))
    gap = pull(_goals(rng, 0.0), FIVE, 10)
    apart = pull(_goals(rng, 0.3), FIVE, 10)
    assert gap
    assert apart
    assert apart.gap
    return {
        "change": any(one.is_change_established for one in named),
        "drift": any(one.is_trend_established for one in named),
        "reached": any(one.is_established for one in reached),
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


def _pairs(
    rng: np.random.Generator, edition: str, short: float
) -> dict[tuple[str, str], dict[str, Any]]:
    """Eight parts rated and expected by the same people, as `pairs.sql` gives them. Expectation
    asks `short` too much.
    """
    mood = rng.normal(0, 0.6, 110)[:, None]
    experience, expected = (
        places(points(3.7 + above + mood + rng.normal(0, 0.8, (110, 8)))) for above in (0.0, short)
    )
    return {(edition, f"d{at}"): _pair(experience[:, at], expected[:, at]) for at in range(8)}


def _pair(experience: np.ndarray, expected: np.ndarray) -> dict[str, Any]:
    gap = experience - expected
    row: dict[str, Any] = {}
    for name, given in {
        "": np.isfinite(gap),
        "exceeded_": gap * 4 > 0.499999,
        "missed_": gap * 4 < -0.499999,
    }.items():
        found = counted(given)
        row |= {
            f"{name}n": found.n,
            f"{name}weight": found.weight,
            f"{name}weight_squares": found.squares,
        }
    for name, one in {"experience": experience, "expectation": expected, "gap": gap}.items():
        row |= dict.fromkeys((name, f"{name}_w"), float(one.sum()))
        row |= dict.fromkeys((f"{name}_squares", f"{name}_squares_w"), float(one @ one))
    return row


SHOWN = tuple(Rated(f"d{at}", NAMELESS, "dimension", (f"d{at}.1",)) for at in range(8))


def _expectation(rng: np.random.Generator) -> Outcome:
    rows = _pairs(rng, "f-1", 0.0) | _pairs(rng, "f-2", 0.0)
    parts = _parts(SHOWN, rows, ("f-1", "f-2"), FIVE, 10)
    short = _parts(SHOWN, _pairs(rng, "f-2", 0.4), ("", "f-2"), FIVE, 10)
    gap = next(one.gap for one in short if one.key == "d0")
    return {
        "gap": any(part.is_established for part in parts),
        "change": any(part.is_change_established for part in parts),
        "short": within(gap.low, mean_of(3.7, 1.0) - mean_of(4.1, 1.0), gap.high),
    }


EXPECTATION = Experiment(
    "expectation",
    {
        "gap": finds("expectation", "any part falls short or exceeds (Holm over 8)"),
        "change": finds("expectation", "any gap changed (Holm over 8)"),
        "short": covers("expectation", "gap of a part (pairs)"),
    },
    _expectation,
)

CATEGORIES = {
    "industry": (0.35, 0.25, 0.2, 0.12, 0.08),
    "region": (0.5, 0.3, 0.15, 0.05),
    "size_band": (0.4, 0.35, 0.25),
    "ownership": (0.6, 0.3, 0.1),
    "experience": (0.55, 0.45),
}
INDUSTRY_MEANS = np.array([4.0, 3.7, 3.5, 3.3, 3.6])
REGISTERED = 400


def _register(
    rng: np.random.Generator, is_telling: bool
) -> tuple[dict[str, np.ndarray], np.ndarray, np.ndarray]:
    """Codes by field, who answered, and everybody's overall place (telling: both depend on the
    industry).
    """
    codes = {name: rng.choice(len(p), REGISTERED, p=p) for name, p in CATEGORIES.items()}
    rate = (
        np.array([0.6, 0.45, 0.35, 0.3, 0.5])[codes["industry"]]
        if is_telling
        else np.full(REGISTERED, 0.45)
    )
    centre = INDUSTRY_MEANS[codes["industry"]] if is_telling else np.full(REGISTERED, 3.7)
    return codes, rng.random(REGISTERED) < rate, np.asarray(places(points(rng.normal(centre, 0.8))))


def _margins(codes: dict[str, np.ndarray], answered: np.ndarray) -> list[dict[str, Any]]:
    """Rows of `margins.sql`."""
    rows: list[dict[str, Any]] = [
        {
            "field": "all",
            "category": None,
            "exhibitors": REGISTERED,
            "respondents": int(answered.sum()),
        }
    ]
    for field, code in codes.items():
        every, told = (
            np.bincount(one, minlength=len(CATEGORIES[field])) for one in (code, code[answered])
        )
        rows += [
            {
                "field": field,
                "category": str(at),
                "exhibitors": int(every[at]),
                "respondents": int(told[at]),
            }
            for at in np.argsort(-every, kind="stable")
            if every[at]
        ]
    return rows


def _joint(
    codes: dict[str, np.ndarray],
    answered: np.ndarray,
    place: np.ndarray,
    kept: dict[str, list[str]],
) -> list[dict[str, Any]]:
    """Rows of `cells.sql`."""
    names = [
        np.where(np.isin(codes[field].astype(str), kept[field]), codes[field].astype(str), "*")
        for field in TITLES
    ]
    found, at = np.unique(np.column_stack(names), axis=0, return_inverse=True)
    at = at.ravel()
    weights = (
        None,
        answered,
        answered & (codes["experience"] == 1),
        place * answered,
        place**2 * answered,
    )
    counts = np.stack([np.bincount(at, weight, minlength=len(found)) for weight in weights])
    return [
        dict(zip(TITLES, row.tolist(), strict=True))
        | {
            "exhibitors": int(n),
            "respondents": int(told),
            "repeaters": int(again),
            "always": 0,
            "answered": int(told),
            "total": float(total),
            "total_squares": float(squares),
        }
        for row, (n, told, again, total, squares) in zip(found, counts.T, strict=True)
    ]


def _respondents(rng: np.random.Generator) -> Outcome:
    codes, answered, place = _register(rng, is_telling=False)
    fields = fields_of(_margins(codes, answered), 10)
    cells = _joint(codes, answered, place, kept_keys(fields))
    weighting, plain = weigh(fields, cells, FIVE), plain_mean(cells, FIVE)
    leaning, told, rated = _register(rng, is_telling=True)
    found = fields_of(_margins(leaning, told), 10)
    weighted = weigh(found, _joint(leaning, told, rated, kept_keys(found)), FIVE)
    truth = float(np.dot(CATEGORIES["industry"], [mean_of(one, 0.8) for one in INDUSTRY_MEANS]))
    rate = wilson(int(answered.sum()), REGISTERED)
    return {
        "rates": any(field.is_established for field in fields),
        "gaps": any(group.is_established for field in fields for group in field.groups),
        "shift": weighting and abs(weighting.mean.mean - plain.mean) > (plain.high - plain.low) / 2,
        "rate": within(rate.low, 0.45, rate.high),
        "weighted": within(weighted.mean.low, truth, weighted.mean.high) if weighted else None,
    }


RESPONDENTS = Experiment(
    "respondents",
    {
        "rates": finds("respondents", "any field goes with answering (Holm over 5)"),
        "gaps": finds("respondents", "any group over- or under-represented (BH)"),
        "shift": finds("respondents", "weighting moves the mean"),
        "rate": covers("respondents", "response rate (Wilson)"),
        "weighted": covers("respondents", "mean weighted to the register (raking)"),
    },
    _respondents,
)

EXPERIMENTS = (OBJECTIVES, EXPECTATION, RESPONDENTS)

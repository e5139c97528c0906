"""Respondents: who answers, from the counts of an invented register."""

from __future__ import annotations

from typing import Any

import numpy as np

from analytics.ratings.groups import TITLES
from analytics.stats.proportion import wilson
from analytics.studies.respondents.compute_margins import fields_of
from analytics.studies.respondents.compute_weights import kept_keys, plain_mean, weigh
from tests.simulate.claims import Experiment, Outcome, covers, finds
from tests.simulate.invented_ratings import FIVE, mean_of, places, points, within

CATEGORIES = {
    "industry": (0.35, 0.25, 0.2, 0.12, 0.08),
    "region": (0.5, 0.3, 0.15, 0.05),
    "size_band": (0.4, 0.35, 0.25),
    "ownership": (0.6, 0.3, 0.1),
    "experience": (0.55, 0.45),
}
INDUSTRY_MEANS = np.array([4.0, 3.7, 3.5, 3.3, 3.6])
INDUSTRY_RATES = np.array([0.6, 0.45, 0.35, 0.3, 0.5])
REGISTERED = 400


def _register(
    rng: np.random.Generator, is_telling: bool
) -> tuple[dict[str, np.ndarray], np.ndarray, np.ndarray]:
    """Codes by field, who answered, overall places (telling: both depend on the industry)."""
    codes = {name: rng.choice(len(p), REGISTERED, p=p) for name, p in CATEGORIES.items()}
    rate, centre = np.full(REGISTERED, 0.45), np.full(REGISTERED, 3.7)
    if is_telling:
        rate, centre = INDUSTRY_RATES[codes["industry"]], INDUSTRY_MEANS[codes["industry"]]
    answered = rng.random(REGISTERED) < rate
    return codes, answered, np.asarray(places(points(rng.normal(centre, 0.8))))


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
        registered, answering = (
            np.bincount(those, minlength=len(CATEGORIES[field])) for those in (code, code[answered])
        )
        rows += [
            {
                "field": field,
                "category": str(at),
                "exhibitors": int(registered[at]),
                "respondents": int(answering[at]),
            }
            for at in np.argsort(-registered, kind="stable")
            if registered[at]
        ]
    return rows


def _joint(
    codes: dict[str, np.ndarray],
    answered: np.ndarray,
    place: np.ndarray,
    shown_keys: dict[str, list[str]],
) -> list[dict[str, Any]]:
    """Rows of `cells.sql`."""
    keys = {field: codes[field].astype(str) for field in TITLES}
    names = [np.where(np.isin(own, shown_keys[field]), own, "*") for field, own in keys.items()]
    cells, at = np.unique(np.column_stack(names), axis=0, return_inverse=True)
    at = at.ravel()
    weights = (
        None,
        answered,
        answered & (codes["experience"] == 1),
        place * answered,
        place**2 * answered,
    )
    counts = np.stack([np.bincount(at, weight, minlength=len(cells)) for weight in weights])
    return [
        dict(zip(TITLES, row.tolist(), strict=True))
        | {
            "exhibitors": int(n),
            "respondents": int(answering),
            "repeaters": int(again),
            "always": 0,
            "answered": int(answering),
            "total": float(total),
            "total_squares": float(squares),
        }
        for row, (n, answering, again, total, squares) in zip(cells, counts.T, strict=True)
    ]


def _respondents(rng: np.random.Generator) -> Outcome:
    codes, answered, place = _register(rng, is_telling=False)
    fields = fields_of(_margins(codes, answered), 10)
    cells = _joint(codes, answered, place, kept_keys(fields))
    weighting, plain = weigh(fields, cells, FIVE), plain_mean(cells, FIVE)
    leaning, answering, rated = _register(rng, is_telling=True)
    of_leaning = fields_of(_margins(leaning, answering), 10)
    weighted = weigh(of_leaning, _joint(leaning, answering, rated, kept_keys(of_leaning)), FIVE)
    truth = float(np.dot(CATEGORIES["industry"], [mean_of(mean, 0.8) for mean in INDUSTRY_MEANS]))
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

EXPERIMENTS = (RESPONDENTS,)

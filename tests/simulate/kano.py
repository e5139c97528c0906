"""What must be there and what delights, on answers whose effects are known."""

from __future__ import annotations

import numpy as np

from analytics.ratings.answer_blocks import Block
from analytics.ratings.levels import Rated
from analytics.ratings.mark_blocks import MarkProducts, mark_products
from analytics.stats.penalty_reward import PenaltyReward, penalty_reward
from analytics.studies.kano.compute import adjusted_contrasts, contrasted_parts, on_scale
from tests.simulate.claims import Experiment, Outcome, covers, finds
from tests.simulate.invented_ratings import (
    FIVE,
    NAMELESS,
    one_edition,
    places,
    points,
    with_halo,
    within,
)

PARTS, PEOPLE = 6, 500
RATED = tuple(Rated(f"d{at}", NAMELESS, "dimension", (f"d{at}.1",)) for at in range(PARTS))
PLAN = one_edition(PARTS, PEOPLE)
PENALTY = np.array([-0.5, -0.2, -0.3, -0.1, 0, -0.2])
REWARD = np.array([0.1, 0.2, 0.3, 0.4, 0, 0.2])
ESTABLISHED = ("must-be", "performance", "attractive")


def _products(rng: np.random.Generator, penalty: np.ndarray, reward: np.ndarray) -> MarkProducts:
    latent, _ = with_halo(rng, PEOPLE, np.full(PARTS, 3.0))
    rating = points(latent)
    overall = (
        3.2
        + (rating <= 2) @ penalty
        + (rating >= 4) @ reward
        + rng.normal(0, 0.5 + 0.15 * rating[:, 0], PEOPLE)
    )
    rated, judged = places(rating).astype(np.float32), places(overall).astype(np.float32)
    block = Block(np.arange(PEOPLE), np.zeros(PEOPLE, dtype=np.int64), judged, rated, rated)
    return mark_products([block], PLAN)


def _fit(marked: MarkProducts) -> PenaltyReward:
    return penalty_reward(on_scale(marked.products, FIVE), marked.marks, marked.n)


def _kano_closed(rng: np.random.Generator) -> Outcome:
    none = adjusted_contrasts(_fit(_products(rng, np.zeros(PARTS), np.zeros(PARTS))))
    fit = _fit(_products(rng, PENALTY, REWARD))
    cost, won = fit.items[0].penalty, fit.items[2].reward
    return {
        "named": any(contrast.reading in ESTABLISHED for contrast in none),
        "penalty": within(cost.low, PENALTY[0], cost.high),
        "reward": within(won.low, REWARD[2], won.high),
    }


def _kano_resampled(rng: np.random.Generator) -> Outcome:
    parts, _ = contrasted_parts(_products(rng, PENALTY, REWARD), RATED, FIVE)
    asymmetry = (REWARD + PENALTY) / (REWARD - PENALTY + 1e-12)
    first = next(part for part in parts if part.key == "d0")
    alike = [part for part in parts if part.key in ("d1", "d2", "d5")]
    return {
        "asymmetry": within(first.low, asymmetry[0], first.high),
        "lopsided": any(part.is_lopsided and part.is_named for part in alike),
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

EXPERIMENTS = (KANO, KANO_RESAMPLED)

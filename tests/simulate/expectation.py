"""Expectation: gaps between rating and expectation, from sums of invented pairs."""

from __future__ import annotations

from typing import Any

import numpy as np

from analytics.ratings.levels import Rated
from analytics.studies.expectation.compute_parts import gap_parts
from tests.simulate.claims import Experiment, Outcome, covers, finds
from tests.simulate.invented_ratings import (
    FIVE,
    NAMELESS,
    counted,
    mean_of,
    places,
    points,
    within,
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
    for name, is_so in {
        "": np.isfinite(gap),
        "exceeded_": gap * 4 > 0.499999,
        "missed_": gap * 4 < -0.499999,
    }.items():
        tally = counted(is_so)
        row |= {
            f"{name}n": tally.n,
            f"{name}weight": tally.weight,
            f"{name}weight_squares": tally.squares,
        }
    for name, place in {"experience": experience, "expectation": expected, "gap": gap}.items():
        row |= dict.fromkeys((name, f"{name}_w"), float(place.sum()))
        row |= dict.fromkeys((f"{name}_squares", f"{name}_squares_w"), float(place @ place))
    return row


SHOWN = tuple(Rated(f"d{at}", NAMELESS, "dimension", (f"d{at}.1",)) for at in range(8))


def _expectation(rng: np.random.Generator) -> Outcome:
    rows = _pairs(rng, "f-1", 0.0) | _pairs(rng, "f-2", 0.0)
    parts = gap_parts(SHOWN, rows, ("f-1", "f-2"), FIVE, 10)
    short = gap_parts(SHOWN, _pairs(rng, "f-2", 0.4), ("", "f-2"), FIVE, 10)
    gap = next(part.gap for part in short if part.key == "d0")
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

EXPERIMENTS = (EXPECTATION,)

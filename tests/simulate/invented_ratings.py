"""Ratings as people give them, and their sums as SQL gives them."""

from __future__ import annotations

from dataclasses import replace
from math import sqrt
from statistics import NormalDist
from typing import Any

import numpy as np

from analytics.ratings.answer_blocks import Layout
from analytics.ratings.editions import Edition
from analytics.ratings.scale import Scale
from analytics.ratings.sums import Sums
from analytics.ratings.tally import Tally
from analytics.wording import Name

FIVE = Scale(1, 5)
NAMELESS = Name("", "")
EDITIONS = tuple(
    Edition(f"f-{n}", n, 1998 + n, Name(f"第{n}届", f"Edition {n}"), True, "USD", None, 100)
    for n in range(1, 9)
)


def one_edition(parts: int, people: int) -> Layout:
    """How answers of one edition lie, with so many parts rated 1 to 5 and each part for itself."""
    low, span = np.full((1, parts + 1), 100.0), np.full((1, parts + 1), 400.0)
    return Layout(("f-1",), np.arange(parts), low, span, np.eye(parts), people, True)


def points(latent: Any) -> Any:
    """Whole points of a five-point scale."""
    return np.clip(np.rint(latent), 1, 5)


def places(rating: Any) -> Any:
    return (rating - 1) / 4


def chances(centre: float, spread: float) -> np.ndarray:
    """How likely each of the five points is, where the latent rating is normal."""
    normal = NormalDist(centre, spread)
    ends = [0.0, *(normal.cdf(cut) for cut in (1.5, 2.5, 3.5, 4.5)), 1.0]
    return np.diff(ends)


def mean_of(centre: float, spread: float) -> float:
    """The true mean rating."""
    return float(chances(centre, spread) @ np.arange(1, 6))


def with_halo(
    rng: np.random.Generator, people: int, centres: Any, person: float = 0.6, own: float = 0.8
) -> tuple[np.ndarray, np.ndarray]:
    """Latent ratings, people × items: everybody has a mood of their own. With the moods."""
    mood = rng.normal(0, person, people)
    return (
        np.asarray(centres) + mood[:, None] + rng.normal(0, own, (people, np.size(centres))),
        mood,
    )


def spread_of(person: float = 0.6, own: float = 0.8) -> float:
    return sqrt(person**2 + own**2)


def counted(is_true: Any) -> Tally:
    """How many are true, of answers that all count 1."""
    n = int(np.sum(is_true))
    return Tally(n, float(n), float(n))


def sums(value: Any) -> Sums:
    """Of one place a respondent."""
    n, total, squares = len(value), float(value.sum()), float(value @ value)
    return Sums(n, total, squares, float(n), float(n), total, float(n), float(n))


def of_firms(value: Any, firm: Any) -> Sums:
    """Of places that several of one firm may have given: the squares are those of firms."""
    own = sums(value)
    total, count = np.bincount(firm, value), np.bincount(firm).astype(float)
    total, count = total[count > 0], count[count > 0]
    squares, product = float(count @ count), float(total @ count)
    return replace(
        own,
        total_squares=float(total @ total),
        answers_squares=squares,
        cross_product=product,
        weight_squares=squares,
        repeats=own.n - len(count),
    )


def of_firms_tallied(point: Any, firm: Any) -> dict[float, Tally]:
    """Points given, with how often two respondents of one firm gave both."""
    counts = np.stack(
        [np.bincount(firm, point == rating, int(firm.max()) + 1) for rating in range(1, 6)]
    )
    both = counts @ counts.T - np.diag(counts.sum(axis=1))
    answers = np.maximum(counts.sum(axis=0), 1)
    repeats = (counts * (answers - 1) / answers).sum(axis=1)
    return {
        rating: replace(
            counted(point == rating),
            pairs=_pairs(rating, both[rating - 1]),
            repeats=float(repeats[rating - 1]),
        )
        for rating in range(1, 6)
    }


def _pairs(rating: int, both: Any) -> dict[tuple[Any, Any], float]:
    return {(rating, other): float(times) for other, times in enumerate(both, start=1) if times}


def pooled(placed: Any) -> Sums:
    """Of several places a respondent (people × items, NaN where missing), each counting alike."""
    is_given = np.isfinite(placed)
    count, total = is_given.sum(axis=1).astype(float), np.where(is_given, placed, 0.0).sum(axis=1)
    has_answered = count > 0
    count, total, people = count[has_answered], total[has_answered], int(has_answered.sum())
    return Sums(
        people,
        float(total.sum()),
        float(total @ total),
        float(count.sum()),
        float(count @ count),
        float(total @ count),
        float(people),
        float(people),
    )


def within(low: float, truth: float, high: float) -> bool | None:
    """Whether an interval holds the truth; None where no interval is given."""
    return None if np.isnan(low) else bool(low <= truth <= high)

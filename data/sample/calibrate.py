"""Sets a simulated quantity to a target figure by moving one intercept, never by touching a single
answer by hand.

A mean of rounded answers is a staircase in the intercept: each step turns the one answer nearest
its threshold, so the search ends on the staircase's step nearest the target.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

import numpy as np
from numpy.typing import NDArray

from data.sample.model import SEED

Floats = NDArray[np.float64]
_seed: ContextVar[int] = ContextVar("_seed", default=SEED)


@contextmanager
def seeded(seed: int) -> Iterator[None]:
    """Within it the fair is another one: the same model, other draws."""
    before = _seed.set(seed)
    try:
        yield
    finally:
        _seed.reset(before)


def stream(purpose: str, edition: int = 0) -> np.random.Generator:
    """A random stream for each purpose and edition: one part can change without the others."""
    return np.random.default_rng([_seed.get(), zlib.crc32(purpose.encode()), edition])


def on_scale(latent: Floats) -> Floats:
    """Latent satisfaction as answers 1–5."""
    return np.clip(np.rint(latent), 1.0, 5.0)


def shift_for(mean_at: Callable[[float], float], target: float) -> float:
    """The intercept that brings a rising staircase nearest to the target."""
    low, high = -4.0, 4.0
    for _ in range(48):
        middle = (low + high) / 2
        low, high = (middle, high) if mean_at(middle) < target else (low, middle)
    return min((low, high), key=lambda shift: abs(mean_at(shift) - target))


def base_for(percents: tuple[float, float], low: int, high: int) -> int:
    """The number of answers at which the two cumulated percentages and their difference come out
    most nearly.
    """

    def worst(base: int) -> float:
        top, least = (round(base * percent / 100) for percent in percents)
        counts = (top, least, least - top)
        targets = (percents[0], percents[1], percents[1] - percents[0])
        gaps = (abs(100 * n / base - target) for n, target in zip(counts, targets, strict=True))
        return max(gaps)

    return min(range(low, high + 1), key=worst)


def cut(latent: Floats, percents: tuple[float, float]) -> NDArray[np.int64]:
    """Grades 1, 2, 3 by rank: the top `percents[0]` get 3, the top `percents[1]` at least 2."""
    ranks = np.empty(len(latent), dtype=np.int64)
    ranks[np.argsort(-latent, kind="stable")] = np.arange(len(latent))
    top, least = (round(len(latent) * percent / 100) for percent in percents)
    return 1 + (ranks < top).astype(np.int64) + (ranks < least).astype(np.int64)


def draw(rng: np.random.Generator, preference: Floats, count: int) -> NDArray[np.int64]:
    """Places of `count` different ones drawn with weights exp(preference), in order."""
    keys = preference + rng.gumbel(size=len(preference))
    return np.sort(np.argsort(-keys, kind="stable")[:count])


def nearest_to_threshold(margin: Floats, count: int) -> NDArray[np.bool_]:
    """Draws with margin > 0 come true; the fewest and closest are turned until `count` do."""
    order = np.argsort(-margin, kind="stable")
    comes_true = np.zeros(len(margin), dtype=bool)
    comes_true[order[:count]] = True
    return comes_true

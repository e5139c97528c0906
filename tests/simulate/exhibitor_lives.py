"""Exhibitors as they live: they come, answer or not, come back or stay away, and some return after
a while.

Everybody has a mood, a loyalty and a size of its own that last from edition to edition, so answers
of the same exhibitor resemble each other and those who stay are not like those who leave. Editions
before the first on file are lived through as well: what is on file is a fair that has found its
balance.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from analytics.stats.clustered_share import ClusterSums

LIVED_BEFORE = 6
REACTIVATED = 0.06
AREAS = np.array([9.0, 18.0, 36.0, 72.0])


@dataclass(frozen=True)
class Fair:
    """`newcomers` a new edition; `effect` of a point of satisfaction, `word` of a step of
    intention, on the log-odds of coming back; `loyalty`: how far exhibitors differ in coming back
    whatever they say.
    """

    newcomers: int = 60
    editions: int = 5
    effect: float = 0.0
    word: float = 0.0
    loyalty: float = 0.8
    answering: float = 0.6


@dataclass(frozen=True, eq=False)
class Stays:
    """One row an exhibitor and edition on file (place from 0). `back` is void at the last place."""

    place: np.ndarray
    firm: np.ndarray
    score: np.ndarray
    word: np.ndarray
    answered: np.ndarray
    back: np.ndarray
    tenure: np.ndarray
    area: np.ndarray
    turnover: np.ndarray
    present: np.ndarray

    @property
    def last(self) -> int:
        return int(self.present.shape[1]) - 1

    @property
    def is_followed(self) -> np.ndarray:
        return np.asarray(self.answered & (self.place < self.last))


def live(rng: np.random.Generator, fair: Fair) -> Stays:
    held = LIVED_BEFORE + fair.editions
    firms = fair.newcomers * held
    mood, loyal, size = (rng.normal(0, 1, firms) for _ in range(3))
    area, leaning = rng.choice(AREAS, firms), rng.normal(0, 0.8, firms)
    entry, coming = np.repeat(np.arange(held), fair.newcomers), np.zeros(firms, dtype=bool)
    came, rows = np.zeros((firms, held), dtype=bool), []
    for edition in range(held):
        lapsed = (entry < edition) & ~coming & came[:, :edition].any(axis=1)
        here = np.flatnonzero(
            (entry == edition) | coming | (lapsed & (rng.random(firms) < REACTIVATED))
        )
        came[here, edition] = True
        score = np.clip(np.rint(3.6 + 0.6 * mood[here] + rng.normal(0, 0.8, here.size)), 1, 5)
        word = np.clip(np.rint(1.2 + leaning[here] + rng.normal(0, 0.6, here.size)), 0, 2)
        odds = 0.4 + fair.effect * (score - 4) + fair.word * (word - 1) + fair.loyalty * loyal[here]
        coming = np.zeros(firms, dtype=bool)
        coming[here[rng.random(here.size) < 1 / (1 + np.exp(-odds))]] = True
        turnover = np.exp(11 + 0.9 * size[here] + rng.normal(0, 0.5, here.size))
        answered = rng.random(here.size) < fair.answering
        place = np.full(here.size, edition - LIVED_BEFORE)
        rows.append((place, here, score, word, answered, turnover))
    columns = [np.concatenate(column) for column in zip(*rows, strict=True)]
    return _on_file(columns, came[:, LIVED_BEFORE:], area)


def _on_file(columns: Sequence[np.ndarray], present: np.ndarray, area: np.ndarray) -> Stays:
    """Of place, firm, score, word, answered and turnover what lies at the editions on file."""
    place, firm, score, word, answered, turnover = (column[columns[0] >= 0] for column in columns)
    last = present.shape[1] - 1
    return Stays(
        place,
        firm,
        score,
        word,
        answered,
        back=(place < last) & present[firm, np.minimum(place + 1, last)],
        tenure=np.cumsum(present, axis=1)[firm, place] - 1,
        area=area[firm],
        turnover=turnover,
        present=present,
    )


def cluster_sums(firm: np.ndarray, back: np.ndarray) -> ClusterSums:
    """Over exhibitors, of their own rows: what `own` of the studies' statements adds up."""
    n = np.bincount(firm).astype(float)
    yes = np.bincount(firm, weights=back, minlength=n.size)
    answers, returned = float(n.sum()), float(yes.sum())
    return ClusterSums(
        answers, returned, float(yes @ yes), float(yes @ n), float(n @ n), answers, returned
    )

"""Logistic regression of rows that need not be in memory together.

Method: maximum likelihood by Newton's method; every step sums gradient and information over parts
of the rows, and is halved until the likelihood does not fall. The result is that of `logit`.
Assumption: as `logit`; the parts are the same on every pass. Source: Cox 1958; McCullagh & Nelder
1989 (Newton's method is their scoring for the logit link).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from math import nan

import numpy as np

from analytics.stats import critical_values
from analytics.stats.arrays import FloatArray
from analytics.stats.least_squares import inverse_of
from analytics.stats.logit import RUN_AWAY, Logit, log_likelihood, probability

MOST_STEPS = 30
MOST_HALVINGS = 12
SMALL_GAIN = 1e-9

Parts = Callable[[], Iterable[tuple[FloatArray, FloatArray]]]
"""Each call walks over all rows once: (rows × variables without the constant, 0/1 events)."""


@dataclass(frozen=True, slots=True, eq=False)
class _Sums:
    n: float
    events: float
    total: FloatArray
    products: FloatArray
    gradient: FloatArray
    information: FloatArray
    likelihood: float


def streamed_logit(
    parts: Parts, variables: int, start: FloatArray | None = None, level: float = 0.95
) -> Logit:
    """The fit over all parts; `start`: coefficients to begin at, the constant first (`raw` of an
    earlier fit).
    """
    at = np.zeros(variables + 1) if start is None else np.asarray(start, dtype=np.float64)
    sums = _summed(parts, at)
    if not 0 < sums.events < sums.n:
        none = np.full(variables + 1, nan)
        return Logit(
            sums.n, sums.events, none, none, none, none, none, none, 0, nan, nan, False, level
        )
    for _ in range(MOST_STEPS):
        direction = inverse_of(sums.information)[0] @ sums.gradient
        moved, better = _step(parts, at, direction, sums)
        gain, at, sums = better.likelihood - sums.likelihood, moved, better
        if gain < SMALL_GAIN * (1 + abs(sums.likelihood)):
            break
    return _estimated(at, sums, level)


def _step(
    parts: Parts, at: FloatArray, direction: FloatArray, sums: _Sums
) -> tuple[FloatArray, _Sums]:
    for halving in range(MOST_HALVINGS):
        moved = at + direction / 2**halving
        better = _summed(parts, moved)
        if better.likelihood >= sums.likelihood:
            return moved, better
    return at, sums


def _summed(parts: Parts, at: FloatArray) -> _Sums:
    width = at.size
    n = events = likelihood = 0.0
    total, gradient = np.zeros(width), np.zeros(width)
    products, information = np.zeros((width, width)), np.zeros((width, width))
    for variables, happened in parts():
        x = np.column_stack([np.ones(len(happened)), variables])
        p = probability(x @ at)
        n, events = n + happened.size, events + float(happened.sum())
        likelihood += log_likelihood(p, happened, np.ones(happened.size))
        total += x.sum(axis=0)
        gradient += (happened - p) @ x
        products += x.T @ x
        information += (x * (p * (1 - p))[:, None]).T @ x
    return _Sums(n, events, total, products, gradient, information, likelihood)


def _estimated(at: FloatArray, sums: _Sums, level: float) -> Logit:
    inverse, _ = inverse_of(sums.information)
    se = np.sqrt(np.maximum(np.diag(inverse), 0.0))
    _, known = inverse_of(sums.products)
    sd = np.sqrt(np.maximum(np.diag(sums.products) / sums.n - (sums.total / sums.n) ** 2, 0.0))
    sd[0] = 1.0
    has_run_away = (se * sd > RUN_AWAY) | (sums.information[0, 0] < 1e-9 * sums.n)
    determined = known & ~has_run_away & (se > 0)
    value, se = np.where(determined, at, nan), np.where(determined, se, nan)
    half = critical_values.normal(level) * se
    p = np.array([critical_values.p_normal(z) for z in (value / se).tolist()])
    rate = sums.events / sums.n
    null = sums.n * (rate * np.log(rate) + (1 - rate) * np.log1p(-rate))
    return Logit(
        n=sums.n,
        events=sums.events,
        coefficients=value,
        se=se,
        p=p,
        low=value - half,
        high=value + half,
        raw=at,
        parameters=int(np.linalg.matrix_rank(sums.products, hermitian=True)),
        log_likelihood=sums.likelihood,
        null_log_likelihood=float(null),
        is_separated=bool((known & has_run_away).any()),
        level=level,
    )

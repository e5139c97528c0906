"""Which positive parameters make the data most likely? A bounded search from several starts.

Method: every parameter is exp(q) with q between -6 and 6; L-BFGS-B with the exact gradient from
each start, the best one counts, then Newton steps on the gradient where no edge is in the way.
Assumption: the likelihood is smooth in q. Source: Byrd, Lu, Nocedal & Zhu 1995 (L-BFGS-B).

A parameter within 1e-4 of an edge (in q) is at its bound: the data do not determine it, and the
likelihood would only creep further.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from analytics.stats.arrays import BoolArray, FloatArray
from analytics.stats.one_thread import one_thread

LOWEST, HIGHEST = -6.0, 6.0
EDGE = 1e-4
STEP = 1e-5
MOST_NEWTON_STEPS = 8

LogLikelihood = Callable[[FloatArray], tuple[float, FloatArray]]
"""Parameters to the log likelihood and its gradient by the parameters (not their logs)."""


@dataclass(frozen=True, slots=True, eq=False)
class Maximum:
    """The parameters, the log likelihood there, which of them lie at the edge of the box.

    `log_covariance` of their logs, from the curvature: 0 for those at the edge, NaN throughout
    where the data leave a ridge.
    """

    parameters: FloatArray
    log_likelihood: float
    at_bound: BoolArray
    log_covariance: FloatArray


def maximise(
    log_likelihood: LogLikelihood, starts: Sequence[Sequence[float]], weight: float
) -> Maximum:
    """The best of the maxima reached from `starts` (parameters, not logs). `weight`: how many
    observations the likelihood adds up, so that steps do not depend on the size of the fair.
    """
    import scipy.optimize  # noqa: F401  brings threads of its own, to be limited below

    with one_thread():
        best = min(
            (_descend(log_likelihood, np.log(start), weight) for start in starts),
            key=lambda q: -log_likelihood(np.exp(q))[0],
        )
        q = _newton(log_likelihood, best, weight)
    parameters = np.exp(q)
    edge = (q <= LOWEST + EDGE) | (q >= HIGHEST - EDGE)
    covariance = _covariance(log_likelihood, q, ~edge)
    return Maximum(parameters, log_likelihood(parameters)[0], edge, covariance)


def parameter_draws(
    parameters: Sequence[float], log_covariance: FloatArray, draws: int, seed: int = 20061012
) -> FloatArray:
    """Draws × parameters: what they might as well be, normal in their logs, within the box around
    them. NaN where the covariance is.
    """
    centre = np.log(np.asarray(parameters, dtype=np.float64))
    if not np.isfinite(log_covariance).all():
        return np.full((draws, centre.size), np.nan)
    normal = np.random.default_rng(seed).multivariate_normal(
        centre, log_covariance, draws, method="eigh"
    )
    return np.asarray(np.exp(np.clip(normal, centre + LOWEST, centre + HIGHEST)))


def _descend(log_likelihood: LogLikelihood, start: FloatArray, weight: float) -> FloatArray:
    from scipy.optimize import minimize

    def loss(q: FloatArray) -> tuple[float, FloatArray]:
        value, slope = _by_logs(log_likelihood, q)
        return -value / weight, -slope / weight

    search = minimize(
        loss,
        np.clip(start, LOWEST, HIGHEST),
        jac=True,
        method="L-BFGS-B",
        bounds=[(LOWEST, HIGHEST)] * start.size,
        options={"maxiter": 2000, "maxfun": 4000, "ftol": 1e-14, "gtol": 1e-8},
    )
    return np.asarray(search.x, dtype=np.float64)


def _by_logs(log_likelihood: LogLikelihood, q: FloatArray) -> tuple[float, FloatArray]:
    parameters = np.exp(q)
    value, slope = log_likelihood(parameters)
    return value, slope * parameters


def _newton(log_likelihood: LogLikelihood, q: FloatArray, weight: float) -> FloatArray:
    """A few Newton steps over the parameters inside the box; taken only where they climb."""
    for _ in range(MOST_NEWTON_STEPS):
        free = (q > LOWEST + EDGE) & (q < HIGHEST - EDGE)
        value, slope = _by_logs(log_likelihood, q)
        if not free.any() or np.abs(slope[free]).max() <= 1e-12 * weight:
            return q
        curvature = _curvature(log_likelihood, q, free)
        if np.linalg.eigvalsh(curvature).max() >= 0:
            return q
        step = np.zeros(q.size)
        step[free] = np.linalg.solve(curvature, slope[free])
        ahead = np.clip(q - step, LOWEST, HIGHEST)
        if not log_likelihood(np.exp(ahead))[0] > value:
            return q
        q = ahead
    return q


def _covariance(log_likelihood: LogLikelihood, q: FloatArray, free: BoolArray) -> FloatArray:
    covariance = np.zeros((q.size, q.size))
    if not free.any():
        return covariance
    curvature = -_curvature(log_likelihood, q, free)
    values = np.linalg.eigvalsh(curvature)
    if not values.min() > 1e-8 * max(values.max(), 1.0):
        return np.full((q.size, q.size), np.nan)
    covariance[np.ix_(free, free)] = np.linalg.inv(curvature)
    return covariance


def _curvature(log_likelihood: LogLikelihood, q: FloatArray, free: BoolArray) -> FloatArray:
    """Second derivatives by the free logs: central differences of the gradient."""
    places = np.flatnonzero(free)
    rows = []
    for place in places:
        move = np.zeros(q.size)
        move[place] = STEP
        ahead, behind = _by_logs(log_likelihood, q + move)[1], _by_logs(log_likelihood, q - move)[1]
        rows.append((ahead - behind)[places] / (2 * STEP))
    whole = np.array(rows)
    return np.asarray((whole + whole.T) / 2, dtype=np.float64)

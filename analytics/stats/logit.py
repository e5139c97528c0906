"""How do the odds of an event change with each variable, the others held? Logistic regression.

Method: maximum likelihood without penalty (a penalised model shrinks every probability towards the
average). Assumption: rows are independent, log-odds are linear in the variables; some ten events
per variable at least. Source: Cox 1958; Hosmer, Lemeshow & Sturdivant 2013; Allison 1982 for
person-period rows.

A coefficient that the rows do not determine (a copy of others, or a variable that separates the
events completely) is NaN, while predictions stay right. No event, or nothing but events, makes
everything NaN.
"""

import warnings
from dataclasses import dataclass
from math import nan
from typing import Any

import numpy as np
import numpy.typing as npt

from analytics.stats import critical_values
from analytics.stats.arrays import BoolArray, FloatArray, vector
from analytics.stats.least_squares import inverse_of

# A log-odds ratio per standard deviation that is this uncertain has run away: a group with no
# event, or only events.
RUN_AWAY = 30.0


@dataclass(frozen=True, slots=True, eq=False)
class Logit:
    """Arrays by coefficient on the log-odds scale, the constant first; `raw` is what predictions
    use (NaN only without a fit).

    `parameters` counts what the rows determine. `is_separated`: a variable tells the events apart
    without error.
    """

    n: float
    events: float
    coefficients: FloatArray
    se: FloatArray
    p: FloatArray
    low: FloatArray
    high: FloatArray
    raw: FloatArray
    parameters: int
    log_likelihood: float
    null_log_likelihood: float
    is_separated: bool
    level: float

    @property
    def deviance(self) -> float:
        """-2 log likelihood."""
        return -2 * self.log_likelihood

    @property
    def null_deviance(self) -> float:
        """-2 log likelihood of the base rate alone."""
        return -2 * self.null_log_likelihood

    @property
    def aic(self) -> float:
        """Deviance + 2 per parameter: the smaller the better."""
        return self.deviance + 2 * self.parameters


def logit(
    variables: npt.ArrayLike,
    events: npt.ArrayLike,
    counts: npt.ArrayLike | None = None,
    offset: npt.ArrayLike | None = None,
    level: float = 0.95,
) -> Logit:
    """From rows × variables (no constant; may have none) and 0/1 events; `counts`: how often each
    row occurs.

    `offset` enters with a coefficient of 1. ValueError when something is missing or an event is not
    0 or 1.
    """
    x, y, size, fixed = _checked(variables, events, counts, offset)
    n, happened, width = float(size.sum()), float(size @ y), x.shape[1]
    if not 0 < happened < n:
        none = np.full(width, nan)
        return Logit(n, happened, none, none, none, none, none, none, 0, nan, nan, False, level)
    fit = _fit(x, y, size, fixed)
    raw = np.asarray(fit.params)
    p = probability(x @ raw + fixed)
    se, determined, is_separated = _errors(x, size, p)
    value, parameters = np.where(determined, raw, nan), int(np.linalg.matrix_rank(x[size > 0]))
    half = critical_values.normal(level) * se
    p_values = np.array([critical_values.p_normal(z) for z in (value / se).tolist()])
    null = log_likelihood(np.full(y.size, happened / n), y, size)
    return Logit(
        n=n,
        events=happened,
        coefficients=value,
        se=se,
        p=p_values,
        low=value - half,
        high=value + half,
        raw=raw,
        parameters=parameters,
        log_likelihood=log_likelihood(p, y, size),
        null_log_likelihood=null,
        is_separated=is_separated,
        level=level,
    )


def predict(fit: Logit, variables: npt.ArrayLike) -> FloatArray:
    """Probabilities for rows × variables, in the order of the fit."""
    rows = np.asarray(variables, dtype=np.float64)
    return probability(np.column_stack([np.ones(len(rows)), rows]) @ fit.raw)


def probability(log_odds: npt.ArrayLike) -> FloatArray:
    """1/(1 + exp(-x)), without overflow."""
    return np.asarray((1 + np.tanh(np.asarray(log_odds, dtype=np.float64) / 2)) / 2)


def log_likelihood(p: FloatArray, y: FloatArray, counts: FloatArray) -> float:
    """Of 0/1 events under probabilities; those of 0 and 1 are moved by 1e-15."""
    inside = np.clip(p, 1e-15, 1 - 1e-15)
    return float(counts @ (y * np.log(inside) + (1 - y) * np.log1p(-inside)))


def _checked(
    variables: npt.ArrayLike,
    events: npt.ArrayLike,
    counts: npt.ArrayLike | None,
    offset: npt.ArrayLike | None,
) -> tuple[FloatArray, FloatArray, FloatArray, FloatArray]:
    y = vector(events, "events")
    rows = np.asarray(variables, dtype=np.float64)
    x = np.column_stack([np.ones(y.size), rows.reshape(y.size, -1)])
    size = np.ones(y.size) if counts is None else vector(counts, "counts")
    fixed = np.zeros(y.size) if offset is None else vector(offset, "offset")
    is_complete = np.isfinite(x).all() and np.isfinite(fixed).all()
    if not (size.size == fixed.size == y.size and is_complete):
        raise ValueError("every row needs all its variables, an event, a count and an offset")
    if not np.isin(y, (0, 1)).all() or (size < 0).any():
        raise ValueError("events must be 0 or 1 and counts not negative")
    return x, y, size, fixed


def _fit(x: FloatArray, y: FloatArray, size: FloatArray, offset: FloatArray) -> Any:
    from statsmodels.genmod.families import Binomial
    from statsmodels.genmod.generalized_linear_model import GLM

    used = size > 0
    model = GLM(y[used], x[used], Binomial(), offset=offset[used], freq_weights=size[used])
    with warnings.catch_warnings(), np.errstate(all="ignore"):
        # Separation is found and told below.
        warnings.simplefilter("ignore")
        return model.fit(tol=1e-12, maxiter=100)


def _errors(x: FloatArray, size: FloatArray, p: FloatArray) -> tuple[FloatArray, BoolArray, bool]:
    """Standard errors, which coefficients the rows determine, whether one has run away."""
    information = size * p * (1 - p)
    inverse, _ = inverse_of((x * information[:, None]).T @ x)
    se = np.sqrt(np.maximum(np.diag(inverse), 0.0))
    _, known = inverse_of((x * size[:, None]).T @ x)
    sd = np.sqrt(size @ (x - size @ x / size.sum()) ** 2 / size.sum())
    sd[0] = 1.0
    has_run_away = (se * sd > RUN_AWAY) | (information.sum() < 1e-9 * size.sum())
    determined = known & ~has_run_away & (se > 0)
    return np.where(determined, se, nan), determined, bool((known & has_run_away).any())

"""How long do they stay, when some have not left yet?

Method: Kaplan–Meier's product limit with Greenwood's standard error and the log-log interval, from
times and events or from counts by step between *held* editions; median; log-rank test between
groups. Assumption: whoever is no longer observed is like those still observed. Steps count held
editions only; an exhibitor leaves the count at its last observed step, not at its tenure. Source:
Kaplan & Meier 1958; Greenwood 1926; Kalbfleisch & Prentice 2002; Brookmeyer & Crowley 1982; Mantel
1966.

No interval (NaN) while nobody has left and once everybody has; NaN after the last person at risk.
"""

from dataclasses import dataclass
from math import nan

import numpy as np
import numpy.typing as npt

from analytics.stats import critical_values
from analytics.stats.arrays import FloatArray, labels, vectors


@dataclass(frozen=True, slots=True, eq=False)
class SurvivalCurve:
    """Share still there after each time or step, 0–1; Greenwood's `se`, log-log interval."""

    time: FloatArray
    at_risk: FloatArray
    events: FloatArray
    survival: FloatArray
    se: FloatArray
    low: FloatArray
    high: FloatArray
    level: float


@dataclass(frozen=True, slots=True)
class MedianTime:
    """The first time at which half have left, with interval; NaN where they have not yet."""

    time: float
    low: float
    high: float


@dataclass(frozen=True, slots=True, eq=False)
class LogRank:
    """Chi-square with groups - 1 df; `observed` and `expected` events by group, in sorted order of
    the labels.
    """

    chi_square: float
    df: int
    p: float
    observed: FloatArray
    expected: FloatArray


def kaplan_meier(time: npt.ArrayLike, event: npt.ArrayLike, level: float = 0.95) -> SurvivalCurve:
    """The curve at each time with an event. `event`: 1 left at that time, 0 last seen then (counts
    as at risk until then).

    ValueError when lengths differ, a time is missing or an event is neither 0 nor 1.
    """
    when, left = _observed(time, event)
    moments, counts = np.unique(when[left], return_counts=True)
    at_risk = when.size - np.searchsorted(np.sort(when), moments)
    return product_limit(moments, at_risk, counts, level)


def survival_by_step(
    at_risk: npt.ArrayLike, left: npt.ArrayLike, level: float = 0.95
) -> SurvivalCurve:
    """The curve after step 1, 2, … from those at risk and those leaving at each step
    (`retention.transitions`).
    """
    return product_limit(np.arange(1, np.size(at_risk) + 1), at_risk, left, level)


def product_limit(
    time: npt.ArrayLike, at_risk: npt.ArrayLike, events: npt.ArrayLike, level: float = 0.95
) -> SurvivalCurve:
    """S = Π(1 - d/n), se = S·√Σ d/(n(n - d)), from three arrays of the same length. ValueError
    unless 0 <= d <= n.
    """
    when, n, d = vectors(time=time, at_risk=at_risk, events=events)
    if (d < 0).any() or (d > n).any():
        raise ValueError("events must lie between 0 and the number at risk")
    survival = np.asarray(np.cumprod(1 - _ratio(d, n)), dtype=np.float64)
    se = np.asarray(survival * np.sqrt(np.cumsum(_ratio(d, n * (n - d)))), dtype=np.float64)
    low, high = _log_log(survival, se, critical_values.normal(level))
    return SurvivalCurve(when, n, d, survival, se, low, high, level)


def median_time(curve: SurvivalCurve) -> MedianTime:
    """Median and the times at which the interval's two edges pass one half. Source: Brookmeyer &
    Crowley 1982.

    Where an edge rests at exactly one half, the middle of that flat stretch counts, as in R.
    """
    edges = (curve.survival, curve.low, curve.high)
    middle, low, high = (_first_at_half(curve.time, edge) for edge in edges)
    return MedianTime(middle, low, high)


def log_rank(time: npt.ArrayLike, event: npt.ArrayLike, group: npt.ArrayLike) -> LogRank:
    """Do groups leave at the same pace? One label a time; NaN without events or with one group."""
    when, left = _observed(time, event)
    member = labels(group, "group")
    if member.size != when.size:
        raise ValueError(f"one group label is needed per time: {member.size} and {when.size}")
    in_group = np.eye(member.max() + 1)[member]
    moments = np.unique(when[left])
    at_risk = (when[None, :] >= moments[:, None]) @ in_group
    events = ((when[None, :] == moments[:, None]) & left[None, :]) @ in_group
    n, d = at_risk.sum(axis=1), events.sum(axis=1)
    share = at_risk / n[:, None]
    observed, expected = events.sum(axis=0), d @ share
    spread = np.where(n > 1, d * (n - d) / np.maximum(n - 1, 1), 0.0)
    covariance = np.diag(spread @ share) - (share * spread[:, None]).T @ share
    chi_square, df = _quadratic(observed - expected, covariance), in_group.shape[1] - 1
    return LogRank(chi_square, df, critical_values.p_chi_square(chi_square, df), observed, expected)


def _observed(
    time: npt.ArrayLike, event: npt.ArrayLike
) -> tuple[FloatArray, npt.NDArray[np.bool_]]:
    when, left = vectors(time=time, event=event)
    if not np.isfinite(when).all() or not np.isin(left, (0, 1)).all():
        raise ValueError("every time must be known and every event 0 or 1")
    return when, left == 1


def _ratio(above: FloatArray, below: FloatArray) -> FloatArray:
    """above/below, NaN where below is 0."""
    known = below > 0
    return np.where(known, above / np.where(known, below, 1), nan)


def _log_log(survival: FloatArray, se: FloatArray, z: float) -> tuple[FloatArray, FloatArray]:
    low, high = np.full(survival.size, nan), np.full(survival.size, nan)
    inside = (survival > 0) & (survival < 1) & (se > 0)
    s = survival[inside]
    width = z * se[inside] / (s * -np.log(s))
    low[inside], high[inside] = s ** np.exp(width), s ** np.exp(-width)
    return low, high


def _first_at_half(time: FloatArray, edge: FloatArray) -> float:
    # A curve that reaches one half by multiplication may miss it in the last digit.
    reached, below = np.flatnonzero(edge <= 0.5 + 1e-12), np.flatnonzero(edge < 0.5 - 1e-12)
    if not reached.size:
        return nan
    first = reached[0]
    return float(time[first] + time[below[0] if below.size else first]) / 2


def _quadratic(gap: FloatArray, covariance: FloatArray) -> float:
    """gap' · covariance⁻¹ · gap over all groups but the last; NaN when that is singular."""
    inner = covariance[:-1, :-1]
    if inner.size == 0 or np.linalg.matrix_rank(inner) < len(inner):
        return nan
    return float(gap[:-1] @ np.linalg.solve(inner, gap[:-1]))

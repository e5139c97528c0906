"""How long do customers stay without a break? The shifted beta-geometric model.

Method: at every held edition after its first a firm leaves with its own chance (beta with alpha and
beta); maximum likelihood over the steps at which firms were at risk and left. Retention of those
who are left rises although nobody changes: the weak leave first. Assumption: a firm's chance does
not change; leaving is for good, so the first edition missed is the end. Whoever comes back later is
BG/BB's part, not this model's. Source: Fader & Hardie 2007 (J. Interactive Marketing 21(1): 76-90).
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from analytics.stats.arrays import FloatArray, vectors
from analytics.stats.log_box import maximise

STARTS = ((1.0, 1.0), (0.5, 2.0), (2.0, 10.0), (0.7, 0.5), (20.0, 40.0))


@dataclass(frozen=True, slots=True, eq=False)
class Sbg:
    """alpha and beta of the chance to leave. `firms` were at risk at the first step. `is_at_bound`:
    a parameter lies at the edge of what was searched.
    """

    alpha: float
    beta: float
    log_likelihood: float
    firms: float
    is_at_bound: bool

    @property
    def mean_leaving(self) -> float:
        """The average chance to leave at a step, 0-1."""
        return self.alpha / (self.alpha + self.beta)


def fit_sbg(at_risk: npt.ArrayLike, left: npt.ArrayLike) -> Sbg:
    """From those at risk at step 1, 2, … and those who left then (`retention.transitions`); whoever
    is no longer observed simply stops being at risk.

    ValueError unless 0 <= left <= at_risk and somebody is at risk.
    """
    n, gone_at = vectors(at_risk=at_risk, left=left)
    if not np.isfinite(n).all() or (gone_at < 0).any() or (gone_at > n).any() or not n.sum():
        raise ValueError("left must lie between 0 and at_risk, and somebody must be at risk")
    best = maximise(
        lambda values: _log_likelihood(values, n - gone_at, gone_at), STARTS, float(n.sum())
    )
    alpha, beta = best.parameters.tolist()
    return Sbg(alpha, beta, best.log_likelihood, float(n[0]), bool(best.at_bound.any()))


def retention_rates(model: Sbg, steps: int) -> FloatArray:
    """The share that stays at step 1, 2, … of those who were there just before, 0-1."""
    later = model.beta + np.arange(steps)
    return np.asarray(later / (model.alpha + later), dtype=np.float64)


def survival(model: Sbg, steps: int) -> FloatArray:
    """The share still there without a break after step 1, 2, …, 0-1."""
    return np.asarray(np.cumprod(retention_rates(model, steps)), dtype=np.float64)


def discounted_lifetime(model: Sbg, discount: float) -> float:
    """Participations to expect without a break, the first (counted 1) included, that after t
    editions divided by (1 + discount)^t. Infinite without a discount where alpha <= 1.
    """
    from scipy.special import hyp2f1

    if discount < 0:
        raise ValueError("the discount must not be negative")
    a, b = model.alpha, model.beta
    if discount == 0:
        return (a + b - 1) / (a - 1) if a > 1 else float("inf")
    return float(hyp2f1(1.0, b, a + b, 1 / (1 + discount)))


def _log_likelihood(
    values: FloatArray, stayed: FloatArray, gone_at: FloatArray
) -> tuple[float, FloatArray]:
    alpha, beta = values
    later = beta + np.arange(stayed.size)
    everybody = stayed + gone_at
    value = (
        stayed @ np.log(later) + gone_at.sum() * np.log(alpha) - everybody @ np.log(alpha + later)
    )
    shared = everybody @ (1 / (alpha + later))
    slope = np.array([gone_at.sum() / alpha - shared, stayed @ (1 / later) - shared])
    return float(value), slope

"""How many come 0, 1, 2 … times under BG/BB, and what the model says with nobody ever leaving.

Method: the probability of x participations in n chances, the moment of leaving summed out; the
beta-binomial fitted to x of n. Source: Fader, Hardie & Shang 2010, equations 8 and 9, table 3.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.special import betaln, comb, psi

from analytics.stats.arrays import FloatArray
from analytics.stats.bgbb import BgBb
from analytics.stats.log_box import maximise


@dataclass(frozen=True, slots=True)
class BetaBinomial:
    """alpha and beta of the chance to come; nobody ever leaves for good."""

    alpha: float
    beta: float
    log_likelihood: float


def probabilities(model: BgBb, n: int) -> FloatArray:
    """Of 0 … n participations in n chances after the first; they add up to 1."""
    a, b, g, d = model.alpha, model.beta, model.gamma, model.delta
    constant = betaln(a, b) + betaln(g, d)
    stayed = [
        comb(n, x) * np.exp(betaln(a + x, b + n - x) + betaln(g, d + n) - constant)
        for x in range(n + 1)
    ]
    left = [
        sum(
            comb(i, x) * np.exp(betaln(a + x, b + i - x) + betaln(g + 1, d + i) - constant)
            for i in range(x, n)
        )
        for x in range(n + 1)
    ]
    return np.array(stayed) + np.array(left)


def fit_beta_binomial(x: npt.ArrayLike, n: npt.ArrayLike, counts: npt.ArrayLike) -> BetaBinomial:
    """From participations x in n chances of `counts` firms each; their order counts."""
    came, chances, size = (np.asarray(values, dtype=np.float64) for values in (x, n, counts))

    def log_likelihood(values: FloatArray) -> tuple[float, FloatArray]:
        alpha, beta = values
        value = betaln(alpha + came, beta + chances - came) - betaln(alpha, beta)
        both = psi(alpha + beta) - psi(alpha + beta + chances)
        slope = np.array(
            [
                size @ (psi(alpha + came) - psi(alpha) + both),
                size @ (psi(beta + chances - came) - psi(beta) + both),
            ]
        )
        return float(size @ value), slope

    best = maximise(log_likelihood, ((1.0, 1.0), (0.3, 1.0), (3.0, 1.0)), float(size.sum()))
    return BetaBinomial(*best.parameters.tolist(), best.log_likelihood)

"""How much does a firm spend when it comes? The gamma-gamma model.

Method: money per edition varies around each firm's own mean, and the means vary between firms;
maximum likelihood over `x` (editions with a known amount above 0, the first included) and `m`
(their mean). A firm's expected money lies between its own mean and that of all, nearer to its own
the more editions it has. Assumption: how much a firm spends does not depend on how often it comes;
look at `independence` first. Source: Fader, Hardie & Lee 2005 (J. Marketing Research 42: 415-430);
Fader & Hardie 2013.
"""

from dataclasses import dataclass, field, replace
from math import nan
from typing import Literal

import numpy as np
import numpy.typing as npt

from analytics.stats.arrays import FloatArray, vectors
from analytics.stats.correlation import Correlation, pearson, spearman
from analytics.stats.log_box import maximise, parameter_draws

STARTS = ((1.0, 3.0, 1.0), (5.0, 4.0, 1.0), (2.0, 10.0, 5.0), (20.0, 3.0, 0.2))
# Of |Spearman|, a house rule: below the first nothing to say, from the second on no model.
DOUBTFUL, DEPENDENT = 0.1, 0.3

Verdict = Literal["independent enough", "doubtful", "refuse"]


@dataclass(frozen=True, slots=True, eq=False)
class GammaGamma:
    """p: how evenly a firm spends; q and c (in money): how the firms differ. `firms` were fitted.

    `population_mean` is what a firm without any known amount is expected to spend; NaN where q <=
    1, as then it does not exist.
    """

    p: float
    q: float
    c: float
    log_likelihood: float
    firms: float
    is_at_bound: bool
    log_covariance: FloatArray = field(default_factory=lambda: np.full((3, 3), np.nan))

    @property
    def population_mean(self) -> float:
        """p c / (q - 1)."""
        return self.p * self.c / (self.q - 1) if self.q > 1 else nan


@dataclass(frozen=True, slots=True)
class Independence:
    """Do those who come often spend more when they come? `by_rank` decides the verdict."""

    plain: Correlation
    of_logs: Correlation
    by_rank: Correlation
    verdict: Verdict


def fit_gamma_gamma(
    x: npt.ArrayLike, m: npt.ArrayLike, counts: npt.ArrayLike | None = None
) -> GammaGamma:
    """From firms with a known amount; a row stands for `counts` of them.

    Fitted on money divided by its geometric mean, so that it does not matter in which money.
    ValueError unless x >= 1 and m > 0 everywhere, or without a firm.
    """
    frequency, money = vectors(x=x, m=m)
    size = np.ones(money.size) if counts is None else vectors(m=m, counts=counts)[1]
    is_known = np.isfinite(money) & (money > 0) & (frequency >= 1)
    if not is_known.all() or (size < 0).any() or not size.sum():
        raise ValueError("every firm needs one edition with money above 0 at least")
    firms = float(size.sum())
    scale = float(np.exp(size @ np.log(money) / firms))
    best = maximise(
        lambda values: _log_likelihood(values, frequency, money / scale, size), STARTS, firms
    )
    p, q, c = best.parameters.tolist()
    in_money = best.log_likelihood - firms * np.log(scale)
    return GammaGamma(
        p, q, c * scale, float(in_money), firms, bool(best.at_bound.any()), best.log_covariance
    )


def drawn_models(model: GammaGamma, draws: int) -> list[GammaGamma]:
    """What the model might as well be, given how little the data say: normal in the logs."""
    rows = parameter_draws([model.p, model.q, model.c], model.log_covariance, draws)
    return [replace(model, p=p, q=q, c=c) for p, q, c in rows.tolist() if p == p]


def spend_draws(
    model: GammaGamma, x: float, m: float, draws: int, seed: int = 20061012
) -> FloatArray:
    """A firm's own mean money as it may be, given x known amounts of mean m (x = 0: any firm's)."""
    rate = np.random.default_rng(seed).gamma(
        model.p * x + model.q, 1 / (model.c + (x * m if x else 0.0)), draws
    )
    return np.asarray(model.p / rate, dtype=np.float64)


def expected_money(model: GammaGamma, x: npt.ArrayLike, m: npt.ArrayLike) -> FloatArray:
    """Per edition attended, of firms with x known amounts of mean m: p(c + x m) / (p x + q - 1).
    Without any (x = 0) the population mean.
    """
    frequency, money = vectors(x=x, m=m)
    paid = np.where(frequency > 0, frequency * money, 0.0)
    below = model.p * frequency + model.q - 1
    exists = below > 0
    value = model.p * (model.c + paid) / np.where(exists, below, 1.0)
    return np.where(exists, value, nan)


def independence(
    x: npt.ArrayLike, m: npt.ArrayLike, counts: npt.ArrayLike | None = None
) -> Independence:
    """Correlation of x with m over firms. Where one of them does not vary there is nothing to fear:
    "independent enough".
    """
    frequency, money = vectors(x=x, m=m)
    if counts is not None:
        times = vectors(m=m, counts=counts)[1].astype(np.intp)
        frequency, money = np.repeat(frequency, times), np.repeat(money, times)
    by_rank = spearman(frequency, money)
    return Independence(
        pearson(frequency, money), pearson(frequency, np.log(money)), by_rank, _verdict(by_rank.r)
    )


def _verdict(rank_correlation: float) -> Verdict:
    size = abs(rank_correlation)
    if size >= DEPENDENT:
        return "refuse"
    return "doubtful" if size >= DOUBTFUL else "independent enough"


def _log_likelihood(
    values: FloatArray, x: FloatArray, m: FloatArray, size: FloatArray
) -> tuple[float, FloatArray]:
    """The sum over all firms and its gradient by p, q and c."""
    from scipy.special import betaln, psi

    p, q, c = values
    # x takes few values: the slow functions are worked out once for each.
    times, place = np.unique(x, return_inverse=True)
    log_beta, both, own = betaln(p * times, q), psi(p * times + q), psi(p * times)
    paid = x * m
    whole = np.log(c + paid)
    share_q, share_p = np.log(c) - whole, np.log(paid) - whole
    value = q * share_q + p * x * share_p - np.log(m) - log_beta[place]
    slope = np.array(
        [
            size @ (x * (both - own)[place] + x * share_p),
            size @ (both[place] - psi(q) + share_q),
            size @ (q / c - (q + p * x) / (c + paid)),
        ]
    )
    return float(size @ value), slope

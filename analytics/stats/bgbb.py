"""Who is still a customer, and how often will they come? The beta-geometric / beta-Bernoulli model.

Method: as long as it is alive, a firm comes to an edition with its own chance p (beta with alpha
and beta); after each edition it leaves for good with its own chance theta (beta with gamma and
delta). Maximum likelihood in log space over the sufficient statistics of a come-or-skip sequence:
`x` participations after the first, `t_x` held editions from the first to the last attended, `n`
held editions after the first. Entry editions may differ: then n does. Assumption: p and theta of a
firm are independent and do not change; an edition not held is no chance; whoever left never
returns. Source: Fader, Hardie & Shang 2010 (Marketing Science 29: 1086-1108).

Three numbers, three names: alive at the last edition, alive at the next one, comes next. A firm
that is alive at the next edition still skips it with chance 1 - p.
"""

from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from analytics.stats.arrays import BoolArray, FloatArray, vectors
from analytics.stats.log_box import maximise

STARTS = (
    (1.0, 1.0, 1.0, 1.0),
    (1.0, 1.0, 1.0, 5.0),
    (3.0, 1.0, 0.5, 3.0),
    (0.5, 1.5, 0.5, 2.0),
    (5.0, 5.0, 2.0, 20.0),
    (0.3, 0.3, 0.1, 1.0),
)


@dataclass(frozen=True, slots=True, eq=False)
class BgBb:
    """alpha and beta of the chance to come, gamma and delta of the chance to leave for good.

    `firms` were fitted, those without any later edition (n = 0) among them. `at_bound`: which of
    the four lie at the edge of what was searched.
    """

    alpha: float
    beta: float
    gamma: float
    delta: float
    log_likelihood: float
    firms: float
    at_bound: BoolArray
    log_covariance: FloatArray = field(default_factory=lambda: np.full((4, 4), np.nan))

    @property
    def mean_p(self) -> float:
        """The average chance to come while alive, 0-1."""
        return self.alpha / (self.alpha + self.beta)

    @property
    def mean_theta(self) -> float:
        """The average chance to leave for good after an edition, 0-1."""
        return self.gamma / (self.gamma + self.delta)


@dataclass(frozen=True, slots=True, eq=False)
class Outlook:
    """Of each state, seen after its last held edition. Chances are 0-1.

    `expected_next`: participations in the next `editions` held editions; `discounted`: in all that
    follow, each divided by (1 + discount)^k (the paper's DERT); infinite where the discount is 0
    and gamma <= 1.
    """

    alive_at_last: FloatArray
    alive_next: FloatArray
    comes_next: FloatArray
    expected_next: FloatArray
    discounted: FloatArray
    mean_p: FloatArray
    mean_theta: FloatArray


@dataclass(frozen=True, slots=True, eq=False)
class _States:
    """The statistics by state, and the possible moments of leaving after the last participation:
    `kind` names the state of each moment, `later` counts the editions skipped before it.
    """

    x: FloatArray
    t_x: FloatArray
    n: FloatArray
    kind: npt.NDArray[np.intp]
    later: FloatArray


def fit_bgbb(
    x: npt.ArrayLike, t_x: npt.ArrayLike, n: npt.ArrayLike, counts: npt.ArrayLike | None = None
) -> BgBb:
    """The most likely parameters; a state stands for `counts` firms.

    ValueError unless 0 <= x <= t_x <= n in whole numbers (t_x is 0 only with x), or where no state
    has an edition after its first.
    """
    states = _states(x, t_x, n)
    size = np.ones(states.x.size) if counts is None else vectors(x=x, counts=counts)[1]
    if (size < 0).any():
        raise ValueError("counts must not be negative")
    told_apart = float(size[states.n > 0].sum())
    if not told_apart:
        raise ValueError("no firm has an edition after its first")
    best = maximise(lambda values: _log_likelihood(values, states, size), STARTS, told_apart)
    alpha, beta, gamma, delta = best.parameters.tolist()
    return BgBb(
        alpha,
        beta,
        gamma,
        delta,
        best.log_likelihood,
        float(size.sum()),
        best.at_bound,
        best.log_covariance,
    )


def log_likelihood(
    model: BgBb, x: npt.ArrayLike, t_x: npt.ArrayLike, n: npt.ArrayLike
) -> FloatArray:
    """Of one firm in each state, under the model."""
    return _chances(_values(model), _states(x, t_x, n))[0]


def outlook(
    model: BgBb,
    x: npt.ArrayLike,
    t_x: npt.ArrayLike,
    n: npt.ArrayLike,
    editions: int = 1,
    discount: float = 0.1,
) -> Outlook:
    """What each state lets expect, from the held edition that n counts to. A firm of the last
    edition (0, 0, 0) is predicted like anybody new. ValueError for a negative discount or number of
    editions.
    """
    if editions < 0 or discount < 0:
        raise ValueError("editions and discount must not be negative")
    states, values = _states(x, t_x, n), _values(model)
    a, b, g, d = values
    likelihood, still_there = _chances(values, states)
    alive = np.exp(still_there - likelihood)
    gone_later = d + states.n
    alive_next = alive * gone_later / (g + gone_later)
    chance = (a + states.x) / (a + b + states.n)
    comes_next = alive_next * chance
    return Outlook(
        alive_at_last=alive,
        alive_next=alive_next,
        comes_next=comes_next,
        expected_next=comes_next * _sum_ahead(g, gone_later, editions),
        discounted=comes_next * _discounted_sum(g, gone_later, discount),
        mean_p=_posterior_mean(values, states, likelihood, place=0),
        mean_theta=_posterior_mean(values, states, likelihood, place=2),
    )


def expected_of_newcomer(model: BgBb, editions: int) -> FloatArray:
    """Participations after the first that a newcomer is expected to reach within the next 1, 2, …
    `editions` held ones.
    """
    steps = np.arange(editions)
    stays = np.cumprod((model.delta + steps) / (model.gamma + model.delta + steps))
    return np.asarray(model.mean_p * np.cumsum(stays), dtype=np.float64)


def _values(model: BgBb) -> FloatArray:
    return np.array([model.alpha, model.beta, model.gamma, model.delta])


def _states(x: npt.ArrayLike, t_x: npt.ArrayLike, n: npt.ArrayLike) -> _States:
    frequency, recency, chances = vectors(x=x, t_x=t_x, n=n)
    whole = np.concatenate([frequency, recency, chances])
    in_order = (frequency >= 0) & (frequency <= recency) & (recency <= chances)
    if not np.isfinite(whole).all() or (whole != np.floor(whole)).any() or not in_order.all():
        raise ValueError("x, t_x and n must be whole numbers with 0 <= x <= t_x <= n")
    if ((frequency == 0) != (recency == 0)).any():
        raise ValueError("t_x is 0 for those without a later participation, and for no others")
    skipped = (chances - recency).astype(np.intp)
    kind = np.repeat(np.arange(frequency.size), skipped)
    first = np.repeat(np.cumsum(skipped) - skipped, skipped)
    return _States(frequency, recency, chances, kind, np.arange(kind.size) - first.astype(float))


def _chances(values: FloatArray, states: _States) -> tuple[FloatArray, FloatArray]:
    """Log likelihood of each state, and that of the part in which the firm is still alive."""
    a, b, g, d = values
    alive = _log_term(values, states.x, states.n - states.x, g, d + states.n)
    kind, later = states.kind, states.later
    skips = (states.t_x - states.x)[kind] + later
    left = _log_term(values, states.x[kind], skips, g + 1, d + states.t_x[kind] + later)
    return _log_sum(alive, left, kind), alive


def _log_term(
    values: FloatArray, came: FloatArray, skipped: FloatArray, g: float, d: FloatArray
) -> FloatArray:
    """log of B(alpha + came, beta + skipped) B(g, d) / (B(alpha, beta) B(gamma, delta))."""
    from scipy.special import betaln

    alpha, beta, gamma, delta = values
    before = betaln(alpha, beta) + betaln(gamma, delta)
    return np.asarray(betaln(alpha + came, beta + skipped) + betaln(g, d) - before)


def _log_sum(alive: FloatArray, left: FloatArray, kind: npt.NDArray[np.intp]) -> FloatArray:
    """log(exp(alive) + the sum of exp(left) of the same state), without underflow."""
    top = alive.copy()
    np.maximum.at(top, kind, left)
    total = np.exp(alive - top) + np.bincount(kind, np.exp(left - top[kind]), alive.size)
    return np.asarray(top + np.log(total), dtype=np.float64)


def _log_likelihood(
    values: FloatArray, states: _States, size: FloatArray
) -> tuple[float, FloatArray]:
    """The sum over all firms and its gradient by the four parameters."""
    likelihood, alive = _chances(values, states)
    _, _, g, d = values
    kind, later = states.kind, states.later
    skips = (states.t_x - states.x)[kind] + later
    end = d + states.t_x[kind] + later
    left = _log_term(values, states.x[kind], skips, g + 1, end)
    slope = _slopes(values, states.x, states.n - states.x, g, d + states.n) @ (
        size * np.exp(alive - likelihood)
    )
    slope += _slopes(values, states.x[kind], skips, g + 1, end) @ (
        size[kind] * np.exp(left - likelihood[kind])
    )
    return float(size @ likelihood), slope


def _slopes(
    values: FloatArray, came: FloatArray, skipped: FloatArray, g: float, d: FloatArray
) -> FloatArray:
    """Derivatives of `_log_term` by alpha, beta, gamma and delta: 4 × terms."""
    from scipy.special import psi

    alpha, beta, gamma, delta = values
    chance = psi(alpha + beta) - psi(alpha + beta + came + skipped)
    leaving = psi(gamma + delta) - psi(g + d)
    return np.array(
        [
            psi(alpha + came) - psi(alpha) + chance,
            psi(beta + skipped) - psi(beta) + chance,
            psi(g) - psi(gamma) + leaving,
            psi(d) - psi(delta) + leaving,
        ]
    )


def _sum_ahead(g: float, gone_later: FloatArray, editions: int) -> FloatArray:
    """Chances to be alive at the next 1 … `editions` editions, as multiples of the first, added."""
    total, stays = np.zeros(gone_later.size), np.ones(gone_later.size)
    for step in range(editions):
        total += stays
        stays = stays * (gone_later + 1 + step) / (g + gone_later + 1 + step)
    return total


def _discounted_sum(g: float, gone_later: FloatArray, discount: float) -> FloatArray:
    """The same without end, edition k divided by (1 + discount)^k: Gauss's 2F1."""
    from scipy.special import hyp2f1

    top, bottom = gone_later + 1, g + gone_later + 1
    if discount == 0:
        endless = np.full(top.size, np.inf)
        return (bottom - 1) / (g - 1) if g > 1 else endless
    rate = 1 / (1 + discount)
    return np.asarray(rate * hyp2f1(1.0, top, bottom, rate), dtype=np.float64)


def _posterior_mean(
    values: FloatArray, states: _States, likelihood: FloatArray, place: int
) -> FloatArray:
    """The mean of p (place 0) or theta (place 2) given the state: the prior mean times the ratio of
    likelihoods with that parameter one higher.
    """
    shifted = values.copy()
    shifted[place] += 1
    mean = values[place] / (values[place] + values[place + 1])
    return np.asarray(mean * np.exp(_chances(shifted, states)[0] - likelihood))

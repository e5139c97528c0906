"""What share of them, and how sure are we? Shares of answers, repeat rate, response rate.

Method: Wilson's score interval; differences by Newcombe's method 10 with the score test's p, both
with the correlation of the two shares where some people stand behind either (Newcombe's paired
method 10 of 1998, Stat Med 17:2635-2650, with a correlation that partly paired shares have).
Weighted shares use Kish's effective n in the place of n, so counts and bases may be fractional.
Assumption: independent answers, each yes or no. Source: Wilson 1927; Newcombe 1998 (Stat Med
17:873-890); Brown, Cai & DasGupta 2001; Kish 1965.

An empty base gives NaN. `is_reliable` is False below a base of 5.
"""

from dataclasses import dataclass, replace
from math import hypot, isnan, nan, sqrt

from analytics.stats import critical_values
from analytics.stats.suppression import NEVER_BELOW


@dataclass(frozen=True, slots=True)
class Proportion:
    """A share of 0–1 with its interval. `n` is the (effective) base and `count` its part; under
    weights `answered` is how many answered, and `gave` how many of them gave this answer.
    `population`: of how many exhibitors the interval speaks, where it speaks of this fair.
    """

    count: float
    n: float
    share: float
    low: float
    high: float
    level: float
    answered: float | None = None
    gave: float | None = None
    population: int | None = None

    @property
    def answers(self) -> float:
        """How many answers stand behind it, whatever they are worth."""
        return self.n if self.answered is None else self.answered

    @property
    def givers(self) -> float:
        """How many gave this answer, whatever they are worth."""
        return self.count if self.gave is None else self.gave

    @property
    def is_census(self) -> bool:
        """All the exhibitors it speaks of answered: there is no interval, and none is needed."""
        return self.population is not None and isnan(self.low)

    @property
    def is_reliable(self) -> bool:
        """True when the base is at least 5."""
        return bool(self.n >= NEVER_BELOW)


@dataclass(frozen=True, slots=True)
class ProportionDifference:
    """`first - second`, -1 to 1. `p`: two-sided score test, pooled variance, not corrected."""

    difference: float
    low: float
    high: float
    p: float
    level: float
    is_reliable: bool


def wilson(count: float, n: float, level: float = 0.95) -> Proportion:
    """Wilson's interval of `count` in `n`, also fractional. ValueError unless 0 <= count <= n."""
    if not 0 <= count <= n:
        raise ValueError(f"count must lie between 0 and n, not {count} of {n}")
    z = critical_values.normal(level)
    if n == 0:
        return Proportion(count, n, nan, nan, nan, level)
    share, weight = count / n, 1 / (1 + z * z / n)
    centre = (share + z * z / (2 * n)) * weight
    half = z * sqrt(share * (1 - share) / n + z * z / (4 * n * n)) * weight
    # The ends are exactly 0 and 1 there; rounding would say 1e-17.
    low = 0.0 if count == 0 else max(0.0, centre - half)
    high = 1.0 if count == n else min(1.0, centre + half)
    return Proportion(count, n, share, low, high, level)


def weighted_wilson(
    share: float,
    n_eff: float,
    level: float = 0.95,
    answered: float | None = None,
    gave: float | None = None,
) -> Proportion:
    """Wilson's interval of a weighted share, on Kish's effective n instead of the answers."""
    if not 0 <= share <= 1:
        raise ValueError(f"share must lie between 0 and 1, not {share}")
    return replace(wilson(min(share * n_eff, n_eff), n_eff, level), answered=answered, gave=gave)


def newcombe(
    first: Proportion, second: Proportion, covariance: float = 0.0
) -> ProportionDifference:
    """`first - second` by Newcombe's method 10, from the two Wilson intervals. `covariance` of the
    two shares: 0 where nobody stands behind both.

    NaN when a base is empty. ValueError when the two were made at different levels.
    """
    if first.level != second.level:
        raise ValueError(f"levels must agree, not {first.level} and {second.level}")
    gap = first.share - second.share
    phi = _correlation(first, second, covariance)
    low = gap - _joined(first.share - first.low, second.high - second.share, phi)
    high = gap + _joined(first.high - first.share, second.share - second.low, phi)
    is_reliable = first.is_reliable and second.is_reliable
    p = _score_p(first, second, covariance)
    return ProportionDifference(gap, low, high, p, first.level, is_reliable)


def _correlation(first: Proportion, second: Proportion, covariance: float) -> float:
    if not covariance:
        return 0.0
    variances = [share.share * (1 - share.share) / share.n for share in (first, second)]
    product = variances[0] * variances[1]
    return min(max(covariance / sqrt(product), -1.0), 1.0) if product > 0 else 0.0


def _joined(first: float, second: float, phi: float) -> float:
    """The length of two errors together."""
    return (
        hypot(first, second)
        if not phi
        else sqrt(max(0.0, first**2 + second**2 - 2 * phi * first * second))
    )


def _score_p(first: Proportion, second: Proportion, covariance: float) -> float:
    if not (first.n > 0 and second.n > 0):
        return nan
    pooled = (first.count + second.count) / (first.n + second.n)
    variance = pooled * (1 - pooled) * (1 / first.n + 1 / second.n) - 2 * covariance
    if not variance > 0:
        return nan
    return critical_values.p_normal((first.share - second.share) / sqrt(variance))

"""What share will it be next time, and how far off were such forecasts before?

Method: on log-odds, the root mean square of the errors of earlier forecasts (their bias included)
times Student's t with as many degrees as there were tests; never narrower than chance alone makes
the share of so many. It must hold the next share, not the mean of many, in 95% of fairs.
Assumption: the next edition is as hard to foretell as those tested. Source: Geisser 1993,
Predictive Inference; Chatfield 1993 (J. Business & Economic Statistics 11:121-135) for intervals
from forecasts' own errors.

Fewer than two tests give no interval: NaN.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, inf, isfinite, log, nan, sqrt

from analytics.stats import critical_values

FEWEST_TESTS = 2
# Where all tests err to one side, so many say that it is no chance.
TELLING_TESTS = 3


@dataclass(frozen=True, slots=True)
class Backtest:
    """A share foretold from what was known before, and the one that came, of `n`."""

    foretold: float
    came: float
    n: float


@dataclass(frozen=True, slots=True)
class Prediction:
    """`low` to `high` holds the next share; NaN without enough tests. Of `tests` forecasts
    `too_low` and `too_high` were so.
    """

    share: float
    low: float
    high: float
    tests: int
    too_low: int
    too_high: int
    level: float

    @property
    def has_interval(self) -> bool:
        return isfinite(self.low) and isfinite(self.high)

    @property
    def is_one_sided(self) -> bool:
        """Whether every test erred to the same side, and they are enough to say so."""
        return self.tests >= TELLING_TESTS and self.tests in (self.too_low, self.too_high)


def share_to_come(
    foretold: float, n: float, tests: Sequence[Backtest], level: float = 0.95, own_se: float = 0.0
) -> Prediction:
    """The next share of `n`, foretold; `own_se` is the error that the forecast itself knows of.

    ValueError when a share lies outside 0 to 1.
    """
    known = [test for test in tests if test.n > 0]
    errors = [_log_odds(test.came, test.n) - _log_odds(test.foretold, test.n) for test in known]
    too_low = sum(test.came > test.foretold for test in known)
    too_high = sum(test.came < test.foretold for test in known)
    low, high = nan, nan
    if len(errors) >= FEWEST_TESTS and n > 0:
        off = sqrt(sum(error * error for error in errors) / len(errors))
        half = max(
            critical_values.student(level, len(errors)) * off,
            critical_values.normal(level) * _chance(foretold, n, own_se),
        )
        at = _log_odds(foretold, n)
        low, high = _share(at - half), _share(at + half)
    return Prediction(foretold, low, high, len(known), too_low, too_high, level)


def _chance(share: float, n: float, own_se: float) -> float:
    """Of the share of n, and of the forecast, on log-odds."""
    inside = min(max(share, 0.5 / (n + 1)), 1 - 0.5 / (n + 1))
    spread = inside * (1 - inside)
    return sqrt(1 / (n * spread) + (own_se / spread) ** 2)


def _log_odds(share: float, n: float) -> float:
    """A half added to both sides, so that none and all have one too."""
    if not 0 <= share <= 1:
        raise ValueError(f"a share lies between 0 and 1, not {share}")
    return log((share * n + 0.5) / ((1 - share) * n + 0.5))


def _share(log_odds: float) -> float:
    return 1 / (1 + exp(-log_odds)) if log_odds < inf else 1.0

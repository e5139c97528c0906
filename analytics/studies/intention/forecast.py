"""What an intention is worth as a forecast: each edition foretold from the editions before it only.

Method: share of each answer that came back at all earlier editions; forecast = Σ share of the answer × that share, its error
from theirs. Calibration slope: logit of return on the log-odds foretold (1 = right, below 1 = too extreme).
Assumption: words are kept as they were before. Source: Cox 1958; Steyerberg 2019; Morwitz, Steckel & Gupta 2007.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from math import log, nan, sqrt

import numpy as np

from analytics.scores.followed import Followed
from analytics.scores.tally import Tally
from analytics.stats import critical_values
from analytics.stats.clustered_share import ClusterSums, clustered_wilson, once_each
from analytics.stats.logit import logit
from analytics.stats.multiplicity import holm
from analytics.stats.proportion import Proportion

LEVEL_OF_P = 0.05
Sums = Mapping[tuple[str, int], ClusterSums]


@dataclass(frozen=True, slots=True)
class Check:
    """One answer of one edition: the return foretold from earlier editions, and the return that came."""

    edition: Followed
    step: int
    foretold: float
    came: Proportion
    p: float = nan

    @property
    def is_within(self) -> bool:
        """Not established to be off, after Holm over all shares checked."""
        return not self.p <= LEVEL_OF_P


@dataclass(frozen=True, slots=True)
class Slope:
    """Calibration slope with its interval."""

    slope: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Forecast:
    """Return of those who answered at an edition: foretold with its interval, and actual (None while not known)."""

    edition: Followed
    share: float
    low: float
    high: float
    actual: Proportion | None

    @property
    def error(self) -> float:
        """Foretold less actual; NaN while not known."""
        return self.share - self.actual.share if self.actual else float("nan")


def checks(
    editions: tuple[Followed, ...], sums: Sums, visible: Collection[tuple[str, int]], steps: int, least: int
) -> tuple[Check, ...]:  # fmt: skip
    """Every visible answer of every edition that another followed, where the editions before it bear a share."""
    found = []
    closed = [one for one in editions if one.is_closed]
    for place, edition in enumerate(closed):
        for step in range(steps + 1):
            own, before = sums.get((edition.edition_id, step), ClusterSums()), _before(sums, closed[:place], step)
            if (edition.edition_id, step) in visible and before.counted >= least:
                found.append(Check(edition, step, before.yes / before.n, once_each(own)))
    adjusted = holm([_score_p(one) for one in found]).p
    return tuple(replace(one, p=float(p)) for one, p in zip(found, adjusted, strict=True))


def _score_p(one: Check) -> float:
    """The score test that Wilson's interval turns around; a share foretold as none or all is right or wrong for certain."""
    error = sqrt(one.foretold * (1 - one.foretold) / one.came.n)
    if not error:
        return float(one.came.share == one.foretold)
    return critical_values.p_normal((one.came.share - one.foretold) / error)


def slope_of(found: tuple[Check, ...]) -> Slope | None:
    """None where the foretold shares do not differ, or are 0 or 1."""
    inside = [one for one in found if 0 < one.foretold < 1]
    if len({one.foretold for one in inside}) < 2:
        return None
    odds = np.array([log(one.foretold / (1 - one.foretold)) for one in inside])
    counts = np.array([[one.came.count, one.came.n - one.came.count] for one in inside])
    rows, came = np.repeat(odds, 2)[:, None], np.tile([1.0, 0.0], len(inside))
    fit = logit(rows, came, counts.ravel())
    if not np.isfinite(fit.se[1]):
        return None
    return Slope(*(float(value[1]) for value in (fit.coefficients, fit.low, fit.high)))


def forecasts(
    editions: tuple[Followed, ...], stated: Mapping[tuple[str, int], Tally], sums: Sums, steps: int, least: int
) -> tuple[Forecast, ...]:
    """One per edition whose every answer given was given often enough before."""
    made = (_forecast(edition, editions, stated, sums, steps, least) for edition in editions)
    return tuple(one for one in made if one)


def _forecast(
    edition: Followed, editions: tuple[Followed, ...], stated: Mapping[tuple[str, int], Tally], sums: Sums, steps: int,
    least: int,
) -> Forecast | None:  # fmt: skip
    """For closed editions over those followed, so that it can be set beside what came; else over all answers."""
    before = [one for one in editions if one.is_closed and one.number < edition.number]
    weights = [_weight(edition, stated, sums, step) for step in range(steps + 1)]
    total = sum(weights)
    if sum(_answers(edition, stated, sums, step) for step in range(steps + 1)) < least:
        return None
    share = variance = 0.0
    for step, weight in enumerate(weights):
        earlier = _before(sums, before, step)
        if weight and earlier.counted < least:
            return None
        if weight:
            kept = earlier.yes / earlier.n
            share += weight / total * kept
            variance += (weight / total) ** 2 * kept * (1 - kept) / clustered_wilson(earlier).n
    half = critical_values.normal(0.95) * sqrt(variance)
    own = [sums.get((edition.edition_id, step), ClusterSums()) for step in range(steps + 1)]
    actual = once_each(_added(own)) if edition.is_closed else None
    return Forecast(edition, share, max(0.0, share - half), min(1.0, share + half), actual)


def _weight(edition: Followed, stated: Mapping[tuple[str, int], Tally], sums: Sums, step: int) -> float:
    if edition.is_closed:
        return sums.get((edition.edition_id, step), ClusterSums()).n
    return stated.get((edition.edition_id, step), Tally()).weight


def _answers(edition: Followed, stated: Mapping[tuple[str, int], Tally], sums: Sums, step: int) -> float:
    if edition.is_closed:
        return sums.get((edition.edition_id, step), ClusterSums()).counted
    return stated.get((edition.edition_id, step), Tally()).n


def _before(sums: Sums, editions: list[Followed], step: int) -> ClusterSums:
    """All editions before taken together; exhibitors of several editions count each time (a little too sure)."""
    return _added([sums.get((one.edition_id, step), ClusterSums()) for one in editions])


def _added(parts: list[ClusterSums]) -> ClusterSums:
    names = ("n", "yes", "yes_yes", "yes_n", "n_n", "answers", "returned")
    return ClusterSums(**{name: sum(getattr(one, name) for one in parts) for name in names})

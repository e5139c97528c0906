"""What an intention is worth as a forecast: each edition foretold from the editions before it only.

Method: share of each answer that came back at all earlier editions; forecast = Σ share of the
answer × that share, its interval from their Wilson intervals (MOVER). Calibration slope: 1 + slope,
over answers, of how far log-odds moved from those foretold on the log-odds of all editions together
(1 = right, below 1 = too extreme). Regressing on what was foretold itself would always say "less
than before", for what was foretold has an error; the move away from earlier editions has nothing to
do with the error of the mean of all. Assumption: words are kept as they were before. Source: Cox
1958; Oldham 1962; Steyerberg 2019; Morwitz, Steckel & Gupta 2007; Zou & Donner 2008.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from math import log, nan, sqrt

import numpy as np

from analytics.ratings.followed_answers import Followed
from analytics.ratings.tally import Tally
from analytics.stats import critical_values
from analytics.stats.clustered_share import ClusterSums, once_each
from analytics.stats.multiplicity import LEVEL_OF_P, holm
from analytics.stats.prediction_interval import Backtest, Prediction, share_to_come
from analytics.stats.proportion import Proportion, weighted_wilson

Sums = Mapping[tuple[str, int], ClusterSums]


@dataclass(frozen=True, slots=True)
class Check:
    """One answer of one edition: the return foretold from `known` earlier answers, and the return
    that came.
    """

    edition: Followed
    step: int
    foretold: float
    came: Proportion
    known: float
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
    """Return of those who answered at an edition, worth `n`: foretold with its interval, and actual
    (None while not known). `prediction`: what earlier forecasts say of this one.
    """

    edition: Followed
    share: float
    low: float
    high: float
    actual: Proportion | None
    n: float = 0.0
    prediction: Prediction | None = None

    @property
    def is_widened(self) -> bool:
        """Whether the interval holds the share to come, by earlier forecasts; else it is that of
        the shares alone.
        """
        return self.prediction is not None and self.prediction.has_interval

    @property
    def error(self) -> float:
        """Foretold less actual; NaN while not known."""
        return self.share - self.actual.share if self.actual else float("nan")


def checks(
    editions: tuple[Followed, ...],
    sums: Sums,
    by_step: Mapping[int, ClusterSums],
    visible: Collection[tuple[str, int]],
    steps: int,
    least: int,
) -> tuple[Check, ...]:
    """Every visible answer of every edition that another followed, where the editions before it
    bear a share.

    Exhibitors come several times among the earlier answers, which are worth as much less as all of
    them together (`every`).
    """
    tests, effects = [], _design_effects(by_step, steps)
    closed = [edition for edition in editions if edition.is_closed]
    for place, edition in enumerate(closed):
        for step in range(steps + 1):
            own, before = (
                sums.get((edition.edition_id, step), ClusterSums()),
                _before(sums, closed[:place], step),
            )
            if (edition.edition_id, step) in visible and before.counted >= least:
                known = min(once_each(before).n, before.n / effects[step])
                tests.append(Check(edition, step, before.yes / before.n, once_each(own), known))
    adjusted = holm([_score_p(check) for check in tests]).p
    return tuple(replace(check, p=float(p)) for check, p in zip(tests, adjusted, strict=True))


def _score_p(check: Check) -> float:
    """The share that came against the one foretold: score test with the variance of both together,
    for the foretold share has an error of its own, also where earlier editions kept their word to a
    man.
    """
    both = (check.foretold * check.known + check.came.share * check.came.n) / (
        check.known + check.came.n
    )
    error = sqrt(both * (1 - both) * (1 / check.came.n + 1 / check.known))
    return critical_values.p_normal((check.came.share - check.foretold) / error) if error else 1.0


def slope_of(tests: tuple[Check, ...]) -> Slope | None:
    """None where different answers were kept alike, or only one answer was followed. Source: Oldham
    1962.
    """
    level = {
        check.step: _log_odds(
            check.foretold * check.known + check.came.share * check.came.n,
            check.known + check.came.n,
        )[0]
        for check in tests
    }
    earlier, later = ([_log_odds(*pair) for pair in side] for side in _counted(tests))
    moved = np.array([now - then for (then, _), (now, _) in zip(earlier, later, strict=True)])
    weight = np.array(
        [1 / (before + own) for (_, before), (_, own) in zip(earlier, later, strict=True)]
    )
    at = np.array([level[check.step] for check in tests])
    centred = at - weight @ at / weight.sum() if at.size else at
    spread = float(weight @ centred**2)
    if not spread > 1e-9:
        return None
    slope, half = (
        1 + float((weight * centred) @ moved) / spread,
        critical_values.normal(0.95) / sqrt(spread),
    )
    return Slope(slope, slope - half, slope + half)


def _counted(
    tests: tuple[Check, ...],
) -> tuple[list[tuple[float, float]], list[tuple[float, float]]]:
    """Returns and answers: of earlier editions, and of the edition itself."""
    return [(check.foretold * check.known, check.known) for check in tests], [
        (check.came.share * check.came.n, check.came.n) for check in tests
    ]


def _log_odds(yes: float, n: float) -> tuple[float, float]:
    """With variance; a half added to both sides, so that all and none have one too. Source: Haldane
    1956.
    """
    return log((yes + 0.5) / (n - yes + 0.5)), 1 / (yes + 0.5) + 1 / (n - yes + 0.5)


def forecasts(
    editions: tuple[Followed, ...],
    stated: Mapping[tuple[str, int], Tally],
    sums: Sums,
    by_step: Mapping[int, ClusterSums],
    steps: int,
    least: int,
) -> tuple[Forecast, ...]:
    """One per edition whose every answer given was given often enough before. `every`: by answer
    over all editions, each exhibitor's rows together; how much less these are worth is taken for
    the editions before alike.
    """
    effects = _design_effects(by_step, steps)
    candidates = (
        _forecast(edition, editions, stated, sums, effects, least) for edition in editions
    )
    return _widened([forecast for forecast in candidates if forecast])


def _widened(foretold: list[Forecast]) -> tuple[Forecast, ...]:
    """Each by how far off those before it were; the first ones stay as the shares alone have
    them.
    """
    forecasts, tests = list[Forecast](), list[Backtest]()
    for forecast in foretold:
        half = (forecast.high - forecast.low) / 2 / critical_values.normal(0.95)
        prediction = share_to_come(forecast.share, forecast.n, tests, own_se=half)
        ends = forecast.low, forecast.high
        if prediction.has_interval:
            ends = prediction.low, prediction.high
        forecasts.append(replace(forecast, low=ends[0], high=ends[1], prediction=prediction))
        if forecast.actual:
            tests.append(Backtest(forecast.share, forecast.actual.share, forecast.actual.n))
    return tuple(forecasts)


def _design_effects(by_step: Mapping[int, ClusterSums], steps: int) -> list[float]:
    return [by_step.get(step, ClusterSums()).design_effect for step in range(steps + 1)]


def _forecast(
    edition: Followed,
    editions: tuple[Followed, ...],
    stated: Mapping[tuple[str, int], Tally],
    sums: Sums,
    effects: list[float],
    least: int,
) -> Forecast | None:
    """For closed editions over those followed, so that it can be set beside what came; else over
    all answers.
    """
    before = [
        earlier for earlier in editions if earlier.is_closed and earlier.number < edition.number
    ]
    weights = [_weight(edition, stated, sums, step) for step in range(len(effects))]
    total = sum(weights)
    if sum(_answers(edition, stated, sums, step) for step in range(len(effects))) < least:
        return None
    share = below = above = 0.0
    for step, weight in enumerate(weights):
        earlier = _before(sums, before, step)
        if weight and earlier.counted < least:
            return None
        if weight:
            part, returned = (
                weight / total,
                weighted_wilson(earlier.yes / earlier.n, earlier.n / effects[step]),
            )
            share += part * returned.share
            below, above = (
                below + (part * (returned.share - returned.low)) ** 2,
                above + (part * (returned.high - returned.share)) ** 2,
            )
    own = [sums.get((edition.edition_id, step), ClusterSums()) for step in range(len(effects))]
    actual = once_each(_added(own)) if edition.is_closed else None
    ends = max(0.0, share - sqrt(below)), min(1.0, share + sqrt(above))
    return Forecast(edition, share, *ends, actual, n=actual.n if actual else total)


def _weight(
    edition: Followed, stated: Mapping[tuple[str, int], Tally], sums: Sums, step: int
) -> float:
    if edition.is_closed:
        return sums.get((edition.edition_id, step), ClusterSums()).n
    return stated.get((edition.edition_id, step), Tally()).weight


def _answers(
    edition: Followed, stated: Mapping[tuple[str, int], Tally], sums: Sums, step: int
) -> float:
    if edition.is_closed:
        return sums.get((edition.edition_id, step), ClusterSums()).counted
    return stated.get((edition.edition_id, step), Tally()).n


def _before(sums: Sums, editions: list[Followed], step: int) -> ClusterSums:
    """All editions before taken together; exhibitors of several editions count each time."""
    return _added([sums.get((edition.edition_id, step), ClusterSums()) for edition in editions])


def _added(parts: list[ClusterSums]) -> ClusterSums:
    names = ("n", "yes", "yes_yes", "yes_n", "n_n", "answers", "returned")
    return ClusterSums(**{name: sum(getattr(part, name) for part in parts) for name in names})

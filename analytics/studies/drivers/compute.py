"""What matters, and what to fix first?

Method: derived importance (`compute_importance`) against performance, cut into quadrants by a
crosshair; stated importance beside it (`compute_stated`). A part whose interval holds a line of the
crosshair is borderline. Assumption: what goes with overall satisfaction is worth fixing; nothing
here proves that it causes it. Source: Martilla & James 1977; Vavra 1997; the parts say theirs.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import nan
from typing import cast

import numpy as np

from analytics.filters import Audience, Filters
from analytics.ratings.answer_blocks import read_blocks
from analytics.ratings.complete_blocks import CompleteAnswers
from analytics.ratings.editions import Edition
from analytics.ratings.levels import Rated
from analytics.ratings.pair_blocks import pair_sums_by_group
from analytics.ratings.populations import Populations
from analytics.ratings.reliability import Alpha
from analytics.ratings.scale import Scale
from analytics.stats.arrays import BoolArray
from analytics.stats.group_bootstrap import ResampledIntervals
from analytics.stats.importance_performance import Crosshair, Need, Quadrant, Rule
from analytics.stats.mean import MeanEstimate
from analytics.stats.multiplicity import LEVEL_OF_P
from analytics.stats.reliability import ACCEPTABLE
from analytics.store import Reader
from analytics.studies.drivers.compute_checks import Complete, alphas_of, of_complete
from analytics.studies.drivers.compute_importance import Weighed, weigh
from analytics.studies.drivers.compute_placement import Placed, Spans, needs_of, place
from analytics.studies.drivers.compute_pooled import Pooled, read_pooled
from analytics.studies.drivers.compute_stated import Stated, read_stated
from analytics.wording import Name


@dataclass(frozen=True, slots=True)
class Interval:
    """An estimate with the ends of its 95% interval; NaN where none can be given."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Driver:
    """One part that was rated. `share` and `lmg` are shares of what the parts explain together; `n`
    answered both, worth `n_eff`. `complete_share`: the share over those who answered everything;
    `alpha` of a dimension. NaN where they cannot be told.
    """

    key: str
    name: Name
    n: int
    n_eff: float
    r: Interval
    std_beta: float
    vif: float
    share: Interval
    lmg: Interval | None
    performance: MeanEstimate
    stated: Stated | None
    quadrant: Quadrant | None
    is_borderline: bool
    need: Need | None
    is_need_borderline: bool
    complete_share: float = nan
    alpha: float = nan

    @property
    def is_unsteady(self) -> bool:
        """Measured less reliably than is acceptable: what it goes with is understated."""
        return self.alpha < ACCEPTABLE


@dataclass(frozen=True, eq=False)
class Drivers:
    """`drivers` by falling share. `leaders`: the first and those that cannot be told from it.
    `hidden` were answered by too few, `constant` all alike, `implied` follow from the others.
    `needs_at` is None where importance was not asked. `complete`: how many answered everything,
    None where too few did. `is_by_item`: items stand in for too few dimensions.
    """

    audience: Audience
    level: str
    focus: Edition
    before: Edition | None
    editions: tuple[Edition, ...]
    scale: Scale
    drivers: tuple[Driver, ...]
    leaders: tuple[Driver, ...]
    hidden: tuple[Name, ...]
    constant: tuple[Name, ...]
    implied: tuple[Name, ...]
    complete: int | None
    is_by_item: bool
    r_squared: float
    p: float
    is_repaired: bool
    rule: Rule
    at: Crosshair
    needs_at: Crosshair | None
    populations: Populations

    @property
    def is_established(self) -> bool:
        """Whether anything goes with overall satisfaction beyond chance."""
        return self.p <= LEVEL_OF_P

    @property
    def foremost(self) -> Driver:
        """What to fix first: the weightiest rated below par, those surely so before borderline
        ones; else what weighs most.
        """
        weak = [driver for driver in self.drivers if driver.quadrant == "concentrate here"]
        certain = [driver for driver in weak if not driver.is_borderline]
        return (certain or weak or self.drivers)[0]

    @property
    def first_if_complete(self) -> Driver | None:
        """What weighs most over those who answered everything; None where too few did."""
        if self.complete is None:
            return None
        return max(self.drivers, key=lambda driver: round(driver.complete_share, 9))


def analyse(reader: Reader, filters: Filters, options: dict[str, str]) -> Drivers:
    """Raises NothingChosen, NotEnough (answers, items), NoVariation, UnknownChoice."""
    from threadpoolctl import threadpool_limits

    with threadpool_limits(1):
        pooled = read_pooled(reader, filters, options)
        complete = CompleteAnswers(pooled.places())
        blocks = complete.passing(read_blocks(reader, filters, pooled.plan))
        weighed = weigh(pair_sums_by_group(blocks, pooled.plan, complete.means))
        checks = (
            of_complete(complete, weighed, pooled),
            alphas_of(reader, filters, pooled),
        )
        stated = read_stated(reader, filters, pooled)
    rule = cast(Rule, options["crosshair"])
    return _checked(_put_together(pooled, weighed, stated, rule, filters.audience), *checks)


def _checked(answer: Drivers, complete: Complete | None, alphas: Mapping[str, Alpha]) -> Drivers:
    """With what the two checks say of each part."""

    def one(driver: Driver) -> Driver:
        alpha = alphas.get(driver.key)
        return replace(
            driver,
            complete_share=complete.shares[driver.key] if complete else nan,
            alpha=alpha.alpha if alpha else nan,
        )

    return replace(
        answer,
        drivers=tuple(map(one, answer.drivers)),
        leaders=tuple(map(one, answer.leaders)),
        complete=complete.n if complete else None,
    )


def _put_together(
    pooled: Pooled,
    weighed: Weighed,
    stated: tuple[Stated | None, ...],
    rule: Rule,
    audience: Audience,
) -> Drivers:
    places = np.flatnonzero(weighed.is_weighed).tolist()
    rated = [pooled.performance(pooled.rated[at]) for at in places]
    stated_of = [stated[at] if stated else None for at in places]
    derived = _of_intervals(weighed.shares)
    on_grid = place(_of_means(rated), derived, rule, pooled.scale.domain)
    needed = needs_of(_of_means([each.importance if each else None for each in stated_of]), derived)
    drivers = [
        _driver(pooled.rated[part], at, weighed, (rated[at], stated_of[at]), on_grid, needed)
        for at, part in enumerate(places)
    ]
    return Drivers(
        audience=audience,
        level=pooled.rated[0].level,
        focus=pooled.focus,
        before=pooled.before,
        editions=pooled.editions,
        scale=pooled.scale,
        drivers=_by_share(drivers),
        leaders=_by_share(_leaders(drivers, weighed)),
        hidden=(*pooled.hidden, *_names(pooled, ~weighed.is_accounted_for)),
        constant=_names(pooled, weighed.is_constant),
        implied=_names(pooled, weighed.is_implied),
        complete=None,
        is_by_item=pooled.is_by_item,
        r_squared=weighed.r_squared,
        p=weighed.p,
        is_repaired=weighed.mended.is_repaired,
        rule=rule,
        at=on_grid.at,
        needs_at=needed.at if any(stated_of) else None,
        populations=pooled.populations,
    )


def _driver(
    part: Rated,
    at: int,
    weighed: Weighed,
    levels: tuple[MeanEstimate, Stated | None],
    on_grid: Placed[Quadrant],
    needed: Placed[Need],
) -> Driver:
    """`at`: its place among the parts weighed; `levels`: how it is rated, what is said of it."""
    performance, stated = levels
    return Driver(
        key=part.key,
        name=part.name,
        n=int(weighed.answers[at]),
        n_eff=float(weighed.worth[at]),
        r=_interval(weighed.r, at),
        std_beta=float(weighed.plain.std_beta[at]),
        vif=float(weighed.plain.vif[at]),
        share=_interval(weighed.shares, at),
        lmg=_interval(weighed.lmg, at) if weighed.lmg else None,
        performance=performance,
        stated=stated,
        quadrant=on_grid.names[at],
        is_borderline=bool(on_grid.is_borderline[at]),
        need=needed.names[at],
        is_need_borderline=bool(needed.is_borderline[at]),
    )


def _leaders(drivers: list[Driver], weighed: Weighed) -> list[Driver]:
    """The first, and those that cannot be told from it."""
    first = int(np.argmax(weighed.shares.estimate.round(9)))
    return [
        driver for at, driver in enumerate(drivers) if at == first or weighed.level_with_first[at]
    ]


def _names(pooled: Pooled, chosen: BoolArray) -> tuple[Name, ...]:
    return tuple(
        part.name for part, is_chosen in zip(pooled.rated, chosen, strict=True) if is_chosen
    )


def _by_share(drivers: list[Driver]) -> tuple[Driver, ...]:
    """By falling share; parts that copy each other stay in the order of asking, whatever the
    rounding.
    """
    return tuple(sorted(drivers, key=lambda driver: -round(driver.share.value, 9)))


def _interval(spans: ResampledIntervals, at: int) -> Interval:
    return Interval(float(spans.estimate[at]), float(spans.low[at]), float(spans.high[at]))


def _of_intervals(spans: ResampledIntervals) -> Spans:
    return Spans(spans.estimate, spans.low, spans.high)


def _of_means(estimates: Sequence[MeanEstimate | None]) -> Spans:
    return Spans(
        *(
            np.array([getattr(estimate, end) if estimate else nan for estimate in estimates])
            for end in ("mean", "low", "high")
        )
    )

"""Why do they come, and is that changing?

Method: the share of respondents naming an objective among those who named any, with Wilson's
interval, for the exhibitors of this fair where their number is known; changes between two editions
by Newcombe's method 10 with the covariance of firms that answered both times, trends over editions
by Cochran–Armitage, for the fair as a process, each with Holm's correction over the objectives
shown. Assumption: who named none did not answer the question. An objective that nobody named at an
edition was not offered then; where it is one that many named at the other, the lists differed.
Source: Wilson 1927; Newcombe 1998; Armitage 1955; Holm 1979.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import nan
from typing import Any

from analytics.ratings.comparability import Obstacle, Obstacles
from analytics.ratings.comparisons import PLAIN, Comparisons
from analytics.ratings.editions import Edition
from analytics.ratings.sums import Sums
from analytics.ratings.tally import Tally, tally
from analytics.standard_objectives import OBJECTIVES
from analytics.stats.cochran_armitage import ProportionTrend, cochran_armitage
from analytics.stats.multiplicity import LEVEL_OF_P, holm
from analytics.stats.proportion import Proportion, ProportionDifference, newcombe
from analytics.wording import Name

NOBODY = Tally()
LEAST_EDITIONS = 3
NAMED_BY_MANY = 0.05
QUESTION = ("measure", "objectives")
"""No question of the ratings: editions are compared by their weights and response rates."""
COUNTS = ("n", "rated", "reached", "said", "attained", "all_rated", "all_reached")
"""Everything of `Named` that is counted."""
STANDARD = {objective.key: Name(objective.name_zh, objective.name_en) for objective in OBJECTIVES}


@dataclass(frozen=True, slots=True)
class Named:
    """Who of one edition named an objective, or any (see `named.sql`).

    `all_rated` and `all_reached` also count those who named none; known of everybody only. `ticks`
    are weighted. `everybody`: all of the edition told apart by this objective, where exhibitors
    answered several times.
    """

    n: Tally = NOBODY
    rated: Tally = NOBODY
    reached: Tally = NOBODY
    said: Tally = NOBODY
    attained: Tally = NOBODY
    all_rated: Tally = NOBODY
    all_reached: Tally = NOBODY
    ticks: float = 0.0
    everybody: Named | None = None


Tallies = dict[tuple[str, str | None], Named]


@dataclass(frozen=True, slots=True)
class Objective:
    """An objective now and in the edition compared with. `by_edition`: its share where it was
    offered, in order.

    `change` and `trend` are None where it was not offered often enough; p values are Holm's over
    the objectives shown. `obstacles` of the change, `trend_obstacles` of all editions together.
    """

    key: str
    name: Name
    now: Proportion
    then: Proportion | None
    change: ProportionDifference | None
    by_edition: tuple[tuple[str, Proportion], ...]
    trend: ProportionTrend | None
    change_p: float = nan
    trend_p: float = nan
    obstacles: Obstacles = ()
    trend_obstacles: Obstacles = ()

    @property
    def is_change_significant(self) -> bool:
        """It stands after Holm, asked alike or not."""
        return self.change_p <= LEVEL_OF_P

    @property
    def is_change_established(self) -> bool:
        return self.is_change_significant and not self.obstacles

    @property
    def is_trend_significant(self) -> bool:
        """It stands after Holm, asked alike or not."""
        return self.trend_p <= LEVEL_OF_P

    @property
    def is_trend_established(self) -> bool:
        return self.is_trend_significant and not self.trend_obstacles


def tallies_of(rows: Sequence[dict[str, Any]]) -> Tallies:
    return {(row["edition_id"], row["objective"]): _named(row) for row in rows}


def _named(row: dict[str, Any]) -> Named:
    cells: dict[str, Any] = {name: tally(row, f"{name}_") for name in COUNTS}
    return Named(**cells, ticks=float(row["ticks_weight"]))


def objective_name(key: str) -> Name:
    """The standard name in both languages; otherwise the answer as it was given."""
    return STANDARD.get(key, Name(key, key))


def objectives_of(
    tallies: Tallies,
    pair: tuple[Edition, Edition | None],
    editions: Sequence[Edition],
    least: int,
    most: int,
    comparisons: Comparisons = PLAIN,
) -> tuple[Objective, ...]:
    """The objectives named at the edition looked at, the commonest first, at most `most` of
    them.
    """
    keys = commonest(tallies, pair[0].key, most)
    objectives = [_objective(key, tallies, pair, editions, least, comparisons) for key in keys]
    changes = holm([objective.change.p if objective.change else nan for objective in objectives]).p
    trends = holm([objective.trend.p if objective.trend else nan for objective in objectives]).p
    asked = [edition.key for edition in editions if _count(tallies, edition.key) >= least]
    along = _along(tallies, asked, comparisons)
    between = _between(tallies, (pair[1].key, pair[0].key), comparisons) if pair[1] else ()
    return tuple(
        replace(
            objective,
            change_p=float(change),
            trend_p=float(trend),
            obstacles=between,
            trend_obstacles=along,
        )
        for objective, change, trend in zip(objectives, changes, trends, strict=True)
    )


def _count(tallies: Tallies, edition: str) -> int:
    return tallies.get((edition, None), Named()).n.n


def _along(tallies: Tallies, editions: Sequence[str], comparisons: Comparisons) -> Obstacles:
    """What was not the same at all these editions: each reason once."""
    steps = [_between(tallies, pair, comparisons) for pair in pairwise(editions)]
    return tuple({obstacle.reason: obstacle for step in steps for obstacle in step}.values())


def _between(tallies: Tallies, pair: tuple[str, str], comparisons: Comparisons) -> Obstacles:
    """What was not the same at both editions: weights, response rate, or the list itself."""
    offered = [_named_by_many(tallies, edition, 0.0) for edition in pair]
    many = [_named_by_many(tallies, edition, NAMED_BY_MANY) for edition in pair]
    is_other = bool((many[0] - offered[1]) | (many[1] - offered[0]))
    other_list = (Obstacle("questionnaire"),) if is_other else ()
    return (*comparisons.obstacles(QUESTION, pair), *other_list)


def _named_by_many(tallies: Tallies, edition: str, least: float) -> set[str]:
    """The objectives named by more than this share of an edition's respondents."""
    everybody_there = _count(tallies, edition)
    return {
        key
        for (of, key), cell in tallies.items()
        if of == edition and key is not None and cell.n.n > least * everybody_there
    }


def commonest(tallies: Tallies, edition: str, most: int) -> list[str]:
    here = [
        (key, cell.n.n) for (of, key), cell in tallies.items() if of == edition and key is not None
    ]
    return [key for key, _ in sorted(here, key=lambda pair: (-pair[1], pair[0]))[:most]]


def everybody(tallies: Tallies, edition: str, key: str | None) -> Named:
    """Everybody of an edition, beside those who named an objective."""
    cell = tallies.get((edition, key), Named())
    return cell.everybody or tallies.get((edition, None), Named())


def _objective(
    key: str,
    tallies: Tallies,
    pair: tuple[Edition, Edition | None],
    editions: Sequence[Edition],
    least: int,
    comparisons: Comparisons,
) -> Objective:
    focus, before = pair
    then = _shown(tallies, before.key, key, least) if before else None
    by_edition = [(edition, _shown(tallies, edition.key, key, least)) for edition in editions]
    shown = [(edition, share_) for edition, share_ in by_edition if share_]

    def here(proportion: Proportion, edition: Edition) -> Proportion:
        base = everybody(tallies, edition.key, key).n.exhibitors
        return comparisons.populations.share(proportion, base, edition.key)

    now = share(tallies, focus.key, key)
    return Objective(
        key,
        objective_name(key),
        here(now, focus),
        here(then, before) if before and then else None,
        newcombe(now, then, _covariance(tallies, (before.key, focus.key), key, comparisons))
        if before and then
        else None,
        tuple((edition.key, here(proportion, edition)) for edition, proportion in shown),
        _trend(shown),
    )


def _covariance(
    tallies: Tallies, pair: tuple[str, str], key: str, comparisons: Comparisons
) -> float:
    """Of the two shares, through the firms that named any objective at both editions."""
    cross = comparisons.cross.get((*pair, ("objective", key)))
    if cross is None:
        return 0.0
    sums = (
        Sums(
            total=tallies.get((edition, key), Named()).n.weight,
            answers=everybody(tallies, edition, key).n.weight,
        )
        for edition in pair
    )
    return cross.shared(*sums).product


def share(tallies: Tallies, edition: str, key: str) -> Proportion:
    return tallies.get((edition, key), Named()).n.share_of(everybody(tallies, edition, key).n)


def _shown(tallies: Tallies, edition: str, key: str, least: int) -> Proportion | None:
    """None where too few answered, or where nobody named it because it was not offered."""
    proportion = share(tallies, edition, key)
    return proportion if proportion.answers >= least and proportion.count else None


def _trend(shown: list[tuple[Edition, Proportion]]) -> ProportionTrend | None:
    if len(shown) < LEAST_EDITIONS:
        return None
    counts = [proportion.count for _, proportion in shown]
    bases = [proportion.n for _, proportion in shown]
    return cochran_armitage(counts, bases, [edition.number for edition, _ in shown])

"""Did they reach their goal, will they come back, would they recommend the fair?

Method: the share of each answer with Wilson's interval among those who answered the question; the
net promoter score where the question was asked from 0 to 10. Assumption: exhibitors answer
independently, several answers of one are taken together (`ratings.tally`); "don't know" has been
left out. Source: Wilson 1927; Reichheld 2003.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from analytics.ratings.change import Change
from analytics.ratings.comparisons import RECOMMENDED, Comparisons
from analytics.ratings.editions import Edition
from analytics.ratings.populations import Populations
from analytics.ratings.scale import Scale
from analytics.ratings.sums import Sums
from analytics.ratings.tally import Tally, added, mean_of, worth
from analytics.stats.net_promoter import (
    NetPromoter,
    linearised_net_promoter,
    net_promoter_of_scores,
)
from analytics.stats.overlapping_change import NOBODY
from analytics.stats.proportion import Proportion
from analytics.studies.satisfaction.compute_answers import (
    MOST_POINTS,
    ROUNDING,
    Counts,
    Sharing,
    box_ends,
)

OUTCOMES = ("goal_attainment", "intention")
RECOMMENDATION = Scale(0, 10)
RECOMMEND = ("measure", "recommend")


@dataclass(frozen=True, slots=True)
class Outcome:
    """One question: the share of each answer, best first, and of all answers but the worst ones"""

    measure: str
    scale: Scale
    answers: tuple[tuple[float, Proportion], ...]
    positive: Proportion

    @property
    def has_three_answers(self) -> bool:
        return self.scale.span == 2


@dataclass(frozen=True, slots=True)
class Recommendation:
    """The score now and in the edition compared with, where that asked it too."""

    now: NetPromoter
    then: NetPromoter | None
    change: Change | None


def outcome(
    measure: str, scale: Scale, counted: Mapping[float, Tally], least: int, share: Sharing
) -> Outcome | None:
    """None where too few answered, or the scale has too many points to list."""
    everybody = added(counted.values())
    if everybody.n < least or scale.span >= MOST_POINTS:
        return None
    points = [scale.high - step for step in range(int(scale.span) + 1)]
    answers = tuple((point, share(_at_point(counted, point), everybody)) for point in points)
    worst_positive = scale.low + 1 if scale.span == 2 else box_ends(scale)[1]
    positive = added(
        count for answer, count in counted.items() if answer >= worst_positive - ROUNDING
    )
    return Outcome(measure, scale, answers, share(positive, everybody))


def _at_point(counted: Mapping[float, Tally], point: float) -> Tally:
    """Half points count with the point below."""
    return added(
        count
        for answer, count in counted.items()
        if point - ROUNDING <= answer < point + 1 - ROUNDING
    )


def recommendation(
    counts: Counts,
    scales: Mapping[str, Scale],
    pair: tuple[Edition, Edition | None],
    least: int,
    comparisons: Comparisons,
) -> Recommendation | None:
    """None unless the edition looked at asked it from 0 to 10 and enough answered."""
    now = _points(counts, scales, pair[0], least)
    if not now:
        return None
    then = _points(counts, scales, pair[1], least) if pair[1] else ()
    populations = comparisons.populations
    if not (then and pair[1]):
        return Recommendation(_level(now, pair[0], populations), None, None)
    return Recommendation(
        _level(now, pair[0], populations),
        _level(then, pair[1], populations),
        _change(then, now, (pair[1].key, pair[0].key), comparisons),
    )


def _change(
    then: Sequence[Tally],
    now: Sequence[Tally],
    editions: tuple[str, str],
    comparisons: Comparisons,
) -> Change:
    """The score is a mean, so its change is a difference of means."""
    levels = tuple(
        comparisons.populations.mean(mean_of(valued(points)), edition)
        for points, edition in zip((then, now), editions, strict=True)
    )
    cross = comparisons.cross.get((*editions, RECOMMENDED))
    shared = cross.shared(_sums(then), _sums(now)) if cross else NOBODY
    return comparisons.changed((levels[0], levels[1]), shared, RECOMMEND, editions)


def _level(points: Sequence[Tally], edition: Edition, populations: Populations) -> NetPromoter:
    """The score with the interval it is to have."""
    score = net_promoter_of_points(points)
    return populations.score(score, added(points).exhibitors, edition.key)


def _sums(points: Sequence[Tally]) -> Sums:
    weight = added(points).weight
    return Sums(total=mean_of(valued(points)).mean * weight, answers=weight)


def _points(
    counts: Counts, scales: Mapping[str, Scale], edition: Edition, least: int
) -> tuple[Tally, ...]:
    """Answers by scale point 0, 1, …, 10; none where they are too few or were asked otherwise."""
    counted = counts.get((edition.key, "measure", "recommend"), {})
    if scales.get(edition.key) != RECOMMENDATION or added(counted.values()).n < least:
        return ()
    return tuple(_at_point(counted, point) for point in range(11))


def valued(points: Sequence[Tally]) -> list[tuple[Tally, float]]:
    """The score is the mean of answers that count 100 (9–10), 0 or −100 (0–6)."""
    return [(count, 100.0 * ((point >= 9) - (point <= 6))) for point, count in enumerate(points)]


def net_promoter_of_points(points: Sequence[Tally]) -> NetPromoter:
    """From the answers counted by scale point; weighted ones by the linearised error, several of
    one exhibitor on what they are worth.
    """
    whole = added(points)
    if not whole.is_weighted:
        base = worth(valued(points)) if whole.pairs else None
        score = net_promoter_of_scores([point.n for point in points], n_eff=base)
        return replace(score, answers=whole.n)
    weights = [point.weight for point in points]
    parts = sum(weights[9:]), sum(weights[7:9]), sum(weights[:7])
    return linearised_net_promoter(*parts, mean_of(valued(points)))

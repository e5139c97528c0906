"""Did they reach their goal, will they come back, would they recommend the fair?

Method: the share of each answer with Wilson's interval among those who answered the question; the
net promoter score where the question was asked from 0 to 10. Assumption: exhibitors answer
independently, several answers of one are taken together (`ratings.tally`); "don't know" has been
left out. Source: Wilson 1927; Reichheld 2003.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from analytics.ratings.change import Change, change
from analytics.ratings.editions import Edition
from analytics.ratings.scale import Scale
from analytics.ratings.tally import Tally, added, worth
from analytics.stats.mean import mean_interval
from analytics.stats.net_promoter import NetPromoter, net_promoter_of_scores
from analytics.stats.proportion import Proportion
from analytics.studies.satisfaction.compute_answers import MOST_POINTS, ROUNDING, Counts, box_ends

OUTCOMES = ("goal_attainment", "intention")
RECOMMENDATION = Scale(0, 10)


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
    measure: str, scale: Scale, counted: Mapping[float, Tally], least: int
) -> Outcome | None:
    """None where too few answered, or the scale has too many points to list."""
    everybody = added(counted.values())
    if everybody.n < least or scale.span >= MOST_POINTS:
        return None
    points = [scale.high - step for step in range(int(scale.span) + 1)]
    answers = tuple((point, _at_point(counted, point).share_of(everybody)) for point in points)
    worst_positive = scale.low + 1 if scale.span == 2 else box_ends(scale)[1]
    positive = added(
        count for answer, count in counted.items() if answer >= worst_positive - ROUNDING
    )
    return Outcome(measure, scale, answers, positive.share_of(everybody))


def _at_point(counted: Mapping[float, Tally], point: float) -> Tally:
    """Half points count with the point below."""
    return added(
        count
        for answer, count in counted.items()
        if point - ROUNDING <= answer < point + 1 - ROUNDING
    )


def recommendation(
    counts: Counts, scales: Mapping[str, Scale], pair: tuple[Edition, Edition | None], least: int
) -> Recommendation | None:
    """None unless the edition looked at asked it from 0 to 10 and enough answered."""
    now = _score(counts, scales, pair[0], least)
    if now is None:
        return None
    then = _score(counts, scales, pair[1], least) if pair[1] else None
    return Recommendation(now, then, _change(then, now) if then else None)


def _score(
    counts: Counts, scales: Mapping[str, Scale], edition: Edition, least: int
) -> NetPromoter | None:
    counted = counts.get((edition.key, "measure", "recommend"), {})
    if scales.get(edition.key) != RECOMMENDATION or added(counted.values()).n < least:
        return None
    points = [_at_point(counted, point) for point in range(11)]
    score = net_promoter_of_scores([point.weight for point in points], n_eff=_worth(points))
    return replace(score, answers=added(points).n)


def _worth(points: Sequence[Tally]) -> float:
    """How many independent scores the eleven points stand on: 9–10 count 1, 0–6 count −1."""
    return worth((count, float((point >= 9) - (point <= 6))) for point, count in enumerate(points))


def _change(then: NetPromoter, now: NetPromoter) -> Change:
    """The score is the mean of answers that count 100, 0 or −100, so its change is a difference of
    means.
    """
    first, second = (
        mean_interval(int(score.n), score.score, _variance(score)) for score in (then, now)
    )
    return change(first, second)


def _variance(score: NetPromoter) -> float:
    """Of one answer; 0 where all are worth one, which has none."""
    return score.se**2 * score.n**2 / (score.n - 1) if score.n > 1 else 0.0

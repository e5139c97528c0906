"""Weights of a file, firms that answer several times, exhibitors of this fair, editions that share
firms: do the intervals hold, and is a change that could be seen seen.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from analytics.ratings.change import change
from analytics.ratings.populations import Populations
from analytics.ratings.sums import Sums
from analytics.ratings.tally import Tally, added
from analytics.stats.mean import MeanEstimate
from analytics.stats.overlapping_change import Shared, shared_product
from analytics.stats.proportion import wilson
from analytics.studies.satisfaction.compute_outcomes import net_promoter_of_points
from tests.simulate.claims import Experiment, Outcome, cautious, covers, finds
from tests.simulate.invented_ratings import (
    FIVE,
    chances,
    mean_of,
    of_firms,
    of_firms_tallied,
    places,
    points,
    sums,
    within,
)

PEOPLE = 300
GROUPS = ((0.6, 3.4), (0.3, 3.9), (0.1, 4.2))
"""Of all exhibitors so many, with the mean of their latent rating."""

REACHED = (1 / 3, 1 / 3, 1 / 3)
FIRMS, EACH = 60, 4
EXHIBITORS, ANSWERED = 212, 118


def weighted_sums(value: Any, weight: Any) -> Sums:
    """As SQL gives them for answers of these weights."""
    wx = weight * value
    return Sums(
        len(value),
        float(wx.sum()),
        float(wx @ wx),
        float(weight.sum()),
        float(weight @ weight),
        float(wx @ weight),
        float(weight.sum()),
        float(weight @ weight),
    )


def weighted_tally(is_true: Any, weight: Any) -> Tally:
    of_true = weight[is_true]
    return Tally(int(is_true.sum()), float(of_true.sum()), float(of_true @ of_true))


def _weighted(rng: np.random.Generator) -> Outcome:
    """Groups answer with other odds than they have at the fair; their weights put that right."""
    share, centre = np.array(GROUPS).T
    group = rng.choice(3, PEOPLE, p=REACHED)
    weight = (share / REACHED)[group] * rng.uniform(0.8, 1.2, PEOPLE)
    rating = points(rng.normal(centre[group], 0.9))
    likely = sum(part * chances(middle, 0.9) for part, middle in GROUPS)
    mean = FIVE.estimate(weighted_sums(places(rating), weight).estimate)
    whole = weighted_tally(np.ones(PEOPLE, bool), weight)
    satisfied = weighted_tally(rating >= 4, weight).share_of(whole)
    recommend = 2 * rating
    scored = net_promoter_of_points([weighted_tally(recommend == p, weight) for p in range(11)])
    score = 100 * (likely[4] - likely[0] - likely[1] - likely[2])
    return {
        "mean": within(mean.low, float(likely @ np.arange(1, 6)), mean.high),
        "box": within(satisfied.low, float(likely[3] + likely[4]), satisfied.high),
        "score": within(scored.low, float(score), scored.high),
    }


def _several(rng: np.random.Generator) -> Outcome:
    """Forty to sixty firms, each with one to seven answers that resemble each other."""
    answers = rng.integers(1, 2 * EACH, FIRMS)
    firm = np.repeat(np.arange(FIRMS), answers)
    rating = points(3.6 + rng.normal(0, 0.6, FIRMS)[firm] + rng.normal(0, 0.7, firm.size))
    spread = float(np.hypot(0.6, 0.7))
    mean = FIVE.estimate(of_firms(places(rating), firm).estimate)
    tallies = of_firms_tallied(rating, firm)
    satisfied = (tallies[4] + tallies[5]).share_of(added(tallies.values()))
    likely = chances(3.6, spread)
    return {
        "mean": within(mean.low, mean_of(3.6, spread), mean.high),
        "box": within(satisfied.low, float(likely[3] + likely[4]), satisfied.high),
    }


def _this_fair(rng: np.random.Generator) -> Outcome:
    """118 of 212 exhibitors answer; what all of them would have said is known here."""
    everybody = points(rng.normal(3.7, 1.0, EXHIBITORS))
    answered = rng.permutation(everybody)[:ANSWERED]
    populations = Populations({("f-1", ""): EXHIBITORS})
    process = FIVE.estimate(sums(places(answered)).estimate)
    here = populations.mean(process, "f-1")
    satisfied = wilson(int((answered >= 4).sum()), ANSWERED)
    box = populations.share(satisfied, ANSWERED, "f-1")
    return {
        "mean": within(here.low, float(everybody.mean()), here.high),
        "box": within(box.low, float((everybody >= 4).mean()), box.high),
        "process": within(process.low, mean_of(3.7, 1.0), process.high),
    }


def _small_fair(rng: np.random.Generator) -> Outcome:
    """Of forty exhibitors the exact interval holds at least as often as it promises."""
    everybody = rng.random(40) < 0.6
    answered = rng.permutation(everybody)[:18]
    share = wilson(int(answered.sum()), 18)
    box = Populations({("f-1", ""): 40}).share(share, 18, "f-1")
    return {"exact": within(box.low, float(everybody.mean()), box.high)}


def two_editions(
    rng: np.random.Generator, moved: float = 0.0
) -> tuple[MeanEstimate, MeanEstimate, Shared]:
    """170 firms, of which two thirds answer at each edition, each with a level of its own; with
    what those that answer twice have in common.
    """
    level = rng.normal(3.6, 0.7, 170)
    answers = [rng.random(170) < 2 / 3 for _ in range(2)]
    rated = [places(np.rint(level + move + rng.normal(0, 0.7, 170))) for move in (0.0, moved)]
    then, now = (sums(place[who]) for place, who in zip(rated, answers, strict=True))
    both = answers[0] & answers[1]
    first, second = rated[0][both], rated[1][both]
    cross = float(first @ second), float(first.sum()), float(second.sum()), float(both.sum())
    means = then.total / then.answers, now.total / now.answers
    product = shared_product(cross, means, (then.answers, now.answers))
    shared = Shared(int(both.sum()), product).stretched(FIVE.span)
    return FIVE.estimate(then.estimate), FIVE.estimate(now.estimate), shared


def _overlap(rng: np.random.Generator) -> Outcome:
    still = change(*two_editions(rng))
    moved = change(*two_editions(rng, 0.2)).gap
    return {"nothing": still.is_established, "gap": within(moved.low, 0.2, moved.high)}


def _visible(rng: np.random.Generator) -> Outcome:
    """The smallest change that the first two editions could have shown is what really happens in
    two others.
    """
    visible = change(*two_editions(rng)).visible
    return {"seen": change(*two_editions(rng, visible)).is_established}


WEIGHTED = Experiment(
    "designs, weights of the file",
    {
        "mean": covers("satisfaction", "mean, weighted by the file (linearised)"),
        "box": covers("satisfaction", "satisfied, weighted by the file (Wilson on the design)"),
        "score": covers("satisfaction", "net promoter score, weighted by the file (linearised)"),
    },
    _weighted,
)
SEVERAL = Experiment(
    "designs, several answers a firm",
    {
        "mean": covers("satisfaction", "mean, several answers a firm"),
        "box": covers("satisfaction", "satisfied, several answers a firm (Wilson on the design)"),
    },
    _several,
)
THIS_FAIR = Experiment(
    "designs, exhibitors of this fair",
    {
        "mean": covers("satisfaction", "mean of the exhibitors of this fair"),
        "box": covers("satisfaction", "satisfied of the exhibitors of this fair"),
        "process": covers("satisfaction", "mean of the fair as a process"),
    },
    _this_fair,
)
SMALL_FAIR = Experiment(
    "designs, a fair of forty",
    {"exact": cautious("satisfaction", "satisfied of forty exhibitors (hypergeometric)")},
    _small_fair,
)
OVERLAP = Experiment(
    "designs, editions that share firms",
    {
        "nothing": finds("trends", "a change between editions that share firms"),
        "gap": covers("trends", "change between editions that share firms"),
    },
    _overlap,
)
VISIBLE = Experiment(
    "designs, the smallest visible change",
    {"seen": covers("trends", "the smallest visible change is seen", right=0.8)},
    _visible,
)

EXPERIMENTS = (WEIGHTED, SEVERAL, THIS_FAIR, SMALL_FAIR, OVERLAP, VISIBLE)

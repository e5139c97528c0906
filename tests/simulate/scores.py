"""Satisfaction, trends: means, groups and editions, from the sums of invented ratings."""

from __future__ import annotations

from typing import Any

import numpy as np

from analytics.ratings.change import change
from analytics.ratings.sums import OVERALL, Sums, SumTable
from analytics.stats.group_difference import games_howell
from analytics.stats.mean import difference
from analytics.stats.net_promoter import net_promoter_of_scores
from analytics.stats.proportion import newcombe, wilson
from analytics.studies.satisfaction.answer_figures import _extremes
from analytics.studies.satisfaction.answered import boxes
from analytics.studies.satisfaction.compared_groups import compare_groups, screen
from analytics.studies.satisfaction.scored import score_table
from analytics.studies.trends.method import SameExhibitors, Turnover, _paired, _steps, _turnover
from analytics.studies.trends.trend import Trend, trend_or_fault
from analytics.wording import Say
from tests.simulate.claims import Experiment, Outcome, covers, finds
from tests.simulate.drawn import (
    EDITIONS,
    FIVE,
    NAMELESS,
    chances,
    counted,
    mean_of,
    of_firms,
    of_firms_tallied,
    places,
    points,
    pooled,
    spread_of,
    sums,
    with_halo,
    within,
)

EN = Say("en")
NOW, BEFORE = EDITIONS[1], EDITIONS[0]
PEOPLE, ITEMS = 160, 24
DIMENSIONS = {f"d{n}": NAMELESS for n in range(8)}
PARTS = ("energy", "materials", "services", "software")
CENTRES = np.linspace(3.2, 4.1, ITEMS)


def _dimension(latent: np.ndarray, number: int) -> np.ndarray:
    """Respondents' mean places over the three items of a dimension."""
    return np.asarray(places(points(latent[:, 3 * number : 3 * number + 3])).mean(axis=1))


def _known(rng: np.random.Generator) -> Outcome:
    latent, _ = with_halo(rng, PEOPLE, CENTRES)
    rated = places(points(latent))
    rated[rng.random(rated.shape) < 0.25] = np.nan
    truth = float(np.mean([mean_of(one, spread_of()) for one in CENTRES]))
    overall = points(rng.normal(3.7, 1.0, PEOPLE))
    one = FIVE.estimate(sums(places(overall)).estimate)
    every = FIVE.estimate(pooled(rated).estimate)
    box = boxes(
        "overall", NAMELESS, FIVE, {point: counted(overall == point) for point in range(1, 6)}
    )
    told = chances(3.7, 1.0)
    earlier = FIVE.estimate(sums(places(points(rng.normal(3.5, 0.9, 120)))).estimate)
    moved = change(earlier, one).gap
    return {
        "mean": within(one.low, mean_of(3.7, 1.0), one.high),
        "pooled": within(every.low, truth, every.high),
        "box": within(box.satisfied.low, told[3:].sum(), box.satisfied.high),
        "change": within(moved.low, mean_of(3.7, 1.0) - mean_of(3.5, 0.9), moved.high),
        **_promoters(rng),
        **_groups_apart(rng),
        **_shares_apart(rng),
    }


def _promoters(rng: np.random.Generator) -> Outcome:
    chance = np.array([2, 1, 2, 3, 4, 6, 8, 16, 22, 20, 16]) / 100
    found = net_promoter_of_scores(rng.multinomial(PEOPLE, chance).tolist())
    return {
        "promoters": within(found.low, 100 * float(chance[9:].sum() - chance[:7].sum()), found.high)
    }


def _groups_apart(rng: np.random.Generator) -> Outcome:
    """All intervals of all pairs at once: that is what Games–Howell promises."""
    sizes, centres, spreads = (80, 40, 25, 20), (3.9, 3.6, 3.3, 3.6), (0.7, 1.0, 1.3, 0.9)
    drawn = [points(rng.normal(*one)) for one in zip(centres, spreads, sizes, strict=True)]
    truth = [mean_of(*one) for one in zip(centres, spreads, strict=True)]
    pairs = games_howell(sizes, [one.mean() for one in drawn], [one.var(ddof=1) for one in drawn])
    return {
        "pairs": all(
            pair.low <= truth[pair.first] - truth[pair.second] <= pair.high for pair in pairs
        )
    }


def _shares_apart(rng: np.random.Generator) -> Outcome:
    found = newcombe(wilson(rng.binomial(120, 0.7), 120), wilson(rng.binomial(60, 0.55), 60))
    return {"shares": within(found.low, 0.15, found.high)}


def _several(rng: np.random.Generator) -> Outcome:
    """One to four answers an exhibitor, who share its mood: as many answers of the satisfied as of
    the others.
    """
    firm = np.repeat(np.arange(90), rng.choice(4, 90, p=(0.5, 0.25, 0.15, 0.1)) + 1)
    rated = points(3.7 + rng.normal(0, 0.8, 90)[firm] + rng.normal(0, 0.6, firm.size))
    before = np.repeat(np.arange(70), rng.choice(3, 70) + 1)
    then = points(3.5 + rng.normal(0, 0.8, 70)[before] + rng.normal(0, 0.6, before.size))
    now, earlier = (
        FIVE.estimate(of_firms(places(one), of).estimate)
        for one, of in ((rated, firm), (then, before))
    )
    moved, box = (
        change(earlier, now).gap,
        boxes("overall", NAMELESS, FIVE, of_firms_tallied(rated, firm)).satisfied,
    )
    return {
        "mean": within(now.low, mean_of(3.7, 1.0), now.high),
        "box": within(box.low, chances(3.7, 1.0)[3:].sum(), box.high),
        "change": within(moved.low, mean_of(3.7, 1.0) - mean_of(3.5, 1.0), moved.high),
    }


def _nothing(rng: np.random.Generator) -> Outcome:
    """Two editions alike, groups drawn by lot, items all alike."""
    latent, mood = with_halo(rng, PEOPLE, np.full(ITEMS, 3.7))
    then, _ = with_halo(rng, 130, np.full(ITEMS, 3.7))
    overall = points(3.7 + mood + rng.normal(0, 0.8, PEOPLE))
    part = rng.choice(4, PEOPLE, p=(0.45, 0.3, 0.15, 0.1))
    cells = _cells(latent, then) | _parts(latent, overall, part)
    table = SumTable(cells)
    asked = {("score", key): name for key, name in DIMENSIONS.items()}
    scores = score_table(table, asked, (NOW, BEFORE), FIVE, 10)
    groups = compare_groups(table, NOW.key, OVERALL, FIVE, 10)
    screened = screen(table, NOW.key, DIMENSIONS, groups, FIVE, 10)
    items = [_box(points(latent[:, at]), at) for at in range(8)]
    shown = sorted(items, key=lambda item: -item.satisfied.share)
    return {
        "changed": any(score.is_change_established for score in scores.scores),
        "leads": not scores.level_with_highest(),
        "groups": bool(groups.established),
        "anova": groups.test.p <= 0.05,
        "screened": any(one.is_established for one in screened),
        "extremes": _extremes(shown, EN).startswith("Most are"),
    }


def _box(rating: np.ndarray, at: int) -> object:
    return boxes(
        f"i{at}", NAMELESS, FIVE, {point: counted(rating == point) for point in range(1, 6)}
    )


def _cells(
    now: np.ndarray, then: np.ndarray
) -> dict[tuple[str, str | None, tuple[str, str]], Sums]:
    return {
        (edition.key, "", ("score", f"d{n}")): sums(_dimension(latent, n))
        for edition, latent in ((NOW, now), (BEFORE, then))
        for n in range(8)
    }


def _parts(
    latent: np.ndarray, overall: np.ndarray, part: np.ndarray
) -> dict[tuple[str, str | None, tuple[str, str]], Sums]:
    cells: dict[tuple[str, str | None, tuple[str, str]], Sums] = {}
    for at, name in enumerate(PARTS):
        here = part == at
        cells[NOW.key, name, OVERALL] = sums(places(overall[here]))
        for number in range(8):
            cells[NOW.key, name, ("score", f"d{number}")] = sums(_dimension(latent[here], number))
    return cells


SATISFACTION_KNOWN = Experiment(
    "satisfaction, known",
    {
        "mean": covers("satisfaction", "mean, t interval"),
        "pooled": covers("satisfaction", "mean of all ratings, several a respondent"),
        "box": covers("satisfaction", "share satisfied (Wilson)"),
        "change": covers("satisfaction", "change between editions (Welch)"),
        "promoters": covers("satisfaction", "net promoter score"),
        "pairs": covers("satisfaction", "all pairs of groups at once (Games–Howell)"),
        "shares": covers("satisfaction", "difference of shares (Newcombe)"),
    },
    _known,
)
SATISFACTION_SEVERAL = Experiment(
    "satisfaction, several answers an exhibitor",
    {
        "mean": covers("satisfaction", "mean, several answers an exhibitor"),
        "box": covers("satisfaction", "share satisfied, several answers an exhibitor (Wilson)"),
        "change": covers(
            "satisfaction", "change between editions, several answers an exhibitor (Welch)"
        ),
    },
    _several,
)
SATISFACTION_NOTHING = Experiment(
    "satisfaction, nothing",
    {
        "changed": finds("satisfaction", "any dimension changed (Holm over 8)"),
        "leads": finds("satisfaction", "one dimension leads"),
        "groups": finds("satisfaction", "any pair of groups differs"),
        "anova": finds("satisfaction", "groups taken together differ (Welch's F)"),
        "screened": finds("satisfaction", "any dimension differs between groups (BH over 8)"),
        "extremes": finds("satisfaction", "most satisfied with one item, fewest with another"),
    },
    _nothing,
)


def _no_trend(rng: np.random.Generator) -> Outcome:
    """Eight editions of the same ratings."""
    seen = []
    for edition in EDITIONS:
        mean = FIVE.estimate(
            sums(places(points(rng.normal(3.7, 1.0, int(rng.integers(60, 160)))))).estimate
        )
        seen.append((edition, mean))
    found = trend_or_fault([one for one, _ in seen], [mean.mean for _, mean in seen])
    steps = _steps(seen)
    assert isinstance(found, Trend)
    return {
        "trend": found.is_established,
        "steps": any(step.is_established for step in steps),
        "last": change(seen[-2][1], seen[-1][1]).is_established,
        "turnover": _turnover_trend(rng),
        **_same(rng),
    }


def _turnover_trend(rng: np.random.Generator) -> bool:
    from dataclasses import replace

    made = _turnover([replace(one, turnover=float(rng.lognormal(20, 0.3))) for one in EDITIONS])
    assert isinstance(made, Turnover)
    assert isinstance(made.trend, Trend)
    return made.trend.is_established


def _same(rng: np.random.Generator) -> Outcome:
    """The same exhibitors twice, each with a level of its own."""
    level = rng.normal(3.7, 0.7, 70)
    then, now = (places(points(level + rng.normal(0, 0.7, 70))) for _ in range(2))
    made = SameExhibitors(70, FIVE.difference(_paired(_changed(now - then))), 70.0)
    return {"same": made.is_established, "same_gap": within(made.gap.low, 0.0, made.gap.high)}


def _changed(gap: np.ndarray) -> dict[str, Any]:
    """What exhibitors changed by, as `same_overall.sql` gives it."""
    n, total, squares = gap.size, float(gap.sum()), float(gap @ gap)
    return {
        "n": n,
        "mean": float(gap.mean()),
        "variance": float(gap.var(ddof=1)),
        "w": float(n),
        "wy": total,
        "wyy": squares,
        "ww": float(n),
        "wwy": total,
        "wwyy": squares,
    }


def _steady(rng: np.random.Generator) -> Outcome:
    """A steady rise of the latent rating, each edition with an accident of its own."""
    values = 3.3 + 0.04 * np.arange(8) + rng.normal(0, 0.1, 8)
    found = trend_or_fault(EDITIONS, values.tolist())
    assert isinstance(found, Trend)
    first, second = sums(rng.random(60)).estimate, sums(rng.random(60) + 0.1).estimate
    gap = difference(second, first)
    return {
        "sen": within(found.slope.low, 0.04, found.slope.high),
        "welch": within(gap.low, 0.1, gap.high),
    }


def sen_holds() -> float:
    """Of eight editions Sen's interval takes the 6th lowest and 6th highest of 28 slopes: it holds
    unless at most 5 pairs of the 28 are out of order, or in order. So many of the 40,320 orders
    have 0 to 5 inversions (MacMahon).
    """
    return 1 - 2 * (1 + 7 + 27 + 76 + 174 + 343) / 40_320


TRENDS_NOTHING = Experiment(
    "trends, nothing",
    {
        "trend": finds("trends", "a trend over 8 editions (Mann–Kendall)"),
        "steps": finds("trends", "any step between editions (Holm over 7)"),
        "last": finds("trends", "the last change"),
        "turnover": finds("trends", "a trend of turnover (Mann–Kendall)"),
        "same": finds("trends", "the same exhibitors changed"),
        "same_gap": covers("trends", "change of the same exhibitors (pairs)"),
    },
    _no_trend,
)
TRENDS_KNOWN = Experiment(
    "trends, known",
    {
        "sen": covers("trends", "slope a year (Sen, 8 editions)", right=sen_holds()),
        "welch": covers("trends", "step between editions (Welch)"),
    },
    _steady,
)

EXPERIMENTS = (
    SATISFACTION_KNOWN,
    SATISFACTION_SEVERAL,
    SATISFACTION_NOTHING,
    TRENDS_NOTHING,
    TRENDS_KNOWN,
)

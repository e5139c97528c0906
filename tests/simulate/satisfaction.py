"""Satisfaction: means, groups and editions, from the sums of invented ratings."""

from __future__ import annotations

import numpy as np

from analytics.ratings.change import change
from analytics.ratings.sums import OVERALL, Sums, SumTable
from analytics.stats.group_difference import games_howell
from analytics.stats.net_promoter import net_promoter_of_scores
from analytics.stats.proportion import newcombe, wilson
from analytics.studies.satisfaction.compute_answers import Boxes, boxes
from analytics.studies.satisfaction.compute_groups import compare_groups, screen
from analytics.studies.satisfaction.compute_scores import score_table
from analytics.studies.satisfaction.figures_answers import extremes_sentence
from analytics.wording import Say
from tests.simulate.claims import Experiment, Outcome, covers, finds
from tests.simulate.invented_ratings import (
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
    truth = float(np.mean([mean_of(centre, spread_of()) for centre in CENTRES]))
    overall = points(rng.normal(3.7, 1.0, PEOPLE))
    mean = FIVE.estimate(sums(places(overall)).estimate)
    of_all = FIVE.estimate(pooled(rated).estimate)
    satisfied, likely = _boxes(overall, "overall").satisfied, chances(3.7, 1.0)
    earlier = FIVE.estimate(sums(places(points(rng.normal(3.5, 0.9, 120)))).estimate)
    moved = change(earlier, mean).gap
    return {
        "mean": within(mean.low, mean_of(3.7, 1.0), mean.high),
        "pooled": within(of_all.low, truth, of_all.high),
        "box": within(satisfied.low, likely[3:].sum(), satisfied.high),
        "change": within(moved.low, mean_of(3.7, 1.0) - mean_of(3.5, 0.9), moved.high),
        **_promoters(rng),
        **_groups_apart(rng),
        **_shares_apart(rng),
    }


def _promoters(rng: np.random.Generator) -> Outcome:
    chance = np.array([2, 1, 2, 3, 4, 6, 8, 16, 22, 20, 16]) / 100
    score = net_promoter_of_scores(rng.multinomial(PEOPLE, chance).tolist())
    return {
        "promoters": within(score.low, 100 * float(chance[9:].sum() - chance[:7].sum()), score.high)
    }


def _groups_apart(rng: np.random.Generator) -> Outcome:
    """All intervals of all pairs at once: that is what Games–Howell promises."""
    sizes, centres, spreads = (80, 40, 25, 20), (3.9, 3.6, 3.3, 3.6), (0.7, 1.0, 1.3, 0.9)
    drawn = [points(rng.normal(*group)) for group in zip(centres, spreads, sizes, strict=True)]
    truth = [mean_of(*group) for group in zip(centres, spreads, strict=True)]
    means, variances = [each.mean() for each in drawn], [each.var(ddof=1) for each in drawn]
    pairs = games_howell(sizes, means, variances)
    gaps = [truth[pair.first] - truth[pair.second] for pair in pairs]
    return {"pairs": all(p.low <= gap <= p.high for p, gap in zip(pairs, gaps, strict=True))}


def _shares_apart(rng: np.random.Generator) -> Outcome:
    gap = newcombe(wilson(rng.binomial(120, 0.7), 120), wilson(rng.binomial(60, 0.55), 60))
    return {"shares": within(gap.low, 0.15, gap.high)}


def _several(rng: np.random.Generator) -> Outcome:
    """One to four answers an exhibitor, who share its mood; the satisfied give no more of them."""
    firm = np.repeat(np.arange(90), rng.choice(4, 90, p=(0.5, 0.25, 0.15, 0.1)) + 1)
    rated = points(3.7 + rng.normal(0, 0.8, 90)[firm] + rng.normal(0, 0.6, firm.size))
    before = np.repeat(np.arange(70), rng.choice(3, 70) + 1)
    then = points(3.5 + rng.normal(0, 0.8, 70)[before] + rng.normal(0, 0.6, before.size))
    now, earlier = (
        FIVE.estimate(of_firms(places(ratings), of).estimate)
        for ratings, of in ((rated, firm), (then, before))
    )
    moved = change(earlier, now).gap
    box = boxes("overall", NAMELESS, FIVE, of_firms_tallied(rated, firm)).satisfied
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
    items = [_boxes(points(latent[:, at]), f"i{at}") for at in range(8)]
    shown = sorted(items, key=lambda item: -item.satisfied.share)
    return {
        "changed": any(score.is_change_established for score in scores.scores),
        "leads": not scores.level_with_highest(),
        "groups": bool(groups.established),
        "anova": groups.test.p <= 0.05,
        "screened": any(dimension.is_established for dimension in screened),
        "extremes": extremes_sentence(shown, EN).startswith("Most are"),
    }


def _boxes(rating: np.ndarray, key: str) -> Boxes:
    tallies = {point: counted(rating == point) for point in range(1, 6)}
    return boxes(key, NAMELESS, FIVE, tallies)


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

EXPERIMENTS = (SATISFACTION_KNOWN, SATISFACTION_SEVERAL, SATISFACTION_NOTHING)

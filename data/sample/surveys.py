"""What exhibitors would answer and did answer: latent traits cut into whole points, with gaps."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from data.sample import model
from data.sample.calibrate import Floats, base_for, cut, draw, on_scale, shift_for, stream
from data.sample.population import KINDS, Population
from data.sample.questionnaire import (
    ATTAINED,
    DIMENSIONS,
    EDITIONS,
    INTENDED,
    OBJECTIVES,
    OVERALL_ANSWERED_SHARES,
    OVERALL_MEANS,
    Dimension,
    items_asked,
)

Bools = NDArray[np.bool_]
OBJECTIVE_SHARES = {
    "enterprise": (0.62, 0.78, 0.18, 0.42, 0.08),
    "start_up": (0.55, 0.34, 0.30, 0.48, 0.52),
    "research": (0.20, 0.52, 0.46, 0.64, 0.34),
    "trading": (0.84, 0.26, 0.36, 0.46, 0.10),
}


def respond(population: Population, edition: int, present: NDArray[np.int64]) -> Bools:
    """Who fills in the questionnaire: satisfied and bigger exhibitors somewhat more often."""
    rng, people = stream("responded", edition), population.people.loc[present]
    responded = np.zeros(len(present), dtype=bool)
    if edition < max(EDITIONS):
        preference = 0.45 * people["trait"].to_numpy() + 0.12 * people["log_area"].to_numpy()
        responded[draw(rng, preference, model.RESPONDENTS[edition - 1])] = True
        return responded
    before = population.came[present, 1:edition].sum(axis=1)
    share = model.RESPONDENTS[-1] / len(present)
    for stratum in (before == edition - 1, (before > 0) & (before < edition - 1), before == 0):
        places = np.flatnonzero(stratum)
        preference = 0.12 * people["log_area"].to_numpy()[places]
        responded[places[draw(rng, preference, round(share * len(places)))]] = True
    return responded


def ask_ratings(
    population: Population, edition: int, present: NDArray[np.int64], responded: Bools
) -> tuple[dict[str, Floats], Floats]:
    """Ratings of every item asked and dimension scores, each dimension's mean at its known one."""
    people = population.people.loc[present]
    first_time = (people["first"] == edition).to_numpy() * model.SATISFACTION["first_time"]
    general = people["trait"].to_numpy() + first_time
    ratings: dict[str, Floats] = {}
    scores = []
    for number, dimension in enumerate(DIMENSIONS):
        effects = {k: model.KIND_ON_DIMENSION[k].get(dimension.key, 0.0) for k in KINDS}
        of_kind = people["kind"].map(effects).to_numpy()
        own = population.persistent[present, number] * (dimension.own_sd / 0.5)
        item_ratings = _dimension(dimension, edition, general + of_kind + own, responded)
        names = [item.zh for item in items_asked(dimension, edition)]
        ratings |= dict(zip(names, item_ratings.T, strict=True))
        scores.append(row_means(item_ratings))
    return ratings, np.column_stack(scores)


def _dimension(dimension: Dimension, edition: int, latent: Floats, responded: Bools) -> Floats:
    rng, items = stream(dimension.key, edition), items_asked(dimension, edition)
    own = latent + rng.normal(0, 0.8 * dimension.own_sd, len(latent))
    noise = rng.normal(0, dimension.noise_sd, (len(latent), len(items)))
    raw = own[:, None] + np.array([item.offset for item in items]) + noise
    missing = rng.random(raw.shape) < np.array([item.missing for item in items])
    target = dimension.means[edition - 1]

    def answers_at(shift: float) -> Floats:
        return np.where(missing, np.nan, on_scale(raw + shift))

    def mean_at(shift: float) -> float:
        return float(np.nanmean(row_means(answers_at(shift)[responded])))

    return answers_at(shift_for(mean_at, target))


def row_means(values: Floats) -> Floats:
    """Mean of what each respondent answered, NaN where he answered nothing."""
    count = (~np.isnan(values)).sum(axis=1)
    return np.where(count > 0, np.nansum(values, axis=1) / np.maximum(count, 1), np.nan)


def ask_overall(edition: int, scores: Floats, responded: Bools) -> tuple[Floats, Bools]:
    """Everybody's overall satisfaction, and which respondents answered that question."""
    rng = stream("overall", edition)
    means = np.array([dimension.means[edition - 1] for dimension in DIMENSIONS])
    weights = np.array([dimension.weight for dimension in DIMENSIONS])
    deviation = np.nan_to_num(scores - means, nan=0.0) @ weights
    raw = 3.5 + deviation + rng.normal(0, model.OVERALL_NOISE_SD, len(scores))
    places = np.flatnonzero(responded)
    answered = np.zeros(len(scores), dtype=bool)
    count = round(len(places) * OVERALL_ANSWERED_SHARES[edition - 1])
    answered[rng.choice(places, count, replace=False)] = True

    def mean_at(shift: float) -> float:
        return float(on_scale(raw + shift)[answered].mean())

    return on_scale(raw + shift_for(mean_at, OVERALL_MEANS[edition - 1])), answered


def ask_measures(
    edition: int, overall: Floats, answered: Bools, responded: Bools, leaning: Floats
) -> pd.DataFrame:
    """The overall questions as they reached the questionnaire."""
    rng = stream("measures", edition)
    attained = 0.8 * (overall - 3.5) + rng.normal(0, 0.9, len(overall))
    intended = 0.5 * (overall - 3.5) + 0.6 * leaning + rng.normal(0, 0.9, len(overall))
    likelihood = 6.9 + 1.5 * (overall - 3.5) + rng.normal(0, 1.5, len(overall))
    recommend = np.clip(np.rint(likelihood), 0, 10)
    unsaid = rng.random(len(overall)) < 0.05
    return pd.DataFrame(
        {
            "overall": np.where(answered, overall, np.nan),
            "goal_attainment": _graded(rng, attained, responded, ATTAINED[edition - 1]),
            "intention": _graded(rng, intended, responded, INTENDED[edition - 1]),
            "recommend": np.where(responded & ~unsaid & (edition >= 5), recommend, np.nan),
        }
    )


def _graded(
    rng: np.random.Generator, latent: Floats, responded: Bools, percents: tuple[float, float]
) -> Floats:
    places = np.flatnonzero(responded)
    count = base_for(percents, round(0.93 * len(places)), round(0.97 * len(places)))
    chosen = np.sort(rng.choice(places, count, replace=False))
    graded = np.full(len(latent), np.nan)
    graded[chosen] = cut(latent[chosen], percents)
    return graded


def ask_importance(edition: int, wave_size: int) -> Floats:
    """Stated importance 1–5 by dimension, which follows other thoughts than the derived one."""
    rng = stream("importance", edition)
    person = rng.normal(0, 0.35, (wave_size, 1))
    means = np.array([dimension.importance for dimension in DIMENSIONS])
    ratings = on_scale(means + person + rng.normal(0, 0.65, (wave_size, len(DIMENSIONS))))
    return np.where(rng.random(ratings.shape) < 0.06, np.nan, ratings)


def ask_expectation(edition: int, wave_size: int) -> Floats:
    """What they expected beforehand, 1–5 by dimension: the more of what they call important."""
    rng = stream("expectation", edition)
    person = rng.normal(0, 0.35, (wave_size, 1))
    importance = np.array([dimension.importance for dimension in DIMENSIONS])
    means = model.EXPECTATION["intercept"] + model.EXPECTATION["importance"] * importance
    ratings = on_scale(means + person + rng.normal(0, 0.6, (wave_size, len(DIMENSIONS))))
    return np.where(rng.random(ratings.shape) < 0.08, np.nan, ratings)


def ask_objectives(edition: int, kinds: pd.Series) -> list[list[str]]:
    """One to four objectives each; a few do not say."""
    rng = stream("objectives", edition)
    drawn = rng.random((len(kinds), len(OBJECTIVES)))
    is_named = drawn < np.array([OBJECTIVE_SHARES[kind] for kind in kinds])
    is_named[np.arange(len(kinds)), np.argmin(drawn, axis=1)] = True
    silent = rng.random(len(kinds)) < 0.04
    return [
        [] if quiet else [OBJECTIVES[i] for i in np.flatnonzero(row)]
        for row, quiet in zip(is_named, silent, strict=True)
    ]

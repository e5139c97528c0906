"""Holds the eight editions in turn: who comes, what they say and sell, who comes back."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from data.sample import model
from data.sample.calibrate import Floats, draw, stream
from data.sample.planted import areas, booth_types, fees, planned_log_area, plant_growth
from data.sample.population import Population, rename, return_logit
from data.sample.questionnaire import DIMENSIONS, EDITIONS
from data.sample.surveys import (
    ask_expectation,
    ask_importance,
    ask_measures,
    ask_objectives,
    ask_overall,
    ask_ratings,
    respond,
)

BOOTH_TYPES = ("标准展位", "特装展位", "光地")
HALLS = {
    "电子信息": (1, 2),
    "通信": (2, 3),
    "软件": (3, 3),
    "生物医药": (4, 4),
    "新材料": (5, 5),
    "新能源与环保": (5, 6),
    "先进制造": (6, 6),
    "技术服务与贸易": (7, 8),
    "金融投资": (8, 8),
}


@dataclass(frozen=True)
class Edition:
    """One edition: `stands` has a row per exhibitor present, `answers` a row per respondent (index:
    place in stands).
    """

    number: int
    stands: pd.DataFrame  # row, area, booth_type, hall, fee, turnover, leads, complained
    answers: pd.DataFrame  # items, measures, importance, expectation, objectives
    scores: Floats  # stands × dimension


def hold_all() -> tuple[Population, list[Edition]]:
    """The whole fair, the same every time."""
    population, editions = Population(), []
    returning: NDArray[np.int64] = np.empty(0, dtype=np.int64)
    for number in EDITIONS:
        present = population.hold(number, returning)
        edition, facts = _hold(population, number, present)
        editions.append(edition)
        if number < max(EDITIONS):
            returning = population.returning(number, present, facts)
    rename(population)
    plant_growth(population, [edition.stands for edition in editions])
    return population, editions


def _hold(
    population: Population, number: int, present: NDArray[np.int64]
) -> tuple[Edition, dict[str, Floats]]:
    people = population.people.loc[present].reset_index(drop=True)
    responded = respond(population, number, present)
    ratings, scores = ask_ratings(population, number, present, responded)
    overall, answered = ask_overall(number, scores, responded)
    before = population.came[present, 1:number].sum(axis=1)
    area = _areas(number, people, before)
    complained = _complaints(number, overall)
    facts = {"overall": overall, "area": area, "complained": complained}
    leaning = return_logit(people["industry"], before, **facts)
    measures = ask_measures(number, overall, answered, responded, leaning)
    stands = _stands(number, people, present, facts, scores[:, 0]).assign(answered=responded)
    importance = _by_dimension("importance", ask_importance(number, len(people)))
    expectation = _by_dimension("expectation", ask_expectation(number, len(people)))
    columns = pd.concat([pd.DataFrame(ratings), measures, importance, expectation], axis=1)
    answers = columns.assign(objectives=ask_objectives(number, people["kind"]))[responded]
    arrived = stream("order of arrival", number).permutation(len(answers))
    return Edition(number, stands, answers.iloc[arrived], scores), facts


def _by_dimension(about: str, values: Floats) -> pd.DataFrame:
    return pd.DataFrame(values, columns=[f"{about}_{d.key}" for d in DIMENSIONS])


def _areas(number: int, people: pd.DataFrame, before: NDArray[np.int64]) -> Floats:
    """Stand areas in steps of nine square metres; those who come again grow a little."""
    return areas(planned_log_area(people, before), stream("area", number))


def _complaints(number: int, overall: Floats) -> Floats:
    complained = np.zeros(len(overall))
    count = model.COMPLAINANTS[number - 1]
    complained[draw(stream("complained", number), -0.7 * overall, count)] = 1.0
    return complained


def _stands(
    number: int,
    people: pd.DataFrame,
    present: NDArray[np.int64],
    facts: dict[str, Floats],
    quality: Floats,
) -> pd.DataFrame:
    rng, area = stream("stands", number), facts["area"]
    booth = booth_types(area, rng)
    last_hall = rng.random(len(people)) < 0.5
    halls = [
        HALLS[industry][int(late)]
        for industry, late in zip(people["industry"], last_hall, strict=True)
    ]
    expected_leads = np.exp(2.3 + 0.5 * np.log(area / 18) + 0.25 * np.nan_to_num(quality - 3.5))
    return pd.DataFrame(
        {
            "row": present,
            "area": area,
            "booth_type": np.array(BOOTH_TYPES)[booth],
            "hall": [f"{hall}号馆" for hall in halls],
            "fee": fees(number, people["region"], area, booth),
            "turnover": _turnover(number, people, facts),
            "leads": rng.negative_binomial(2, 2 / (2 + expected_leads)),
            "overall": facts["overall"],
            "complained": facts["complained"],
        }
    )


def _turnover(number: int, people: pd.DataFrame, facts: dict[str, Floats]) -> Floats:
    """Own turnover at the fair in ten thousand dollars: log-normal, zero for some, undeclared (NaN)
    for others.
    """
    rng, known = stream("turnover", number), model.TURNOVER
    linear = known["intercept"] + known["overall_minus_3_5"] * (facts["overall"] - 3.5)
    linear = linear + known["log_area_over_18"] * np.log(facts["area"] / 18)
    linear = linear + people["industry"].map(known["industry"]).to_numpy(dtype=float)
    turnover = np.round(np.exp(linear + rng.normal(0, known["noise_sd"], len(people))), 1)
    chance_of_none = people["kind"].map({"research": 0.25, "start_up": 0.10}).fillna(0.03)
    nothing = rng.random(len(people)) < chance_of_none.to_numpy()
    undeclared = rng.random(len(people)) < 0.11
    return np.where(undeclared, np.nan, np.where(nothing, 0.0, turnover))

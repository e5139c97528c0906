"""What became of complaints: who was made content, which cases were opened a second time.

Drawn after the fact from streams of their own, so that the fair itself stays as it was. Whether an
exhibitor came again stands by then; a content outcome is drawn with odds that are `odds_ratio`
times as high for those who did. An odds ratio is the same whichever of the two came first, so this
is the one that a comparison of returns finds. Nobody has come to the edition after the last one
yet: there a draw by the known chance stands in.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from data.sample import model
from data.sample.calibrate import stream
from data.sample.fair import Edition
from data.sample.population import Population, return_logit
from data.sample.questionnaire import EDITIONS
from data.sample.remarks import complaints

CONTENT = {True: "满意", False: "不满意"}
STILL_OPEN = ("处理中", "重新受理")


def complaint_cases(population: Population, edition: Edition) -> pd.DataFrame:
    """One row per complaint as `complaints` gives them, with `outcome` (blank while it is open) and
    `reopened` (None where it never was).
    """
    cases, rng = complaints(edition), stream("reopened", edition.number)
    content = pd.Series(_content(population, edition), index=edition.stands["row"])
    is_open = cases["status"].isin(STILL_OPEN).to_numpy()
    outcomes = cases["row"].map(content).map(CONTENT)
    again = rng.random(len(cases)) < model.COMPLAINTS["reopened_and_closed_again"]
    delays = rng.integers(1, 15, len(cases))
    return cases.assign(
        outcome=np.where(is_open, "", outcomes),
        reopened=[
            _reopened(case, bool(twice), int(delay))
            for case, twice, delay in zip(cases.itertuples(), again, delays, strict=True)
        ],
    )


def _reopened(case: Any, is_closed_again: bool, delay: int) -> dt.date | None:
    """After its closing where it is open once more; between arrival and last closing else."""
    if case.status == "重新受理":
        return case.resolved + dt.timedelta(days=delay)
    if case.status == "处理中" or not is_closed_again:
        return None
    days = (case.resolved - case.received).days
    return case.received + dt.timedelta(days=days - 1) if days > 1 else None


def _content(population: Population, edition: Edition) -> NDArray[np.bool_]:
    """By place among the stands: would this exhibitor be made content?"""
    known = model.COMPLAINTS
    odds = known["odds_of_content"] * np.where(
        _comes_again(population, edition), known["odds_ratio"], 1.0
    )
    return stream("content", edition.number).random(len(odds)) < odds / (1 + odds)


def _comes_again(population: Population, edition: Edition) -> NDArray[np.bool_]:
    rows, number = edition.stands["row"].to_numpy(), edition.number
    if number < max(EDITIONS):
        return population.came[rows, number + 1]
    facts = {name: edition.stands[name].to_numpy() for name in ("overall", "area", "complained")}
    before = population.came[rows, 1:number].sum(axis=1)
    logit = return_logit(population.people.loc[rows, "industry"], before, **facts)
    return stream("after the last").random(len(rows)) < 1 / (1 + np.exp(-logit))

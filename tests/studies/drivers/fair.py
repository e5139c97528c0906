"""A fair whose overall judgement is moved by known weights, and what is read off the answer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from analytics.ask import ask
from analytics.figures import Figure
from analytics.filters import Filters
from analytics.store import Store
from analytics.studies.drivers import STUDY
from analytics.studies.drivers.compute import Drivers
from analytics.wording import Say
from tests import fairs

EN, ZH = Say("en"), Say("zh")
FAIR = Filters("f")
ITEMS_LEVEL = ("level", "item")
ITEMS = fairs.items({"hall": ["air", "light"], "website": ["website"], "food": ["food"]})
ASKED = ["air", "light", "website", "food"]
Rows = Sequence[dict[str, Any]]


def survey(
    store: Store,
    number: int,
    rows: Rows,
    measures: Sequence[str] = ("overall",),
    items: Any = ITEMS,
    asked: Sequence[str] = ASKED,
) -> None:
    fairs.load(
        store,
        f"survey-{number}",
        edition_rows=fairs.editions([number]),
        questionnaire=items,
        question_rows=fairs.questions(f"f-{number}", asked, measures),
        response_rows=fairs.answers(f"f-{number}", rows),
    )


def respondents(
    n: int,
    weights: Sequence[float],
    noise: float = 0.3,
    lift: Sequence[float] = (0, 0, 0, 0),
    seed: int = 0,
) -> Rows:
    """Ratings 1–5 drawn apart, and an overall judgement moved by them with these weights."""
    rng = np.random.default_rng(seed)
    raw = rng.normal(3, 0.8, (n, len(weights)))
    overall = 3 + (raw - 3) @ np.array(weights) + rng.normal(0, noise, n)
    sat = np.clip(np.round((raw + np.array(lift)) * 2) / 2, 1, 5)
    return [
        {"overall": round(float(np.clip(judgement, 1, 5)), 1), "sat": row}
        for judgement, row in zip(overall, sat.tolist(), strict=True)
    ]


def answer_of(store: Store, *options: tuple[str, str], filters: Filters = FAIR) -> Drivers:
    answer = ask(store, STUDY, filters, options)
    assert isinstance(answer, Drivers)
    return answer


def by_key(answer: Drivers, say: Say = EN) -> dict[str, Figure]:
    return {figure.key: figure for figure in STUDY.figures(answer, say)}


def shares(answer: Drivers) -> dict[str, float]:
    return {driver.key: driver.share.value for driver in answer.drivers}


def plain(text: str) -> str:
    return text.replace("\xa0", " ")

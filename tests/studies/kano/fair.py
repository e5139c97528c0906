"""A fair on which one part only punishes and another only rewards, and its answer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from analytics.ask import ask
from analytics.figures import Figure
from analytics.filters import Filters
from analytics.store import Store
from analytics.studies.kano import STUDY
from analytics.studies.kano.compute import Kano
from analytics.wording import Say
from tests import fairs

EN, ZH = Say("en"), Say("zh")
FAIR = Filters("f")
ITEMS_LEVEL = ("level", "item")
ITEMS = fairs.items({"hall": ["air"], "food": ["food"], "website": ["website"]})
ASKED = ["air", "food", "website"]
MUST, DELIGHT, BOTH, NOTHING = (-0.8, 0.0), (0.0, 0.8), (-0.5, 0.5), (0.0, 0.0)
Rows = Sequence[dict[str, Any]]


def survey(
    store: Store,
    number: int,
    rows: Rows,
    items: Any = ITEMS,
    asked: Sequence[str] = ASKED,
    scale: tuple[float, float] = (1, 5),
) -> None:
    fairs.load(
        store,
        f"survey-{number}",
        edition_rows=fairs.editions([number]),
        questionnaire=items,
        question_rows=fairs.questions(f"f-{number}", asked, scale=scale),
        response_rows=fairs.answers(f"f-{number}", rows),
    )


def respondents(n: int, *effects: tuple[float, float], noise: float = 0.4, seed: int = 0) -> Rows:
    """Ratings 1–5, each as often; a score of 1–2 moves the overall judgement by the first effect,
    4–5 by the second.
    """
    rng = np.random.default_rng(seed)
    sat = rng.integers(1, 6, (n, len(effects)))
    overall = 3 + rng.normal(0, noise, n)
    for at, (low, high) in enumerate(effects):
        overall += (sat[:, at] <= 2) * low + (sat[:, at] >= 4) * high
    return [
        {"overall": round(float(np.clip(judgement, 1, 5)), 2), "sat": row}
        for judgement, row in zip(overall, sat.tolist(), strict=True)
    ]


def answer_of(store: Store, *options: tuple[str, str], filters: Filters = FAIR) -> Kano:
    answer = ask(store, STUDY, filters, options)
    assert isinstance(answer, Kano)
    return answer


def by_key(answer: Kano, say: Say = EN) -> dict[str, Figure]:
    return {figure.key: figure for figure in STUDY.figures(answer, say)}


def readings(answer: Kano) -> dict[str, str]:
    return {part.key: part.reading for part in answer.parts}

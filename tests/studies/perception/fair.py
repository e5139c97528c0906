"""Respondents of two kinds, and what is read off the answer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from analytics.ask import ask
from analytics.figures import Figure
from analytics.filters import Filters
from analytics.store import Store
from analytics.studies.perception import STUDY
from analytics.studies.perception.compute import Perception
from analytics.studies.perception.compute_questions import Coded
from analytics.wording import Say
from tests import fairs

EN, ZH = Say("en"), Say("zh")
FAIR = Filters("f")
ITEMS = fairs.items({"hall": ["air", "light"], "website": ["website"], "staff": ["staff"]})
ASKED = ["air", "light", "website", "staff"]
AIMS = ("sell_new_products", "show_company", "find_partners")


def load(
    store: Store, *surveys: Sequence[dict[str, Any]], scales: Sequence[tuple[float, float]] = ()
) -> None:
    fairs.load(store, "editions", edition_rows=fairs.editions(range(1, len(surveys) + 1)))
    for number, rows in enumerate(surveys, start=1):
        scale = scales[number - 1] if scales else (1, 5)
        asked = fairs.questions(f"f-{number}", ASKED, scale=scale)
        fairs.load(
            store,
            f"survey{number}",
            questionnaire=ITEMS,
            question_rows=asked,
            response_rows=fairs.answers(f"f-{number}", rows),
        )


def people(count: int, seed: int = 1, link: float = 0.9) -> list[dict[str, Any]]:
    """Content makers from the south who sell, discontent traders from the north after partners."""
    rng = np.random.default_rng(seed)
    respondents = []
    for _ in range(count):
        kind = bool(rng.random() < 0.5)
        mine = [kind if rng.random() < link else bool(rng.random() < 0.5) for _ in range(8)]
        sat = [float(rng.choice([4, 5] if yes else [2, 3])) for yes in mine[:4]]
        aims = [AIMS[0] if mine[4] else AIMS[2], *([AIMS[1]] if rng.random() < 0.4 else [])]
        respondents.append(
            {
                "industry": "makers" if mine[5] else "traders",
                "region": "south" if mine[6] else "north",
                "sat": sat,
                "objectives": aims,
                "overall": 5.0 if mine[7] else 2.0,
            }
        )
    return respondents


def answer_of(store: Store, *options: tuple[str, str], filters: Filters = FAIR) -> Perception:
    answer = ask(store, STUDY, filters, options)
    assert isinstance(answer, Perception)
    return answer


def by_key(answer: Perception, say: Say = EN) -> dict[str, Figure]:
    return {figure.key: figure for figure in STUDY.figures(answer, say)}


def coded_by_key(answer: Perception) -> dict[str, Coded]:
    return {question.question.key: question for question in answer.questions}

"""Two editions whose means can be checked by head, and what is read off the answer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from analytics.ask import ask
from analytics.figures import Figure
from analytics.filters import Filters
from analytics.store import Store
from analytics.studies.satisfaction import STUDY
from analytics.studies.satisfaction.compute import Satisfaction
from analytics.wording import Say
from tests import fairs

EN, ZH = Say("en"), Say("zh")
FAIR = Filters("f")
SHOW = ("small_bases", "show")
ITEMS = fairs.items({"hall": ["air", "light"], "website": ["website"], "catering": ["catering"]})
ASKED = ["air", "light", "website", "catering"]
FIVE = [
    {"overall": 1, "sat": [1, 2, 3]},
    {"overall": 2, "sat": [2, 3, 3]},
    {"overall": 3, "sat": [3, 4, 3]},
    {"overall": 4, "sat": [4, 5, 4]},
    {"overall": 5, "sat": [5, None, None]},
]


def survey(
    store: Store,
    edition: str,
    rows: Sequence[dict[str, Any]],
    scale: tuple[float, float] = (1, 5),
    scales: dict[str, tuple[float, float]] | None = None,
    items: Sequence[str] = tuple(ASKED),
) -> None:
    """An edition's answers; `scales` names further measures with the scale each was asked on."""
    asked = fairs.questions(edition, items, scale=scale)
    for measure, (low, high) in (scales or {}).items():
        asked += fairs.questions(edition, [], [measure], (low, high))
    fairs.load(
        store,
        f"survey-{edition}",
        questionnaire=ITEMS,
        question_rows=asked,
        response_rows=fairs.answers(edition, rows),
    )


def two_editions(
    store: Store, then: Sequence[dict[str, Any]], now: Sequence[dict[str, Any]], **more: Any
) -> None:
    fairs.load(store, "editions", edition_rows=fairs.editions([1, 2]))
    survey(store, "f-1", then, **more)
    survey(store, "f-2", now, **more)


def answer_of(store: Store, *options: tuple[str, str], filters: Filters = FAIR) -> Satisfaction:
    answer = ask(store, STUDY, filters, options)
    assert isinstance(answer, Satisfaction)
    return answer


def by_key(answer: Satisfaction, say: Say = EN) -> dict[str, Figure]:
    return {figure.key: figure for figure in STUDY.figures(answer, say)}


def means(figure: Figure) -> dict[str, float]:
    return dict(zip(figure.data["label"], figure.data["value"], strict=True))

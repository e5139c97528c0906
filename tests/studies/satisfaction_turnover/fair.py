"""Editions and exhibitors with ratings and turnover, and what is read off the answer."""

from __future__ import annotations

from typing import Any

from analytics.filters import Filters
from analytics.store import Store
from analytics.studies.satisfaction_turnover import STUDY
from analytics.wording import Say
from tests import fairs

EN, ZH = Say("en"), Say("zh")
FAIR = Filters("f")


def ratings_around(edition: str, mean: float, n: int = 20, **more: Any) -> list[dict[str, Any]]:
    """n ratings, half a point below and half a point above the mean."""
    return fairs.answers(
        edition, [{"overall": mean + (0.5 if i % 2 else -0.5)} | more for i in range(n)]
    )


def load_editions(
    store: Store, means: list[float], turnover: list[float | None], **more: list[Any]
) -> None:
    numbers = range(1, len(means) + 1)
    fairs.load(store, "editions", edition_rows=fairs.editions(numbers, turnover=turnover, **more))
    for number, mean in zip(numbers, means, strict=True):
        edition = f"f-{number}"
        fairs.load(
            store,
            "exhibitor_survey",
            question_rows=fairs.questions(edition, []),
            response_rows=ratings_around(edition, mean),
        )


def load_exhibitors(
    store: Store, edition: str, scores: list[float], turnover: list[float | None]
) -> None:
    """Exhibitors c:0, c:1 … each with a score and a turnover at one edition."""
    codes = [str(i) for i in range(len(scores))]
    fairs.load(
        store,
        "participations",
        exhibitor_rows=[
            {"fair_id": "f", "line": i, "code": c, "name": c, "name_key": c}
            for i, c in enumerate(codes)
        ],
        participation_rows=[
            {"edition_id": edition, "line": i, "exhibitor_key": f"c:{c}", "turnover": t}
            for i, (c, t) in enumerate(zip(codes, turnover, strict=True))
        ],
    )
    rows = [{"overall": s, "exhibitor_key": f"c:{c}"} for c, s in zip(codes, scores, strict=True)]
    fairs.load(
        store,
        "exhibitor_survey",
        question_rows=fairs.questions(edition, []),
        response_rows=fairs.answers(edition, rows),
    )


def by_key(answer: Any, say: Say = EN) -> dict[str, Any]:
    return {figure.key: figure for figure in STUDY.figures(answer, say)}

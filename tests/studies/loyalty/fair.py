"""Exhibitors who rated an edition and came to the next or stayed away, and the answer."""

from __future__ import annotations

from typing import Any

from analytics.ask import ask
from analytics.filters import Filters
from analytics.store import Store
from analytics.studies.loyalty import STUDY
from analytics.studies.loyalty.compute import Loyalty
from analytics.wording import Say
from tests import fairs

EN, ZH = Say("en"), Say("zh")
FAIR = Filters("f")
Firm = tuple[tuple[int, ...], dict[int, float]]
"""Editions it came to, and the score it gave at each where it answered."""


def load(
    store: Store, firms: list[Firm], scale: tuple[float, float] = (1, 5), **more: list[Any]
) -> None:
    """Firms by their editions and scores; `more` are columns of the editions 1 to the last."""
    numbers = range(1, 1 + max(max(came) for came, _ in firms))
    fairs.load(
        store,
        "editions",
        edition_rows=fairs.editions(numbers, currency=["USD"] * len(numbers), **more),
    )
    fairs.load(
        store,
        "participations",
        exhibitor_rows=[
            {"fair_id": "f", "line": i, "code": str(i), "name": f"Firm {i}", "name_key": f"firm{i}"}
            for i in range(len(firms))
        ],
        participation_rows=[
            {"edition_id": f"f-{n}", "line": i, "exhibitor_key": f"c:{i}", "turnover": 1000.0 + i}
            for i, (came, _) in enumerate(firms)
            for n in came
        ],
    )
    for number in numbers:
        rows = [
            {"overall": scores[number], "exhibitor_key": f"c:{i}"}
            for i, (_, scores) in enumerate(firms)
            if number in scores
        ]
        survey(store, number, rows, scale)


def survey(
    store: Store, number: int, rows: list[dict[str, Any]], scale: tuple[float, float] = (1, 5)
) -> None:
    if rows:
        asked, answers = (
            fairs.questions(f"f-{number}", [], scale=scale),
            fairs.answers(f"f-{number}", rows),
        )
        fairs.load(store, "exhibitor_survey", question_rows=asked, response_rows=answers)


def firms(score: float, back: int, away: int) -> list[Firm]:
    return [((1, 2), {1: score})] * back + [((1,), {1: score})] * away


def typical() -> list[Firm]:
    return (
        firms(5, 18, 2)
        + firms(4, 30, 10)
        + firms(3, 15, 15)
        + firms(2, 4, 16)
        + [((2,), {2: 5.0})] * 12
    )


def answer_of(store: Store, filters: Filters = FAIR, **options: str) -> Loyalty:
    answer = ask(store, STUDY, filters, tuple(options.items()))
    assert isinstance(answer, Loyalty)
    return answer


def by_key(answer: Loyalty, say: Say = EN) -> dict[str, Any]:
    return {figure.key: figure for figure in STUDY.figures(answer, say)}

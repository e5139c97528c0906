"""Exhibitors of two kinds, and what is read off the answer."""

from __future__ import annotations

from typing import Any

from analytics.ask import ask
from analytics.filters import Filters
from analytics.store import Store
from analytics.studies.segments import STUDY
from analytics.studies.segments.compute import Segments
from analytics.wording import Say
from tests import fairs

EN, ZH = Say("en"), Say("zh")
FAIR = Filters("f")


def load(store: Store, firms: list[dict[str, Any]]) -> None:
    """Each firm: editions it came to, and at each of them turnover, area, fee, and score where it
    answered.
    """
    numbers = range(1, 1 + max(max(firm["came"]) for firm in firms))
    fairs.load(
        store, "editions", edition_rows=fairs.editions(numbers, currency=["USD"] * len(numbers))
    )
    came = [(i, firm, n) for i, firm in enumerate(firms) for n in firm["came"]]
    fairs.load(
        store,
        "participations",
        exhibitor_rows=[
            {
                "fair_id": "f",
                "line": i,
                "code": str(i),
                "name": f"Firm {i}",
                "name_key": f"firm{i}",
                "industry": firm.get("industry"),
            }
            for i, firm in enumerate(firms)
        ],
        participation_rows=[
            {
                "edition_id": f"f-{n}",
                "line": i,
                "exhibitor_key": f"c:{i}",
                "turnover": firm.get("turnover"),
                "booth_area_sqm": firm.get("area"),
                "fee": firm.get("fee"),
            }
            for i, firm, n in came
        ],
    )
    for number in numbers:
        rows = [
            {"overall": firm["score"], "exhibitor_key": f"c:{i}"}
            for i, firm, n in came
            if n == number and firm.get("score")
        ]
        survey(store, number, rows)


def survey(store: Store, number: int, rows: list[dict[str, Any]]) -> None:
    if rows:
        asked = fairs.questions(f"f-{number}", [])
        answers = fairs.answers(f"f-{number}", rows)
        fairs.load(store, "exhibitor_survey", question_rows=asked, response_rows=answers)


def two_kinds(n: int = 60) -> list[dict[str, Any]]:
    """Large, satisfied firms that always come, and small, dissatisfied ones that came once, long
    ago.
    """
    large = [
        {
            "came": (1, 2, 3, 4),
            "turnover": 1e6 * (1 + i % 7),
            "area": 100.0 + i,
            "fee": 9e4,
            "score": 5 - i % 2,
            "industry": "ships" if i % 3 else "trains",
        }
        for i in range(n)
    ]
    small = [
        {
            "came": (1 + i % 2,),
            "turnover": 1e3 * (1 + i % 7),
            "area": 9.0 + i % 3,
            "fee": 1e4,
            "score": 1 + i % 2,
            "industry": "trains" if i % 4 else None,
        }
        for i in range(n)
    ]
    return large + small


def answer_of(store: Store, filters: Filters = FAIR, **options: str) -> Segments:
    answer = ask(store, STUDY, filters, tuple(options.items()))
    assert isinstance(answer, Segments)
    return answer


def by_key(answer: Segments, say: Say = EN) -> dict[str, Any]:
    return {figure.key: figure for figure in STUDY.figures(answer, say)}

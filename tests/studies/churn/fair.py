"""Exhibitors who stay or leave, by their scores or by chance, and what is read off the answer."""

from __future__ import annotations

from typing import Any

import numpy as np

from analytics.ask import ask
from analytics.filters import Filters
from analytics.store import Store
from analytics.studies.churn import STUDY
from analytics.studies.churn.compute import Churn
from analytics.wording import Say
from tests import fairs

EN, ZH = Say("en"), Say("zh")
FAIR = Filters("f")
Firm = dict[str, Any]
STAY = {"booth_area_sqm": "area", "fee": "fee", "turnover": "turnover"}


def load(store: Store, firms: list[Firm], **more: list[Any]) -> None:
    """Each firm: `came`, `score` by edition, `complained`, `industry`; `area`, `fee`, `turnover` by
    edition or one for all.
    """
    numbers = range(1, 1 + max(max(firm["came"]) for firm in firms))
    fairs.load(
        store,
        "editions",
        edition_rows=fairs.editions(numbers, currency=["USD"] * len(numbers), **more),
    )
    came = [(i, firm, n) for i, firm in enumerate(firms) for n in firm["came"]]
    load_register(store, firms, came)
    for number in numbers:
        scores = {i: firm.get("score", {}).get(n) for i, firm, n in came if n == number}
        rows = [
            {"overall": score, "exhibitor_key": f"c:{i:05}"}
            for i, score in scores.items()
            if score is not None
        ]
        survey(store, number, rows)
    complaints = [
        {"edition_id": f"f-{n}", "line": i, "exhibitor_key": f"c:{i:05}", "topic": "noise"}
        for i, firm, n in came
        if n in firm.get("complained", ())
    ]
    if complaints:
        fairs.load(store, "complaints", complaint_rows=complaints)


def load_register(store: Store, firms: list[Firm], came: list[tuple[int, Firm, int]]) -> None:
    fairs.load(
        store,
        "participations",
        exhibitor_rows=[
            {
                "fair_id": "f",
                "line": i,
                "code": f"{i:05}",
                "name": f"Firm {i}",
                "name_key": f"firm{i}",
                "industry": firm.get("industry"),
            }
            for i, firm in enumerate(firms)
        ],
        participation_rows=[
            {"edition_id": f"f-{n}", "line": i, "exhibitor_key": f"c:{i:05}"}
            | {column: at(firm.get(name), n) for column, name in STAY.items()}
            for i, firm, n in came
        ],
    )


def at(value: Any, number: int) -> Any:
    return value.get(number) if isinstance(value, dict) else value


def survey(store: Store, number: int, rows: list[dict[str, Any]]) -> None:
    if rows:
        asked = fairs.questions(f"f-{number}", [])
        fairs.load(
            store,
            "exhibitor_survey",
            question_rows=asked,
            response_rows=fairs.answers(f"f-{number}", rows),
        )


def population(
    effect: float, n: int = 250, editions: int = 5, seed: int = 5, asked: float = 0.8
) -> list[Firm]:
    """`n` new firms an edition; each stays with a chance that depends on its score by `effect` in
    log-odds a point.
    """
    rng = np.random.default_rng(seed)
    firms = []
    for entry in range(1, editions + 1):
        for _ in range(n if entry == 1 else n // 2):
            came, score, complained = [entry], {}, set()
            for number in range(entry, editions + 1):
                rated, grumbled = int(rng.integers(1, 6)), rng.random() < 0.1
                if rng.random() < asked:
                    score[number] = float(rated)
                if grumbled:
                    complained.add(number)
                if rng.random() > 1 / (1 + np.exp(-effect * (rated - 3))):
                    break
                came.append(number + 1)
            held = tuple(number for number in came if number <= editions)
            firms.append(
                {
                    "came": held,
                    "score": score,
                    "area": float(rng.choice([9, 18, 36])),
                    "turnover": float(rng.integers(1, 100)),
                    "complained": complained,
                }
            )
    return firms


def answer_of(store: Store, filters: Filters = FAIR, **options: str) -> Churn:
    answer = ask(store, STUDY, filters, tuple(options.items()))
    assert isinstance(answer, Churn)
    return answer


def by_key(answer: Churn, say: Say = EN) -> dict[str, Any]:
    return {figure.key: figure for figure in STUDY.figures(answer, say)}

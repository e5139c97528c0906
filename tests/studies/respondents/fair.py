"""Registers whose shares can be counted by head, and what is read off the answer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from analytics.ask import ask
from analytics.figures import Figure
from analytics.filters import Filters
from analytics.store import Store
from analytics.studies.respondents import STUDY
from analytics.studies.respondents.compute import Respondents
from analytics.wording import Say
from tests import fairs

EN, ZH = Say("en"), Say("zh")
FAIR = Filters("f")
SHOW = ("small_bases", "show")


def load(store: Store, firms: Sequence[dict[str, Any]], strangers: int = 0) -> None:
    """Each firm: `came` (editions), `score` where it answered the last edition (a list: several
    answers), register fields.
    """
    last = max(number for firm in firms for number in firm["came"])
    fairs.load(store, "editions", edition_rows=fairs.editions(range(1, last + 1)))
    fields = ("industry", "region", "size_band", "ownership")
    fairs.load(
        store,
        "participations",
        exhibitor_rows=[
            {"fair_id": "f", "line": i, "code": str(i), "name": f"Firm {i}", "name_key": f"firm{i}"}
            | {name: firm.get(name) for name in fields}
            for i, firm in enumerate(firms)
        ],
        participation_rows=[
            {"edition_id": f"f-{n}", "line": i, "exhibitor_key": f"c:{i}"}
            for i, firm in enumerate(firms)
            for n in firm["came"]
        ],
    )
    rows = [
        {"exhibitor_key": f"c:{i}", "overall": score}
        for i, firm in enumerate(firms)
        for score in firm.get("scores", ())
    ]
    rows += [{"exhibitor_key": f"c:stranger{i}", "overall": 1} for i in range(strangers)]
    if rows:
        survey = f"f-{last}"
        fairs.load(
            store,
            "survey",
            question_rows=fairs.questions(survey, []),
            response_rows=fairs.answers(survey, rows),
        )


def firms(
    count: int,
    answering: int,
    scores: Sequence[float] = (3, 4),
    came: Sequence[int] = (1, 2),
    **fields: Any,
) -> list[Any]:
    """`answering` of `count` firms alike, with the scores in turn."""
    return [
        {"came": came, "scores": [scores[i % len(scores)]] if i < answering else []} | fields
        for i in range(count)
    ]


def answer_of(store: Store, *options: tuple[str, str], filters: Filters = FAIR) -> Respondents:
    answer = ask(store, STUDY, filters, options)
    assert isinstance(answer, Respondents)
    return answer


def by_key(answer: Respondents, say: Say = EN) -> dict[str, Figure]:
    return {figure.key: figure for figure in STUDY.figures(answer, say)}

"""Series of editions that can be checked by head, and what is read off the answer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from analytics.ask import ask
from analytics.figures import Figure
from analytics.filters import Filters
from analytics.store import Store
from analytics.studies.trends import STUDY
from analytics.studies.trends.compute import Trends
from analytics.wording import Say
from tests import fairs

EN, ZH = Say("en"), Say("zh")
FAIR = Filters("f")
ITEMS = fairs.items({"hall": ["air", "light"], "website": ["website"]})
ASKED = ["air", "light", "website"]


def survey(
    store: Store,
    number: int,
    rows: Sequence[dict[str, Any]],
    scale: tuple[float, float] = (1, 5),
    measures: Sequence[str] = ("overall",),
) -> None:
    edition = f"f-{number}"
    fairs.load(
        store,
        f"survey-{number}",
        questionnaire=ITEMS,
        question_rows=fairs.questions(edition, ASKED, measures, scale),
        response_rows=fairs.answers(edition, rows),
    )


def around(mean: float, n: int = 20, **more: Any) -> list[dict[str, Any]]:
    """Half the answers 1/2 below the mean, half 1/2 above."""
    return [
        {"overall": mean + (0.5 if i % 2 else -0.5), "sat": [3 + i % 2, 4, 3]} | more
        for i in range(n)
    ]


def series(
    store: Store, means: dict[int, float], n: int = 20, numbers: Sequence[int] = (), **editions: Any
) -> None:
    numbers = numbers or tuple(means)
    fairs.load(store, "editions", edition_rows=fairs.editions(numbers, **editions))
    for number, mean in means.items():
        survey(store, number, around(mean, n))


def answer_of(store: Store, *options: tuple[str, str], filters: Filters = FAIR) -> Trends:
    answer = ask(store, STUDY, filters, options)
    assert isinstance(answer, Trends)
    return answer


def by_key(answer: Trends, say: Say = EN) -> dict[str, Figure]:
    return {figure.key: figure for figure in STUDY.figures(answer, say)}

"""A register and answers small enough to be weighted by head."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from analytics.filters import Filters
from analytics.store import Store
from analytics.weighting import read_weights
from analytics.weighting.register_weights import EditionWeights, Weights
from analytics.wording import Say
from tests import fairs

EN, ZH = Say("en"), Say("zh")
WEIGHTED = Filters("f", weighted=True)

# Of A 10 of 20 exhibitors answered, of B 30 of 40: the register is a third A, the answers a
# quarter.
SIZES, ANSWERED = {"A": 20, "B": 40}, {"A": 10, "B": 30}
OF_A, OF_B = 4 / 3, 8 / 9
WORTH = 40**2 / (10 * OF_A**2 + 30 * OF_B**2)


def register(
    store: Store, sizes: dict[str, int], editions: Sequence[int] = (1,), **more: Any
) -> None:
    """Exhibitors A0, A1 … B0 … at every edition named; `more` gives each a further field."""
    names = [(industry, f"{industry}{n}") for industry, size in sizes.items() for n in range(size)]
    fairs.load(
        store,
        "exhibitors",
        exhibitor_rows=[
            {
                "fair_id": "f",
                "line": line,
                "name": name,
                "name_key": name.lower(),
                "industry": industry,
            }
            | more
            for line, (industry, name) in enumerate(names)
        ],
    )
    for edition in editions:
        fairs.load(
            store,
            f"participations-{edition}",
            participation_rows=[
                {"edition_id": f"f-{edition}", "line": line, "exhibitor_key": f"n:{name.lower()}"}
                for line, (_, name) in enumerate(names)
            ],
        )


def survey(store: Store, answered: dict[str, int], edition: int = 1, **more: Any) -> None:
    """A gives 5 and 3 by turns (mean 4), everybody else 2."""
    rows = [
        {
            "exhibitor_key": f"n:{industry.lower()}{n}",
            "overall": (5, 3)[n % 2] if industry == "A" else 2,
            "sat": [(5, 3)[n % 2] if industry == "A" else 2],
        }
        | more
        for industry, size in answered.items()
        for n in range(size)
    ]
    fairs.load(
        store,
        f"survey-{edition}",
        questionnaire=fairs.items({"hall": ["air"]}),
        question_rows=fairs.questions(f"f-{edition}", ["air"], ["overall", "goal_attainment"]),
        response_rows=fairs.answers(f"f-{edition}", rows),
    )


def weights_by_cell(cells: dict[tuple[str, str], float], editions: Sequence[int] = (1,)) -> Weights:
    """These weights, by industry and region, at every edition named."""
    return Weights(tuple(EditionWeights(f"f-{n}", "", "", 1, 1.0, cells=cells) for n in editions))


def weights_of(store: Store, filters: Filters = WEIGHTED) -> Weights:
    with store.reader() as reader:
        return read_weights(reader, filters)

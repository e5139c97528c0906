"""Two fairs that no page shows alike, large enough for nearly every study to answer."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa

from analytics.store import Store
from tests import fairs

FAIRS = {"f": 0, "g": 2}
FIRMS, EDITIONS, ITEMS = 150, (1, 2, 3), ("a", "b", "c", "d")


def fill(folder: Path) -> Path:
    """Both, and the one that files are loaded into meanwhile, in a data folder."""
    fairs.TYPES["is_multiple"] = pa.bool_()
    with Store(folder) as store:
        for fair, shift in FAIRS.items():
            _load(store, fair, shift)
        fairs.load(store, "editions", "busy", edition_rows=fairs.editions([8], "busy"))
    return folder


def _load(store: Store, fair: str, shift: int) -> None:
    turnover = [100.0 + 10 * number + shift for number in EDITIONS]
    fairs.load(
        store,
        "editions",
        fair,
        edition_rows=fairs.editions(EDITIONS, fair, turnover=turnover),
    )
    firms = [
        {
            "fair_id": fair,
            "line": n,
            "name": f"Firm {n} of {fair}",
            "name_key": f"firm{n}",
            "industry": ("Toys", "Tools", "Tea")[(n + shift) % 3],
            "region": ("North", "South")[n % 2],
        }
        for n in range(FIRMS)
    ]
    fairs.load(store, "exhibitors", fair, exhibitor_rows=firms)
    for number in EDITIONS:
        _load_survey(store, fair, number, shift)


def _load_survey(store: Store, fair: str, number: int, shift: int) -> None:
    edition = f"{fair}-{number}"
    answers = [
        {
            "overall": (n * 7 + number + shift) % 5 + 1,
            "intention": (n * 3 + number + shift) % 5 + 1,
            "recommend": (n * 5 + shift) % 5 + 1,
            "sat": [(n * k + shift) % 5 + 1 for k in (1, 3, 7, 11)],
            "imp": [(n + k + shift) % 5 + 1 for k in (1, 2, 3, 4)],
            "exhibitor_key": f"n:firm{n}",
        }
        for n in range(FIRMS)
    ]
    fairs.load(
        store,
        "exhibitor_survey",
        fair,
        questionnaire=fairs.items({"service": ITEMS[:2], "business": ITEMS[2:]}, fair),
        question_rows=fairs.questions(edition, ITEMS, ("overall", "intention", "recommend")),
        response_rows=fairs.answers(edition, answers),
    )

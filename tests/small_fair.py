"""A fair with small groups in it: an industry of three, one of seven, a region of four, scores that
few gave.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from typing import Any

import pyarrow as pa

from analytics.store import Store
from tests import fairs

EDITIONS = (1, 2, 3, 4)
INDUSTRIES = ["Toys"] * 70 + ["Tools"] * 56 + ["Food"] * 44 + ["Rarities"] * 7 + ["Tinies"] * 3
SMALL = ("Rarities", "Tinies")
ISLANDERS = (5, 45, 85, 125)
ITEMS = {"hall": ["light", "air"], "tickets": ["queue", "gate"], "press": ["stand", "talks"]}
ROLE = {
    "fair_id": "f",
    "audience": "exhibitor",
    "field_id": "role",
    "name_zh": "职务",
    "name_en": "Role",
    "is_multiple": False,
}
LIKELY = (1, 5, 20, 40, 34)
Change = Callable[[dict[str, Any], int], Any]


def load(
    store: Store,
    editions: Sequence[int] = EDITIONS,
    answer: Change = lambda row, firm: row,
    company: Change = lambda row, firm: row,
    stay: Change = lambda row, firm: row,
) -> None:
    """180 exhibitors on four registers, about three quarters of them answering each time.

    `answer`, `company` and `stay` may change what an exhibitor (by number) answers, is, and took;
    None leaves it out.
    """
    fairs.TYPES["is_multiple"] = pa.bool_()
    chance = random.Random(20061012)
    money = {"turnover": [10e6, 12e6, 15e6, 14e6], "currency": ["CNY"] * len(editions)}
    fairs.load(store, "editions", edition_rows=fairs.editions(editions, **money))
    firms = range(len(INDUSTRIES))
    came = {number: [firm for firm in firms if _comes(firm, chance)] for number in editions}
    booked = [stay(_participation(n, firm), firm) for n in editions for firm in came[n]]
    stays = [row for row in booked if row is not None]
    fairs.load(
        store,
        "participations",
        exhibitor_rows=[company(_exhibitor(firm), firm) for firm in firms],
        participation_rows=stays,
    )
    for number in editions:
        answering = [firm for firm in came[number] if _answers(firm, chance)]
        fairs.load(
            store,
            "exhibitor_survey",
            questionnaire=fairs.items(ITEMS) | {"profile_fields": [ROLE]},
            question_rows=_questions(f"f-{number}"),
            response_rows=fairs.answers(f"f-{number}", _rows(answering, answer, chance)),
        )


def _questions(edition: str) -> list[dict[str, Any]]:
    return [
        *fairs.questions(edition, [item for items in ITEMS.values() for item in items]),
        *fairs.questions(edition, [], ("intention", "goal_attainment"), (1, 3)),
        *fairs.questions(edition, [], ("recommend",), (0, 10)),
    ]


def _answers(firm: int, chance: random.Random) -> bool:
    """Three in four; of the small industries all."""
    return chance.random() < 0.75 or INDUSTRIES[firm] in SMALL


def _rows(answering: Sequence[int], answer: Change, chance: random.Random) -> list[dict[str, Any]]:
    rows = [answer(_answer(firm, chance), firm) for firm in answering]
    return [row for row in rows if row is not None]


def _comes(firm: int, chance: random.Random) -> bool:
    return INDUSTRIES[firm] in SMALL or chance.random() < (0.85 if firm % 3 else 0.6)


def _exhibitor(firm: int) -> dict[str, Any]:
    region = "Island" if firm in ISLANDERS else ("North", "South", "West")[firm % 3]
    return {
        "fair_id": "f",
        "line": firm,
        "code": f"{firm:04}",
        "name": f"Firm {firm}",
        "name_key": f"firm{firm}",
        "industry": INDUSTRIES[firm],
        "region": region,
        "size_band": ("big", "small")[firm % 2],
        "ownership": ("private", "state")[firm % 5 == 0],
    }


def _participation(number: int, firm: int) -> dict[str, Any]:
    return {
        "edition_id": f"f-{number}",
        "line": firm,
        "exhibitor_key": f"c:{firm:04}",
        "booth_area_sqm": 9.0 * (1 + firm % 4),
        "fee": 9000.0 * (1 + firm % 4),
        "turnover": 1e4 * (1 + firm % 13) * (1 + firm % 4),
    }


def _answer(firm: int, chance: random.Random) -> dict[str, Any]:
    overall = chance.choices((1, 2, 3, 4, 5), LIKELY)[0]
    about = [max(1, min(5, overall + chance.choice((-1, 0, 0, 1)))) for _ in range(6)]
    return {
        "exhibitor_key": f"c:{firm:04}",
        "overall": overall,
        "sat": about,
        "imp": [chance.choice((3, 4, 5)) for _ in about],
        "expected": [chance.choice((2, 3, 4, 5)) for _ in about],
        "recommend": min(10, 2 * overall + chance.choice((-1, 0))),
        "intention": chance.choices((1, 2, 3), (1, 20, 20))[0],
        "goal_attainment": chance.choices((1, 2, 3), (1, 20, 20))[0],
        "objectives": chance.sample(
            ["new_products", "image", "projects", "partners"], chance.choice((1, 2))
        ),
        "profile": [("role", [chance.choices(("owner", "clerk", "oracle"), (20, 20, 1))[0]])],
    }

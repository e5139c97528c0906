"""Registers written as a string a firm: one sign an edition, 1 came, 0 not, - not held."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from analytics.store import Store
from tests import fairs

Amounts = Mapping[str, Mapping[int, float | None]]


def load(
    store: Store, came: Mapping[str, str], fees: Amounts | None = None, **columns: Any
) -> None:
    """`fees` by firm and edition (from 1); where a firm has none its fee is not known. `columns`
    are further columns of its participations, alike for all.
    """
    numbers = range(1, max(map(len, came.values())) + 1)
    held = [not all(signs[n - 1] == "-" for signs in came.values()) for n in numbers]
    fairs.load(
        store,
        "editions",
        edition_rows=fairs.editions(numbers, held=held, currency=_all("CNY", held)),
    )
    rows = [
        {
            "edition_id": f"f-{n}",
            "line": 10 * n,
            "exhibitor_key": f"c:{firm}",
            "fee": (fees or {}).get(firm, {}).get(n),
        }
        | columns
        for firm, signs in came.items()
        for n in numbers
        if signs[n - 1] == "1"
    ]
    fairs.load(
        store, "participations", exhibitor_rows=exhibitors(list(came)), participation_rows=rows
    )


def exhibitors(firms: list[str]) -> list[dict[str, Any]]:
    """A line of the register for each firm."""
    return [
        {"fair_id": "f", "line": line, "code": firm, "name": f"Firm {firm}", "name_key": firm}
        for line, firm in enumerate(firms)
    ]


def _all(value: str, held: list[bool]) -> list[str]:
    return [value for _ in held]

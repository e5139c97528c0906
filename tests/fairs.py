"""Small fairs for tests, loaded the way an import is: a few rows that can be checked by head."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pyarrow as pa

from analytics.store import Batch, Finding, Receipt, Store

LIST = pa.list_(pa.int16())
TYPES: dict[str, pa.DataType] = {
    "number": pa.int32(),
    "year": pa.int32(),
    "line": pa.int32(),
    "slot": pa.int16(),
    "position": pa.int32(),
    "overall": pa.int16(),
    "goal_attainment": pa.int16(),
    "intention": pa.int16(),
    "recommend": pa.int16(),
    "sat": LIST,
    "imp": LIST,
    "expected": LIST,
    "leads": pa.int32(),
    "visitors": pa.int64(),
    "objectives": pa.list_(pa.string()),
    "attained": pa.list_(pa.string()),
    "profile": pa.map_(pa.string(), pa.list_(pa.string())),
    "turnover": pa.float64(),
    "revenue": pa.float64(),
    "cost": pa.float64(),
    "fee": pa.float64(),
    "booth_area_sqm": pa.float64(),
    "weight": pa.float64(),
    "scale_min": pa.float64(),
    "scale_max": pa.float64(),
    "held": pa.bool_(),
    "day": pa.date32(),
}
SCORED = ("overall", "goal_attainment", "intention", "recommend", "sat", "imp", "expected")


def table(rows: Sequence[dict[str, Any]]) -> pa.Table:
    """Rows as an Arrow table with the store's types; a key that a row lacks is empty."""
    names = list(dict.fromkeys(name for row in rows for name in row))
    return pa.table(
        {name: pa.array([row.get(name) for row in rows], TYPES.get(name)) for name in names}
    )


def load(
    store: Store,
    kind: str,
    fair: str = "f",
    questionnaire: dict[str, Any] | None = None,
    sha256: str | None = None,
    lines_read: int | None = None,
    is_demo: bool = False,
    left_out: Sequence[Finding] = (),
    **tables: Any,
) -> Receipt:
    """Load rows given as lists of dictionaries, one list a row table; `left_out` lines were read
    and not taken in.
    """
    lines = max(len(rows) for rows in tables.values())
    batch = Batch(
        fair_id=fair,
        kind=kind,
        file_name=f"{kind}.csv",
        sha256=sha256 or f"{kind}{len(store.history())}",
        mapping="{}",
        actor="test",
        lines_read=lines + len(left_out) if lines_read is None else lines_read,
        lines_stored=lines,
        lines_left_out=len(left_out),
        findings=tuple(left_out),
        fair_names=("展会", "Fair"),
        is_demo=is_demo,
        tables={name: table(rows) for name, rows in tables.items()},
        questionnaire={name: table(rows) for name, rows in (questionnaire or {}).items()},
    )
    return store.load(batch)


def editions(
    numbers: Sequence[int], fair: str = "f", **more: Sequence[Any]
) -> list[dict[str, Any]]:
    """Edition rows f-1, f-2 …; `more` gives further columns, one value an edition."""
    return [
        {"edition_id": f"{fair}-{n}", "fair_id": fair, "number": n, "year": 1998 + n}
        | {name: values[i] for name, values in more.items()}
        for i, n in enumerate(numbers)
    ]


def items(
    dimensions: dict[str, Sequence[str]], fair: str = "f", audience: str = "exhibitor"
) -> dict[str, Any]:
    """Dimensions with their items, slots in the order given."""
    pairs = [(d, i) for d, names in dimensions.items() for i in names]
    return {
        "dimensions": [
            {
                "fair_id": fair,
                "audience": audience,
                "dimension_id": d,
                "position": n,
                "name_zh": f"{d}（中）",
                "name_en": d,
            }
            for n, d in enumerate(dimensions)
        ],
        "items": [
            {
                "fair_id": fair,
                "audience": audience,
                "item_id": i,
                "slot": n,
                "dimension_id": d,
                "name_zh": f"{i}（中）",
                "name_en": i,
            }
            for n, (d, i) in enumerate(pairs, start=1)
        ],
    }


def questions(
    edition: str,
    item_ids: Sequence[str],
    measures: Sequence[str] = ("overall",),
    scale: tuple[float, float] = (1, 5),
    audience: str = "exhibitor",
) -> list[dict[str, Any]]:
    """What an edition asked: items, then measures, all on one scale."""
    asked = [(name, False) for name in item_ids] + [(name, True) for name in measures]
    return [
        {
            "edition_id": edition,
            "audience": audience,
            "item_id": name,
            "is_measure": is_measure,
            "position": n,
            "label_as_asked": name,
            "scale_min": float(scale[0]),
            "scale_max": float(scale[1]),
            "reversed": False,
        }
        for n, (name, is_measure) in enumerate(asked)
    ]


def answers(
    edition: str, rows: Sequence[dict[str, Any]], audience: str = "exhibitor"
) -> list[dict[str, Any]]:
    """Response rows; `overall`, `sat` … are given in scale points and stored in hundredths."""
    where = {"edition_id": edition, "audience": audience}
    return [where | {"line": line} | _stored(row) for line, row in enumerate(rows, start=2)]


def _stored(row: dict[str, Any]) -> dict[str, Any]:
    return {name: _hundredths(value) if name in SCORED else value for name, value in row.items()}


def _hundredths(value: Any) -> Any:
    if isinstance(value, (int, float)):
        return round(value * 100)
    if isinstance(value, list) and all(isinstance(n, (int, float, type(None))) for n in value):
        return [None if n is None else round(n * 100) for n in value]
    return value

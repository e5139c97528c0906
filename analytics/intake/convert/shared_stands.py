"""Stands that several firms share: the area of the stand counts once, with the firm that rents it.

A line that says it is a co-exhibitor and repeats the stand and the area of another line has none of
its own. Two firms on one stand of one area, of which nothing says who rents it, are pointed out.
"""

from __future__ import annotations

from typing import Any

import pyarrow as pa

from analytics.intake.cells.text_keys import name_key
from analytics.intake.cells.vocabulary import word_keys
from analytics.intake.convert.value_columns import Rows
from analytics.intake.mapping.column_use import Mapping

MAIN, SHARED = word_keys("exhibiting_as", "main"), word_keys("exhibiting_as", "shared")
MOST_ROLES, NEARLY_ALL = 8, 0.9
TOLD_APART = 0.5
Stand = tuple[Any, ...]


def without_shared_areas(
    rows: Rows, mapping: Mapping, editions: pa.Array, keys: pa.Array, columns: dict[str, pa.Array]
) -> pa.Array:
    """The areas (m²), null where a line repeats that of the stand it shares."""
    areas = columns["booth_area_sqm"].to_pylist()
    if not any(areas):
        return columns["booth_area_sqm"]
    is_guest = _guests(rows)
    stands = _stands(rows, editions, columns)
    hosts = _hosts(stands, areas, is_guest, keys.to_pylist())
    use = mapping.field_column("booth_area_sqm")
    for row, area in enumerate(areas):
        if not area or not rows.stay[row]:
            continue
        stand = stands[row]
        host = hosts.get(stand) if stand else None
        reason = _reason(row, host, areas, is_guest, keys)
        if reason:
            rows.remarks.add(
                reason,
                line=int(rows.lines[row]),
                column=use.column if use else None,
                value=f"{area:g}",
                host=str(int(rows.lines[host])) if host is not None else "",
            )
        if reason == "area_of_host":
            areas[row] = None
    return pa.array(areas, pa.float64())


def _reason(
    row: int, host: int | None, areas: list[float | None], is_guest: list[bool], keys: pa.Array
) -> str:
    is_beside_host = host is not None and host != row
    if is_guest[row]:
        is_same = is_beside_host and host is not None and areas[host] == areas[row]
        return "area_of_host" if is_same else "area_of_guest"
    if is_beside_host and host is not None and not any(is_guest):
        is_alike = areas[host] == areas[row] and keys[host] != keys[row]
        return "stand_shared" if is_alike else ""
    return ""


def _guests(rows: Rows) -> list[bool]:
    """Of each line: does a column say that its firm shares the stand of another."""
    for column in rows.sheet.columns:
        texts = column.dictionary.to_pylist()
        roles = [name_key(text) for text in texts]
        if 1 < len(texts) <= MOST_ROLES and any(role in SHARED for role in roles):
            known = [role in SHARED or role in MAIN for role in roles]
            if sum(known) >= NEARLY_ALL * len(known):
                shares = pa.array([role in SHARED for role in roles]).take(column.indices)
                return [bool(share) for share in shares.to_pylist()]
    return [False] * len(rows.sheet)


def _stands(rows: Rows, editions: pa.Array, columns: dict[str, pa.Array]) -> list[Stand | None]:
    """Edition, hall and number of each line's stand; None where no number tells stands apart."""
    numbers = columns["booth_no"].to_pylist()
    filled = [number for number in numbers if number]
    if len(set(filled)) < TOLD_APART * len(filled):
        return [None] * len(numbers)
    halls = columns["hall"].to_pylist()
    return [
        (edition, hall, name_key(number)) if number else None
        for edition, hall, number in zip(editions.to_pylist(), halls, numbers, strict=True)
    ]


def _hosts(
    stands: list[Stand | None], areas: list[float | None], is_guest: list[bool], keys: list[Any]
) -> dict[Stand, int]:
    """Stand -> the first line of it that has an area and is no guest's."""
    hosts: dict[Stand, int] = {}
    for row, stand in enumerate(stands):
        if stand and areas[row] and not is_guest[row]:
            hosts.setdefault(stand, row)
    return hosts

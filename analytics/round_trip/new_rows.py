"""Rows that somebody added below: new exhibitors, unless the register has them already."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from analytics.intake.cells.text_keys import name_key
from analytics.matching.pairs import CompanyNames, match
from analytics.matching.queue import register as names_of_register
from analytics.round_trip.cell_value import NoValue, cell_value
from analytics.round_trip.check_cell import plain
from analytics.round_trip.read_back import FileRow
from analytics.round_trip.stored_register import StoredRegister
from analytics.store import Reader

MOST_COMPARED = 300
"""New names held against the register one by one: a second at most for thousands of exhibitors."""


@dataclass(frozen=True)
class NewRow:
    """Somebody new: `values` by field, the name among them. `like` are firms it may be."""

    line: int
    code: str
    values: dict[str, str]
    like: tuple[str, ...] = ()


@dataclass(frozen=True)
class Told:
    """Something of the file that changes nothing, and why: `reason` is worded by `sentences`."""

    reason: str
    line: int | None = None
    column: str = ""
    value: str = ""
    count: int = 0


def new_row(row: FileRow, register: StoredRegister) -> list[NewRow | Told]:
    """What a row without a key becomes; nothing where it is empty."""
    values: dict[str, str] = {}
    remarks: list[NewRow | Told] = []
    for field in register.table.open_fields:
        text = row.cells.get(field.key, "")
        value = cell_value(field, text, None)
        if isinstance(value, NoValue):
            remarks.append(Told(value.reason, row.line, field.key, text))
        elif value:
            values[field.key] = value
    code = plain(row.cells.get("code"))
    if not values and not code:
        return remarks
    return [*remarks, _entry(row.line, code, values, register)]


def _entry(line: int, code: str, values: dict[str, str], register: StoredRegister) -> NewRow | Told:
    name = values.get("name", "")
    folded = name_key(name)
    if not folded:
        return Told("new_without_name", line, "name", " · ".join(values.values()))
    for key in (f"c:{code}" if code else f"n:{folded}", f"n:{folded}"):
        if key in register.leads_to:
            return Told("already_there", line, "name", name)
    register.leads_to[f"n:{folded}"] = ""
    if code:
        register.leads_to[f"c:{code}"] = ""
    return NewRow(line, code, values)


def with_likenesses(reader: Reader, fair: str, entries: Sequence[NewRow]) -> tuple[NewRow, ...]:
    """The new rows, each with the firms of the register that it may be."""
    if not entries or len(entries) > MOST_COMPARED:
        return tuple(entries)
    names = [CompanyNames(str(entry.line), entry.values["name"]) for entry in entries]
    like: dict[str, list[str]] = {}
    for pair in match(names, names_of_register(reader, fair)):
        if pair.kept:
            like.setdefault(pair.name.key, []).append(pair.kept.name)
    return tuple(replace(entry, like=tuple(like.get(str(entry.line), ()))) for entry in entries)

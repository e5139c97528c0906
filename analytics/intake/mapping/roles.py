"""A column that says who answers each line: exhibitors and visitors in one file are two surveys."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from analytics.filters import Audience
from analytics.intake.cells.text_keys import label_key
from analytics.intake.cells.vocabulary import either, vocabulary
from analytics.intake.mapping.column_use import ColumnUse, Mapping
from analytics.intake.mapping.doubt import Doubt
from analytics.intake.mapping.known_fair import Known
from analytics.intake.table.file_kinds import AUDIENCES, Kind, kind_of
from analytics.intake.table.inspection import ColumnSeen, Inspection

WORDS = vocabulary()["answered_by"]
ASKS_ROLE = re.compile(either(WORDS["roles"]), re.IGNORECASE)
ROLES: dict[str, Audience] = {
    label_key(word): audience for audience in AUDIENCES for word in WORDS[audience]["roles"]
}
PARTED = re.compile(r"[/（(\[｜|]")
MOST_ROLES = 12
NEARLY_ALL = 0.9
TWO_AUDIENCES, AS_ONE = "two_audiences", "two_audiences_as_one"


@dataclass(frozen=True)
class Roles:
    """`counts` are the lines of each audience, `values` what they say; `others` says neither."""

    column: str
    counts: dict[Audience, int] = field(default_factory=dict)
    values: dict[Audience, tuple[str, ...]] = field(default_factory=dict)
    others: tuple[str, ...] = ()


def roles_in(inspection: Inspection) -> Roles | None:
    """Who answers, by the first column whose values say so; None where none does."""
    for column in inspection.columns:
        if 0 < column.distinct <= MOST_ROLES and (roles := _roles(column)):
            return roles
    return None


def _roles(column: ColumnSeen) -> Roles | None:
    """Known roles under a header that asks for them, or both of them and hardly anything else."""
    audiences = {value: _audience(value) for value, _ in column.common}
    counts: dict[Audience, int] = {}
    for value, count in column.common:
        if audience := audiences[value]:
            counts[audience] = counts.get(audience, 0) + count
    is_nearly_all = sum(counts.values()) >= NEARLY_ALL * column.filled
    is_shown = bool(ASKS_ROLE.search(column.name)) or (len(counts) > 1 and is_nearly_all)
    if not counts or not is_shown:
        return None
    values = {
        audience: tuple(value for value, whose in audiences.items() if whose == audience)
        for audience in counts
    }
    others = tuple(value for value, whose in audiences.items() if whose is None)
    return Roles(column.name, counts, values, others)


def _audience(value: str) -> Audience | None:
    first = PARTED.split(value, maxsplit=1)[0]
    return ROLES.get(label_key(value)) or ROLES.get(label_key(first))


def of_one_audience(uses: list[ColumnUse], inspection: Inspection, kind: Kind) -> list[ColumnUse]:
    """The uses, where a file holds both audiences: the lines of the other one are left out."""
    roles = roles_in(inspection) if kind.audience else None
    if roles is None or kind.audience is None or len(roles.counts) < 2:
        return uses
    stay = roles.values[kind.audience]
    everybody = [value for values in roles.values.values() for value in values]
    everybody += roles.others if kind.audience == "exhibitor" else ()
    out = tuple(value for value in everybody if value not in stay)
    return [
        ColumnUse(use.column, leaves_out=out, leaves_in=stay) if use.column == roles.column else use
        for use in uses
    ]


def two_audiences(mapping: Mapping, inspection: Inspection, known: Known) -> list[Doubt]:
    """The question whose answers to take, where a column says that they are of both."""
    roles = roles_in(inspection)
    kind = kind_of(mapping.kind)
    if kind.audience is None or roles is None or len(roles.counts) < 2:
        return []
    details = {
        "exhibitors": str(roles.counts["exhibitor"]),
        "visitors": str(roles.counts["visitor"]),
        "kind": kind.label,
    }
    return [Doubt(TWO_AUDIENCES, (roles.column,), "guess", details)]

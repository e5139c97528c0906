"""The columns of a file in groups, as a person looks at them: ratings under one title, other
ratings, overall questions, answers to filter by, fields of the record, and what is left out.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from analytics.intake.cells.text_keys import NUMBERING, one_line
from analytics.intake.mapping.column_use import ColumnUse, Mapping
from analytics.intake.mapping.heading_parts import Group, shared_questions
from analytics.intake.table.file_kinds import is_tool_column
from analytics.intake.table.inspection import ColumnSeen, Inspection

Sort = Literal["item", "importance", "expectation", "measure", "profile", "field", "ignore"]
SORTS: tuple[Sort, ...] = (
    "item",
    "importance",
    "expectation",
    "measure",
    "profile",
    "field",
    "ignore",
)
UNDER_TITLES = ("item", "importance", "expectation")
TITLE_ENDS = " :：-—–－?？"
LONG_TEXT, MOSTLY = 40, 0.5
WhyLeftOut = Literal["contact", "tool", "empty", "text", "numbers", "unclear"]


@dataclass(frozen=True)
class ColumnGroup:
    """Columns that mean the same sort of thing; `title` is the question they stand under."""

    sort: Sort
    uses: tuple[ColumnUse, ...]
    title: str = ""


def column_groups(mapping: Mapping, inspection: Inspection) -> tuple[ColumnGroup, ...]:
    """Every column of the file, each in one group."""
    uses = [mapping.use(column.name) for column in inspection.columns]
    groups: list[ColumnGroup] = []
    for sort in SORTS:
        members = [use for use in uses if use.target == sort]
        groups += _titled(sort, members) if sort in UNDER_TITLES else []
        in_groups = {use.column for group in groups for use in group.uses}
        rest = tuple(use for use in members if use.column not in in_groups)
        groups += [ColumnGroup(sort, rest)] if rest else []
    return tuple(groups)


def _titled(sort: Sort, uses: Sequence[ColumnUse]) -> list[ColumnGroup]:
    shared = shared_questions([use.column for use in uses], _is_title)
    return [
        ColumnGroup(sort, tuple(uses[place] for place in group.places), _plain(group.stem))
        for group in shared
    ]


def _is_title(group: Group) -> bool:
    return len(_plain(group.stem)) > 1


def _plain(stem: str) -> str:
    return NUMBERING.sub("", one_line(stem)).strip(TITLE_ENDS)


def why_left_out(use: ColumnUse, column: ColumnSeen) -> WhyLeftOut | str:
    """Why a column is not kept: the doubt that says so, else what its cells look like."""
    if use.doubt:
        return use.doubt
    reasons: dict[WhyLeftOut, Callable[[], bool]] = {
        "contact": lambda: bool(column.contact),
        "tool": lambda: is_tool_column(column.name),
        "empty": lambda: not column.filled,
        "numbers": lambda: column.numeric_share > MOSTLY,
        "text": lambda: column.longest > LONG_TEXT or column.distinct > MOSTLY * column.filled,
    }
    return next((reason for reason, holds in reasons.items() if holds()), "unclear")

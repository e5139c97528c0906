"""Who answered, group by group of the register, and which groups may carry a weight.

Method: response rate of each group with Wilson's interval; chi-square of answering with each field,
Holm over the fields; how far a group's share among respondents lies off its share of the register,
(1 − response rate) × Newcombe's difference between those who answered and those who did not,
Benjamini–Hochberg over all groups shown. Assumption: the register of the edition is complete. It is
the population: a rate is counted and has no interval for this fair; for the fair as a process the
interval says how far chance alone moves a rate. Source: Wilson 1927; Newcombe
1998; Holm 1979; Benjamini & Hochberg 1995.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import nan
from typing import Any

from analytics.ratings.groups import TITLES
from analytics.ratings.populations import of_register
from analytics.stats.cross_tab import cross_tab
from analytics.stats.multiplicity import LEVEL_OF_P, benjamini_hochberg, holm
from analytics.stats.proportion import Proportion, newcombe, wilson
from analytics.stats.suppression import visible_parts
from analytics.weighting.pooled_groups import POOLED, can_weight, pooled

UNKNOWN = ""


@dataclass(frozen=True, slots=True)
class Group:
    """A category of a field ('' where the register does not know it). `gap`: points of share above
    the register's, 0–1.
    """

    field: str
    key: str
    exhibitors: int
    respondents: int
    rate: Proportion
    share: float
    share_answering: float
    gap: float
    low: float
    high: float
    p: float
    adjusted_p: float = nan

    @property
    def is_established(self) -> bool:
        return self.adjusted_p <= LEVEL_OF_P


@dataclass(frozen=True, slots=True)
class Field:
    """One field of the register. `hidden` groups are too small to be shown; `kept` and `pooled`
    keys carry the weights.

    `p`: answering against this field, over kept and pooled groups; `v`: Cramér's, corrected.
    """

    key: str
    groups: tuple[Group, ...]
    hidden: int
    kept: tuple[str, ...]
    pooled: tuple[str, ...]
    p: float
    v: float
    adjusted_p: float = nan

    @property
    def is_established(self) -> bool:
        return self.adjusted_p <= LEVEL_OF_P

    @property
    def can_weight(self) -> bool:
        """Whether at least two groups are large enough."""
        return can_weight((self.kept, self.pooled))


def fields_of(
    rows: Sequence[dict[str, Any]], least: int, stands_for: str = "process"
) -> tuple[Field, ...]:
    """From rows of `margins.sql`: every field with the groups that may be shown, the
    largest first.
    """
    whole = next(row for row in rows if row["field"] == "all")
    fields = [
        _field(key, [row for row in rows if row["field"] == key], whole, least, stands_for)
        for key in TITLES
    ]
    adjusted = holm([field.p for field in fields]).p
    return _adjusted(
        [replace(field, adjusted_p=float(p)) for field, p in zip(fields, adjusted, strict=True)]
    )


def _adjusted(fields: list[Field]) -> tuple[Field, ...]:
    """The groups of all fields as one family of comparisons with the register."""
    groups = [group for field in fields for group in field.groups]
    adjusted = iter(benjamini_hochberg([group.p for group in groups]).p)
    return tuple(
        replace(
            field,
            groups=tuple(
                replace(group, adjusted_p=float(next(adjusted))) for group in field.groups
            ),
        )
        for field in fields
    )


def _field(
    key: str, rows: list[dict[str, Any]], whole: dict[str, Any], least: int, stands_for: str
) -> Field:
    visible = visible_parts([row["exhibitors"] for row in rows], least)
    groups = [
        _group(key, row, whole, stands_for)
        for row, is_shown in zip(rows, visible, strict=True)
        if is_shown
    ]
    large, small = pooled({_key(row): row["respondents"] for row in rows})
    p, v = _test(rows, large)
    return Field(key, tuple(groups), len(rows) - len(groups), large, small, p, v)


def _group(field: str, row: dict[str, Any], whole: dict[str, Any], stands_for: str) -> Group:
    silent = whole["exhibitors"] - whole["respondents"]
    answering = wilson(row["respondents"], whole["respondents"])
    apart = newcombe(answering, wilson(row["exhibitors"] - row["respondents"], silent))
    missing = silent / whole["exhibitors"]
    share = row["exhibitors"] / whole["exhibitors"]
    return Group(
        field,
        _key(row),
        row["exhibitors"],
        row["respondents"],
        of_register(wilson(row["respondents"], row["exhibitors"]), stands_for),
        share,
        answering.share,
        answering.share - share,
        missing * apart.low,
        missing * apart.high,
        apart.p,
    )


def _key(row: dict[str, Any]) -> str:
    return str(row["category"] or UNKNOWN)


def _test(rows: list[dict[str, Any]], groups: tuple[str, ...]) -> tuple[float, float]:
    """p and V of answering against the groups that are large enough, and the others together."""
    counted: dict[str, list[int]] = {}
    for row in rows:
        cell = counted.setdefault(_key(row) if _key(row) in groups else POOLED, [0, 0])
        cell[0] += row["respondents"]
        cell[1] += row["exhibitors"] - row["respondents"]
    table = cross_tab(list(counted.values())) if counted else None
    return (table.best_p, table.cramers_v_corrected) if table else (nan, nan)

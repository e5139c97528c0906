"""Grades of exhibitors, normal, potential or VIP: by a rule that is on screen, or by hand.

VIP: came to the edition and to `least` in all, and its fee there (the area of its stand where fees
are not on file) is among the top `top` of all. Potential: came for the first or second time, or its
fee rose by `growth` since it came last. Normal: all others. By that edition and earlier ones only.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Any

from analytics.errors import UnknownChoice
from analytics.store import Reader, Store
from analytics.study import statement

SAVED = "select value from settings where name = 'grades:' || $fair"
SAVE = "insert or replace into settings values ('grades:' || $fair, $value)"
MOST_EDITIONS = 50


@dataclass(frozen=True)
class GradeRule:
    """`top` and `growth` are shares (0 to 1), `least` counts editions."""

    top: float = 0.2
    least: int = 3
    growth: float = 0.1

    def values(self) -> dict[str, Any]:
        return asdict(self)


@dataclass(frozen=True)
class Grade:
    """The grade that holds, the one by the rule, the one by hand ('' for none)."""

    grade: str
    by_rule: str
    by_hand: str


def rule_of(reader: Reader, fair: str) -> GradeRule:
    """The rule as somebody set it for a fair, else the usual one."""
    text = reader.value(SAVED, fair=fair)
    try:
        rule = GradeRule(**json.loads(text)) if text else GradeRule()
        _check(rule)
    except (ValueError, TypeError, UnknownChoice):
        return GradeRule()
    return rule


def save_rule(store: Store, fair: str, rule: GradeRule) -> None:
    """Keep a rule for everybody. Raises UnknownChoice for a number that cannot be meant."""
    _check(rule)
    store.write(SAVE, fair=fair, value=json.dumps(asdict(rule)))


def grades_now(reader: Reader, fair: str, exhibitors: list[str], rule: GradeRule) -> dict[str, str]:
    """The grade of each exhibitor asked about."""
    return {row["exhibitor_id"]: row["grade"] for row in _now(reader, fair, exhibitors, rule)}


def grade_of(reader: Reader, fair: str, exhibitor: str, rule: GradeRule) -> Grade:
    """The grade of one exhibitor. Raises UnknownChoice where there is none."""
    for row in _now(reader, fair, [exhibitor], rule):
        return Grade(row["grade"], row["rule_grade"], row["hand_grade"] or "")
    raise UnknownChoice("exhibitor", exhibitor)


def grades_before(
    reader: Reader, fair: str, exhibitor: str, rule: GradeRule
) -> list[dict[str, Any]]:
    """One row an edition it came to, the newest first: name_zh, name_en, times, size, last_size,
    cut, grade (by the rule).
    """
    values = {"fair": fair, "exhibitor": exhibitor} | rule.values()
    return reader.rows(_sql("grades_before"), **values)


def grades_given(reader: Reader, fair: str, exhibitor: str) -> list[dict[str, Any]]:
    """One row a grade by hand, the newest first: grade_id, grade, reason, actor, made_at,
    undone_at, undone_by.
    """
    return reader.rows(_sql("grades_given"), fair=fair, exhibitor=exhibitor)


def _now(reader: Reader, fair: str, exhibitors: list[str], rule: GradeRule) -> list[dict[str, Any]]:
    values = {"fair": fair, "exhibitors": exhibitors} | rule.values()
    return reader.rows(_sql("grades_now"), **values)


def _check(rule: GradeRule) -> None:
    if not 0 < rule.top <= 1:
        raise UnknownChoice("share", str(rule.top))
    if not 0 <= rule.growth <= 10:
        raise UnknownChoice("share", str(rule.growth))
    if not 1 <= rule.least <= MOST_EDITIONS:
        raise UnknownChoice("editions", str(rule.least))


def _sql(name: str) -> str:
    return statement(__package__ or "", name)

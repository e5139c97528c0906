"""The list of exhibitors, a page at a time, by name: what is looked for is found in SQL."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from analytics import clock
from analytics.registers.grades import GradeRule, grades_now
from analytics.store import Reader
from analytics.study import statement

ROWS = 50


@dataclass(frozen=True)
class Search:
    """What is looked for: in names and codes, of one owner, of one grade ('' for all)."""

    text: str = ""
    owner: str = ""
    grade: str = ""


@dataclass(frozen=True)
class Line:
    """One exhibitor of the list; '' and None where the register says nothing."""

    exhibitor_id: str
    name: str
    name_en: str
    country: str
    region: str
    industry: str
    account_owner: str
    grade: str
    edition_zh: str
    edition_en: str
    contacted_on: date | None
    next_on: date | None


def count(reader: Reader, fair: str, search: Search, rule: GradeRule) -> int:
    """How many exhibitors fit."""
    return int(reader.value(_sql("count"), **_values(fair, search, rule)))


def page(reader: Reader, fair: str, search: Search, rule: GradeRule, number: int) -> list[Line]:
    """One page (from 0) of those that fit."""
    values = _values(fair, search, rule) | {"rows": ROWS, "after": number * ROWS}
    rows = reader.rows(_sql("list"), today=clock.today(), **values)
    grades = grades_now(reader, fair, [row["exhibitor_id"] for row in rows], rule)
    return [_line(row, grades) for row in rows]


def owners(reader: Reader, fair: str) -> dict[str, int]:
    """How many exhibitors each account owner has, the one with most first."""
    return {row["owner"]: row["n"] for row in reader.rows(_sql("owners"), fair=fair)}


def choices(reader: Reader, fair: str) -> dict[str, list[str]]:
    """Field of the card -> the values that exhibitors of the fair hold, the most frequent first."""
    values: dict[str, list[str]] = {}
    for row in reader.rows(_sql("choices"), fair=fair):
        values.setdefault(row["field"], []).append(row["value"])
    return values


def _line(row: dict[str, Any], grades: dict[str, str]) -> Line:
    values: dict[str, Any] = {name: value or "" for name, value in row.items()}
    values |= {name: row[name] for name in ("contacted_on", "next_on")}
    return Line(**values, grade=grades.get(row["exhibitor_id"], "normal"))


def _values(fair: str, search: Search, rule: GradeRule) -> dict[str, Any]:
    sought = {"text": search.text.strip(), "owner": search.owner, "grade": search.grade}
    return {"fair": fair} | sought | rule.values()


def _sql(name: str) -> str:
    return statement(__package__ or "", name)

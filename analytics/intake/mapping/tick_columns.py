"""One column an answer, ticked or not: Tencent, SurveyMonkey, LimeSurvey, SPSS."""

from __future__ import annotations

import re
from dataclasses import dataclass

from analytics.intake.cells.rating import MISSING
from analytics.intake.cells.text_keys import NUMBERING, label_key, name_key, one_line
from analytics.intake.cells.vocabulary import any_part, vocabulary, word_keys
from analytics.intake.table.inspection import ColumnSeen

STEM = re.compile(r"(.+?)\s*(?:[:：]|-|[\[(（])\s*([^:：\[\]()（）]+?)[\])）]?")
RATED = re.compile(any_part(vocabulary()["about"]["rated"]), re.IGNORECASE)
YES = word_keys("ticks", "yes")
NO = word_keys("ticks", "no")
SKIPPED = word_keys("ticks", "skipped")
FEWEST_COLUMNS = 2


@dataclass(frozen=True)
class Tick:
    """`stem` is the question of a group of columns, `choice` the answer this column stands for."""

    stem: str
    choice: str


def is_ticked(cell: str, choice: str) -> bool | None:
    """None for what is neither: the answer's own name, or a word for yes, is a tick."""
    key = name_key(cell)
    if label_key(cell) == label_key(choice) and label_key(choice) or key in YES:
        return True
    return False if key in NO or key in MISSING or key in SKIPPED else None


def tick_columns(columns: tuple[ColumnSeen, ...]) -> dict[str, Tick]:
    """Column -> what its ticks mean, of columns that share a stem and hold nothing but ticks."""
    groups: dict[str, list[tuple[ColumnSeen, str]]] = {}
    for column in columns:
        if (cut := STEM.fullmatch(one_line(column.name))) and _holds_ticks(column, cut[2]):
            groups.setdefault(cut[1], []).append((column, cut[2]))
    return {
        column.name: Tick(NUMBERING.sub("", stem), choice)
        for stem, members in groups.items()
        if _is_group(members) and not (RATED.search(stem) and _are_numbers(members))
        for column, choice in members
    }


def _holds_ticks(column: ColumnSeen, choice: str) -> bool:
    return all(
        is_ticked(value, choice) is not None for value, _ in column.common
    ) and column.distinct <= len(column.common)


def _is_group(members: list[tuple[ColumnSeen, str]]) -> bool:
    """Several columns of a stem, of which somebody has ticked one."""
    is_ever = any(
        is_ticked(value, choice) for column, choice in members for value, _ in column.common
    )
    return len(members) >= FEWEST_COLUMNS and is_ever


def _are_numbers(members: list[tuple[ColumnSeen, str]]) -> bool:
    """Ones alone under a question of satisfaction are ratings, not ticks."""
    return all(value.isdigit() for column, _ in members for value, _ in column.common)

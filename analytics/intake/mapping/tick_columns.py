"""One column an answer, ticked or not: Tencent, SurveyMonkey, LimeSurvey, Qualtrics, KoBo, SPSS.

The mark may be 1, yes, the answer's own label, the number of its option, + or x. The column that
holds the answers of such a group in one cell as well follows from them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from analytics.intake.cells.multiple_choice import OTHER
from analytics.intake.cells.number import plain_number
from analytics.intake.cells.rating import MISSING
from analytics.intake.cells.text_keys import NUMBERING, label_key, name_key
from analytics.intake.cells.vocabulary import any_part, vocabulary, word_keys
from analytics.intake.mapping.heading_parts import Group, shared_questions
from analytics.intake.table.inspection import ColumnSeen

RATED = re.compile(any_part(vocabulary()["about"]["rated"]), re.IGNORECASE)
ASKS_WHICH = re.compile(any_part(vocabulary()["about"]["chosen"]), re.IGNORECASE)
IS_OTHER = re.compile(OTHER, re.IGNORECASE)
CODE = re.compile(r"[a-z]{0,2}\d{1,4}|[a-z]", re.IGNORECASE)
OWN_TEXT = re.compile(r".*[-–—_/:：(（\[]\s*(?:text|文本|填空)\s*[)）\]]?\s*", re.IGNORECASE)
YES = word_keys("ticks", "yes")
NO = word_keys("ticks", "no")
SKIPPED = word_keys("ticks", "skipped")
MOST_OPTIONS = 99


@dataclass(frozen=True)
class Tick:
    """`stem` is the question of a group of columns, `choice` the answer this column stands for,
    `mark` the one text that ticks it where that is no usual one. Without a choice the column
    follows from the others of its group.
    """

    stem: str
    choice: str
    mark: str = ""


def is_ticked(cell: str, choice: str, mark: str = "") -> bool | None:
    """None for what is neither: the answer's own name, or a word for yes, is a tick."""
    key = name_key(cell)
    if mark and key == name_key(mark):
        return True
    if label_key(cell) == label_key(choice) and label_key(choice) or key in YES:
        return True
    if key in NO or key in MISSING or is_not_asked(cell):
        return False
    return True if _is_own_answer(choice) else None


def is_not_asked(cell: str) -> bool:
    """Does a cell say that nobody put the question (-3, -99)."""
    return name_key(cell).removesuffix(".0") in SKIPPED


def _is_own_answer(choice: str) -> bool:
    """The answer "other", in whose column people write what they mean."""
    return bool(IS_OTHER.match(choice)) and not OWN_TEXT.fullmatch(choice)


def tick_columns(columns: tuple[ColumnSeen, ...]) -> dict[str, Tick]:
    """Column -> what its ticks mean, of columns that share a question and hold nothing but
    ticks.
    """
    names = [column.name for column in columns]
    groups = shared_questions(names, lambda group: _is_ticked_group(group, columns))
    ticks: dict[str, Tick] = {}
    for group in groups:
        stem = NUMBERING.sub("", group.stem) or group.stem
        members = [(columns[place], choice) for place, choice in group.members]
        for column, choice in members:
            if not OWN_TEXT.fullmatch(choice):
                mark = _mark(column, choice)
                is_label = mark and CODE.fullmatch(choice) and not plain_number(mark)
                ticks[column.name] = Tick(stem, mark if is_label else choice, mark)
        ticks |= {name: Tick(stem, "") for name in _joined_again(group, columns)}
    return ticks


def _is_ticked_group(group: Group, columns: tuple[ColumnSeen, ...]) -> bool:
    """Do these columns hold ticks and nothing else, of which somebody has made one."""
    members = [
        (columns[place], choice)
        for place, choice in group.members
        if not OWN_TEXT.fullmatch(choice)
    ]
    if len(members) < 2 or not all(_holds_ticks(column, choice) for column, choice in members):
        return False
    marks = [mark for column, choice in members if (mark := _mark(column, choice))]
    if any(plain_number(mark) is not None for mark in marks):
        return _are_numbered(members)
    rows = max(column.filled for column in columns)
    if marks and all(column.filled == rows and column.distinct == 1 for column, _ in members):
        return False
    return any(_ticking(column, choice) for column, choice in members) and not (
        RATED.search(group.stem) and not ASKS_WHICH.search(group.stem) and _are_all_ones(members)
    )


def _holds_ticks(column: ColumnSeen, choice: str) -> bool:
    if column.distinct > len(column.common):
        return _is_own_answer(choice)
    mark = _mark(column, choice)
    return all(is_ticked(value, choice, mark) is not None for value, _ in column.common)


def _ticking(column: ColumnSeen, choice: str) -> list[str]:
    mark = _mark(column, choice)
    return [value for value, _ in column.common if is_ticked(value, choice, mark)]


def _mark(column: ColumnSeen, choice: str) -> str:
    """The one text of a column that is neither a usual tick nor its absence; '' for none or
    several.
    """
    unusual = [
        value
        for value, _ in column.common
        if is_ticked(value, "" if _is_own_answer(choice) else choice) is None
    ]
    return unusual[0] if len(unusual) == 1 and not _is_own_answer(choice) else ""


def _are_numbered(members: list[tuple[ColumnSeen, str]]) -> bool:
    """Is every option ticked by its own number: 1 in the first column, 2 in the second."""
    numbers = []
    for column, choice in members:
        ticking = _ticking(column, choice)
        number = plain_number(ticking[0]) if len(ticking) == 1 else None
        if ticking and not _is_own_answer(choice):
            numbers.append(number)
    whole = [number for number in numbers if number is not None and number == int(number)]
    return (
        len(whole) == len(numbers) > 1
        and whole == sorted(set(whole))
        and 0 < whole[0] <= whole[-1] <= MOST_OPTIONS
    )


def _are_all_ones(members: list[tuple[ColumnSeen, str]]) -> bool:
    """Does every cell of the columns hold a one: a rating that all agree on, no tick."""
    most = max(column.filled for column, _ in members)
    return all(
        column.filled == most and column.distinct == 1 and column.common[0][0] == "1"
        for column, _ in members
    )


def _joined_again(group: Group, columns: tuple[ColumnSeen, ...]) -> list[str]:
    """Columns whose header is the question itself and whose cells list its answers."""
    choices = {label_key(choice) for _, choice in group.members}
    return [
        column.name
        for place, column in enumerate(columns)
        if place not in group.places
        and label_key(NUMBERING.sub("", column.name)) == label_key(NUMBERING.sub("", group.stem))
        and _lists_only(column, choices)
    ]


def _lists_only(column: ColumnSeen, choices: set[str]) -> bool:
    """Does every cell list some of these answers, by the column's separator or by blanks."""
    sign = re.escape(column.separator) if column.separator else r"\s+"
    parts = [part for value, _ in column.common for part in re.split(sign, value)]
    return all(label_key(part) in choices for part in parts if label_key(part))

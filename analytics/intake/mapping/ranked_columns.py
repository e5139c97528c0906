"""Orders and points given out: question types of their own, not ratings.

A rank (1 is best) and a share of points say how much something matters; they stand as stated
importance, with the right end up. What was ranked by something else is left out, and named.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from analytics.intake.cells.text_keys import BRACKET, NUMBERING
from analytics.intake.cells.vocabulary import any_part, either, vocabulary
from analytics.intake.mapping.column_use import ColumnUse
from analytics.intake.mapping.heading_parts import Group, shared_questions
from analytics.intake.mapping.question_header import read_question
from analytics.intake.mapping.rating_scale import numbers_of
from analytics.intake.mapping.standard_questionnaire import OTHER
from analytics.intake.table.inspection import ColumnSeen

ABOUT = vocabulary()["about"]
RANKED = re.compile(either(ABOUT["ranked"]), re.IGNORECASE)
SHARED = re.compile(either(ABOUT["shared"]), re.IGNORECASE)
MATTERS = re.compile(either(ABOUT["matters"]), re.IGNORECASE)
LIKED = re.compile(any_part(ABOUT["rated"]), re.IGNORECASE)
RANK, SHARE = "rank", "share"
MOST_PLACES = 40
Columns = tuple[ColumnSeen, ...]
Form = Callable[[ColumnSeen], bool]


def ranked_uses(columns: Columns) -> dict[str, ColumnUse]:
    """Column -> its meaning, of those that rank or give out points."""
    uses: dict[str, ColumnUse] = {}
    for form, is_of_form in ((RANK, _is_rank), (SHARE, _is_share)):
        for group in _groups(columns, is_of_form):
            members = [(columns[place], rest) for place, rest in group.members]
            uses |= _uses(group.stem, members, form)
    return uses


def _is_rank(column: ColumnSeen) -> bool:
    """Does a column hold places: by the lines, or by its header and whole numbers from 1 up."""
    if column.in_rows:
        return column.in_rows == "ranks"
    numbers = [number for number, _ in numbers_of(column)]
    are_places = all(number == int(number) and number <= MOST_PLACES for number in numbers)
    is_named = bool(RANKED.search(column.name))
    return is_named and are_places and column.numeric_share > 0.9 and bool(numbers)


def _is_share(column: ColumnSeen) -> bool:
    return column.in_rows.startswith("shares")


def _groups(columns: Columns, is_of_form: Form) -> list[Group]:
    """Columns of a form under one question, else those that stand side by side."""
    names = [column.name for column in columns]
    groups = shared_questions(
        names, lambda group: all(is_of_form(columns[place]) for place in group.places)
    )
    settled = {place for group in groups for place in group.places}
    run: list[int] = []
    for place in range(len(columns) + 1):
        if place < len(columns) and place not in settled and is_of_form(columns[place]):
            run.append(place)
        elif run:
            groups.append(Group("", tuple((at, names[at]) for at in run)))
            run = []
    return [group for group in groups if len(group.members) > 1]


def _uses(stem: str, members: list[tuple[ColumnSeen, str]], form: str) -> dict[str, ColumnUse]:
    headers = " ".join((stem, *(column.name for column, _ in members)))
    if LIKED.search(headers) and not MATTERS.search(headers):
        return {
            column.name: ColumnUse(column.name, doubt="order_left_out") for column, _ in members
        }
    if form == SHARE:
        scale = (0.0, float(members[0][0].in_rows.partition(":")[2]))
    else:
        highest = max(number for column, _ in members for number, _ in numbers_of(column))
        scale = (1.0, max(float(len(members)), highest))
    return {column.name: _use(column, rest, form, scale) for column, rest in members}


def _use(column: ColumnSeen, rest: str, form: str, scale: tuple[float, float]) -> ColumnUse:
    asked = read_question(_without_hints(rest))
    use = ColumnUse(
        column.name,
        "importance",
        dimension=asked.dimension or OTHER,
        scale=scale,
        is_reversed=form == RANK and column.direction != "up",
        missing=tuple(
            f"{number:g}" for number, _ in numbers_of(column) if not scale[0] <= number <= scale[1]
        ),
        form=form,
    )
    name = asked.label
    return replace(use, name_en=name) if name.isascii() else replace(use, name_zh=name)


def _without_hints(rest: str) -> str:
    """What is ranked, without the words that say that it is."""
    bare = NUMBERING.sub("", rest)
    for inside in BRACKET.findall(bare):
        if RANKED.search(inside) or SHARED.search(inside) or MATTERS.search(inside):
            bare = re.sub(r"\s*[（(【\[]" + re.escape(inside) + r"[)）】\]]", "", bare)
    bare = RANKED.sub("", bare) if RANKED.sub("", bare).strip(" 的-–—_:：") else bare
    bare = SHARED.sub("", bare) if SHARED.sub("", bare).strip(" 的-–—_:：%") else bare
    return bare.strip(" 的-–—_:：%") or rest

"""Which columns rate: by their names, their words or their neighbours, never by small numbers
alone.

A battery is a run of columns side by side, or under one question. A column of small numbers
between two ratings, with values inside their scale, is one of them even if nobody used the low
end; counts, bands, ordinals and codes are none, whatever their numbers. What looks like both is
asked, in one question for the whole run.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from analytics.intake.cells.rating import Scale
from analytics.intake.cells.text_keys import BRACKET, label_key
from analytics.intake.cells.vocabulary import any_part, either, vocabulary
from analytics.intake.mapping.heading_parts import Group, shared_questions
from analytics.intake.mapping.question_header import Question, read_question
from analytics.intake.mapping.rating_scale import guess_scale, looks_like_ratings, numbers_of
from analytics.intake.mapping.rating_words import rates_in_words
from analytics.intake.mapping.standard_questionnaire import measure_of
from analytics.intake.table.inspection import ColumnSeen
from analytics.matching.spelling import simplified

ABOUT = vocabulary()["about"]
SIDES = ("exhibitor", "visitor")
COUNTED = re.compile(either(ABOUT["counted"]), re.IGNORECASE)
PERHAPS = re.compile(either(ABOUT["counted_or_rated"]), re.IGNORECASE)
OF_OTHERS = re.compile(
    either(word for side in SIDES for word in vocabulary()["answered_by"][side]["rates"]),
    re.IGNORECASE,
)
"""What one side of a fair rates of the other: how many visitors came, and how good they were."""
RATED = re.compile(any_part(ABOUT["rated"]), re.IGNORECASE)
ITEM = re.compile(either(ABOUT["usual_items"]), re.IGNORECASE)
YES_OR_NO = re.compile(any_part(ABOUT["yes_or_no"]), re.IGNORECASE)
ASKS_MORE = re.compile(any_part(ABOUT["not_rated"]), re.IGNORECASE)
MOST_DIFFERENT = 21
FEWEST_STEPS = 4

Evidence = Literal["named", "words", "bare", "count", "perhaps", "none"]
Verdict = Literal["yes", "ask", "count", "no"]
SURE = ("named", "words")


@dataclass(frozen=True)
class Battery:
    """Columns of a survey in their order with what each is known by."""

    columns: Sequence[ColumnSeen]
    known_by: tuple[Evidence, ...]


@cache
def usual_items() -> frozenset[str]:
    """What questionnaires of fairs usually have rated."""
    return frozenset(map(label_key, ABOUT["usual_items"]))


def names_usual_item(label: str) -> bool:
    """Does a label name such an item, or hold its name: 餐饮价格."""
    return label_key(label) in usual_items() or bool(ITEM.search(label))


def _asks_yes_or_no(column: ColumnSeen) -> bool:
    return bool(YES_OR_NO.search(column.name)) or len(numbers_of(column)) < 3


def rated_columns(columns: Sequence[ColumnSeen], apart: frozenset[str]) -> dict[str, Verdict]:
    """Column -> does it rate. `apart` are those that are something else for sure."""
    known_by = tuple("none" if column.name in apart else evidence(column) for column in columns)
    battery = Battery(columns, known_by)
    titled = _titled(battery)
    verdicts: dict[str, Verdict] = {}
    for place, column in enumerate(columns):
        known = known_by[place]
        if known in SURE or place in titled:
            verdicts[column.name] = "yes"
        elif known == "count":
            verdicts[column.name] = "count"
        elif known == "none":
            verdicts[column.name] = "no"
    for run in _runs(battery, titled):
        verdicts |= _of_run(battery, run, titled)
    return verdicts


def evidence(column: ColumnSeen) -> Evidence:
    """What a column is known by, taken alone."""
    if not column.filled:
        return "none"
    asked = read_question(column.name)
    is_named = names_rating(column, asked)
    if rates_in_words(column, is_named):
        return "words"
    says_so = bool(RATED.search(simplified(column.name))) or asked.scale is not None
    bare = BRACKET.sub("", column.name)
    if COUNTED.search(bare) and not says_so and not measure_of(asked.label):
        if not _is_small(column):
            return "none"
        if not PERHAPS.search(bare):
            return "count"
        return "bare" if OF_OTHERS.search(bare) else "perhaps"
    is_number = column.numeric_share >= 0.9
    if is_named and is_number and looks_like_ratings(column, is_named_so=True):
        return "named"
    if is_number and _is_small(column) and not ASKS_MORE.search(column.name):
        return "perhaps" if PERHAPS.search(bare) and not OF_OTHERS.search(bare) else "bare"
    return "none"


def names_rating(column: ColumnSeen, asked: Question) -> bool:
    """Does the header name something rated: by its words, a scale, a usual item, a measure."""
    is_item = names_usual_item(asked.label) and not _asks_yes_or_no(column)
    is_said = bool(
        asked.dimension or measure_of(asked.label) or RATED.search(simplified(column.name))
    )
    is_about = asked.about != "satisfaction" or asked.scale is not None
    return is_said or is_item or is_about or bool(column.direction)


def _is_small(column: ColumnSeen) -> bool:
    """Few different small numbers that come back."""
    numbers = [number for number, _ in numbers_of(column) if number >= -3 and number < 90]
    is_row_number = column.distinct == column.filled > 5
    is_few = 0 < column.distinct <= MOST_DIFFERENT and not is_row_number
    return is_few and bool(numbers) and min(numbers) >= -3 and max(numbers) <= 10


def _titled(battery: Battery) -> set[int]:
    """Columns of small numbers under a question with one that rates for sure."""

    def is_battery(group: Group) -> bool:
        known = [battery.known_by[place] for place in group.places]
        return any(by in SURE for by in known) and all(by in (*SURE, "bare") for by in known)

    names = [column.name for column in battery.columns]
    groups = shared_questions(names, is_battery)
    return {place for group in groups for place in group.places}


def _runs(battery: Battery, titled: set[int]) -> list[list[int]]:
    """Places side by side of columns known by small numbers alone."""
    runs: list[list[int]] = []
    for place, known in enumerate(battery.known_by):
        if known not in ("bare", "perhaps") or place in titled:
            continue
        if runs and runs[-1][-1] == place - 1:
            runs[-1].append(place)
        else:
            runs.append([place])
    return runs


def _of_run(battery: Battery, run: list[int], titled: set[int]) -> dict[str, Verdict]:
    """Between two ratings: one of them. Beside one: where nothing speaks against it. Else asked."""
    beside = [
        place
        for place in (run[0] - 1, run[-1] + 1)
        if 0 <= place < len(battery.columns)
        and (battery.known_by[place] in SURE or place in titled)
    ]
    columns = [battery.columns[place] for place in run]
    scale = _scale_of([battery.columns[place] for place in beside])
    verdict: Verdict = "ask"
    is_bare = all(battery.known_by[place] == "bare" for place in run)
    fits = scale is not None and all(_is_inside(column, scale) for column in columns)
    if is_bare and fits and (len(beside) == 2 or _is_used_alike(battery, run, beside, scale)):
        verdict = "yes"
    elif not beside and (len(run) < 2 or not _are_steps(columns)):
        verdict = "no" if all(column.distinct < FEWEST_STEPS for column in columns) else "ask"
    return {
        column.name: _of_column(column, battery.known_by[place], verdict, len(beside))
        for place, column in zip(run, columns, strict=True)
    }


def _of_column(column: ColumnSeen, known: Evidence, verdict: Verdict, beside: int) -> Verdict:
    """Yes and no in numbers are no steps; a count that might be rated is one beside a rating."""
    if verdict != "ask":
        return verdict
    if known == "perhaps" and beside < 2:
        return "count"
    return "no" if all(0 <= number <= 2 for number, _ in numbers_of(column)) else verdict


def _scale_of(columns: Sequence[ColumnSeen]) -> Scale | None:
    """The scale of the ratings beside a run; None where there are none, or of words."""
    scales = Counter(
        guess_scale(column, read_question(column.name).scale).scale for column in columns
    )
    return scales.most_common(1)[0][0] if scales else None


def _is_inside(column: ColumnSeen, scale: Scale) -> bool:
    return all(scale[0] <= number <= scale[1] for number, _ in numbers_of(column))


def _is_used_alike(
    battery: Battery, run: list[int], beside: list[int], scale: Scale | None
) -> bool:
    """Do several columns beside one rating look as it does: all reach the best end, most the worst,
    and the headers of the ratings beside them say no more than theirs.
    """
    if len(run) < 2 or not beside or scale is None:
        return False
    columns = [battery.columns[place] for place in run]
    is_contrast = any(
        RATED.search(simplified(battery.columns[place].name))
        and not measure_of(read_question(battery.columns[place].name).label)
        for place in beside
    )
    reaches = all(max(number for number, _ in numbers_of(column)) == scale[1] for column in columns)
    lows = sum(min(number for number, _ in numbers_of(column)) == scale[0] for column in columns)
    return not is_contrast and reaches and lows * 2 >= len(columns)


def _are_steps(columns: Sequence[ColumnSeen]) -> bool:
    return all(column.distinct >= FEWEST_STEPS for column in columns)

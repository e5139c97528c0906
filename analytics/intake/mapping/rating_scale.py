"""Which scale a column was answered on: what its header says, else the smallest usual scale that
holds its values.
"""

from __future__ import annotations

from dataclasses import dataclass

from analytics.intake.cells.best_end import anchored_number
from analytics.intake.cells.number import plain_number
from analytics.intake.cells.rating import (
    MISSING,
    SATISFACTION,
    Scale,
    family_of,
    marked_number,
    marks_in_all,
    sets_for,
    word_rating,
)
from analytics.intake.cells.text_keys import label_key, name_key
from analytics.intake.mapping.standard_questionnaire import USUAL_SCALES
from analytics.intake.table.inspection import ColumnSeen

CODES = frozenset(
    (-99, -98, -9, -8, -7, -3, -2, -1, 8, 9, 77, 88, 96, 97, 98, 99, 888, 998, 999, 9999)
)
LADDER: tuple[Scale, ...] = ((1, 5), (1, 7), (1, 10), (0, 10), (0, 100))
RIVALS: tuple[Scale, ...] = (
    (-2, 2),
    (-3, 3),
    (1, 3),
    (1, 4),
    (1, 5),
    (0, 5),
    (1, 6),
    (1, 7),
    (1, 9),
    (1, 10),
    (0, 10),
    (0, 100),
)
BEYOND = (6, 8, 11)
WHICH_SCALE = "which_scale"
Numbers = list[tuple[float, int]]
NEARLY_ALL = 0.97
FEWEST = 20
FEWEST_MARKS, MOST_MARKS = 3, 7


@dataclass(frozen=True)
class Guess:
    """A scale, the codes that seem to mean "no answer", and why a person should look."""

    scale: Scale
    missing: tuple[str, ...] = ()
    doubt: str = ""


def looks_like_ratings(column: ColumnSeen, is_named_so: bool = False) -> bool:
    """Few different values, nearly all rating words or numbers of one usual scale, with more than
    two steps in use.
    """
    if column.word_share >= 0.8:
        return True
    numbers = numbers_of(column)
    inside = [value for value, _ in numbers if 0 <= value <= 10]
    if column.numeric_share < 0.9 or not numbers:
        return False
    if is_named_so:
        return all(-99 <= value <= 100 or value in CODES for value, _ in numbers)
    coded = sum(count for value, count in numbers if value < 0 and value in CODES)
    is_few = column.distinct <= 21 and max((value for value, _ in numbers), default=0) <= 99
    return (
        is_few
        and len(inside) >= 4
        and min(inside) <= 2
        and sum(n for v, n in numbers if 0 <= v <= 10) >= 0.9 * (column.filled - coded)
    )


def guess_scale(column: ColumnSeen, stated: Scale | None = None, measure: str = "") -> Guess:
    """The scale of a rating column."""
    if column.is_worded:
        return _words(column, measure)
    numbers = numbers_of(column)
    stated = stated or _scale_of_marks(column)
    if stated:
        return _of_stated(numbers, stated)
    if measure and measure != "overall":
        return _of_measure(numbers, measure)
    return _of_numbers(numbers)


def _of_stated(numbers: Numbers, scale: Scale) -> Guess:
    """The scale that a header states. A 0 below a scale that begins with 1 may be an answer all the
    same: that is asked.
    """
    if scale[0] == 1 and any(value == 0 for value, _ in numbers):
        return Guess(scale, (*_codes_outside(numbers, scale), "0"), WHICH_SCALE)
    return Guess(scale, _codes_outside(numbers, scale))


def holds(column: ColumnSeen, scale: Scale, missing: tuple[str, ...]) -> bool:
    """Does a scale hold nearly all numbers of a column that are no codes for "no answer"."""
    answers = [(value, count) for value, count in numbers_of(column) if f"{value:g}" not in missing]
    outside = sum(count for value, count in answers if not scale[0] <= value <= scale[1])
    return outside <= (1 - NEARLY_ALL) * sum(count for _, count in answers)


def is_much_wider(column: ColumnSeen, scale: Scale) -> bool:
    """Do many numbers of a column end so far below a scale's end that it was probably another."""
    answers, _ = _without_codes(numbers_of(column))
    many = sum(count for _, count in answers) >= FEWEST
    return many and scale[1] >= 9 and max(value for value, _ in answers) * 2 <= scale[1] <= 10


def lies_within(column: ColumnSeen, scale: Scale, missing: tuple[str, ...]) -> bool:
    """Does a scale hold every number of a column that is no code."""
    return all(
        scale[0] <= value <= scale[1]
        for value, _ in numbers_of(column)
        if f"{value:g}" not in missing
    )


def numbers_of(column: ColumnSeen) -> Numbers:
    """Different numbers with their counts; the extremes too where not all values were kept."""
    numbers = [
        (number, count)
        for value, count in column.common
        if (number := stated_number(value)) is not None
    ]
    edges = [
        (edge, 1)
        for edge in (column.lowest, column.highest)
        if edge is not None and edge not in dict(numbers)
    ]
    return sorted(numbers + edges)


def stated_number(text: str) -> float | None:
    """The number of an answer, alone or beside a word that rates."""
    plain = plain_number(text.rstrip("%分"))
    number = plain if plain is not None else anchored_number(text)
    return marked_number(text) if number is None else number


def _scale_of_marks(column: ColumnSeen) -> Scale | None:
    """The scale that ★★★☆☆ and 3/5 show themselves; None where they differ, or show none."""
    tops = {top for value, _ in column.common if (top := marks_in_all(value))}
    top = tops.pop() if len(tops) == 1 else 0
    is_whole = all(marks_in_all(value) or name_key(value) in MISSING for value, _ in column.common)
    return (1.0, float(top)) if is_whole and FEWEST_MARKS <= top <= MOST_MARKS else None


def _words(column: ColumnSeen, measure: str) -> Guess:
    """Words belong to the measure's own family, else to the five steps of satisfaction. Two words
    for one step are a doubt.
    """
    for scale, words in (family_of(measure), SATISFACTION, *sets_for(measure)):
        used = {
            label_key(value): word_rating(value, words)
            for value, _ in column.common
            if name_key(value) not in MISSING
        }
        known = [rating for rating in used.values() if rating is not None]
        if known and len(known) * 2 >= len(used):
            return Guess(scale, doubt="two_words_one_step" if len(set(known)) < len(known) else "")
    return Guess(SATISFACTION[0], doubt="which_words")


def _codes_outside(numbers: Numbers, scale: Scale) -> tuple[str, ...]:
    return tuple(
        f"{value:g}" for value, _ in numbers if not scale[0] <= value <= scale[1] and value in CODES
    )


def _without_codes(numbers: Numbers) -> tuple[Numbers, tuple[str, ...]]:
    """The answers, and the codes for "no answer": below any scale, far above it, or apart from five
    steps that are used.
    """
    plain = [value for value, _ in numbers if value not in CODES]
    highest = max(plain, default=0.0)
    is_code = {
        value
        for value, _ in numbers
        if value in CODES
        and (value < 0 or (value > 11 >= highest) or (value in (8, 9) and highest <= 5))
    }
    rest = {value for value, _ in numbers} - is_code
    if max(rest, default=0.0) == 5 and min(rest) == 0:
        is_code |= {0.0}
    return [number for number in numbers if number[0] not in is_code], tuple(
        f"{v:g}" for v, _ in numbers if v in is_code
    )


def _symmetric(numbers: Numbers) -> Guess | None:
    """-2 … 2 is a scale of its own; where the middle or an end is not used, the numbers below 0 may
    also be codes.
    """
    values = [value for value, _ in numbers]
    reach = max(map(abs, values), default=0.0)
    if not values or not 1 <= reach <= 3 or min(values) >= 0 or max(values) < 1:
        return None
    is_sure = 0 in values and max(values) == -min(values)
    return Guess((-reach, reach), doubt="" if is_sure else WHICH_SCALE)


def _of_measure(numbers: Numbers, measure: str) -> Guess:
    usual = USUAL_SCALES[measure]
    answers, codes = _without_codes(numbers)
    highest = max((value for value, _ in answers), default=usual[1])
    if highest > usual[1]:
        return _of_numbers(numbers)
    is_doubtful = (
        measure == "recommend" and highest <= 7 and sum(count for _, count in answers) >= FEWEST
    )
    return Guess(usual, _codes_outside(numbers, usual), WHICH_SCALE if is_doubtful else "")


def _of_numbers(numbers: Numbers) -> Guess:
    """What the numbers show. Where another scale may be meant, which would make another mean of
    them, that is a doubt.
    """
    if symmetric := _symmetric(numbers):
        return symmetric
    answers, codes = _without_codes(numbers)
    total = sum(count for _, count in numbers)
    for scale in LADDER:
        outside = [(value, count) for value, count in answers if not scale[0] <= value <= scale[1]]
        if not outside:
            is_zero = "0" in codes
            doubt = WHICH_SCALE if is_zero else _doubt(answers, scale)
            return Guess(scale, codes, doubt or ("missing_codes" if codes else ""))
        if scale == (1, 10) and {value for value, _ in outside} == {0}:
            continue  # who uses 0 and 10 was asked from 0
        strays = sum(count for _, count in outside)
        if total >= FEWEST and strays <= (1 - NEARLY_ALL) * total and scale[1] <= 10:
            return Guess(
                scale,
                (*codes, *(f"{value:g}" for value, _ in outside if value in CODES)),
                "outliers",
            )
    return Guess((0, 100), codes, "scale_guessed")


def _doubt(answers: Numbers, scale: Scale) -> str:
    """Is it open which scale this is: a step beyond a usual one, or an end that hardly any use."""
    values = {value for value, _ in answers}
    highest = max(values, default=scale[1])
    if scale == (0, 100):
        return WHICH_SCALE if highest <= 20 else ""
    if highest in BEYOND:
        return WHICH_SCALE
    if highest > scale[1] - 1:
        return (
            WHICH_SCALE if scale == (1, 7) and 6 not in values and {1, 2, 3, 4, 5} <= values else ""
        )
    return WHICH_SCALE if len(values) > 1 and sum(count for _, count in answers) >= FEWEST else ""


def rivals(column: ColumnSeen, guessed: Scale) -> dict[Scale, tuple[str, ...]]:
    """Every scale a column may be on -> its numbers that would be codes for "no answer" then."""
    answers, codes = _without_codes(numbers_of(column))
    total = sum(count for _, count in answers)
    highest = max((value for value, _ in answers), default=guessed[1])
    scales: dict[Scale, tuple[str, ...]] = {}
    for scale in RIVALS:
        outside = [
            (value, count)
            for value, count in numbers_of(column)
            if not scale[0] <= value <= scale[1]
        ]
        is_near = highest - 2 <= scale[1] <= highest + 3
        if scale == guessed or is_near and sum(count for _, count in outside) * 2 <= total:
            scales[scale] = tuple(f"{value:g}" for value, _ in outside)
    return scales | ({} if guessed in scales else {guessed: codes})

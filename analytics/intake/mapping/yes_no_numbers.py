"""Yes and no in numbers: intention and goals as 1/0, 1/2 or 1–3.

1 and 0 are yes and no. Which of 1 and 2 is yes the header says, or a person; they are never the
steps of a scale. Of 1 to 3 under a question that asks yes or no it is open which end is yes.
"""

from __future__ import annotations

import re
from dataclasses import replace

from analytics.intake.cells.best_end import leaning
from analytics.intake.cells.rating import NUMBER_FIRST
from analytics.intake.cells.text_keys import name_key
from analytics.intake.cells.vocabulary import any_part, vocabulary, word_keys
from analytics.intake.mapping.column_use import NO_DIRECTION, WHICH_YES, ColumnUse
from analytics.intake.mapping.question_header import read_question
from analytics.intake.mapping.rating_scale import CODES, numbers_of
from analytics.intake.mapping.standard_questionnaire import USUAL_SCALES
from analytics.intake.table.inspection import ColumnSeen

ABOUT = vocabulary()["about"]
YES_OR_NO = re.compile(any_part(ABOUT["yes_or_no"]), re.IGNORECASE)
HOW_LIKELY = re.compile(any_part(ABOUT["how_likely"]), re.IGNORECASE)
YES, NO = word_keys("ticks", "yes"), word_keys("ticks", "no")
MEANING = re.compile(
    r"(?<![\d.])(\d)\s*(?:[=＝:：.、\-–— 为]\s*|(?=[^\x00-\x7f]))([^\s\d,，;；、/()（）]+)"
)
ASKED = ("intention", "goal_attainment")
TWO_STEPS = frozenset((1.0, 2.0))


def with_yes_and_no(use: ColumnUse, column: ColumnSeen) -> ColumnUse:
    """A measure with the meaning of its numbers, where they are no steps of a scale."""
    if use.measure not in ASKED or column.is_worded or column.numeric_share < 0.9:
        return use
    answers = answered_numbers(column)
    is_ranged = read_question(column.name).scale is not None or HOW_LIKELY.search(column.name)
    if answers <= {0.0, 1.0} and 1.0 in answers:
        return with_yes(use, 1)
    if answers <= TWO_STEPS:
        number = stated_yes(column.name)
        return with_yes(use, number) if number else _open(use, WHICH_YES)
    is_open = not is_ranged and not column.direction and YES_OR_NO.search(column.name)
    return _open(use, NO_DIRECTION) if is_open else use


def is_yes_or_no(column: ColumnSeen) -> bool:
    """Does a column hold nothing but yes and no, in words or as 1/0 and 1/2."""
    keys = {name_key(value) for value, _ in column.common}
    if keys and keys <= YES | NO and not all(key.isdigit() for key in keys):
        return True
    answers = answered_numbers(column)
    is_number = column.numeric_share > 0.9 and bool(answers)
    return is_number and (answers <= {0.0, 1.0} or answers <= TWO_STEPS)


def answered_numbers(column: ColumnSeen) -> frozenset[float]:
    """The different numbers of a column that are no code for "no answer"."""
    return frozenset(
        number
        for number, _ in numbers_of(column)
        if number >= 0 and (number not in CODES or number in (1.0, 2.0))
    )


def with_yes(use: ColumnUse, number: int) -> ColumnUse:
    """The number that means yes at the best end of the scale, the other at the worst."""
    low, high = USUAL_SCALES[use.measure]
    others = ("0", "2") if number == 1 else ("1",)
    words = ((f"{number}", high), *((other, low) for other in others))
    missing = tuple(code for code in use.missing if code not in dict(words))
    return replace(
        use, scale=(low, high), words=words, missing=missing, is_reversed=False, doubt=""
    )


def _open(use: ColumnUse, doubt: str) -> ColumnUse:
    scale = USUAL_SCALES[use.measure] if doubt == WHICH_YES else use.scale
    return replace(use, scale=scale, doubt=doubt)


def stated_yes(header: str) -> int:
    """Which of 1 and 2 a header says is yes; 0 where it does not."""
    for number, word in MEANING.findall(header):
        if number in "12" and (lean := _lean(word)):
            return int(number) if lean > 0 else 3 - int(number)
    return 0


def _lean(word: str) -> float:
    key = name_key(word)
    if key in YES or key in NO:
        return 1.0 if key in YES else -1.0
    match = NUMBER_FIRST.fullmatch(key)
    return leaning(match[2] if match else word) or 0.0

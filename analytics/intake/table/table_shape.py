"""Tables of another shape than one line a record: on their side, or summed up already.

Respondents in columns: the first column holds what headers hold elsewhere. Counts by answer: each
line is an answer, with how many gave it. Neither is read; both are told by their shape.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from analytics.errors import Unreadable
from analytics.intake.cells.number import plain_number
from analytics.intake.cells.rating import rating_words
from analytics.intake.cells.text_keys import label_key
from analytics.intake.cells.vocabulary import any_part, vocabulary
from analytics.intake.table.file_kinds import KINDS, field_named, is_tool_column
from analytics.intake.table.text_table import Sheet

SHAPES = vocabulary()["shapes"]
RATED = re.compile(any_part(vocabulary()["about"]["rated"]), re.IGNORECASE)
COUNTS = frozenset(map(label_key, SHAPES["counts"]))
ANSWERS = frozenset(map(label_key, SHAPES["answers"]))
QUESTION = frozenset(map(label_key, SHAPES["question"]))
ANSWER = frozenset(map(label_key, SHAPES["answer"]))
NUMBER = re.compile(r"\d{1,4}")
FEWEST_LABELS, FEWEST_COLUMNS, MOST_LINES = 3, 4, 60
HALF = 0.5


def refuse_other_shapes(sheet: Sheet) -> None:
    """Raises Unreadable 'shape_on_its_side' or 'shape_summary'."""
    if len(sheet) > MOST_LINES or not sheet.names:
        return
    if _is_summary(sheet) or _counts_answers(sheet):
        raise Unreadable("shape_summary", {"lines": str(len(sheet))})
    if _is_on_its_side(sheet):
        details = {"lines": str(len(sheet)), "columns": str(len(sheet.names) - 1)}
        raise Unreadable("shape_on_its_side", details)


def _is_on_its_side(sheet: Sheet) -> bool:
    """Reads the first column as headers do, and hardly any header does."""
    labels = [text for text in sheet.columns[0].to_pylist() if text]
    if len(sheet.names) < FEWEST_COLUMNS or len(set(labels)) < len(labels):
        return False
    if label_key(sheet.names[0]) in QUESTION and _are_numbered(sheet.names[1:]):
        return True
    labelling = sum(map(names_something, labels))
    named = sum(map(names_something, sheet.names[1:]))
    return labelling >= max(FEWEST_LABELS, HALF * len(labels)) and named * 4 < len(sheet.names)


def _are_numbered(names: Sequence[str]) -> bool:
    """Are headers one word with running numbers: Resp 1, Resp 2; or only these."""
    numbers = [NUMBER.search(name) for name in names]
    stems = {label_key(NUMBER.sub("", name)) for name in names}
    is_running = [int(number[0]) for number in numbers if number]
    return len(stems) == 1 and len(is_running) == len(names) == len(set(is_running))


def names_something(text: str) -> bool:
    """Is a text what a header may be: a field, a question, a column of a tool."""
    if plain_number(text) is not None:
        return False
    is_question = bool(RATED.search(text)) or text.rstrip().endswith(("?", "？"))
    return is_question or is_tool_column(text) or any(field_named(kind, text) for kind in KINDS)


def _is_summary(sheet: Sheet) -> bool:
    """Answers, each on a line of its own, and columns of counts or shares beside them."""
    answers = [text for text in sheet.columns[0].to_pylist() if text]
    if not answers or len(set(answers)) < len(answers) or len(sheet.names) < 2:
        return False
    are_rated = len(rating_words(answers)) >= FEWEST_LABELS
    is_headed = label_key(sheet.names[0]) in ANSWERS
    counts = [column.dictionary.to_pylist() for column in sheet.columns[1:]]
    names_counts = any(label_key(name) in COUNTS for name in sheet.names[1:])
    are_counts = names_counts or (are_rated and any(map(_go_beyond_a_scale, counts)))
    return (are_rated or is_headed) and are_counts and all(map(_are_numbers, counts))


def _counts_answers(sheet: Sheet) -> bool:
    """A column of questions, one of their answers, and one of how many gave each."""
    keys = [label_key(name) for name in sheet.names]
    counts = [place for place, key in enumerate(keys) if key in COUNTS]
    questions = [place for place, key in enumerate(keys) if key in QUESTION]
    answers = [place for place, key in enumerate(keys) if key in ANSWERS | ANSWER]
    if not counts or not questions or not any(place not in questions for place in answers):
        return False
    return all(_are_numbers(sheet.columns[place].dictionary.to_pylist()) for place in counts)


def _are_numbers(texts: list[str]) -> bool:
    numbers = sum(plain_number(text.rstrip("%％ ")) is not None for text in texts)
    return numbers >= HALF * len(texts)


def _go_beyond_a_scale(texts: list[str]) -> bool:
    """Shares in percent, or numbers that no rating has."""
    numbers = [number for text in texts if (number := plain_number(text)) is not None]
    return (
        any(text.rstrip().endswith(("%", "％")) for text in texts) or max(numbers, default=0) > 10
    )

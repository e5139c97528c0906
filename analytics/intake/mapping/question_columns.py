"""What a survey's column means that holds no field: a measure, a rating, an answer from a list, or
nothing the product keeps.
"""

from __future__ import annotations

import re
from dataclasses import replace

from analytics.intake.cells.text_keys import slug
from analytics.intake.cells.two_languages import two_languages
from analytics.intake.cells.vocabulary import any_part, vocabulary
from analytics.intake.mapping.column_use import BLOCKING, ColumnUse, Target
from analytics.intake.mapping.question_header import Question, names_a_rating, read_question
from analytics.intake.mapping.rating_scale import guess_scale, looks_like_ratings
from analytics.intake.mapping.standard_questionnaire import OTHER, measure_of
from analytics.intake.mapping.tick_columns import Tick
from analytics.intake.table.inspection import ColumnSeen
from analytics.matching.spelling import simplified

MOST_CHOICES = 60
LONGEST_CHOICE = 120
MOST_STEPS, LONGEST_STEP, FEWEST = 21, 40, 10
UNREAD = "rating_unread"
TARGETS: dict[str, Target] = {"importance": "importance", "expectation": "expectation"}
RATED = re.compile(any_part(vocabulary()["about"]["rated"]), re.IGNORECASE)


def question_use(column: ColumnSeen) -> ColumnUse:
    """What a survey's column means that holds no field."""
    question = read_question(column.name)
    is_rating = looks_like_ratings(
        column, bool(question.dimension) or bool(RATED.search(simplified(column.name)))
    )
    if not question.dimension and (measure := _measure(column, question, is_rating)):
        return _rated(ColumnUse(column.name, "measure", measure), column, question)
    if is_rating:
        return _item(column, question)
    is_answer = bool(column.separator) or _is_choice(column)
    use = _profile(column, question) if is_answer else ColumnUse(column.name)
    is_unread = _has_few_steps(column) and names_a_rating(column.name)
    return replace(use, doubt=UNREAD) if is_unread else use


def _measure(column: ColumnSeen, question: Question, is_rating: bool) -> str:
    """The measure a column asks for, where most of its answers rate; '' for none."""
    is_answered = is_rating or column.numeric_share > 0.5 or column.word_share > 0.5
    return (measure_of(question.label) or measure_of(column.name)) if is_answered else ""


def _has_few_steps(column: ColumnSeen) -> bool:
    """Might a column's answers be steps of a scale, though their words are not known."""
    is_short = column.longest <= LONGEST_STEP
    return is_short and 1 < column.distinct <= MOST_STEPS and column.filled >= FEWEST


def _is_choice(column: ColumnSeen) -> bool:
    """Answers from a list come back; what hardly ever does is a number, a name or a remark."""
    return (
        column.distinct <= min(MOST_CHOICES, max(3, column.filled / 2))
        and column.longest <= LONGEST_CHOICE
    )


def _rated(use: ColumnUse, column: ColumnSeen, question: Question) -> ColumnUse:
    guess = guess_scale(column, question.scale, use.measure)
    is_reversed = column.direction == "down"
    doubt = "reversed" if is_reversed and guess.doubt not in BLOCKING else guess.doubt or use.doubt
    return replace(
        use, scale=guess.scale, missing=guess.missing, is_reversed=is_reversed, doubt=doubt
    )


def _item(column: ColumnSeen, question: Question) -> ColumnUse:
    use = ColumnUse(
        column.name,
        TARGETS.get(question.about, "item"),
        dimension=question.dimension or OTHER,
        doubt="" if question.dimension else "new_item",
    )
    return _rated(_labelled(use, question.label), column, question)


def _profile(column: ColumnSeen, question: Question) -> ColumnUse:
    label = question.label or column.name
    use = ColumnUse(column.name, "profile", slug(label), separator=column.separator)
    return _labelled(use, label)


def tick_use(column: ColumnSeen, tick: Tick) -> ColumnUse:
    """One answer of a list spread over columns."""
    label = read_question(tick.stem).label or tick.stem
    return _labelled(ColumnUse(column.name, "profile", slug(label), choice=tick.choice), label)


def _labelled(use: ColumnUse, label: str) -> ColumnUse:
    """With a name in the language that the label is written in, or in both."""
    if both := two_languages(label):
        return replace(use, name_zh=both[0], name_en=both[1])
    return replace(use, name_en=label) if label.isascii() else replace(use, name_zh=label)

"""What a survey's column means that holds no field: a measure, a rating, an answer from a list, or
nothing the product keeps.
"""

from __future__ import annotations

import re
from dataclasses import replace

from analytics.intake.cells.text_keys import NUMBERING, one_line, slug
from analytics.intake.cells.two_languages import two_languages
from analytics.intake.cells.vocabulary import CHINESE, either, vocabulary
from analytics.intake.mapping.batteries import Verdict
from analytics.intake.mapping.column_use import (
    BLOCKING,
    NO_DIRECTION,
    RATING_OR_NOT,
    ColumnUse,
    Target,
)
from analytics.intake.mapping.question_header import (
    ASKS_MORE,
    Question,
    names_a_rating,
    read_question,
    without_tool_ending,
)
from analytics.intake.mapping.rating_scale import guess_scale, numbers_of
from analytics.intake.mapping.rating_words import WHICH_WORDS
from analytics.intake.mapping.standard_questionnaire import OTHER, USUAL_SCALES, measure_of
from analytics.intake.mapping.tick_columns import Tick
from analytics.intake.mapping.yes_no_numbers import is_yes_or_no, with_yes_and_no
from analytics.intake.table.file_kinds import Kind, field_named
from analytics.intake.table.inspection import ColumnSeen

MOST_CHOICES = 60
LONGEST_CHOICE = 120
MOST_STEPS, LONGEST_STEP, FEWEST = 21, 40, 10
MOST_WORDS = 7
UNREAD = "rating_unread"
GRADES = re.compile(either(vocabulary()["about"]["grades"]), re.IGNORECASE)
SCHOOL_GRADES = (1.0, 6.0)
TARGETS: dict[str, Target] = {"importance": "importance", "expectation": "expectation"}


def question_use(column: ColumnSeen, verdict: Verdict) -> ColumnUse:
    """What a survey's column means that holds no field; `verdict`: does it rate."""
    question = read_question(column.name)
    if not question.dimension and (measure := _measure(column, question, verdict == "yes")):
        return _rated(ColumnUse(column.name, "measure", measure), column, question)
    if not question.dimension and (measure := _worded_measure(column, question)):
        scale = USUAL_SCALES[measure]
        return ColumnUse(column.name, "measure", measure, scale=scale, doubt=WHICH_WORDS)
    if verdict == "yes":
        return _item(column, question)
    if verdict == "ask":
        return replace(_item(column, question), doubt=RATING_OR_NOT)
    is_answer = bool(column.separator) or _is_choice(column)
    use = _profile(column, question) if is_answer else ColumnUse(column.name)
    is_unread = _has_few_steps(column) and names_a_rating(column.name)
    doubt = UNREAD if is_unread else "count_no_rating" if verdict == "count" else use.doubt
    return replace(use, doubt=doubt)


def _measure(column: ColumnSeen, question: Question, is_rating: bool) -> str:
    """The measure a column asks for, where most of its answers rate; '' for none. Nobody answers
    how likely a recommendation is by yes or no.
    """
    is_answered = is_rating or column.numeric_share > 0.5 or column.word_share > 0.5
    measure = measure_of(question.label) or measure_of(column.name)
    if not measure or not is_answered:
        return ""
    return "" if measure == "recommend" and is_yes_or_no(column) else measure


def _worded_measure(column: ColumnSeen, question: Question) -> str:
    """The measure asked for by a column whose few answers are words that nobody knows yet."""
    measure = measure_of(question.label) or measure_of(column.name)
    is_of_words = column.numeric_share + column.word_share + column.date_share < 0.5
    is_open = is_of_words and _has_few_steps(column) and column.distinct <= MOST_WORDS
    is_asked = measure in ("intention", "goal_attainment") and not ASKS_MORE.search(column.name)
    return measure if is_open and is_asked and not column.separator else ""


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
    use = replace(
        use, scale=guess.scale, missing=guess.missing, is_reversed=is_reversed, doubt=doubt
    )
    return with_yes_and_no(_as_grades(use, column), column)


def _as_grades(use: ColumnUse, column: ColumnSeen) -> ColumnUse:
    """Of grades as schools give them the lowest is best, or the highest: that is asked."""
    is_of_school = bool(GRADES.search(column.name)) and not column.direction and not use.words
    numbers = [number for number, _ in numbers_of(column)]
    if not is_of_school or column.is_worded or not numbers or not 4 <= max(numbers) <= 6:
        return use
    scale = SCHOOL_GRADES if max(numbers) > 5 else use.scale
    return replace(use, scale=scale, is_reversed=True, doubt=NO_DIRECTION)


def _item(column: ColumnSeen, question: Question) -> ColumnUse:
    use = ColumnUse(
        column.name,
        TARGETS.get(question.about, "item"),
        dimension=question.dimension or OTHER,
        doubt="" if question.dimension else "new_item",
    )
    return _rated(_labelled(use, question.label), column, question)


def _profile(column: ColumnSeen, question: Question) -> ColumnUse:
    is_about_more = question.about != "satisfaction" or not question.label
    label = plain_label(column.name) if is_about_more else question.label
    use = ColumnUse(column.name, "profile", slug(label), separator=column.separator)
    doubt = "answers_joined" if column.wholes else ""
    return _labelled(replace(use, wholes=column.wholes, doubt=doubt), label)


def tick_use(column: ColumnSeen, tick: Tick, kind: Kind) -> ColumnUse:
    """One answer of a list spread over columns."""
    if not tick.choice:
        return ColumnUse(column.name, doubt="follows_from_ticks")
    words = ((tick.mark, 1.0),) if tick.mark else ()
    field = field_named(kind, tick.stem)
    if field and field.form == "objectives":
        return ColumnUse(column.name, "field", field.key, choice=tick.choice, words=words)
    label = plain_label(tick.stem)
    use = ColumnUse(column.name, "profile", slug(label), choice=tick.choice, words=words)
    return _labelled(use, label)


def plain_label(header: str) -> str:
    """A header as it was asked, without its number and trailing signs."""
    text = without_tool_ending(NUMBERING.sub("", one_line(header)))
    return text.strip().rstrip(":：-–—、，,").strip() or header


def _labelled(use: ColumnUse, label: str) -> ColumnUse:
    """With a name in the language that the label is written in, or in both."""
    if both := two_languages(label):
        return replace(use, name_zh=both[0], name_en=both[1])
    return replace(use, name_zh=label) if CHINESE.search(label) else replace(use, name_en=label)

"""Columns answered in words: in which set of them, and which words have no rating yet."""

from __future__ import annotations

from dataclasses import replace

from analytics.intake.cells.rating import (
    MISSING,
    SATISFACTION,
    family_of,
    plain_word,
    rating,
    words_for,
)
from analytics.intake.cells.remark import Refused
from analytics.intake.cells.text_keys import label_key, name_key
from analytics.intake.mapping.column_use import BLOCKING, ColumnUse
from analytics.intake.mapping.rating_words import WHICH_WORDS, is_one_to_one, meant, used_words
from analytics.intake.table.inspection import ColumnSeen, Inspection


def with_word_sets(
    uses: list[ColumnUse], inspection: Inspection, mapped_before: set[str]
) -> list[ColumnUse]:
    """Columns of words with their set of words; where that is open, a person is asked."""
    words_used = {}
    for use in uses:
        column = inspection.column(use.column)
        if use.is_rating and column is not None and column.is_worded:
            words_used[use.column] = used_words(column, family_of(use.measure), use.measure)
    worded = [_with_words(use, words_used, use.column in mapped_before) for use in uses]
    return [_asking_for_unknown(use, inspection) for use in worded]


def _asking_for_unknown(use: ColumnUse, inspection: Inspection) -> ColumnUse:
    """A column whose set of words is known, but which holds words outside it: these are placed by
    a person.
    """
    column = inspection.column(use.column)
    if column is None or not column.is_worded or use.doubt in BLOCKING or not use.scale:
        return use
    if not unknown_words(use, column):
        return use
    known = words_for(use.measure, use.scale, use.words)
    used = {plain_word(value, known) for value, _ in column.common} & known.keys()
    words = use.words or tuple((word, known[word]) for word in sorted(used))
    return replace(use, words=words, doubt=WHICH_WORDS)


def _with_words(
    use: ColumnUse, words_used: dict[str, frozenset[str]], is_mapped_before: bool
) -> ColumnUse:
    if use.column not in words_used:
        return use
    used, usual = words_used[use.column], family_of(use.measure)
    if is_mapped_before and _is_settled(use, used):
        return use
    is_satisfaction = usual is SATISFACTION
    alike = [words for words in words_used.values() if words & used] if is_satisfaction else []
    beside = used.union(*alike)
    word_set = meant(used, beside, usual, use.measure)
    if word_set is None:
        return replace(use, doubt=WHICH_WORDS)
    scale, ratings = word_set
    words = [(word, ratings[word]) for word in sorted(beside & ratings.keys())]
    return replace(
        use,
        scale=scale,
        words=() if word_set is usual else tuple(words),
        doubt="" if use.doubt == "two_words_one_step" else use.doubt,
    )


def _is_settled(use: ColumnUse, used: frozenset[str]) -> bool:
    """Do the words that an earlier file settled give each of these a rating of its own."""
    words = words_for(use.measure, use.scale, use.words) if use.scale else {}
    return use.scale is not None and is_one_to_one(used, words)


def unknown_words(use: ColumnUse, column: ColumnSeen) -> list[str]:
    """Words of a rating column that nobody has given a rating yet."""
    if not use.is_rating or not use.scale:
        return []
    if use.doubt == WHICH_WORDS:
        rated = {label_key(word) for word, _ in use.words}
        texts = [value for value, _ in column.common if name_key(value) not in MISSING]
        unplaced = [text for text in texts if plain_word(text, rated) not in rated]
        return [text for text in unplaced if text not in use.missing and not _is_number(text, use)]
    words = words_for(use.measure, use.scale, use.words)
    return [
        value
        for value, _ in column.common
        if value not in use.missing and _is_no_rating(rating(value, use.scale, words))
    ]


def _is_number(text: str, use: ColumnUse) -> bool:
    return use.scale is not None and not _is_no_rating(rating(text, use.scale, {}))


def _is_no_rating(answer: float | Refused | None) -> bool:
    return isinstance(answer, Refused) and answer.reason == "not_a_rating"

"""A column without its rows: enough to guess what it means and to show it."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pyarrow as pa

from analytics.intake.cells.best_end import anchored_number
from analytics.intake.cells.contact import HIDDEN, kind_of_contact
from analytics.intake.cells.date import day_order, parse_day
from analytics.intake.cells.digit_grouping import grouping_of
from analytics.intake.cells.multiple_choice import find_separator, whole_choices
from analytics.intake.cells.number import plain_number
from analytics.intake.cells.rating import MISSING, marked_number, rating_words
from analytics.intake.cells.remark import Refused
from analytics.intake.cells.text_keys import name_key
from analytics.intake.table.inspection import ColumnSeen

SHOWN = 60
LOOKED_AT = 2_000


def column_profile(name: str, column: pa.DictionaryArray) -> ColumnSeen:
    """What can be said of a column from its different values and how often each stands there."""
    counted = _counted(column)
    if not counted:
        return ColumnSeen(name)
    sample = counted[:LOOKED_AT]
    answered = [(value, count) for value, count in sample if name_key(value) not in MISSING]
    numbers = [number for value, _ in answered if (number := _number(value)) is not None]
    words = rating_words(value for value, _ in answered)
    date_share = _share(answered[:200], _is_day)
    texts = [text for text, _ in counted]
    contact = kind_of_contact(name, texts[:SHOWN])
    shown = [(HIDDEN, sum(count for _, count in counted))] if contact else counted[:SHOWN]
    separator = find_separator(answered) if len(counted) <= LOOKED_AT else ""
    return ColumnSeen(
        name,
        filled=sum(count for _, count in counted),
        distinct=len(counted),
        common=tuple((value[:200], count) for value, count in shown),
        numeric_share=_share(answered, lambda value: _number(value) is not None),
        lowest=None if contact else min(numbers, default=None),
        highest=None if contact else max(numbers, default=None),
        word_share=_share(answered, lambda value: value in words),
        date_share=date_share,
        date_order=day_order(texts) if date_share > 0.5 else "",
        separator=separator,
        wholes=whole_choices(answered, separator),
        longest=max(len(value) for value, _ in sample),
        grouping=grouping_of(texts),
        contact=contact,
    )


def _counted(column: pa.DictionaryArray) -> list[tuple[str, int]]:
    """Different values with their number of rows, most frequent first, then as they come."""
    texts = column.dictionary.to_pylist()
    counts = np.bincount(column.indices.drop_null().to_numpy(), minlength=len(texts))
    order = np.argsort(-counts, kind="stable")
    return [
        (texts[code], count)
        for code, count in zip(order.tolist(), counts[order].tolist(), strict=True)
        if count
    ]


def _share(values: list[tuple[str, int]], holds: Callable[[str], bool]) -> float:
    total = sum(count for _, count in values)
    return sum(count for value, count in values if holds(value)) / total if total else 0.0


def _number(value: str) -> float | None:
    plain = plain_number(value.rstrip("%分 "))
    number = plain if plain is not None else anchored_number(value)
    return marked_number(value) if number is None else number


def _is_day(value: str) -> bool:
    if plain_number(value) is not None and len(value) != 8:
        return False
    day = parse_day(value)
    return not isinstance(day, Refused) or day.reason == "ambiguous_date"

"""Answers that are kept and pointed out: without a number, called a test, said twice."""

from __future__ import annotations

import re
from collections.abc import Iterable

import numpy as np
import pyarrow as pa

from analytics.intake.cells.contact import kind_of_contact
from analytics.intake.cells.text_keys import label_key
from analytics.intake.cells.vocabulary import either, vocabulary
from analytics.intake.convert.value_columns import Rows, codes
from analytics.intake.mapping.column_use import Mapping

TESTS = frozenset(map(label_key, vocabulary()["rows"]["tests"]))
LONGEST_TEST = max(map(len, TESTS))
LEGAL_FORM = re.compile(either(vocabulary()["rows"]["legal_forms"]) + r"[.\s]*$", re.IGNORECASE)
LONGEST_FORM = 12
NAMING = ("name", "code", "respondent", "comment", "description")
NUMBERED, NEARLY_UNIQUE = 0.5, 0.5
SAMPLED = 60
PRIME = 1_000_003


def point_out(rows: Rows, mapping: Mapping) -> None:
    """Name the rows of a survey that may not be answers of their own. All are kept."""
    _without_number(rows, mapping)
    point_out_tests(rows, mapping)
    _with_same_contact(rows)
    if mapping.field_column("respondent") is None:
        _said_twice(rows)


def _without_number(rows: Rows, mapping: Mapping) -> None:
    use = mapping.field_column("respondent")
    if use is None or use.column not in rows.sheet.names:
        return
    is_blank = codes(rows.sheet.column(use.column)) < 0
    if is_blank.mean() < 1 - NUMBERED:
        _name(rows, np.flatnonzero(is_blank).tolist(), "no_number", use.column)


def point_out_tests(rows: Rows, mapping: Mapping) -> None:
    """Name the rows whose name, number or comment only says that they are a test."""
    for key in NAMING:
        use = mapping.field_column(key)
        if use is None or use.column not in rows.sheet.names:
            continue
        column = rows.sheet.column(use.column)
        tests = [place for place, text in enumerate(column.dictionary.to_pylist()) if is_test(text)]
        if tests:
            places = np.flatnonzero(np.isin(codes(column), tests)).tolist()
            _name(rows, places, "looks_like_test", use.column)


def is_test(text: str) -> bool:
    """Does a name, number or comment only say that it is a test, also as a company: Test GmbH."""
    if len(text) > LONGEST_TEST + LONGEST_FORM:
        return False
    return label_key(text) in TESTS or label_key(LEGAL_FORM.sub("", text)) in TESTS


def _with_same_contact(rows: Rows) -> None:
    """Rows that share an e-mail address or a telephone number, which is not shown itself."""
    for name in rows.sheet.names:
        column = rows.sheet.column(name)
        sample = column.dictionary[:SAMPLED].to_pylist()
        if kind_of_contact(name, sample):
            _name_groups(rows, codes(column), "same_contact", name)


def _said_twice(rows: Rows) -> None:
    """Rows equal in every column, one of which hardly ever holds the same twice."""
    columns = rows.sheet.columns
    if not any(_is_nearly_unique(column) for column in columns):
        return
    telling = np.zeros(len(rows.sheet), bool)
    for column in columns:
        if _is_nearly_unique(column):
            telling |= codes(column) >= 0
    name_repeated(rows, telling)


def name_repeated(rows: Rows, telling: np.ndarray[tuple[int], np.dtype[np.bool_]]) -> None:
    """Name the lines equal to an earlier one in every cell, among those of `telling`."""
    together = np.zeros(len(rows.sheet), np.int64)
    for column in rows.sheet.columns:
        together = together * PRIME + codes(column) + 1
    _name_groups(rows, np.where(telling, together, -1), "said_twice", None, is_hashed=True)


def _is_nearly_unique(column: pa.DictionaryArray) -> bool:
    filled = len(column) - column.null_count
    return bool(filled > 1 and len(column.dictionary) >= NEARLY_UNIQUE * filled)


def _name_groups(
    rows: Rows,
    keys: np.ndarray[tuple[int], np.dtype[np.int64]],
    reason: str,
    column: str | None,
    *,
    is_hashed: bool = False,
) -> None:
    """Name every row that shares its key with an earlier one; `others` are the lines before it."""
    valid = rows.stay & ((keys != -1) if is_hashed else (keys >= 0))
    places = np.flatnonzero(valid)
    _, group, count = np.unique(keys[places], return_inverse=True, return_counts=True)
    first: dict[int, int] = {}
    for place, number in zip(places[count[group] > 1], group[count[group] > 1], strict=True):
        line = int(rows.lines[place])
        if int(number) in first:
            rows.remarks.add(reason, line=line, column=column, others=str(first[int(number)]))
        else:
            first[int(number)] = line


def _name(rows: Rows, places: Iterable[int], reason: str, column: str) -> None:
    texts = rows.sheet.column(column)
    for row in places:
        if rows.stay[row]:
            value = texts[row].as_py()
            rows.remarks.add(reason, line=int(rows.lines[row]), column=column, value=value)

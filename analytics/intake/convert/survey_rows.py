"""Survey answers: one row a respondent, ratings in lists by the items' permanent slots."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from analytics.errors import Unreadable
from analytics.intake.convert.damaged_answers import remark_damaged, remark_unfinished
from analytics.intake.convert.edition_of_row import edition_rows, ids_of, numbers_of
from analytics.intake.convert.exhibitor_keys import exhibitor_keys
from analytics.intake.convert.field_values import field_values
from analytics.intake.convert.item_slots import Questionnaire
from analytics.intake.convert.multiple_choice_rows import answers_of_question
from analytics.intake.convert.ordered_answers import ordered_columns
from analytics.intake.convert.pointed_out_rows import point_out
from analytics.intake.convert.question_rows import question_rows, remark_scales
from analytics.intake.convert.rating_lists import rating_lists, ratings
from analytics.intake.convert.register_rows import Tables
from analytics.intake.convert.repeated_respondents import Respondent, leave_out_repeated
from analytics.intake.convert.value_columns import LIST_OF_TEXT, Rows, is_blank
from analytics.intake.mapping.column_use import ColumnUse, Mapping
from analytics.intake.mapping.known_fair import Known
from analytics.intake.mapping.standard_questionnaire import MEASURE_KEYS
from analytics.intake.table.file_kinds import kind_of

MOST_LABELS = 5_000
Mask = np.ndarray[Any, np.dtype[np.bool_]]


def survey_tables(
    rows: Rows, mapping: Mapping, known: Known, stored: set[Respondent]
) -> tuple[Tables, Tables]:
    """(row tables, questionnaire tables) of a survey. `stored` are in the store already."""
    audience = kind_of(mapping.kind).audience or "exhibitor"
    questionnaire = Questionnaire(mapping, known, audience)
    numbers = numbers_of(rows, mapping, known)
    edition = ids_of(numbers, mapping.fair_id)
    respondent = field_values(rows, mapping, "respondent")
    leave_out_repeated(rows, mapping, edition, respondent, stored)
    columns = _plain(rows, mapping, edition) | _answers(rows, mapping, questionnaire)
    _leave_out_empty(rows, columns)
    remark_unfinished(rows)
    remark_damaged(rows, mapping)
    point_out(rows, mapping)
    head = {
        "edition_id": edition,
        "audience": pa.repeat(pa.scalar(audience), len(rows.sheet)),
        "respondent": respondent,
    }
    rated = {name: columns.pop(f"of_{name}") for name in ("sat", "imp", "expected")}
    measured = {key: ~is_blank(columns[key]) for key in MEASURE_KEYS}
    questions = question_rows(questionnaire, edition, rows.stay, rated["sat"], measured)
    remark_scales(questionnaire, rows.remarks)
    tables = {
        "response_rows": rows.only_kept(head | columns),
        "question_rows": questions,
        "edition_rows": edition_rows(rows, numbers, mapping, known),
    }
    return tables, questionnaire.tables()


def _leave_out_empty(rows: Rows, columns: dict[str, Any]) -> None:
    """A line without any answer is no response."""
    has_answer = np.zeros(len(rows.sheet), bool)
    for name in (*MEASURE_KEYS, "objectives", "comment"):
        has_answer |= ~is_blank(columns[name])
    for name in ("sat", "imp", "expected", "profile"):
        has_answer |= columns.pop(f"has_{name}")
    rows.leave_out(np.flatnonzero(~has_answer), "no_answers")


def _answers(rows: Rows, mapping: Mapping, questionnaire: Questionnaire) -> dict[str, Any]:
    return (
        _measures(rows, mapping)
        | _choices(rows, mapping)
        | ordered_columns(rows, mapping)
        | rating_lists(rows, questionnaire)
    )


def _plain(rows: Rows, mapping: Mapping, edition: pa.Array) -> dict[str, pa.Array]:
    keys, _, name = exhibitor_keys(rows, mapping, edition)
    fields = {
        key: field_values(rows, mapping, key) for key in ("industry", "region", "weight", "comment")
    }
    moments = field_values(rows, mapping, "answered_on")
    fields |= {"answered_at": moments, "answered_on": moments.cast(pa.date32(), safe=False)}
    return {"exhibitor_key": keys, "exhibitor_name": name} | fields


def _measures(rows: Rows, mapping: Mapping) -> dict[str, pa.Array]:
    uses = {use.key: use for use in mapping.columns if use.target == "measure"}
    nothing = pa.nulls(len(rows.sheet), pa.int16())
    return {key: ratings(rows, uses[key], key) if key in uses else nothing for key in MEASURE_KEYS}


def _choices(rows: Rows, mapping: Mapping) -> dict[str, Any]:
    columns: dict[str, Any] = {}
    for key in ("objectives", "attained"):
        columns[key] = pa.nulls(len(rows.sheet), LIST_OF_TEXT)
        of_key = [use for use in mapping.columns if (use.target, use.key) == ("field", key)]
        if of_key:
            columns[key] = answers_of_question(rows, of_key, is_objective=True)
    uses = [
        use for use in mapping.columns if use.target == "profile" and use.column in rows.sheet.names
    ]
    columns["profile"], columns["has_profile"] = _profile(rows, uses)
    return columns


def _refuse_many_labels(column: str, answers: pa.Array) -> None:
    """Raises Unreadable 'too_many_labels' where answers to filter by are no list but free text."""
    if (count := pc.count_distinct(answers.flatten()).as_py()) > MOST_LABELS:
        details = {"column": column, "count": str(count), "limit": str(MOST_LABELS)}
        raise Unreadable("too_many_labels", details)


def _profile(rows: Rows, uses: list[ColumnUse]) -> tuple[pa.Array, Mask]:
    """A map a row: field -> answers, only of the fields answered."""
    size = len(rows.sheet)
    kind = pa.map_(pa.string(), LIST_OF_TEXT)
    if not uses:
        return pa.nulls(size, kind), np.zeros(size, bool)
    lists = {
        key: answers_of_question(rows, [use for use in uses if use.key == key])
        for key in dict.fromkeys(use.key for use in uses)
    }
    for key, answers in lists.items():
        _refuse_many_labels(next(use.column for use in uses if use.key == key), answers)
    is_given = np.stack([~is_blank(of_field) for of_field in lists.values()], axis=1)
    row, field = np.nonzero(is_given)
    answers_given = pa.concat_arrays(list(lists.values())).take(pa.array(field * size + row))
    names = pa.array(list(lists), pa.string()).take(pa.array(field))
    offsets = pa.array(np.concatenate([[0], np.cumsum(is_given.sum(axis=1))]), pa.int32())
    has_profile: Mask = np.asarray(is_given.any(axis=1), bool)
    return pa.MapArray.from_arrays(offsets, names, answers_given), has_profile

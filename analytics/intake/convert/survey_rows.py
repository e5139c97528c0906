"""Survey answers: one row a respondent, ratings in lists by the items' permanent slots, in
hundredths of a scale point.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import pyarrow as pa

from analytics.intake.cells.rating import rating, words_for
from analytics.intake.cells.remark import Refused
from analytics.intake.convert import edition_of_row
from analytics.intake.convert.damaged_answers import remark_damaged, remark_unfinished
from analytics.intake.convert.item_slots import Placed, Questionnaire
from analytics.intake.convert.multiple_choice_rows import chosen, one_column
from analytics.intake.convert.question_rows import question_rows, remark_scales
from analytics.intake.convert.register_rows import Tables, exhibitor_keys, field_values
from analytics.intake.convert.value_columns import LIST_OF_TEXT, Rows, codes, is_blank, parsed
from analytics.intake.mapping.column_use import ColumnUse, Mapping
from analytics.intake.mapping.known_fair import Known
from analytics.intake.mapping.standard_questionnaire import MEASURE_KEYS
from analytics.intake.table.file_kinds import kind_of

HUNDREDTHS = 100
Matrix = np.ndarray[Any, np.dtype[np.int16]]
Mask = np.ndarray[Any, np.dtype[np.bool_]]
Places = np.ndarray[Any, np.dtype[np.int64]]


def answers(
    rows: Rows, mapping: Mapping, known: Known, taken: set[tuple[str, str]]
) -> tuple[Tables, Tables]:
    """(row tables, questionnaire tables) of a survey. `taken` are (edition, respondent) pairs the
    store holds already.
    """
    audience = kind_of(mapping.kind).audience or "exhibitor"
    questionnaire = Questionnaire(mapping, known, audience)
    numbers = edition_of_row.numbers_of(rows, mapping, known)
    edition = edition_of_row.ids_of(numbers, mapping.fair_id)
    respondent = field_values(rows, mapping, "respondent")
    _leave_out_known(rows, mapping, edition, respondent, taken)
    columns = _plain(rows, mapping, edition) | _answered(rows, mapping, questionnaire)
    _leave_out_empty(rows, columns)
    remark_unfinished(rows)
    remark_damaged(rows, mapping)
    head = {
        "edition_id": edition,
        "audience": pa.repeat(pa.scalar(audience), len(rows.sheet)),
        "respondent": respondent,
    }
    given = {name: columns.pop(f"of_{name}") for name in ("sat", "imp", "expected")}
    measured = {key: ~is_blank(columns[key]) for key in MEASURE_KEYS}
    questions = question_rows(questionnaire, edition, rows.stay, given["sat"], measured)
    remark_scales(questionnaire, rows.remarks)
    tables = {
        "response_rows": rows.only_kept(head | columns),
        "question_rows": questions,
        "edition_rows": edition_of_row.edition_rows(
            rows.only_kept({"n": numbers})["n"].to_pylist(), mapping, known
        ),
    }
    return tables, questionnaire.tables()


def _leave_out_known(
    rows: Rows,
    mapping: Mapping,
    edition: pa.Array,
    respondent: pa.Array,
    taken: set[tuple[str, str]],
) -> None:
    """One questionnaire counts once an edition, in this file and with all before it.

    Different answers under one number are different people until somebody says otherwise: all are
    kept, each is named.
    """
    use = mapping.field_column("respondent")
    if use is None:
        return
    suspects = _suspects(rows, edition, respondent, taken)
    texts = np.stack([codes(column)[suspects] for column in rows.sheet.columns], axis=1)
    same: dict[tuple[str, str], list[int]] = {}
    pairs = zip(
        edition.take(pa.array(suspects)).to_pylist(),
        respondent.take(pa.array(suspects)).to_pylist(),
        strict=True,
    )
    for place, pair in enumerate(pairs):
        if pair in taken:
            rows.leave_out([suspects[place]], "already_stored", use.column)
            continue
        earlier = same.setdefault(pair, [])
        first = next((one for one in earlier if np.array_equal(texts[one], texts[place])), None)
        if first is not None:
            rows.leave_out(
                [suspects[place]],
                "duplicate_row",
                use.column,
                first=str(int(rows.lines[suspects[first]])),
            )
        else:
            earlier.append(place)
    _remark_shared(
        rows, use.column, [suspects[alike].tolist() for alike in same.values() if len(alike) > 1]
    )


def _suspects(
    rows: Rows, edition: pa.Array, respondent: pa.Array, taken: set[tuple[str, str]]
) -> Places:
    """The rows whose respondent this file, or perhaps the store, names twice in one edition."""
    who, where = codes(respondent.dictionary_encode()), codes(edition.dictionary_encode())
    named: Places = np.flatnonzero(rows.stay & (who >= 0) & (where >= 0))
    if taken:
        return named
    _, pair, count = np.unique(
        where[named] * len(rows.sheet) + who[named], return_inverse=True, return_counts=True
    )
    return np.asarray(named[count[pair] > 1])


def _remark_shared(rows: Rows, column: str, groups: list[list[int]]) -> None:
    texts = rows.sheet.column(column)
    for group in groups:
        lines = [str(int(rows.lines[row])) for row in group]
        for row, line in zip(group, lines, strict=True):
            others = ", ".join(one for one in lines if one != line)
            value = texts[row].as_py()
            rows.remarks.add(
                "duplicate_respondent", line=int(line), column=column, value=value, others=others
            )


def _leave_out_empty(rows: Rows, columns: dict[str, Any]) -> None:
    """A line without any answer is no response."""
    given = np.zeros(len(rows.sheet), bool)
    for name in (*MEASURE_KEYS, "objectives", "comment"):
        given |= ~is_blank(columns[name])
    for name in ("sat", "imp", "expected", "profile"):
        given |= columns.pop(f"has_{name}")
    rows.leave_out(np.flatnonzero(~given), "no_answers")


def _answered(rows: Rows, mapping: Mapping, questionnaire: Questionnaire) -> dict[str, Any]:
    return _measures(rows, mapping) | _choices(rows, mapping) | _lists(rows, questionnaire)


def _plain(rows: Rows, mapping: Mapping, edition: pa.Array) -> dict[str, pa.Array]:
    keys, _, name = exhibitor_keys(rows, mapping, edition)
    fields = {
        key: field_values(rows, mapping, key) for key in ("industry", "region", "weight", "comment")
    }
    moments = field_values(rows, mapping, "answered_on")
    fields |= {"answered_at": moments, "answered_on": moments.cast(pa.date32(), safe=False)}
    return {"exhibitor_key": keys, "exhibitor_name": name} | fields


def _ratings(rows: Rows, use: ColumnUse, measure: str = "") -> pa.Array:
    """A column's ratings in hundredths, more is better; null for "no answer"; what is outside the
    scale is remarked on.
    """
    scale = use.scale or (1.0, 5.0)
    words, missing = words_for(measure, scale, use.words), frozenset(use.missing)

    def parse(cell: str) -> int | None | Refused:
        if cell in missing or cell.removesuffix(".0") in missing:
            return None
        value = rating(cell, scale, words, use.is_reversed)
        return value if value is None or isinstance(value, Refused) else round(value * HUNDREDTHS)

    return parsed(rows, use.column, parse, pa.int16())[0]


def _measures(rows: Rows, mapping: Mapping) -> dict[str, pa.Array]:
    uses = {use.key: use for use in mapping.columns if use.target == "measure"}
    nothing = pa.nulls(len(rows.sheet), pa.int16())
    return {key: _ratings(rows, uses[key], key) if key in uses else nothing for key in MEASURE_KEYS}


def _choices(rows: Rows, mapping: Mapping) -> dict[str, Any]:
    columns: dict[str, Any] = {}
    for key in ("objectives", "attained"):
        use = mapping.field_column(key)
        columns[key] = (
            one_column(rows, use, is_objective=True)
            if use
            else pa.nulls(len(rows.sheet), LIST_OF_TEXT)
        )
    uses = [
        use for use in mapping.columns if use.target == "profile" and use.column in rows.sheet.names
    ]
    columns["profile"], columns["has_profile"] = _profile(rows, uses)
    return columns


def _profile(rows: Rows, uses: list[ColumnUse]) -> tuple[pa.Array, Mask]:
    """A map a row: field -> answers, only of the fields answered."""
    size = len(rows.sheet)
    kind = pa.map_(pa.string(), LIST_OF_TEXT)
    if not uses:
        return pa.nulls(size, kind), np.zeros(size, bool)
    lists = {
        key: chosen(rows, [use for use in uses if use.key == key])
        for key in dict.fromkeys(u.key for u in uses)
    }
    given = np.stack([~is_blank(one) for one in lists.values()], axis=1)
    row, field = np.nonzero(given)
    answers_given = pa.concat_arrays(list(lists.values())).take(pa.array(field * size + row))
    names = pa.array(list(lists), pa.string()).take(pa.array(field))
    offsets = pa.array(np.concatenate([[0], np.cumsum(given.sum(axis=1))]), pa.int32())
    is_given: Mask = np.asarray(given.any(axis=1), bool)
    return pa.MapArray.from_arrays(offsets, names, answers_given), is_given


def _lists(rows: Rows, questionnaire: Questionnaire) -> dict[str, Any]:
    """The three answer lists, `sat` always as long as the highest slot so that the others line up
    with it.
    """
    columns: dict[str, Any] = {}
    for name, target in (("sat", "item"), ("imp", "importance"), ("expected", "expectation")):
        placed = [
            one
            for one in questionnaire.placed
            if one.use.target == target and one.use.column in rows.sheet.names
        ]
        values, given = _matrix(rows, placed, questionnaire.width)
        is_asked = bool(placed) or (name == "sat" and questionnaire.width > 0)
        columns[name] = (
            _as_lists(values, given)
            if is_asked
            else pa.nulls(len(rows.sheet), pa.list_(pa.int16()))
        )
        columns[f"has_{name}"] = given.any(axis=1)
        columns[f"of_{name}"] = given
    return columns


def _matrix(rows: Rows, placed: list[Placed], width: int) -> tuple[Matrix, Mask]:
    values: Matrix = np.zeros((len(rows.sheet), width), np.int16)
    given: Mask = np.zeros((len(rows.sheet), width), bool)
    for one in placed:
        read = _ratings(rows, one.use)
        is_given = ~is_blank(read)
        plain = read.fill_null(0).to_numpy(zero_copy_only=False)
        for slot in one.slots:
            values[:, slot - 1], given[:, slot - 1] = plain, is_given
    return values, given


def _as_lists(values: Matrix, given: Mask) -> pa.Array:
    rows, width = values.shape
    flat = pa.array(values.ravel(), pa.int16(), mask=~given.ravel())
    return pa.ListArray.from_arrays(pa.array(np.arange(rows + 1, dtype=np.int32) * width), flat)

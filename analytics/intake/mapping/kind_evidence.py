"""Whether a file is one of ours at all: a kind needs a least score, whatever it was taken for.

A survey needs a rating that its name or its words show, a question, or what survey tools write
beside answers; small numbers alone are none. A register needs a field that tells its kind, or
fields for half of its columns.
"""

from __future__ import annotations

from analytics.intake.mapping.column_use import Mapping
from analytics.intake.mapping.doubt import Doubt
from analytics.intake.mapping.known_fair import Known
from analytics.intake.mapping.question_header import read_question
from analytics.intake.mapping.standard_questionnaire import measure_of
from analytics.intake.table.file_kinds import Field, kind_of
from analytics.intake.table.inspection import ColumnSeen, Inspection
from analytics.intake.table.table_shape import RATED

TELLING = 2
FEWEST_QUESTIONS = 2
MOST_NAMED = 8


def none_of_ours(mapping: Mapping, inspection: Inspection, known: Known) -> list[Doubt]:
    """A doubt about the whole file where nothing shows that it is of the kind it was taken for."""
    is_survey = kind_of(mapping.kind).audience is not None
    has_evidence = _is_survey if is_survey else _is_register
    if has_evidence(mapping, inspection):
        return []
    names = [column.name for column in inspection.columns if column.filled]
    each = next((column.name for column in inspection.columns if _is_told_apart(column)), "")
    details = {
        "lines": str(inspection.lines_read),
        "names": ", ".join(names[:MOST_NAMED]) + (" …" if len(names) > MOST_NAMED else ""),
    }
    reason = "none_of_ours_each" if each else "none_of_ours"
    return [Doubt(reason, tuple(names), "guess", details | {"each": each})]


def _is_told_apart(column: ColumnSeen) -> bool:
    return column.filled > 1 and column.distinct == column.filled


def _is_survey(mapping: Mapping, inspection: Inspection) -> bool:
    if inspection.container == "spss" or inspection.codes:
        return True
    ratings = [use.column for use in mapping.columns if use.is_rating]
    columns = [column for name in ratings if (column := inspection.column(name))]
    if any(map(_is_shown_to_rate, columns)):
        return True
    keys = {use.key for use in mapping.columns if use.target == "field"}
    asks = [column for column in inspection.columns if column.name.rstrip().endswith(("?", "？"))]
    is_asked = len(asks) >= FEWEST_QUESTIONS or bool({"objectives", "attained"} & keys)
    return is_asked or ("respondent" in keys and len(ratings) >= FEWEST_QUESTIONS)


def _is_shown_to_rate(column: ColumnSeen) -> bool:
    """Does a column's name, or do its words, say that it rates."""
    asked = read_question(column.name)
    is_named = bool(asked.dimension or measure_of(asked.label) or RATED.search(column.name))
    return is_named or column.is_worded or bool(column.direction)


def _is_register(mapping: Mapping, inspection: Inspection) -> bool:
    kind = kind_of(mapping.kind)
    fields = [
        field for use in mapping.columns if (field := _field(kind.field(use.key), use.target))
    ]
    filled = sum(bool(column.filled) for column in inspection.columns)
    return any(field.tells >= TELLING for field in fields) or len(fields) * 2 >= filled


def _field(field: Field | None, target: str) -> Field | None:
    return field if target == "field" else None

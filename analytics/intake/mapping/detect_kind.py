"""Which of the eight kinds a file is."""

from __future__ import annotations

from dataclasses import replace

from analytics.intake.mapping.known_fair import Known
from analytics.intake.mapping.named_field import named_field
from analytics.intake.mapping.question_header import read_question
from analytics.intake.mapping.ranked_columns import ranked_uses
from analytics.intake.mapping.rating_scale import looks_like_ratings
from analytics.intake.mapping.standard_questionnaire import measure_of
from analytics.intake.mapping.tick_columns import tick_columns
from analytics.intake.mapping.whose_survey import audience_of
from analytics.intake.table.file_kinds import (
    KINDS,
    Field,
    Kind,
    is_tool_column,
    survey_of,
)
from analytics.intake.table.inspection import ColumnSeen, Inspection

RATED_COLUMN = 2
MOST_EDITIONS = 300
SAYS_KIND = {
    "prospects": frozenset(("prospect_lists", "seen_at")),
    "contacts": frozenset(("contacted_on", "next_step", "next_on")),
}
"""Kinds that a list of firms with further columns is not taken for unless one of these is there."""
UNKNOWN = Known()


def detect_kind(inspection: Inspection, known: Known = UNKNOWN) -> str:
    """The kind whose fields the headers name most tellingly; a survey is told by its ratings."""
    plain = _without_shared_questions(inspection)
    scores = {kind.key: _score(kind, plain) for kind in KINDS if kind.audience is None}
    survey = survey_of(audience_of(inspection, known)[0])
    scores[survey.key] = _survey_score(inspection)
    return max(scores, key=lambda key: scores[key])


def _without_shared_questions(inspection: Inspection) -> Inspection:
    """Without columns of ticks, places and points: what these stand for names no field."""
    shared = tick_columns(inspection.columns).keys() | ranked_uses(inspection.columns).keys()
    columns = tuple(column for column in inspection.columns if column.name not in shared)
    return replace(inspection, columns=columns)


def _score(kind: Kind, inspection: Inspection) -> float:
    fields = _named_fields(kind, inspection)
    if any(field.is_needed and field.key not in fields for field in kind.fields):
        return 0.0
    if kind.one_of and not any(key in fields for key in kind.one_of):
        return 0.0
    if kind.key == "editions" and not _is_one_row_an_edition(kind, inspection):
        return 0.0
    if kind.key in SAYS_KIND and not fields.keys() & SAYS_KIND[kind.key]:
        return 0.0
    return _telling(fields)


def _named_fields(kind: Kind, inspection: Inspection) -> dict[str, Field]:
    """Key -> the field of a kind that some header names."""
    fields = (named_field(kind, column) for column in inspection.columns)
    return {field.key: field for field in fields if field}


def _telling(fields: dict[str, Field]) -> float:
    return sum(field.tells + 0.1 for field in fields.values())


def _is_one_row_an_edition(kind: Kind, inspection: Inspection) -> bool:
    for column in inspection.columns:
        field = named_field(kind, column)
        if field and field.key == "edition":
            return column.filled == column.distinct <= MOST_EDITIONS
    return False


def _survey_score(inspection: Inspection) -> float:
    telling = _telling(_named_fields(KINDS[0], inspection))
    rated = sum(_is_rated(column) for column in inspection.columns)
    tools = sum(is_tool_column(column.name) for column in inspection.columns)
    if rated or tools > 2:
        return telling + rated * RATED_COLUMN + tools * 0.5
    return telling * 0.5


def _is_rated(column: ColumnSeen) -> bool:
    if named_field(KINDS[0], column):
        return False
    asked = read_question(column.name)
    is_named = bool(asked.dimension or measure_of(asked.label))
    return looks_like_ratings(column) or (is_named and looks_like_ratings(column, is_named_so=True))

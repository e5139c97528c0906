"""Which of the seven kinds a file is."""

from __future__ import annotations

import re

from analytics.intake.cells.vocabulary import any_part, vocabulary
from analytics.intake.mapping.question_header import read_question
from analytics.intake.mapping.rating_scale import looks_like_ratings
from analytics.intake.mapping.standard_questionnaire import measure_of
from analytics.intake.table.file_kinds import KINDS, Field, Kind, field_named, is_tool_column
from analytics.intake.table.inspection import ColumnSeen, Inspection

VISITOR = re.compile(any_part(vocabulary()["about"]["visitor"]), re.IGNORECASE)
EXHIBITOR = re.compile(any_part(vocabulary()["about"]["exhibitor"]), re.IGNORECASE)
RATED_COLUMN = 2
MOST_EDITIONS = 300


def detect_kind(seen: Inspection) -> str:
    """The kind whose fields the headers name most tellingly; a survey is told by its ratings."""
    scores = {kind.key: _score(kind, seen) for kind in KINDS if kind.audience is None}
    scores |= dict.fromkeys([_survey(seen)], _survey_score(seen))
    return max(scores, key=lambda key: scores[key])


def _score(kind: Kind, seen: Inspection) -> float:
    found = {one.key: one for column in seen.columns if (one := field_named(kind, column.name))}
    if any(field.is_needed and field.key not in found for field in kind.fields):
        return 0.0
    if kind.one_of and not any(key in found for key in kind.one_of):
        return 0.0
    if kind.key == "editions" and not _is_one_row_an_edition(found, seen):
        return 0.0
    return sum(one.tells + 0.1 for one in found.values())


def _is_one_row_an_edition(found: dict[str, Field], seen: Inspection) -> bool:
    column = next(
        (
            column
            for column in seen.columns
            if (f := field_named(_editions(), column.name)) and f.key == "edition"
        ),
        None,
    )
    return column is not None and column.filled == column.distinct <= MOST_EDITIONS


def _editions() -> Kind:
    return next(kind for kind in KINDS if kind.key == "editions")


def _survey_score(seen: Inspection) -> float:
    survey = KINDS[0]
    fields = {one.key: one for column in seen.columns if (one := field_named(survey, column.name))}
    rated = sum(1 for column in seen.columns if _is_rated(column))
    told = sum(field.tells + 0.1 for field in fields.values())
    tools = sum(1 for column in seen.columns if is_tool_column(column.name))
    return told + rated * RATED_COLUMN + tools * 0.5 if rated or tools > 2 else told * 0.5


def _is_rated(column: ColumnSeen) -> bool:
    if field_named(KINDS[0], column.name):
        return False
    asked = read_question(column.name)
    is_named = bool(asked.dimension or measure_of(asked.label))
    return looks_like_ratings(column) or (is_named and looks_like_ratings(column, is_named_so=True))


def _survey(seen: Inspection) -> str:
    """Whose survey: counted in its own words, headers above all."""
    text = " ".join((*seen.names, seen.sheet, seen.file_name, *seen.titles))
    visitor, exhibitor = len(VISITOR.findall(text)), len(EXHIBITOR.findall(text))
    return "visitor_survey" if visitor > exhibitor else "exhibitor_survey"

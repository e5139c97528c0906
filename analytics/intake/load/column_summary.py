"""How the columns of a file were taken, where a person could have said something else."""

from __future__ import annotations

from analytics.intake.mapping.column_use import ColumnUse, Mapping
from analytics.intake.table.file_kinds import is_tool_column, kind_of
from analytics.wording import Say, phrase

MOST_NAMED = 12
RATINGS = phrase("Ratings ({count}): {columns}")
FILTERS = phrase("Answers to filter by ({count}): {columns}")
LEFT_OUT = phrase("Left out ({count}): {columns}")
TAKEN_AS = phrase("Taken as: {kind}")
TOOL = phrase("Left out as the survey tool's own ({count}): {columns}")


def column_summary(mapping: Mapping, say: Say) -> list[str]:
    """What kind of file it was taken as, and one line for each way in which columns were taken;
    none for fields, which have names of their own.
    """
    kind = kind_of(mapping.kind)
    return [say(TAKEN_AS, kind=say(kind.label)), *_of_columns(mapping, say)]


def _of_columns(mapping: Mapping, say: Say) -> list[str]:
    if kind_of(mapping.kind).audience is None:
        ignored = [use for use in mapping.columns if use.target == "ignore"]
        return _line(LEFT_OUT, ignored, say)
    left_out = [use for use in mapping.columns if use.target == "ignore"]
    tool = [use for use in left_out if is_tool_column(use.column)]
    return [
        *_line(RATINGS, [use for use in mapping.columns if use.is_rating], say),
        *_line(FILTERS, [use for use in mapping.columns if use.target == "profile"], say),
        *_line(LEFT_OUT, [use for use in left_out if use not in tool], say),
        *_line(TOOL, tool, say),
    ]


def _line(sentence: str, uses: list[ColumnUse], say: Say) -> list[str]:
    if not uses:
        return []
    names = ", ".join(use.column for use in uses[:MOST_NAMED])
    names += " …" if len(uses) > MOST_NAMED else ""
    return [say(sentence, count=len(uses), columns=names)]

"""What was said of columns and of the file before they were taken in, kept with the import."""

from __future__ import annotations

from collections.abc import Sequence

from analytics.intake.mapping.batteries import names_usual_item
from analytics.intake.mapping.open_points import OpenPoint
from analytics.intake.mapping.question_header import names_a_rating, read_question
from analytics.store import Finding

SAID_BY_COLUMN = frozenset(("columns_ignored", "column_absent"))
"""Each of these columns has a remark of its own."""
ACCEPTED = "guess_accepted"


def point_findings(points: Sequence[OpenPoint]) -> tuple[Finding, ...]:
    """One finding a point that nothing waits for any more: a remark, or a guess that was accepted.

    What a person settled by an answer is no finding.
    """
    return tuple(
        _finding(point)
        for point in points
        if not point.is_blocking and point.reason not in SAID_BY_COLUMN and not _is_plain(point)
    )


def _is_plain(point: OpenPoint) -> bool:
    """Is it a rating that says so itself: new to the fair, but no guess."""
    if point.reason != "new_item":
        return False
    asked = read_question(point.column)
    says_scale = asked.scale is not None or asked.about != "satisfaction"
    return says_scale or names_a_rating(point.column) or names_usual_item(asked.label)


def _finding(point: OpenPoint) -> Finding:
    column = ", ".join(point.columns) or point.column or None
    if point.is_guess:
        return Finding(None, column, None, ACCEPTED, point.details | {"reason": point.reason})
    return Finding(None, column, None, point.reason, dict(point.details))

"""Open points that are one question: the same doubt of several columns is asked once."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from analytics.intake.mapping.column_use import (
    NO_DIRECTION,
    RATING_OR_NOT,
    WHICH_YES,
    ColumnUse,
    Mapping,
)

if TYPE_CHECKING:
    from analytics.intake.mapping.open_points import OpenPoint

ALWAYS = (
    NO_DIRECTION,
    RATING_OR_NOT,
    WHICH_YES,
    "which_words",
    "rating_unread",
    "count_no_rating",
    "new_item",
    "not_computed",
)
BY_SCALE = ("which_scale", "scale_changed")


def one_question_each(points: Sequence[OpenPoint], mapping: Mapping) -> list[OpenPoint]:
    """The points with those put together that one answer settles."""
    together: dict[Hashable, list[OpenPoint]] = {}
    for number, point in enumerate(points):
        together.setdefault(_key(point, mapping, number), []).append(point)
    return [_as_one(group) for group in together.values()]


def _key(point: OpenPoint, mapping: Mapping, number: int) -> Hashable:
    if point.reason in ALWAYS:
        return (point.reason, point.details.get("end"))
    if point.reason == "claimed_twice":
        return (point.reason, point.details.get("other"))
    if point.reason in BY_SCALE and point.column:
        return (point.reason, question_of_scale(mapping.use(point.column)))
    return number


def question_of_scale(use: ColumnUse) -> Hashable:
    """What makes two columns one question of scale: the scale suggested and its codes."""
    return (use.scale, use.missing, use.target in ("importance", "expectation"))


def _as_one(group: list[OpenPoint]) -> OpenPoint:
    if len(group) == 1:
        return group[0]
    counts = [point.details["count"] for point in group if "count" in point.details]
    details = group[0].details | ({"count": ", ".join(counts)} if counts else {})
    return replace(group[0], columns=tuple(point.column for point in group), details=details)

"""What the figures of the triangle say alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analytics.figures.base_line import base_line, first_to_last
from analytics.figures.sentences import notes
from analytics.wording import Name, phrase

if TYPE_CHECKING:
    from analytics.studies.triangle.compute import Triangle
    from analytics.wording import Say

SIDE_NAMES = {
    "exhibitor": phrase("Exhibitors"),
    "visitor": phrase("Visitors"),
    "organiser": phrase("Organiser"),
}
PART_NAMES = {
    "exhibitors": phrase("Number of exhibitors"),
    "exhibitor_satisfaction": phrase("Satisfaction of exhibitors"),
    "exhibitor_quality": phrase("Quality as exhibitors see it"),
    "visitors": phrase("Number of visitors"),
    "visitor_satisfaction": phrase("Satisfaction of visitors"),
    "visitor_quality": phrase("Quality as visitors see it"),
    "turnover": phrase("Turnover of the edition"),
}
QUALITY_NAMES = {
    "goal_attainment": phrase("quality: goals reached"),
    "recommend": phrase("quality: recommendation"),
    "intention": phrase("quality: intention to come back"),
}


def names(answer: Triangle, say: Say) -> list[str]:
    rows = answer.editions
    return [
        Name(zh or "", en or "").worded(say)
        for zh, en in zip(rows["name_zh"], rows["name_en"], strict=True)
    ]


def base(answer: Triangle, say: Say) -> str:
    return base_line(
        first_to_last(say, names(answer, say)),
        say("{n} held editions", n=say.number(len(answer.editions))),
        say(QUALITY_NAMES[answer.quality]),
    )


def study_notes(answer: Triangle, say: Say) -> tuple[str, ...]:
    missing = [say(PART_NAMES[part]) for part in answer.missing]
    return notes(
        say(
            "Not known at the first or the last edition: {parts}. That index is missing, not"
            " averaged: load what is missing, or choose another quality.",
            parts=say.listed(missing),
        )
        if missing
        else "",
        say("Turnover in another currency than at first is left out.")
        if answer.has_other_currency
        else "",
    )


def first(answer: Triangle, say: Say) -> str:
    part = answer.breaks_first
    if part is None:
        return say("No part fell at the last edition.")
    return say(
        "What breaks first: {part}, falling for {n} held editions.",
        part=say(PART_NAMES[part]),
        n=say.number(answer.falling[part]),
    )

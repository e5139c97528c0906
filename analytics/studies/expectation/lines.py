"""What the figures of this study say in the same words."""

from __future__ import annotations

from analytics.ratings import small_bases
from analytics.ratings.names import base_line
from analytics.studies.expectation.method import Expectation
from analytics.wording import Say, phrase

PARTS = {"dimension": phrase("dimensions"), "item": phrase("items")}
PART = {"dimension": phrase("Dimension"), "item": phrase("Item")}


def base(answer: Expectation, say: Say, *parts: str, compares: bool = False) -> str:
    """n who gave both · edition · scale · method."""
    found = sorted(part.gap.n for part in answer.parts)
    n = say(
        "n = {least} to {most} answers a row",
        least=say.number(found[0]),
        most=say.number(found[-1]),
    )
    focus = answer.focus.name.worded(say)
    period = (
        say("{edition}, compared with {before}", edition=focus, before=before(answer, say))
        if compares
        else focus
    )
    return base_line(say, n, period, *parts)


def before(answer: Expectation, say: Say) -> str:
    """The edition compared with; empty where none can be."""
    return (
        answer.before.name.worded(say)
        if answer.before and any(part.change for part in answer.parts)
        else ""
    )


def notes(answer: Expectation, say: Say) -> tuple[str, ...]:
    return small_bases.notes(
        say, answer.hidden, any(small_bases.is_pale(part.gap.n) for part in answer.parts)
    )

"""What each figure of this study says to the room."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from analytics.figures.claims import Claim, claim, level_of_mean, level_of_share
from analytics.ratings.levels import PARTS
from analytics.wording import phrase

if TYPE_CHECKING:
    from analytics.studies.expectation.compute import Expectation
    from analytics.wording import Say


def claims(answer: Expectation, say: Say) -> dict[str, Callable[[], Claim | None]]:
    """By key of the figure."""
    return {
        "overview": lambda: _overview(answer, say),
        "shares": lambda: _shares(answer, say),
        "levels": lambda: _levels(answer, say),
    }


def _overview(answer: Expectation, say: Say) -> Claim:
    parts, total = say(PARTS[answer.level]), len(answer.parts)
    short = [part for part in answer.parts if part.is_established and part.gap.mean < 0]
    beyond = [part for part in answer.parts if part.is_established and part.gap.mean > 0]
    values = {"met": total - len(short), "total": total, "parts": parts}
    if short:
        return claim(
            say,
            "difference",
            "confirmed",
            phrase("{met} of {total} {parts} meet expectations; {name} falls shortest."),
            {"name": short[0].name.worded(say)},
            **values,
        )
    if beyond:
        return claim(
            say,
            "difference",
            "confirmed",
            phrase("{met} of {total} {parts} meet expectations; {name} goes beyond them."),
            {"name": beyond[-1].name.worded(say)},
            **values,
        )
    return claim(
        say,
        "difference",
        "no evidence",
        phrase("{met} of {total} {parts} meet what was expected."),
        **values,
    )


def _shares(answer: Expectation, say: Say) -> Claim:
    part = max(answer.parts, key=lambda each: each.missed.share)
    return claim(
        say,
        "level",
        level_of_share(part.missed),
        phrase("{name} disappoints most: {missed} found less than they expected."),
        {"name": part.name.worded(say)},
        missed=say.percent(part.missed.share, 0),
    )


def _levels(answer: Expectation, say: Say) -> Claim:
    part, digits = max(answer.parts, key=lambda each: each.expectation.mean), answer.scale.digits
    return claim(
        say,
        "level",
        level_of_mean(part.expectation, answer.scale.span),
        phrase("Most was expected of {name}: {expected}, against {found} received."),
        {"name": part.name.worded(say)},
        expected=say.number(part.expectation.mean, digits),
        found=say.number(part.experience.mean, digits),
    )

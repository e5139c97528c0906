"""Turns of phrase that the figures of this study share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analytics.figures.base_line import base_line
from analytics.ratings.followed_answers import not_followed, period, step_name
from analytics.ratings.populations import worded_process
from analytics.wording import phrase

if TYPE_CHECKING:
    from analytics.stats.proportion import Proportion
    from analytics.studies.intention.compute import Intention
    from analytics.wording import Say

THREE = (phrase("not planned"), phrase("perhaps"), phrase("planned"))


def answer_name(answer: Intention, step: int, say: Say) -> str:
    """Planned, perhaps, not planned; on another scale the point itself."""
    if answer.has_three_answers:
        return say(THREE[step])
    point = step_name(answer.scale, answer.steps, step, say)
    return say(
        "{point} of {high}",
        point=point,
        high=step_name(answer.scale, answer.steps, answer.steps, say),
    )


def followed_base(answer: Intention, say: Say, *parts: str) -> str:
    counted = say("n = {n} answers followed to the next edition", n=say.number(answer.followed))
    return base_line(counted, period(answer.closed, say), *parts, worded_process(say))


def interval(share: Proportion, say: Say) -> dict[str, str]:
    return {
        "share": say.percent(share.share),
        "low": say.percent(share.low),
        "high": say.percent(share.high),
    }


def notes(answer: Intention, say: Say) -> tuple[str, ...]:
    """The match rate, and the editions whose answers cannot be followed."""
    answers, matched = (
        sum(getattr(edition, name) for edition in answer.editions)
        for name in ("answers", "matched")
    )
    sentence = say(
        "{share} of {n} answers lead to an exhibitor.",
        share=say.percent(matched / answers),
        n=say.number(answers),
    )
    return (sentence, *not_followed(answer.editions, say))

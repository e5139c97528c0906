"""What the figures of this study say in the same words."""

from __future__ import annotations

from analytics.errors import NotEnough
from analytics.figures.base_line import base_line, compared, first_to_last
from analytics.figures.sentences import notes, some_of
from analytics.ratings.populations import worded_own, worded_process
from analytics.studies.trends.compute import Trends
from analytics.studies.trends.compute_trend import LEAST_TO_ESTABLISH, Trend
from analytics.wording import Say, phrase

SUBJECTS = {
    "overall": phrase("Overall satisfaction"),
    "*dimensions": phrase("Mean of the dimension means"),
    "*pooled": phrase("Mean of all ratings"),
}


def subject(answer: Trends, say: Say) -> str:
    """What is followed through the editions."""
    return say(SUBJECTS[answer.score]) if answer.score in SUBJECTS else answer.dimension.worded(say)


def pair_base(answer: Trends, say: Say, n: str, method: str) -> str:
    """Base of a figure about the two editions compared."""
    period = compared(say, answer.focus.name, answer.before.name)
    return base_line(n, period, subject(answer, say), answer.scale.worded(say), method)


def series_base(answer: Trends, say: Say, method: str) -> str:
    """Base of a figure about all editions in view."""
    rated = [point for point in answer.points if point.mean]
    n = say(
        "n = {n} answers in {editions} editions",
        n=say.number(sum(point.n for point in rated)),
        editions=say.number(len(rated)),
    )
    period = first_to_last(say, [point.edition.name.worded(say) for point in rated])
    return base_line(
        n, period, subject(answer, say), answer.scale.worded(say), method, _stands_for(answer, say)
    )


def _stands_for(answer: Trends, say: Say) -> str:
    """Whom the intervals of levels and of changes stand for."""
    levels = [point.mean for point in answer.points if point.mean]
    if not any(level.population for level in levels):
        return worded_process(say)
    if answer.populations.has_changes_of_this_fair:
        return worded_own(say)
    return say("intervals of means for each edition's own exhibitors, of changes for a process")


def worth(answer: Trends) -> float:
    """What the answers of all editions in view are worth together."""
    return sum(point.mean.n_eff for point in answer.points if point.mean)


def trend_note(trend: Trend | NotEnough, say: Say) -> str:
    """What too few editions mean for the test."""
    if isinstance(trend, NotEnough):
        return say(
            "A trend needs at least {needed} editions; {found} can be compared.",
            needed=say.number(trend.needed),
            found=say.number(trend.found),
        )
    if trend.test.n >= LEAST_TO_ESTABLISH:
        return ""
    return say(
        "With {n} editions even a steady rise or fall cannot be established; it takes {least}.",
        n=say.number(trend.test.n),
        least=say.number(LEAST_TO_ESTABLISH),
    )


def answer_notes(answer: Trends, say: Say) -> tuple[str, ...]:
    """What was not asked alike, or not asked at all."""
    second_choice = say(
        "The overall question was not asked; shown is the mean of the dimension means."
    )
    changed = say(
        "Asked with other items in some editions, so part of a change may come from the"
        " questions: {names}.",
        names=some_of(say, answer.changed),
    )
    return notes(
        second_choice if answer.is_second_choice else "", changed if answer.changed else ""
    )


def mix_notes(answer: Trends, say: Say) -> tuple[str, ...]:
    """The change that would stand at an unchanged mix of groups, where it is not the raw one."""
    if not answer.parts:
        return ()
    digits = answer.scale.digits
    rate, whole = (say.signed(part, digits) for part in (answer.parts.rate, answer.parts.change))
    if rate == whole:
        return ()
    return (
        say(
            "At an unchanged mix of {kind} the change is {rate} instead of {change}.",
            kind=answer.grouping.kinds(say),
            rate=rate,
            change=whole,
        ),
    )

"""Open and closed, ageing, time to closing, rates, topics, channels, owners, recovery, cost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analytics.figures.key_number import KeyNumber, key_number
from analytics.studies.complaints.figures_counts import by_edition, rates, waiting
from analytics.studies.complaints.figures_groups import groups, owners
from analytics.studies.complaints.figures_recovery import cost, next_score, returns
from analytics.studies.complaints.figures_time import resolution

if TYPE_CHECKING:
    from analytics.figures import Figure
    from analytics.studies.complaints.compute import Complaints
    from analytics.wording import Say


def figures(answer: Complaints, say: Say) -> tuple[Figure, ...]:
    drawn = (
        by_edition(answer, say),
        waiting(answer, say),
        resolution(answer, say),
        rates(answer, say),
        groups(answer, "topic_group", say),
        groups(answer, "channel", say),
        returns(answer, say),
        next_score(answer, say),
        cost(answer, say),
        owners(answer, say),
    )
    return tuple(figure for figure in drawn if figure is not None)


def key_numbers(answer: Complaints, say: Say) -> tuple[KeyNumber, ...]:
    """How many are open today, of all on file; the last edition's beside the one before."""
    n = say.number(len(answer.cases))
    base = say("of {n} complaints on file", n=n)
    if answer.overdue:
        base = say("{base}; overdue: {overdue}", base=base, overdue=say.number(answer.overdue))
    return (
        key_number(
            say,
            "complaints",
            say("Open complaints"),
            (say.number(answer.open), ""),
            ("", ""),
            ("level", "confirmed"),
            base,
        ),
    )

"""How a base of respondents is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from analytics.studies.objectives.compute import Objectives
    from analytics.wording import Say


def whose(answer: Objectives, say: Say) -> str:
    """Whom the intervals of shares stand for."""
    return answer.populations.worded(say, answer.focus.key, answer.exhibitors)


def respondents(say: Say, n: float) -> str:
    return say("n = {n} respondents", n=say.number(n))


def row_bases(say: Say, bases: Iterable[float]) -> str:
    """One n where all rows share it, else the span."""
    distinct = sorted(set(bases))
    if len(distinct) < 2:
        return respondents(say, distinct[0] if distinct else 0)
    return say(
        "n = {least} to {most} respondents a row",
        least=say.number(distinct[0]),
        most=say.number(distinct[-1]),
    )

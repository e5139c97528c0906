"""Turns of phrase that the figures of this study share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analytics.figures import columns, small_bases
from analytics.wording import phrase

if TYPE_CHECKING:
    from collections.abc import Iterable

    from analytics.figures import Column
    from analytics.stats.proportion import Proportion
    from analytics.studies.objectives.compute import Objectives
    from analytics.wording import Say

LEVELS = {
    1.0: phrase("fully reached"),
    0.5: phrase("by and large reached"),
    0.0: phrase("not reached"),
}


def by_percent(say: Say, share: Proportion) -> str:
    return say(
        "95 % interval {low} to {high}", low=say.percent(share.low), high=say.percent(share.high)
    )


def respondents(say: Say, n: float) -> str:
    return say("n = {n} respondents", n=say.number(n))


def row_bases(say: Say, counted: Iterable[float]) -> str:
    """One n where all rows share it, else the span."""
    bases = sorted(set(counted))
    if len(bases) < 2:
        return respondents(say, bases[0] if bases else 0)
    return say(
        "n = {least} to {most} respondents a row",
        least=say.number(bases[0]),
        most=say.number(bases[-1]),
    )


def period(answer: Objectives, say: Say, is_compared: bool = False) -> str:
    edition = answer.focus.name.worded(say)
    if answer.before is None or not is_compared:
        return edition
    return say(
        "{edition}, compared with {before}", edition=edition, before=answer.before.name.worded(say)
    )


def silent_note(answer: Objectives, say: Say) -> tuple[str, ...]:
    if not answer.silent:
        return ()
    return (
        say(
            "{n} respondents named no objective and are left out of the base.",
            n=say.number(answer.silent),
        ),
    )


def pale_note(counted: Iterable[float], say: Say) -> tuple[str, ...]:
    return small_bases.notes(say, (), counted)


def share_columns(say: Say) -> tuple[Column, ...]:
    from analytics.figures import Column

    return (
        Column("value", say("Share"), "share", 1),
        *columns.interval(say, "share", 1),
        Column("n", say("Base"), "count"),
    )

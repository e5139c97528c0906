"""The overall rating of those who wrote of a theme, less that of all others."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from analytics.figures import Bars, Column, Figure, columns, rows
from analytics.figures.base_line import base_line
from analytics.figures.claims import by_p, claim
from analytics.figures.families import family
from analytics.figures.sentences import interval
from analytics.stats.multiplicity import LEVEL_OF_P
from analytics.studies.voices import SATISFACTION
from analytics.wording import phrase

if TYPE_CHECKING:
    from analytics.figures.rows import Row
    from analytics.studies.voices.compute import Voices
    from analytics.studies.voices.compute_satisfaction import Rated
    from analytics.wording import Say


def satisfaction(answer: Voices, say: Say) -> Figure | None:
    """From the least satisfied writers up; None where too few of them rated overall."""
    if not answer.writers.rated:
        return None
    first = answer.writers.rated[0]
    rated = answer.writers.rated
    return Figure(
        "satisfaction",
        _finding(answer, first, say),
        base_line(
            say("n = {n} answers", n=say.number(answer.writers.responses)),
            answer.focus.name.worded(say),
            answer.scale.worded(say),
        ),
        Bars(
            "change",
            say("Overall rating of those who wrote of it, less that of the others"),
            has_interval=True,
            is_dots=True,
            reference=0.0,
        ),
        pd.DataFrame([_row(answer, part, rank, say) for rank, part in enumerate(rated)]),
        _columns(answer.scale.digits, say),
        SATISFACTION,
        is_established=bool(first.p <= LEVEL_OF_P),
        families=family(say("Writers against others, over the themes"), [part.p for part in rated]),
        claim=claim(
            say,
            "difference",
            by_p(first.p, first.gap.p),
            phrase("Who writes of {theme} is least satisfied: {value}, all others {others}."),
            {"theme": first.line.name.worded(say)},
            **_means(answer, first, say),
        ),
    )


def _means(answer: Voices, part: Rated, say: Say) -> dict[str, str]:
    """Both means as they are written."""
    scale = answer.scale
    return {
        "value": say.number(scale.estimate(part.writers).mean, scale.digits),
        "others": say.number(scale.estimate(part.others).mean, scale.digits),
    }


def _finding(answer: Voices, part: Rated, say: Say) -> str:
    digits, gap = answer.scale.digits, answer.scale.difference(part.gap)
    return say(
        "Those who wrote of {theme} rate the fair {value} overall, all others {others}"
        " (difference {gap}, {interval}).",
        theme=part.line.name.worded(say),
        gap=say.signed(gap.difference, digits),
        interval=interval(say, gap.low, gap.high, digits, is_signed=True),
        **_means(answer, part, say),
    )


def _row(answer: Voices, part: Rated, rank: int, say: Say) -> Row:
    scale = answer.scale
    n = part.writers.n
    return rows.of_difference(scale.difference(part.gap), n, float(n)) | {
        "key": part.line.key,
        "label": part.line.name.worded(say),
        "rank": rank,
        "writers": scale.estimate(part.writers).mean,
        "others": scale.estimate(part.others).mean,
        "p": part.p,
    }


def _columns(digits: int, say: Say) -> tuple[Column, ...]:
    return (
        Column("label", say("Theme")),
        Column("value", say("Difference"), "change", digits),
        *columns.interval(say, "change", digits),
        Column("writers", say("Those who wrote of it"), "score", digits),
        Column("others", say("All others"), "score", digits),
        columns.p(say),
        Column("n", say("Writers who rated"), "count"),
    )

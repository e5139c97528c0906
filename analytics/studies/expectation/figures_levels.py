"""Who was disappointed, and both levels side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from analytics.figures import Bars, Column, Figure, Likert, columns, rows
from analytics.figures.base_line import base_line
from analytics.figures.sentences import share_interval
from analytics.ratings.levels import part_column
from analytics.studies.expectation import LEVELS, SHARES
from analytics.studies.expectation.figures_wording import answers, study_notes, whose

if TYPE_CHECKING:
    from analytics.figures.rows import Row
    from analytics.studies.expectation.compute import Expectation
    from analytics.studies.expectation.compute_parts import Part
    from analytics.wording import Say


def shares(answer: Expectation, say: Say) -> Figure:
    """Missed, confirmed and exceeded: shares of those who gave both."""
    names = say("Missed"), say("Confirmed"), say("Exceeded")
    ranked = sorted(answer.parts, key=lambda part: -part.missed.share)
    data = [row for rank, part in enumerate(ranked) for row in _share_rows(part, rank, names, say)]
    rule = say("half a scale point or more apart counts as missed or exceeded")
    return Figure(
        key="shares",
        finding=_missed(ranked[0], say),
        base=base_line(
            answers(answer, say), answer.focus.name.worded(say), rule, whose(answer, say)
        ),
        form=Likert(say("Share of answers"), names),
        data=pd.DataFrame(data),
        columns=(
            part_column(say, answer.level),
            Column("series", say("Expectation was")),
            Column("share", say("Share"), "share", 1),
            *columns.interval(say, "share", 1),
            columns.answers(say),
        ),
        method=SHARES,
        notes=study_notes(answer, say),
    )


def _share_rows(part: Part, rank: int, names: tuple[str, ...], say: Say) -> list[Row]:
    ways = (part.missed, part.confirmed, part.exceeded)
    return [
        {
            "key": part.key,
            "label": part.name.worded(say),
            "rank": rank,
            "series": name,
            "order": order,
            "share": way.share,
            "low": way.low,
            "high": way.high,
            "n": part.gap.n,
            "n_eff": part.gap.n_eff,
        }
        for order, (name, way) in enumerate(zip(names, ways, strict=True))
    ]


def _missed(part: Part, say: Say) -> str:
    return say(
        "In this sample {name} disappointed the most respondents: {missed} found less than they"
        " expected ({interval}), {exceeded} more.",
        name=part.name.worded(say),
        missed=say.percent(part.missed.share),
        interval=share_interval(say, part.missed),
        exceeded=say.percent(part.exceeded.share),
    )


def levels(answer: Expectation, say: Say) -> Figure:
    """Expectation and experience side by side, the highest hopes first."""
    series, digits = (say("Expected"), say("Found")), answer.scale.digits
    ranked = sorted(answer.parts, key=lambda part: -part.expectation.mean)
    data = [row for rank, part in enumerate(ranked) for row in _level_rows(part, rank, series, say)]
    method = say("mean with 95% t interval")
    return Figure(
        key="levels",
        finding=_highest(ranked[0], digits, say),
        base=base_line(
            answers(answer, say),
            answer.focus.name.worded(say),
            answer.scale.worded(say),
            method,
            whose(answer, say),
        ),
        form=Bars("score", say("Mean rating"), has_interval=True, is_dots=True, series=series),
        data=pd.DataFrame(data),
        columns=(
            part_column(say, answer.level),
            Column("series", say("What")),
            *columns.mean(say, digits),
            columns.answers(say),
        ),
        method=LEVELS,
        notes=study_notes(answer, say),
    )


def _level_rows(part: Part, rank: int, series: tuple[str, ...], say: Say) -> list[Row]:
    return [
        rows.of_mean(level, key=part.key, label=part.name.worded(say), rank=rank, series=name)
        for name, level in zip(series, (part.expectation, part.experience), strict=True)
    ]


def _highest(part: Part, digits: int, say: Say) -> str:
    return say(
        "Most was expected of {name} ({expected}), where {found} was found.",
        name=part.name.worded(say),
        expected=say.number(part.expectation.mean, digits),
        found=say.number(part.experience.mean, digits),
    )

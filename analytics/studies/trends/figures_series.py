"""Values by edition: the score with its interval, and turnover."""

from __future__ import annotations

from math import isfinite
from typing import Any

import pandas as pd

from analytics.errors import NotEnough
from analytics.figures import Column, Figure, Headline, Lines, columns, small_bases
from analytics.figures.base_line import base_line
from analytics.figures.families import Family
from analytics.figures.sentences import interval
from analytics.ratings.change import change_sentence
from analytics.studies.trends import CHANGE, TREND, TURNOVER, figures_wording
from analytics.studies.trends.compute import Point, Trends, Turnover
from analytics.studies.trends.compute_trend import Trend
from analytics.wording import Say


def overview(answer: Trends, say: Say) -> Figure:
    """The line, under the change to the last edition."""
    change, digits = answer.change, answer.scale.digits
    return Figure(
        key="overview",
        finding=pair_sentence(answer, say),
        base=figures_wording.series_base(
            answer, say, say("means with 95 % t interval, change by Welch")
        ),
        form=Lines("score", say("Mean")),
        data=_points(answer, say),
        columns=_columns(answer, say),
        method=CHANGE,
        headline=Headline(
            say.signed(change.gap.difference, digits),
            say(
                "{subject}, {before} to {edition}",
                subject=figures_wording.subject(answer, say),
                before=answer.before.name.worded(say),
                edition=answer.focus.name.worded(say),
            ),
        ),
        is_established=change.is_established,
        families=(Family(say("The change asked for"), 1),),
    )


def pair_sentence(answer: Trends, say: Say) -> str:
    names = answer.before.name.worded(say), answer.focus.name.worded(say)
    return change_sentence(
        say, figures_wording.subject(answer, say), *names, answer.change, answer.scale.digits
    )


def trend(answer: Trends, line: Trend, say: Say) -> Figure:
    """The line with its trend test."""
    subject = figures_wording.subject(answer, say)
    method = say(
        "means with 95 % t interval, Mann–Kendall and Sen over {n} editions",
        n=say.number(line.test.n),
    )
    return Figure(
        key="trend",
        finding=_trend_sentence(line, subject, answer.scale.digits + 1, say),
        base=figures_wording.series_base(answer, say, method),
        form=Lines("score", say("Mean")),
        data=_points(answer, say),
        columns=_columns(answer, say),
        method=TREND,
        headline=_slope_headline(line, subject, answer.scale.digits + 1, say),
        notes=(
            *figures_wording.trend_notes(line, say),
            *_gap_notes(answer, say),
            *figures_wording.answer_notes(answer, say),
        ),
        is_established=line.is_established,
        families=(Family(say("Trend of satisfaction"), 1),),
    )


def _slope_headline(line: Trend, subject: str, digits: int, say: Say) -> Headline:
    if line.unit == "year":
        return Headline(
            say.signed(line.slope.slope, digits), say("{subject}, each year", subject=subject)
        )
    return Headline(
        say.signed(line.slope.slope, digits), say("{subject}, each edition", subject=subject)
    )


def _points(answer: Trends, say: Say) -> pd.DataFrame:
    rows = [_row(point, rank, say) for rank, point in enumerate(answer.points)]
    return pd.DataFrame(rows).assign(base_n_eff=figures_wording.worth(answer))


def _row(point: Point, rank: int, say: Say) -> dict[str, Any]:
    mean, edition = point.mean, point.edition
    return {
        "key": edition.key,
        "x": edition.name.worded(say),
        "label": edition.name.worded(say),
        "x_rank": rank,
        "year": edition.year,
        "series": "",
        "value": mean.mean if mean else None,
        "low": mean.low if mean else None,
        "high": mean.high if mean else None,
        "n": mean.n if mean else None,
        "n_eff": mean.n_eff if mean else None,
        "is_gap": not edition.is_held,
        "is_faint": bool(mean) and small_bases.is_pale(point.n),
    }


def _columns(answer: Trends, say: Say) -> tuple[Column, ...]:
    digits = answer.scale.digits
    return (
        Column("x", say("Edition")),
        Column("value", say("Mean"), "score", digits),
        *columns.interval(say, "score", digits),
        Column("n", say("Number of answers"), "count"),
    )


def _trend_sentence(line: Trend, subject: str, digits: int, say: Say) -> str:
    """Rises, falls, or no evidence of a trend, with its size a year or an edition."""
    values = {
        "subject": subject,
        "n": say.number(line.test.n),
        "p": _p(line, say),
        "slope": _slope(line, say.signed(line.slope.slope, digits), say),
        "interval": _slope_interval(line, digits, say),
    }
    if line.is_established and line.test.s > 0:
        return say(
            "{subject} rises over {n} editions, {slope}{interval}: the trend is established ({p}).",
            **values,
        )
    if line.is_established:
        return say(
            "{subject} falls over {n} editions, {slope}{interval}: the trend is established ({p}).",
            **values,
        )
    return say(
        "{subject}: no evidence of a trend over {n} editions ({p}; {slope}{interval}).", **values
    )


def _slope(line: Trend, slope: str, say: Say) -> str:
    if line.unit == "year":
        return say("{slope} a year", slope=slope)
    return say("{slope} an edition", slope=slope)


def _slope_interval(line: Trend, digits: int, say: Say) -> str:
    if not isfinite(line.slope.low):
        return ""
    return say(
        " ({interval})",
        interval=interval(say, line.slope.low, line.slope.high, digits, is_signed=True),
    )


def _p(line: Trend, say: Say) -> str:
    p = say.probability(line.test.p)
    return (
        say("Mann–Kendall, exact p {p}", p=p)
        if line.test.is_exact
        else say("Mann–Kendall, p {p}", p=p)
    )


def _gap_notes(answer: Trends, say: Say) -> tuple[str, ...]:
    """Why a place in the line is empty."""
    hidden = tuple(
        point.edition.name
        for point in answer.points
        if not point.mean and point.n and point.edition.is_held
    )
    silent = [
        point.edition.name.worded(say)
        for point in answer.points
        if point.edition.is_held and not point.n
    ]
    notes = [say("No answers to this in {names}.", names=say.listed(silent))] if silent else []
    bases = [point.n for point in answer.points if point.mean]
    return (*notes, *small_bases.notes(say, hidden, bases))


def turnover(answer: Trends, series: Turnover, say: Say) -> Figure:
    """Turnover by edition, as stated for the whole fair."""
    values = {edition.key: edition.turnover for edition in series.editions}
    rows = [
        {
            "key": point.edition.key,
            "x": point.edition.name.worded(say),
            "label": point.edition.name.worded(say),
            "x_rank": rank,
            "series": "",
            "value": values.get(point.edition.key),
            "is_gap": not point.edition.is_held,
        }
        for rank, point in enumerate(answer.points)
    ]
    first, last = series.editions[0].name.worded(say), series.editions[-1].name.worded(say)
    editions = say("n = {n} editions", n=say.number(len(series.editions)))
    is_tested = isinstance(series.trend, Trend)
    title = (
        say("Turnover ({currency})", currency=series.currency)
        if series.currency
        else say("Turnover")
    )
    return Figure(
        key="turnover",
        finding=_turnover_sentence(series, say),
        base=base_line(
            editions,
            say("{first} to {last}", first=first, last=last),
            (
                say("as declared for the fair, Mann–Kendall and Sen")
                if is_tested
                else say("as declared for the fair")
            ),
        ),
        form=Lines("money", title, has_interval=False),
        data=pd.DataFrame(rows),
        columns=(Column("x", say("Edition")), Column("value", title, "money")),
        method=TURNOVER,
        notes=_turnover_notes(answer, series, say),
        is_established=isinstance(series.trend, Trend) and series.trend.is_established,
        families=(Family(say("Trend of turnover"), 1),) if is_tested else (),
    )


def _turnover_sentence(series: Turnover, say: Say) -> str:
    first, last = series.editions[0], series.editions[-1]
    values = {
        "first": first.name.worded(say),
        "last": last.name.worded(say),
        "start": say.money(first.turnover or 0.0, series.currency),
        "end": say.money(last.turnover or 0.0, series.currency),
    }
    if isinstance(series.trend, NotEnough):
        return say(
            "Turnover was {start} in {first} and {end} in {last}; two editions make no trend.",
            **values,
        )
    line = series.trend
    size = say.money(abs(line.slope.slope), series.currency)
    values |= {
        "n": say.number(line.test.n),
        "rises": say.number(line.rises),
        "p": _p(line, say),
        "steps": say.number(line.test.n - 1),
        "slope": _slope(line, size, say),
    }
    if line.is_established and line.test.s > 0:
        return say(
            "Turnover went from {start} ({first}) to {end} ({last}), up in {rises} of {steps}"
            " steps: a rising trend is established ({p}), by about {slope}.",
            **values,
        )
    if line.is_established:
        return say(
            "Turnover went from {start} ({first}) to {end} ({last}), up in {rises} of {steps}"
            " steps: a falling trend is established ({p}), by about {slope}.",
            **values,
        )
    return say(
        "Turnover went from {start} ({first}) to {end} ({last}), up in {rises} of {steps} steps: no"
        " evidence of a trend ({p}).",
        **values,
    )


def _turnover_notes(answer: Trends, series: Turnover, say: Say) -> tuple[str, ...]:
    notes = [say("Declared turnover is what was stated, intentions included; it is not revenue.")]
    if answer.is_narrowed:
        notes.append(say("Turnover is that of the whole edition, whatever the filters."))
    if series.left_out:
        notes.append(
            say(
                "{count} editions state another currency and are left out.",
                count=say.number(series.left_out),
            )
        )
    return (*notes, *figures_wording.trend_notes(series.trend, say))

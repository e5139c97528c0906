"""Values by edition: the score with its interval, and turnover."""

from __future__ import annotations

from math import isfinite

import pandas as pd

from analytics.errors import NotEnough
from analytics.figures import Column, Figure, Headline, Lines, columns, rows, small_bases
from analytics.figures.base_line import base_line
from analytics.figures.families import Family
from analytics.figures.rows import Row
from analytics.figures.sentences import interval, notes, sentences
from analytics.ratings.change import change_sentence
from analytics.ratings.comparability import not_comparable
from analytics.studies.trends import CHANGE, TREND, TURNOVER, figures_wording
from analytics.studies.trends.compute import Point, Trends
from analytics.studies.trends.compute_trend import Trend
from analytics.studies.trends.compute_turnover import Turnover
from analytics.wording import Say


def overview(answer: Trends, say: Say) -> Figure:
    """The line, under the change to the last edition."""
    change, digits = answer.change, answer.scale.digits
    label = say(
        "{subject}, {before} to {edition}",
        subject=figures_wording.subject(answer, say),
        before=answer.before.name.worded(say),
        edition=answer.focus.name.worded(say),
    )
    return Figure(
        key="overview",
        finding=pair_sentence(answer, say),
        base=figures_wording.series_base(answer, say, say("means and change with 95% t interval")),
        form=Lines("score", say("Mean")),
        data=_points(answer, say),
        columns=_columns(answer, say),
        method=CHANGE,
        headline=Headline(say.signed(change.gap.difference, digits), label),
        notes=figures_wording.mix_notes(answer, say),
        is_established=change.is_established,
        families=(Family(say("The change asked for"), 1),),
    )


def pair_sentence(answer: Trends, say: Say) -> str:
    """The change asked for; where every group moved against it, that is said in the same
    breath.
    """
    names = answer.before.name.worded(say), answer.focus.name.worded(say)
    changed = change_sentence(
        say, figures_wording.subject(answer, say), *names, answer.change, answer.scale.digits
    )
    return sentences(say, changed, _against(answer, say))


def _against(answer: Trends, say: Say) -> str:
    groups = answer.parts.moves_against(answer.scale.digits) if answer.parts else 0
    if not (answer.parts and groups):
        return ""
    values = {
        "n": say.number(groups),
        "kind": answer.grouping.kinds(say),
        "rate": say.signed(answer.parts.rate, answer.scale.digits),
    }
    if answer.parts.change < 0:
        return say(
            "But all {n} {kind} rose: the mean fell because others answered; at an unchanged mix it"
            " is {rate}.",
            **values,
        )
    return say(
        "But all {n} {kind} fell: the mean rose because others answered; at an unchanged mix it is"
        " {rate}.",
        **values,
    )


def trend(answer: Trends, line: Trend, say: Say) -> Figure:
    """The line with its trend test."""
    subject = figures_wording.subject(answer, say)
    method = say(
        "means with 95% t interval, Mann–Kendall and Sen over {n} editions",
        n=say.number(line.test.n),
    )
    return Figure(
        key="trend",
        finding=_trend_sentence(line, subject, answer, say),
        base=figures_wording.series_base(answer, say, method),
        form=Lines("score", say("Mean")),
        data=_points(answer, say),
        columns=_columns(answer, say),
        method=TREND,
        headline=_slope_headline(line, subject, answer.scale.digits + 1, say),
        notes=notes(
            figures_wording.trend_note(line, say),
            *_gap_notes(answer, say),
            *figures_wording.answer_notes(answer, say),
        ),
        is_established=answer.is_trend_established,
        families=(Family(say("Trend of satisfaction"), 1),),
    )


def _slope_headline(line: Trend, subject: str, digits: int, say: Say) -> Headline:
    if line.unit == "year":
        label = say("{subject}, each year", subject=subject)
    else:
        label = say("{subject}, each edition", subject=subject)
    return Headline(say.signed(line.slope.slope, digits), label)


def _points(answer: Trends, say: Say) -> pd.DataFrame:
    data = [
        rows.of_mean(point.mean, **_place(point, rank, say)) | {"year": point.edition.year}
        for rank, point in enumerate(answer.points)
    ]
    return pd.DataFrame(data).assign(base_n_eff=figures_wording.worth(answer))


def _place(point: Point, rank: int, say: Say) -> Row:
    """Where an edition stands in a line."""
    edition = point.edition
    return {
        "key": edition.key,
        "x": edition.name.worded(say),
        "label": edition.name.worded(say),
        "x_rank": rank,
        "series": "",
        "is_gap": not edition.is_held,
    }


def _columns(answer: Trends, say: Say) -> tuple[Column, ...]:
    return (
        columns.edition(say, "x"),
        *columns.mean(say, answer.scale.digits),
        columns.answers(say),
    )


def _trend_sentence(line: Trend, subject: str, answer: Trends, say: Say) -> str:
    """Rises, falls, or no evidence of a trend, with its size a year or an edition; a sign where
    editions were not asked alike.
    """
    digits = answer.scale.digits + 1
    values = {
        "subject": subject,
        "n": say.number(line.test.n),
        "p": _p(line, say),
        "slope": _slope(line, say.signed(line.slope.slope, digits), say),
        "interval": _slope_interval(line, digits, say),
    }
    if line.is_established and answer.obstacles:
        sign = say("{subject} moves over {n} editions, {slope}{interval} ({p}).", **values)
        return sentences(say, sign, not_comparable(say, answer.obstacles))
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
    if line.test.is_exact:
        return say("Mann–Kendall, exact p {p}", p=p)
    return say("Mann–Kendall, p {p}", p=p)


def _gap_notes(answer: Trends, say: Say) -> tuple[str, ...]:
    """Why a place in the line is empty."""
    held = [point for point in answer.points if point.edition.is_held]
    hidden = tuple(point.edition.name for point in held if point.n and not point.mean)
    silent = [point.edition.name.worded(say) for point in held if not point.n]
    no_answers = say("No answers to this in {names}.", names=say.listed(silent))
    bases = [point.n for point in answer.points if point.mean]
    return notes(no_answers if silent else "", *small_bases.notes(say, hidden, bases))


def turnover(answer: Trends, series: Turnover, say: Say) -> Figure:
    """Turnover by edition, as stated for the whole fair."""
    values = {edition.key: edition.turnover for edition in series.editions}
    data = [
        _place(point, rank, say) | {"value": values.get(point.edition.key)}
        for rank, point in enumerate(answer.points)
    ]
    title = (
        say("Turnover ({currency})", currency=series.currency)
        if series.currency
        else say("Turnover")
    )
    is_tested = isinstance(series.trend, Trend)
    return Figure(
        key="turnover",
        finding=_turnover_sentence(series, say),
        base=_turnover_base(series, say),
        form=Lines("money", title, has_interval=False),
        data=pd.DataFrame(data),
        columns=(columns.edition(say, "x"), Column("value", title, "money")),
        method=TURNOVER,
        notes=_turnover_notes(answer, series, say),
        is_established=isinstance(series.trend, Trend) and series.trend.is_established,
        families=(Family(say("Trend of turnover"), 1),) if is_tested else (),
    )


def _turnover_base(series: Turnover, say: Say) -> str:
    first, last = series.editions[0].name.worded(say), series.editions[-1].name.worded(say)
    tested = say("as declared for the fair, Mann–Kendall and Sen")
    return base_line(
        say("n = {n} editions", n=say.number(len(series.editions))),
        say("{first} to {last}", first=first, last=last),
        tested if isinstance(series.trend, Trend) else say("as declared for the fair"),
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
    whole = say("Turnover is that of the whole edition, whatever the filters.")
    left_out = say(
        "{count} editions state another currency and are left out.",
        count=say.number(series.left_out),
    )
    return notes(
        say("Declared turnover is what was stated, intentions included; it is not revenue."),
        whole if answer.is_narrowed else "",
        left_out if series.left_out else "",
        figures_wording.trend_note(series.trend, say),
    )

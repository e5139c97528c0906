"""Whether expectations were met: the gaps, who was disappointed, and both levels side by side."""

from __future__ import annotations

from math import isfinite
from typing import Any

import pandas as pd

from analytics.families import family
from analytics.figures import Bars, Column, Figure, Headline, Likert
from analytics.ratings.names import interval, sentences, some_of
from analytics.ratings.small_bases import is_pale
from analytics.stats.mean import MeanEstimate
from analytics.stats.proportion import Proportion
from analytics.studies.expectation import lines
from analytics.studies.expectation.explained import LEVELS, MET, SHARES
from analytics.studies.expectation.method import Expectation, Part
from analytics.wording import Say


def figures(answer: Expectation, say: Say) -> tuple[Figure, ...]:
    return overview(answer, say), shares(answer, say), levels(answer, say)


def overview(answer: Expectation, say: Say) -> Figure:
    """Rating less expectation, the shortfall first, beside the edition compared with."""
    before, focus = lines.before(answer, say), answer.focus.name.worded(say)
    method = say(
        "paired differences with 95 % t interval, Holm over {family} parts",
        family=len(answer.parts),
    )
    return Figure(
        key="overview",
        finding=sentences(
            say, _short(answer, say), _beyond(answer, say), _moved(answer, before, say)
        ),
        base=lines.base(answer, say, answer.scale.worded(say), method, compares=bool(before)),
        form=Bars(
            "change",
            say("Rating less expectation"),
            has_interval=True,
            is_dots=True,
            reference=0.0,
            series=tuple(name for name in (before, focus) if name),
        ),
        data=pd.DataFrame(
            [
                row
                for rank, part in enumerate(answer.parts)
                for row in _gap_rows(part, rank, before, focus, say)
            ]
        ),
        columns=_gap_columns(answer, say),
        method=MET,
        headline=_headline(answer, say),
        notes=(
            say(
                "A shortfall may mean poor service or high hopes; the levels below tell them apart."
            ),
            *lines.notes(answer, say),
        ),
        is_established=any(part.is_established for part in answer.parts),
        families=(
            *family(say("Gaps between rating and expectation"), [part.p for part in answer.parts]),
            *family(
                say("Changes of the gaps"), [part.change_p for part in answer.parts if part.change]
            ),
        ),
    )


def _gap_columns(answer: Expectation, say: Say) -> tuple[Column, ...]:
    digits = answer.scale.digits
    return (
        Column("label", say(lines.PART[answer.level])),
        Column("series", say("Edition")),
        Column("value", say("Gap"), "change", digits),
        Column("low", say("Interval from"), "change", digits),
        Column("high", say("Interval to"), "change", digits),
        Column("p", say("p (Holm)"), "p"),
        Column("change", say("Change"), "change", digits),
        Column("change_p", say("p of the change (Holm)"), "p"),
        Column("n", say("Number of answers"), "count"),
    )


def _gap_rows(part: Part, rank: int, before: str, focus: str, say: Say) -> list[dict[str, Any]]:
    moved = part.change
    now = _row(part, rank, focus, part.gap, say) | {
        "base_n_eff": part.gap.n_eff,
        "p": part.p,
        "change": moved.gap.difference if moved else None,
        "change_p": part.change_p if moved else None,
    }
    return [_row(part, rank, before, moved.then, say), now] if moved else [now]


def _row(part: Part, rank: int, series: str, made: MeanEstimate, say: Say) -> dict[str, Any]:
    return {
        "key": part.key,
        "label": part.name.worded(say),
        "rank": rank,
        "series": series,
        "value": made.mean,
        "low": made.low,
        "high": made.high,
        "n": made.n,
        "n_eff": made.n_eff,
        "is_faint": is_pale(made.n),
    }


def _short(answer: Expectation, say: Say) -> str:
    short = [part for part in answer.parts if part.is_established and part.gap.mean < 0]
    told = {"total": len(answer.parts), "parts": say(lines.PARTS[answer.level])}
    if not short:
        return say(
            "No evidence that any of the {total} {parts} fell short of what was expected.", **told
        )
    worst, digits = short[0], answer.scale.digits
    return say(
        "{count} of {total} {parts} fell short of what was expected, most of all {name}: {gap}"
        " ({interval}).",
        **told,
        count=len(short),
        name=worst.name.worded(say),
        gap=say.signed(worst.gap.mean, digits),
        interval=interval(say, worst.gap.low, worst.gap.high, digits, is_signed=True),
    )


def _beyond(answer: Expectation, say: Say) -> str:
    beyond = [part for part in reversed(answer.parts) if part.is_established and part.gap.mean > 0]
    return (
        say("Beyond expectation: {names}.", names=some_of(say, tuple(one.name for one in beyond)))
        if beyond
        else ""
    )


def _moved(answer: Expectation, before: str, say: Say) -> str:
    """Which gaps changed, with the size of the family they were tested in."""
    tested = [part for part in answer.parts if isfinite(part.change_p)]
    if not before or not tested:
        return ""
    moved = [
        (one.name, one.change.gap.difference)
        for one in tested
        if one.is_change_established and one.change
    ]
    worse, better = (
        tuple(name for name, by in moved if (by < 0) is is_worse) for is_worse in (True, False)
    )
    told = {"before": before, "family": say.number(len(tested))}
    if not moved:
        return say(
            "No evidence that any gap changed since {before} (Holm over {family} changes).", **told
        )
    fell = (
        say(
            "Further below expectation than at {before}: {names} (Holm over {family} changes).",
            **told,
            names=some_of(say, worse),
        )
        if worse
        else ""
    )
    rose = (
        say(
            "Closer to expectation, or further above it, than at {before}: {names} (Holm over"
            " {family} changes).",
            **told,
            names=some_of(say, better),
        )
        if better
        else ""
    )
    return sentences(say, fell, rose)


def _headline(answer: Expectation, say: Say) -> Headline:
    met = sum(not (part.is_established and part.gap.mean < 0) for part in answer.parts)
    label = say(
        "{parts} without an established shortfall against expectation",
        parts=say(lines.PARTS[answer.level]),
    )
    return Headline(say("{met} of {total}", met=met, total=len(answer.parts)), label)


def shares(answer: Expectation, say: Say) -> Figure:
    """Missed, confirmed and exceeded: shares of those who gave both."""
    names = say("Missed"), say("Confirmed"), say("Exceeded")
    ranked = sorted(answer.parts, key=lambda part: -part.missed.share)
    rows = [row for rank, one in enumerate(ranked) for row in _share_rows(one, rank, names, say)]
    return Figure(
        key="shares",
        finding=_missed(ranked[0], say),
        base=lines.base(
            answer, say, say("half a scale point or more apart counts as missed or exceeded")
        ),
        form=Likert(say("Share of answers"), names),
        data=pd.DataFrame(rows),
        columns=(
            Column("label", say(lines.PART[answer.level])),
            Column("series", say("Expectation was")),
            Column("share", say("Share"), "share", 1),
            Column("low", say("Interval from"), "share", 1),
            Column("high", say("Interval to"), "share", 1),
            Column("n", say("Number of answers"), "count"),
        ),
        method=SHARES,
        notes=lines.notes(answer, say),
    )


def _share_rows(part: Part, rank: int, names: tuple[str, ...], say: Say) -> list[dict[str, Any]]:
    found: tuple[Proportion, ...] = (part.missed, part.confirmed, part.exceeded)
    return [
        {
            "key": part.key,
            "label": part.name.worded(say),
            "rank": rank,
            "series": name,
            "order": order,
            "share": one.share,
            "low": one.low,
            "high": one.high,
            "n": part.gap.n,
            "n_eff": part.gap.n_eff,
        }
        for order, (name, one) in enumerate(zip(names, found, strict=True))
    ]


def _missed(part: Part, say: Say) -> str:
    span = say(
        "95 % interval {low} to {high}",
        low=say.percent(part.missed.low),
        high=say.percent(part.missed.high),
    )
    return say(
        "In this sample {name} disappointed the most respondents: {missed} found less than they"
        " expected ({interval}), {exceeded} more.",
        name=part.name.worded(say),
        missed=say.percent(part.missed.share),
        interval=span,
        exceeded=say.percent(part.exceeded.share),
    )


def levels(answer: Expectation, say: Say) -> Figure:
    """Expectation and experience side by side, the highest hopes first."""
    series, digits = (say("Expected"), say("Found")), answer.scale.digits
    ranked = sorted(answer.parts, key=lambda part: -part.expectation.mean)
    rows = [
        _row(one, rank, name, made, say)
        for rank, one in enumerate(ranked)
        for name, made in zip(series, (one.expectation, one.experience), strict=True)
    ]
    top = ranked[0]
    return Figure(
        key="levels",
        finding=say(
            "Most was expected of {name} ({expected}), where {found} was found.",
            name=top.name.worded(say),
            expected=say.number(top.expectation.mean, digits),
            found=say.number(top.experience.mean, digits),
        ),
        base=lines.base(answer, say, answer.scale.worded(say), say("mean with 95 % t interval")),
        form=Bars("score", say("Mean rating"), has_interval=True, is_dots=True, series=series),
        data=pd.DataFrame(rows),
        columns=(
            Column("label", say(lines.PART[answer.level])),
            Column("series", say("What")),
            Column("value", say("Mean"), "score", digits),
            Column("low", say("Interval from"), "score", digits),
            Column("high", say("Interval to"), "score", digits),
            Column("n", say("Number of answers"), "count"),
        ),
        method=LEVELS,
        notes=lines.notes(answer, say),
    )

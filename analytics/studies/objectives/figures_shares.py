"""What they come for, now and over the editions."""

from __future__ import annotations

from math import nan
from typing import TYPE_CHECKING, Any

import pandas as pd

from analytics.figures import Bars, Column, Figure, Headline, Lines
from analytics.figures.base_line import base_line
from analytics.figures.families import family
from analytics.figures.sentences import sentences, some_of
from analytics.figures.small_bases import is_pale
from analytics.studies.objectives import DRIFT, SHARES, figures_wording

if TYPE_CHECKING:
    from analytics.ratings.editions import Edition
    from analytics.stats.proportion import Proportion
    from analytics.studies.objectives.compute import Objectives
    from analytics.studies.objectives.compute_named import Objective
    from analytics.wording import Say

MOST_LINES = 6


def shares(answer: Objectives, say: Say) -> Figure:
    """Objectives by share, the commonest first, beside the edition compared with."""
    editions = [edition for edition in (answer.before, answer.focus) if edition]
    series = tuple(edition.name.worded(say) for edition in editions)
    rows = [row for rank, one in enumerate(answer.named) for row in _rows(answer, one, rank, say)]
    first = answer.named[0]
    return Figure(
        "shares",
        sentences(say, _leading(answer, say), _change(answer, say)),
        base_line(
            figures_wording.respondents(say, answer.respondents),
            figures_wording.period(answer, say, is_compared=True),
            say("{n} objectives named by each on average", n=say.number(answer.ticks_each, 1)),
            say("shares with Wilson's 95 % interval"),
        ),
        Bars(
            "share",
            say("Share of respondents"),
            has_interval=True,
            is_dots=True,
            series=series if len(series) > 1 else (),
        ),
        pd.DataFrame(rows),
        _columns(answer, say),
        SHARES,
        Headline(
            say.percent(first.now.share, 0),
            say("come for: {objective}", objective=first.name.worded(say)),
        ),
        (
            *figures_wording.silent_note(answer, say),
            *_unshown(answer, say),
            *figures_wording.pale_note((row["n"] for row in rows), say),
        ),
        families=family(
            say("Changes since the edition compared with"), [one.change_p for one in answer.named]
        ),
    )


def _rows(answer: Objectives, one: Objective, rank: int, say: Say) -> list[dict[str, Any]]:
    told: list[tuple[Edition | None, Proportion | None]] = [
        (answer.before, one.then),
        (answer.focus, one.now),
    ]
    return [_row(edition, one, found, rank, say) for edition, found in told if edition and found]


def _row(
    edition: Edition, one: Objective, found: Proportion, rank: int, say: Say
) -> dict[str, Any]:
    is_now = found is one.now
    return {
        "key": one.key,
        "label": one.name.worded(say),
        "rank": rank,
        "series": edition.name.worded(say),
        "value": found.share,
        "low": found.low,
        "high": found.high,
        "n": int(found.answers),
        "n_eff": found.n,
        "base_n_eff": found.n if is_now else None,
        "count": int(found.givers),
        "is_faint": is_pale(found.answers),
        "change": 100 * one.change.difference if is_now and one.change else None,
        "p": one.change_p if is_now else None,
    }


def _columns(answer: Objectives, say: Say) -> tuple[Column, ...]:
    told = (
        Column("label", say("Objective")),
        Column("series", say("Edition")),
        Column("count", say("Named by"), "count"),
        *figures_wording.share_columns(say),
    )
    if answer.before is None:
        return told
    return (
        *told,
        Column("change", say("Change, points"), "points", 1),
        Column("p", say("p (Holm)"), "p"),
    )


def _leading(answer: Objectives, say: Say) -> str:
    first = answer.named[0]
    told = {
        "first": first.name.worded(say),
        "share": say.percent(first.now.share),
        "interval": figures_wording.by_percent(say, first.now),
    }
    if len(answer.named) == 1:
        return say("{first} is the only objective named: by {share} ({interval}).", **told)
    others = tuple(one.name for one in answer.named[1:3])
    return say(
        "{first} is named most in this sample, by {share} ({interval}), ahead of {others}.",
        **told,
        others=some_of(say, others),
    )


def _change(answer: Objectives, say: Say) -> str:
    """Which shares moved since the edition compared with."""
    tested = [one for one in answer.named if one.change]
    if answer.before is None or not tested:
        return ""
    moved = sorted(
        (one for one in tested if one.is_change_established), key=lambda one: -abs(_points(one))
    )
    told = {"before": answer.before.name.worded(say), "family": say.number(len(tested))}
    if not moved:
        return say(
            "Against {before}, no evidence of a change in any of {family} objectives.", **told
        )
    return say(
        "Against {before}, established changes: {count} of {family}, the largest {objective}"
        " ({change} points).",
        **told,
        count=say.number(len(moved)),
        objective=moved[0].name.worded(say),
        change=say.signed(_points(moved[0]), 1),
    )


def _points(one: Objective) -> float:
    return 100 * one.change.difference if one.change else 0.0


def _unshown(answer: Objectives, say: Say) -> tuple[str, ...]:
    if not answer.unshown:
        return ()
    return (
        say(
            "{n} objectives named more rarely are left out of the chart.",
            n=say.number(answer.unshown),
        ),
    )


def drift(answer: Objectives, say: Say) -> Figure | None:
    """Shares over the chosen editions; None below two with answers."""
    if len(answer.asked) < 2:
        return None
    shown = answer.named[:MOST_LINES]
    names = tuple(one.name.worded(say) for one in shown)
    rows = [
        _point(one, dict(one.by_edition), edition, rank, answer, say)
        for one in shown
        for rank, edition in enumerate(answer.editions)
    ]
    told = [row["n"] for row in rows if not row["is_gap"]]
    return Figure(
        "drift",
        _drift_sentence(answer, say),
        base_line(
            figures_wording.row_bases(say, told),
            _span(answer, say),
            say("share with Wilson's 95 % interval, trend by Cochran–Armitage"),
        ),
        Lines("share", say("Share of respondents"), names),
        pd.DataFrame(rows),
        (
            Column("x", say("Edition")),
            Column("series", say("Objective")),
            *figures_wording.share_columns(say),
            Column("p", say("p of the trend (Holm)"), "p"),
        ),
        DRIFT,
        notes=(*_not_offered(answer, say), *figures_wording.pale_note(told, say)),
        is_established=any(one.is_trend_established for one in answer.named),
        families=family(say("Trends of the objectives"), [one.trend_p for one in answer.named]),
    )


def _point(
    one: Objective,
    shares: dict[str, Proportion],
    edition: Edition,
    rank: int,
    answer: Objectives,
    say: Say,
) -> dict[str, Any]:
    found = shares.get(edition.key)
    why = (
        ""
        if found
        else (
            say("not held")
            if not edition.is_held
            else (say("not named") if edition.key in answer.asked else say("too few"))
        )
    )
    return {
        "key": edition.key,
        "x_rank": rank,
        "x": edition.name.worded(say),
        "series": one.name.worded(say),
        "value": found.share if found else nan,
        "low": found.low if found else nan,
        "high": found.high if found else nan,
        "n": int(found.answers) if found else nan,
        "n_eff": found.n if found else nan,
        "p": one.trend_p,
        "is_gap": found is None,
        "gap": why,
        "is_faint": bool(found and is_pale(found.answers)),
    }


def _span(answer: Objectives, say: Say) -> str:
    there = [edition for edition in answer.editions if edition.key in answer.asked]
    return say(
        "{first} to {last}", first=there[0].name.worded(say), last=there[-1].name.worded(say)
    )


def _drift_sentence(answer: Objectives, say: Say) -> str:
    tested = [one for one in answer.named if one.trend]
    if not tested:
        return say(
            "Whether objectives drift cannot be told: a trend needs three editions with answers."
        )
    moved = sorted((one for one in tested if one.is_trend_established), key=lambda one: one.trend_p)
    told = {"family": say.number(len(tested))}
    if not moved:
        return say("No evidence of a steady drift in any of {family} objectives.", **told)
    first = moved[0]
    ends = first.by_edition[0][1], first.by_edition[-1][1]
    rises = first.trend is not None and first.trend.slope > 0
    told |= {
        "objective": first.name.worded(say),
        "from_": say.percent(ends[0].share),
        "to": say.percent(ends[1].share),
        "p": say.probability(first.trend_p),
        "count": say.number(len(moved)),
    }
    if rises:
        return say(
            "Established trends: {count} of {family}. The clearest goes up: {objective}, from"
            " {from_} to {to} (Holm's p {p}).",
            **told,
        )
    return say(
        "Established trends: {count} of {family}. The clearest goes down: {objective}, from {from_}"
        " to {to} (Holm's p {p}).",
        **told,
    )


def _not_offered(answer: Objectives, say: Say) -> tuple[str, ...]:
    """Objectives that nobody named at an edition that asked."""
    names = tuple(
        one.name for one in answer.named if answer.asked - {key for key, _ in one.by_edition}
    )
    if not names:
        return ()
    return (
        say(
            "Named by nobody at some edition, so taken as not offered there: {names}.",
            names=some_of(say, names),
        ),
    )

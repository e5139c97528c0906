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
    rows = [
        row
        for rank, objective in enumerate(answer.named)
        for row in _rows(answer, objective, rank, say)
    ]
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
            say("Changes since the edition compared with"),
            [objective.change_p for objective in answer.named],
        ),
    )


def _rows(answer: Objectives, objective: Objective, rank: int, say: Say) -> list[dict[str, Any]]:
    shares: list[tuple[Edition | None, Proportion | None]] = [
        (answer.before, objective.then),
        (answer.focus, objective.now),
    ]
    return [
        _row(edition, objective, share, rank, say) for edition, share in shares if edition and share
    ]


def _row(
    edition: Edition, objective: Objective, share: Proportion, rank: int, say: Say
) -> dict[str, Any]:
    is_now = share is objective.now
    return {
        "key": objective.key,
        "label": objective.name.worded(say),
        "rank": rank,
        "series": edition.name.worded(say),
        "value": share.share,
        "low": share.low,
        "high": share.high,
        "n": int(share.answers),
        "n_eff": share.n,
        "base_n_eff": share.n if is_now else None,
        "count": int(share.givers),
        "is_faint": is_pale(share.answers),
        "change": 100 * objective.change.difference if is_now and objective.change else None,
        "p": objective.change_p if is_now else None,
    }


def _columns(answer: Objectives, say: Say) -> tuple[Column, ...]:
    columns = (
        Column("label", say("Objective")),
        Column("series", say("Edition")),
        Column("count", say("Named by"), "count"),
        *figures_wording.share_columns(say),
    )
    if answer.before is None:
        return columns
    return (
        *columns,
        Column("change", say("Change, points"), "points", 1),
        Column("p", say("p (Holm)"), "p"),
    )


def _leading(answer: Objectives, say: Say) -> str:
    first = answer.named[0]
    values = {
        "first": first.name.worded(say),
        "share": say.percent(first.now.share),
        "interval": figures_wording.by_percent(say, first.now),
    }
    if len(answer.named) == 1:
        return say("{first} is the only objective named: by {share} ({interval}).", **values)
    others = tuple(objective.name for objective in answer.named[1:3])
    return say(
        "{first} is named most in this sample, by {share} ({interval}), ahead of {others}.",
        **values,
        others=some_of(say, others),
    )


def _change(answer: Objectives, say: Say) -> str:
    """Which shares moved since the edition compared with."""
    tested = [objective for objective in answer.named if objective.change]
    if answer.before is None or not tested:
        return ""
    moved = sorted(
        (objective for objective in tested if objective.is_change_established),
        key=lambda objective: -abs(_points(objective)),
    )
    values = {"before": answer.before.name.worded(say), "family": say.number(len(tested))}
    if not moved:
        return say(
            "Against {before}, no evidence of a change in any of {family} objectives.", **values
        )
    return say(
        "Against {before}, established changes: {count} of {family}, the largest {objective}"
        " ({change} points).",
        **values,
        count=say.number(len(moved)),
        objective=moved[0].name.worded(say),
        change=say.signed(_points(moved[0]), 1),
    )


def _points(objective: Objective) -> float:
    return 100 * objective.change.difference if objective.change else 0.0


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
    names = tuple(objective.name.worded(say) for objective in shown)
    rows = [
        _point(objective, dict(objective.by_edition), edition, rank, answer, say)
        for objective in shown
        for rank, edition in enumerate(answer.editions)
    ]
    bases = [row["n"] for row in rows if not row["is_gap"]]
    return Figure(
        "drift",
        _drift_sentence(answer, say),
        base_line(
            figures_wording.row_bases(say, bases),
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
        notes=(*_not_offered(answer, say), *figures_wording.pale_note(bases, say)),
        is_established=any(objective.is_trend_established for objective in answer.named),
        families=family(
            say("Trends of the objectives"), [objective.trend_p for objective in answer.named]
        ),
    )


def _point(
    objective: Objective,
    shares: dict[str, Proportion],
    edition: Edition,
    rank: int,
    answer: Objectives,
    say: Say,
) -> dict[str, Any]:
    share = shares.get(edition.key)
    why = (
        ""
        if share
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
        "series": objective.name.worded(say),
        "value": share.share if share else nan,
        "low": share.low if share else nan,
        "high": share.high if share else nan,
        "n": int(share.answers) if share else nan,
        "n_eff": share.n if share else nan,
        "p": objective.trend_p,
        "is_gap": share is None,
        "gap": why,
        "is_faint": bool(share and is_pale(share.answers)),
    }


def _span(answer: Objectives, say: Say) -> str:
    there = [edition for edition in answer.editions if edition.key in answer.asked]
    return say(
        "{first} to {last}", first=there[0].name.worded(say), last=there[-1].name.worded(say)
    )


def _drift_sentence(answer: Objectives, say: Say) -> str:
    tested = [objective for objective in answer.named if objective.trend]
    if not tested:
        return say(
            "Whether objectives drift cannot be told: a trend needs three editions with answers."
        )
    moved = sorted(
        (objective for objective in tested if objective.is_trend_established),
        key=lambda objective: objective.trend_p,
    )
    values = {"family": say.number(len(tested))}
    if not moved:
        return say("No evidence of a steady drift in any of {family} objectives.", **values)
    first = moved[0]
    ends = first.by_edition[0][1], first.by_edition[-1][1]
    rises = first.trend is not None and first.trend.slope > 0
    values |= {
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
            **values,
        )
    return say(
        "Established trends: {count} of {family}. The clearest goes down: {objective}, from {from_}"
        " to {to} (Holm's p {p}).",
        **values,
    )


def _not_offered(answer: Objectives, say: Say) -> tuple[str, ...]:
    """Objectives that nobody named at an edition that asked."""
    names = tuple(
        objective.name
        for objective in answer.named
        if answer.asked - {key for key, _ in objective.by_edition}
    )
    if not names:
        return ()
    return (
        say(
            "Named by nobody at some edition, so taken as not offered there: {names}.",
            names=some_of(say, names),
        ),
    )

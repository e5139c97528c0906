"""What they come for, how that drifts, whether they get it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from analytics.figures import Bars, Column, Figure, Headline, columns, rows, small_bases
from analytics.figures.base_line import base_line, compared
from analytics.figures.claims import with_claims
from analytics.figures.families import family
from analytics.figures.sentences import notes, sentences, share_interval, some_of
from analytics.ratings.comparability import not_comparable
from analytics.studies.objectives import SHARES
from analytics.studies.objectives.figures_attainment import attained, pull, reached
from analytics.studies.objectives.figures_claims import claims
from analytics.studies.objectives.figures_drift import drift
from analytics.studies.objectives.figures_wording import respondents, whose

if TYPE_CHECKING:
    from analytics.figures.rows import Row
    from analytics.studies.objectives.compute import Objectives
    from analytics.studies.objectives.compute_named import Objective
    from analytics.wording import Say


def figures(answer: Objectives, say: Say) -> tuple[Figure, ...]:
    where_possible = (
        drift(answer, say),
        reached(answer, say),
        attained(answer, say),
        pull(answer, say),
    )
    shown = [shares(answer, say), *(figure for figure in where_possible if figure)]
    return with_claims(shown, claims(answer, say))


def shares(answer: Objectives, say: Say) -> Figure:
    """Objectives by share, the commonest first, beside the edition compared with."""
    data = [
        row
        for rank, objective in enumerate(answer.named)
        for row in _rows(answer, objective, rank, say)
    ]
    changes = say("Changes since the edition compared with")
    return Figure(
        "shares",
        sentences(say, _leading(answer, say), _change(answer, say)),
        _base(answer, say),
        _form(answer, say),
        pd.DataFrame(data),
        _columns(answer, say),
        SHARES,
        _headline(answer, say),
        notes(
            _silent(answer, say),
            _unshown(answer, say),
            answer.populations.why_process(say, answer.focus.key, answer.exhibitors),
            *small_bases.notes(say, (), [row["n"] for row in data]),
        ),
        families=family(changes, [objective.change_p for objective in answer.named]),
    )


def _base(answer: Objectives, say: Say) -> str:
    return base_line(
        respondents(say, answer.respondents),
        compared(say, answer.focus.name, answer.before.name if answer.before else None),
        say("{n} objectives named by each on average", n=say.number(answer.ticks_each, 1)),
        say("shares with Wilson's 95% interval"),
        whose(answer, say),
    )


def _form(answer: Objectives, say: Say) -> Bars:
    before, focus = answer.before, answer.focus
    return Bars(
        "share",
        say("Share of respondents"),
        has_interval=True,
        is_dots=True,
        series=(before.name.worded(say), focus.name.worded(say)) if before else (),
        roles=("before", "now") if before else (),
    )


def _headline(answer: Objectives, say: Say) -> Headline:
    first = answer.named[0]
    label = say("come for: {objective}", objective=first.name.worded(say))
    return Headline(say.percent(first.now.share, 0), label)


def _rows(answer: Objectives, objective: Objective, rank: int, say: Say) -> list[Row]:
    """Its share in the edition compared with, where there is one, and in the one looked at."""
    place = {"key": objective.key, "label": objective.name.worded(say), "rank": rank}
    change, now = objective.change, objective.now
    row_now = rows.of_share(now, **place, series=answer.focus.name.worded(say)) | {
        "base_n_eff": now.n,
        "count": int(now.givers),
        "change": 100 * change.difference if change else None,
        "p": objective.change_p,
    }
    then = objective.then
    if not answer.before or not then:
        return [row_now]
    row_then = rows.of_share(then, **place, series=answer.before.name.worded(say))
    return [row_then | {"count": int(then.givers)}, row_now]


def _columns(answer: Objectives, say: Say) -> tuple[Column, ...]:
    one_edition = (
        Column("label", say("Objective")),
        columns.edition(say),
        Column("count", say("Named by"), "count"),
        *columns.share(say),
        columns.base(say),
    )
    if answer.before is None:
        return one_edition
    points = Column("change", say("Change, points"), "points", 1)
    return (*one_edition, points, columns.p(say))


def _leading(answer: Objectives, say: Say) -> str:
    first = answer.named[0]
    values = {
        "first": first.name.worded(say),
        "share": say.percent(first.now.share),
        "interval": share_interval(say, first.now),
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
        if any(objective.is_change_significant for objective in tested):
            return _sign(answer, tested, say)
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


def _sign(answer: Objectives, tested: list[Objective], say: Say) -> str:
    """Changes that stand by their tests, between editions that did not ask alike."""
    moved = [objective for objective in tested if objective.is_change_significant]
    first = max(moved, key=lambda objective: abs(_points(objective)))
    went = say(
        "Against {before}, {count} of {family} shares moved, most of all {objective} ({change}"
        " points).",
        before=answer.before.name.worded(say) if answer.before else "",
        count=say.number(len(moved)),
        family=say.number(len(tested)),
        objective=first.name.worded(say),
        change=say.signed(_points(first), 1),
    )
    return sentences(say, went, not_comparable(say, answer.obstacles))


def _points(objective: Objective) -> float:
    return 100 * objective.change.difference if objective.change else 0.0


def _silent(answer: Objectives, say: Say) -> str:
    if not answer.silent:
        return ""
    return say(
        "{n} respondents named no objective and are left out of the base.",
        n=say.number(answer.silent),
    )


def _unshown(answer: Objectives, say: Say) -> str:
    if not answer.unshown:
        return ""
    return say(
        "{n} objectives named more rarely are left out of the chart.",
        n=say.number(answer.unshown),
    )

"""How the shares move over the editions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from analytics.figures import Column, Figure, Lines, columns, rows, small_bases
from analytics.figures.base_line import base_line, first_to_last
from analytics.figures.families import family
from analytics.figures.sentences import notes, sentences, some_of
from analytics.ratings.comparability import not_comparable
from analytics.ratings.populations import worded_own, worded_process
from analytics.studies.objectives import DRIFT, figures_wording

if TYPE_CHECKING:
    from analytics.figures.rows import Row
    from analytics.ratings.editions import Edition
    from analytics.stats.proportion import Proportion
    from analytics.studies.objectives.compute import Objectives
    from analytics.studies.objectives.compute_named import Objective
    from analytics.wording import Say

MOST_LINES = 6


def drift(answer: Objectives, say: Say) -> Figure | None:
    """Shares over the chosen editions; None below two with answers."""
    if len(answer.asked) < 2:
        return None
    shown = answer.named[:MOST_LINES]
    names = tuple(objective.name.worded(say) for objective in shown)
    data = [
        _point(objective, dict(objective.by_edition), edition, rank, answer, say)
        for objective in shown
        for rank, edition in enumerate(answer.editions)
    ]
    bases = [row["n"] for row in data if not row["is_gap"]]
    method = say("share with Wilson's 95% interval, trend by Cochran–Armitage")
    return Figure(
        "drift",
        _drift_sentence(answer, say),
        base_line(
            figures_wording.row_bases(say, bases),
            _span(answer, say),
            method,
            _whose(answer, say),
        ),
        Lines("share", say("Share of respondents"), names),
        pd.DataFrame(data),
        (
            columns.edition(say, "x"),
            Column("series", say("Objective")),
            *columns.share(say),
            columns.base(say),
            Column("p", say("p of the trend (Holm)"), "p"),
        ),
        DRIFT,
        notes=notes(_not_offered(answer, say), *small_bases.notes(say, (), bases)),
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
) -> Row:
    share = shares.get(edition.key)
    place = {
        "key": edition.key,
        "x_rank": rank,
        "x": edition.name.worded(say),
        "series": objective.name.worded(say),
    }
    return rows.of_share(share, **place) | {
        "p": objective.trend_p,
        "is_gap": share is None,
        "gap": "" if share else _gap_reason(edition, answer, say),
    }


def _gap_reason(edition: Edition, answer: Objectives, say: Say) -> str:
    """Why nothing stands above an edition."""
    if not edition.is_held:
        return say("not held")
    return say("not named") if edition.key in answer.asked else say("too few")


def _whose(answer: Objectives, say: Say) -> str:
    """Whom the intervals of several editions stand for."""
    is_known = any(answer.populations.of(edition.key) for edition in answer.editions)
    return worded_own(say) if is_known else worded_process(say)


def _span(answer: Objectives, say: Say) -> str:
    asked = [edition for edition in answer.editions if edition.key in answer.asked]
    return first_to_last(say, [edition.name.worded(say) for edition in asked])


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
        steady = [objective for objective in tested if objective.is_trend_significant]
        if steady:
            return _sign(steady, values, say)
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


def _sign(steady: list[Objective], values: dict[str, str], say: Say) -> str:
    """Trends that stand by their tests, over editions that did not ask alike."""
    went = say(
        "{count} of {family} shares move steadily over the editions.",
        **values,
        count=say.number(len(steady)),
    )
    return sentences(say, went, not_comparable(say, steady[0].trend_obstacles))


def _not_offered(answer: Objectives, say: Say) -> str:
    """Objectives that nobody named at an edition that asked."""
    names = tuple(
        objective.name
        for objective in answer.named
        if answer.asked - {key for key, _ in objective.by_edition}
    )
    if not names:
        return ""
    return say(
        "Named by nobody at some edition, so taken as not offered there: {names}.",
        names=some_of(say, names),
    )

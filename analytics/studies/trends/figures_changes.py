"""From one edition to the next: steps, rate and composition, the same exhibitors."""

from __future__ import annotations

from typing import Any

import pandas as pd

from analytics.errors import NotEnough
from analytics.figures import Bars, Column, Figure, columns, rows, small_bases
from analytics.figures.base_line import answers
from analytics.figures.families import Family, family
from analytics.figures.rows import Row
from analytics.figures.sentences import interval, notes, sentences
from analytics.ratings.change import Change
from analytics.ratings.editions import Edition
from analytics.studies.trends import CHANGE, SAME, figures_wording
from analytics.studies.trends.compute import Step, Trends
from analytics.studies.trends.compute_same_exhibitors import SameExhibitors
from analytics.studies.trends.figures_series import pair_sentence
from analytics.wording import Say

MOST_NAMED = 3


def changes(answer: Trends, say: Say) -> Figure:
    """Every step between editions with its interval; the comparison asked for comes first where it
    is no step.
    """
    digits = answer.scale.digits
    no_trend = (
        figures_wording.trend_note(answer.trend, say) if isinstance(answer.trend, NotEnough) else ""
    )
    method = say(
        "95% interval of each change, Holm over {family} steps",
        family=say.number(len(answer.steps)),
    )
    return Figure(
        key="changes",
        finding=sentences(say, pair_sentence(answer, say), _steps_sentence(answer, say)),
        base=figures_wording.series_base(answer, say, method),
        form=Bars(
            "change", say("Change of the mean"), has_interval=True, is_dots=True, reference=0.0
        ),
        data=pd.DataFrame(_step_rows(answer, say)).assign(base_n_eff=figures_wording.worth(answer)),
        columns=(
            Column("label", say("From one edition to the next")),
            Column("then", say("Mean before"), "score", digits),
            Column("now", say("Mean"), "score", digits),
            *_change_columns(digits, say),
            columns.p(say),
            columns.visible(say, digits),
            columns.answers(say),
        ),
        method=CHANGE,
        notes=notes(
            no_trend,
            *figures_wording.answer_notes(answer, say),
            *figures_wording.mix_notes(answer, say),
        ),
        is_established=answer.change.is_established,
        families=_families(answer, say),
    )


def _change_columns(digits: int, say: Say) -> tuple[Column, Column, Column]:
    """A change that is itself what the row shows."""
    return (
        Column("value", say("Change"), "change", digits),
        Column("low", say("Change from"), "change", digits),
        Column("high", say("Change to"), "change", digits),
    )


def _families(answer: Trends, say: Say) -> tuple[Family, ...]:
    steps = family(say("Steps from edition to edition"), [step.p for step in answer.steps])
    return Family(say("The change asked for"), 1), *steps


def _step_rows(answer: Trends, say: Say) -> list[Row]:
    """The change asked for, where it is no step, and every step."""
    pairs = {(step.before.key, step.edition.key) for step in answer.steps}
    pair, data = (answer.before, answer.focus), []
    if (answer.before.key, answer.focus.key) not in pairs:
        data.append(_change_row(pair, answer.change, None, 0, say))
    for step in answer.steps:
        data.append(_change_row((step.before, step.edition), step.change, step.p, len(data), say))
    return data


def _change_row(
    pair: tuple[Edition, Edition], change: Change, p: float | None, rank: int, say: Say
) -> Row:
    before, edition = (edition.name.worded(say) for edition in pair)
    label = say("{before} → {edition}", before=before, edition=edition)
    return _gap_row(change, key=pair[1].key, label=label, rank=rank) | {
        "then": change.then.mean,
        "now": change.now.mean,
        "p": p,
        "visible": change.visible,
    }


def _gap_row(change: Change, **place: Any) -> Row:
    """A change, on the smaller of its two bases."""
    n = min(change.then.n, change.now.n)
    n_eff = min(change.then.n_eff, change.now.n_eff)
    return rows.of_difference(change.gap, n, n_eff, **place)


def _steps_sentence(answer: Trends, say: Say) -> str:
    """Which steps stand after correcting for having looked at all of them."""
    if len(answer.steps) < 2:
        return ""
    standing = [step for step in answer.steps if step.is_established]
    counts = {"family": say.number(len(answer.steps)), "count": say.number(len(standing))}
    if not standing:
        return say(
            "Taken together, none of the {family} steps between editions is established.", **counts
        )
    largest = sorted(standing, key=lambda step: -abs(step.change.gap.difference))[:MOST_NAMED]
    named = say.listed([_named(step, answer, say) for step in largest])
    if len(standing) == 1:
        return say(
            "Taken together, 1 of {family} steps between editions is established: {steps}.",
            **counts,
            steps=named,
        )
    if len(standing) > MOST_NAMED:
        return say(
            "Taken together, {count} of {family} steps between editions are established, the"
            " largest: {steps}.",
            **counts,
            steps=named,
        )
    return say(
        "Taken together, {count} of {family} steps between editions are established: {steps}.",
        **counts,
        steps=named,
    )


def _named(step: Step, answer: Trends, say: Say) -> str:
    return say(
        "{edition} ({change})",
        edition=step.edition.name.worded(say),
        change=say.signed(step.change.gap.difference, answer.scale.digits),
    )


def same_exhibitors(answer: Trends, followed: SameExhibitors, say: Say) -> Figure:
    """Those who answered both times beside all who answered."""
    both = {"key": "same", "label": say("Exhibitors who answered both times"), "rank": 0}
    everybody = {"key": "all", "label": say("All who answered"), "rank": 1}
    data = [
        rows.of_difference(followed.gap, followed.n, followed.n_eff, **both),
        _gap_row(answer.change, **everybody),
    ]
    method = say("paired differences with 95% t interval")
    return Figure(
        key="same_exhibitors",
        finding=_same_sentence(answer, followed, say),
        base=figures_wording.pair_base(answer, say, answers(say, followed.n), method),
        form=Bars(
            "change", say("Change of the mean"), has_interval=True, is_dots=True, reference=0.0
        ),
        data=pd.DataFrame(data).assign(base_n_eff=followed.n_eff),
        columns=(
            Column("label", say("Who")),
            *_change_columns(answer.scale.digits, say),
            columns.answers(say),
        ),
        method=SAME,
        notes=small_bases.notes(say, (), [followed.n]),
        is_established=followed.is_established,
        families=(Family(say("Change of the same exhibitors"), 1),),
    )


def _same_sentence(answer: Trends, followed: SameExhibitors, say: Say) -> str:
    digits, gap = answer.scale.digits, followed.gap
    values = {
        "n": say.number(followed.n),
        "change": say.signed(gap.difference, digits),
        "size": say.number(abs(gap.difference), digits),
        "interval": interval(say, gap.low, gap.high, digits, is_signed=True),
    }
    if not gap.is_reliable:
        return say(
            "The {n} exhibitors who answered both times changed by {change}; they changed all alike"
            " or are too few to say how sure that is.",
            **values,
        )
    if followed.is_established and gap.difference > 0:
        return say(
            "The {n} exhibitors who answered both times rose by {size}, which is established"
            " ({interval}).",
            **values,
        )
    if followed.is_established:
        return say(
            "The {n} exhibitors who answered both times fell by {size}, which is established"
            " ({interval}).",
            **values,
        )
    return say(
        "Among the {n} exhibitors who answered both times there is no evidence of a change"
        " ({change}; {interval}).",
        **values,
    )

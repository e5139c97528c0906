"""From one edition to the next: steps, rate and composition, the same exhibitors."""

from __future__ import annotations

from typing import Any

import pandas as pd

from analytics.errors import NotEnough
from analytics.figures import Bars, Column, Figure, small_bases
from analytics.figures.base_line import answers
from analytics.figures.families import Family, family
from analytics.figures.sentences import interval, sentences
from analytics.ratings.change import Change
from analytics.ratings.editions import Edition
from analytics.ratings.groups import Grouping
from analytics.stats.mean import Difference
from analytics.studies.trends import CHANGE, PARTS, SAME, figures_wording
from analytics.studies.trends.compute import SameExhibitors, Step, Trends
from analytics.studies.trends.compute_parts import NOT_STATED, OTHERS, Part, Parts
from analytics.studies.trends.figures_series import pair_sentence
from analytics.wording import Say

MOST_NAMED = 3


def changes(answer: Trends, say: Say) -> Figure:
    """Every step between editions with its interval; the comparison asked for comes first where it
    is no step.
    """
    digits = answer.scale.digits
    notes = (
        figures_wording.trend_notes(answer.trend, say)
        if isinstance(answer.trend, NotEnough)
        else ()
    )
    method = say(
        "Welch's 95 % interval, Holm over {family} steps", family=say.number(len(answer.steps))
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
            Column("value", say("Change"), "change", digits),
            Column("low", say("Change from"), "change", digits),
            Column("high", say("Change to"), "change", digits),
            Column("p", say("p (Holm)"), "p"),
            Column("needed", say("Answers needed to see it"), "count"),
            Column("n", say("Number of answers"), "count"),
        ),
        method=CHANGE,
        notes=(*notes, *figures_wording.answer_notes(answer, say)),
        is_established=answer.change.is_established,
        families=_families(answer, say),
    )


def _families(answer: Trends, say: Say) -> tuple[Family, ...]:
    steps = family(say("Steps from edition to edition"), [step.p for step in answer.steps])
    return Family(say("The change asked for"), 1), *steps


def _step_rows(answer: Trends, say: Say) -> list[dict[str, Any]]:
    pairs = {(step.before.key, step.edition.key) for step in answer.steps}
    asked = (answer.before, answer.focus)
    rows = (
        []
        if (asked[0].key, asked[1].key) in pairs
        else [_change_row(asked, answer.change, None, 0, say)]
    )
    for step in answer.steps:
        rows.append(_change_row((step.before, step.edition), step.change, step.p, len(rows), say))
    return rows


def _change_row(
    pair: tuple[Edition, Edition], change: Change, p: float | None, rank: int, say: Say
) -> dict[str, Any]:
    before, edition = pair
    label = say(
        "{before} → {edition}", before=before.name.worded(say), edition=edition.name.worded(say)
    )
    n = min(change.then.n, change.now.n)
    return {
        "key": edition.key,
        "label": label,
        "rank": rank,
        "value": change.gap.difference,
        "low": change.gap.low,
        "high": change.gap.high,
        "then": change.then.mean,
        "now": change.now.mean,
        "p": p,
        "needed": change.needed,
        "n": n,
        "n_eff": min(change.then.n_eff, change.now.n_eff),
        "is_faint": small_bases.is_pale(n),
    }


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


def taken_apart(answer: Trends, parts: Parts, say: Say) -> Figure:
    """Rate and composition part of each group."""
    series = (say("Answered differently"), say("Different mix"))
    rows = [
        row
        for rank, part in enumerate(parts.parts)
        for row in _part_rows(part, rank, answer.grouping, series, say)
    ]
    digits = answer.scale.digits
    n = say(
        "n = {then} and {now} answers",
        then=say.number(answer.change.then.n),
        now=say.number(answer.change.now.n),
    )
    return Figure(
        key="parts",
        finding=_parts_sentence(answer, parts, say),
        base=figures_wording.pair_base(
            answer, say, n, say("Kitagawa's parts by {kind}", kind=answer.grouping.titled(say))
        ),
        form=Bars(
            "change", say("Part of the change"), series=series, reference=0.0, digits=digits + 1
        ),
        data=pd.DataFrame(rows),
        columns=(
            Column("label", say("Group")),
            Column("series", say("Part")),
            Column("value", say("Part of the change"), "change", digits + 1),
            Column("share_then", say("Share before"), "share", 1),
            Column("share_now", say("Share"), "share", 1),
            Column("then", say("Mean before"), "score", digits),
            Column("now", say("Mean"), "score", digits),
        ),
        method=PARTS,
        is_established=answer.change.is_established,
        families=(Family(say("The change asked for"), 1),),
    )


def _part_rows(
    part: Part, rank: int, by: Grouping, series: tuple[str, str], say: Say
) -> list[dict[str, Any]]:
    names = {OTHERS: say("Other groups"), NOT_STATED: say("Not stated")}
    shown = {
        "key": part.name,
        "label": names.get(part.name) or by.named(part.name, say),
        "rank": rank,
        "share_then": part.share_then,
        "share_now": part.share_now,
        "then": part.then,
        "now": part.now,
        "n": part.n,
        "is_faint": small_bases.is_pale(part.n),
    }
    return [
        shown | {"series": name, "value": value}
        for name, value in zip(series, (part.rate, part.composition), strict=True)
    ]


def _parts_sentence(answer: Trends, parts: Parts, say: Say) -> str:
    digits = answer.scale.digits + 1
    values = {
        "change": say.signed(parts.change, digits),
        "rate": say.signed(parts.rate, digits),
        "composition": say.signed(parts.composition, digits),
        "kind": answer.grouping.kinds(say),
    }
    if answer.change.is_established:
        return say(
            "Of the change of {change}, {rate} comes from {kind} answering differently and"
            " {composition} from a different mix of {kind}; the change itself is established.",
            **values,
        )
    return say(
        "Of the change of {change}, {rate} comes from {kind} answering differently and"
        " {composition} from a different mix of {kind}; but there is no evidence of the change"
        " itself.",
        **values,
    )


def same_exhibitors(answer: Trends, followed: SameExhibitors, say: Say) -> Figure:
    """Those who answered both times beside all who answered."""
    whole = answer.change
    rows = [
        _gap_row(
            "same",
            say("Exhibitors who answered both times"),
            followed.gap,
            followed.n,
            followed.n_eff,
            0,
        ),
        _gap_row(
            "all",
            say("All who answered"),
            whole.gap,
            min(whole.then.n, whole.now.n),
            min(whole.then.n_eff, whole.now.n_eff),
            1,
        ),
    ]
    digits = answer.scale.digits
    return Figure(
        key="same_exhibitors",
        finding=_same_sentence(answer, followed, say),
        base=figures_wording.pair_base(
            answer, say, answers(say, followed.n), say("paired differences with 95 % t interval")
        ),
        form=Bars(
            "change", say("Change of the mean"), has_interval=True, is_dots=True, reference=0.0
        ),
        data=pd.DataFrame(rows).assign(base_n_eff=followed.n_eff),
        columns=(
            Column("label", say("Who")),
            Column("value", say("Change"), "change", digits),
            Column("low", say("Change from"), "change", digits),
            Column("high", say("Change to"), "change", digits),
            Column("n", say("Number of answers"), "count"),
        ),
        method=SAME,
        notes=small_bases.notes(say, (), [followed.n]),
        is_established=followed.is_established,
        families=(Family(say("Change of the same exhibitors"), 1),),
    )


def _gap_row(
    key: str, label: str, gap: Difference, n: int, n_eff: float, rank: int
) -> dict[str, Any]:
    return {
        "key": key,
        "label": label,
        "rank": rank,
        "value": gap.difference,
        "low": gap.low,
        "high": gap.high,
        "n": n,
        "n_eff": n_eff,
        "is_faint": small_bases.is_pale(n),
    }


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

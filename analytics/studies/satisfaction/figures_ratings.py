"""Dimensions, the items of one of them, and whether the items may be averaged."""

from __future__ import annotations

from math import isfinite

import pandas as pd

from analytics.figures import Bars, Column, Figure, small_bases
from analytics.figures.families import Family
from analytics.figures.sentences import interval, sentences, some_of
from analytics.stats.reliability import LOWEST_TO_AVERAGE
from analytics.studies.satisfaction import MEANS, RELIABILITY, figures_wording
from analytics.studies.satisfaction.compute import Satisfaction
from analytics.studies.satisfaction.compute_scores import Score, ScoreTable
from analytics.wording import Say

FEW = 2


def dimensions(answer: Satisfaction, say: Say) -> Figure:
    """Every dimension, highest first; a click opens its items."""
    notes = (*_alpha_notes(answer, say), *_changed_note(answer, say))
    finding = _table_sentences(answer, answer.dimensions, say)
    return _dots(
        answer,
        answer.dimensions,
        say,
        "dimensions",
        finding,
        say("Dimension"),
        notes,
        drill="dimension",
    )


def items(answer: Satisfaction, table: ScoreTable, say: Say) -> Figure:
    """The items of the dimension asked for, or of the lowest one."""
    within = say("Within {dimension}:", dimension=answer.dimension.worded(say))
    finding = sentences(say, within, _table_sentences(answer, table, say))
    return _dots(answer, table, say, "items", finding, say("Item"), (), drill=None)


def _dots(
    answer: Satisfaction,
    table: ScoreTable,
    say: Say,
    key: str,
    finding: str,
    label: str,
    notes: tuple[str, ...],
    drill: str | None,
) -> Figure:
    scores = table.highest_first()
    bases = [score.now.n for score in scores]
    return Figure(
        key=key,
        finding=finding,
        base=figures_wording.pair_base(
            answer,
            say,
            (score.now.n for score in scores),
            table.scale,
            say("mean with 95 % t interval"),
        ),
        form=Bars("score", say("Mean"), has_interval=True, is_dots=True, can_click=bool(drill)),
        data=pd.DataFrame(
            [
                figures_wording.score_row(score, score.name.worded(say), rank)
                for rank, score in enumerate(scores)
            ]
        ),
        columns=figures_wording.score_columns(say, label, table, has_change=table.family > 0),
        method=MEANS,
        notes=(*small_bases.notes(say, table.hidden, bases), *notes),
        is_established=len(scores) < 2 or not table.level_with_highest(),
        drill=drill,
        families=(Family(_family_name(key, say), table.family),) if table.family else (),
    )


def _family_name(key: str, say: Say) -> str:
    return (
        say("Changes of the dimensions")
        if key == "dimensions"
        else say("Changes of the items of one dimension")
    )


def _table_sentences(answer: Satisfaction, table: ScoreTable, say: Say) -> str:
    return sentences(say, _highest(table, say), _lowest(answer, table, say))


def _highest(table: ScoreTable, say: Say) -> str:
    """Who leads, claimed only against a runner-up that the data tell apart."""
    first, untested = table.highest_first()[0], table.untested_with_highest()
    level = tuple(score for score in table.level_with_highest() if score not in untested)
    values = {
        "name": first.name.worded(say),
        "value": say.number(first.now.mean, table.scale.digits),
    }
    if len(table.scores) == 1:
        return _alone(first, table, say)
    if not level and not untested:
        return say("{name} leads at {value}.", **values)
    if not level:
        return say(
            "Whether {name} ({value}) stands above {others} cannot be tested: answers are all"
            " alike, or too few.",
            **values,
            others=some_of(say, tuple(score.name for score in untested)),
        )
    if len(level) <= FEW:
        names = say.listed([score.name.worded(say) for score in (first, *level)])
        return say(
            "{names} lead together, {name} at {value}: the data cannot tell them apart.",
            **values,
            names=names,
        )
    return say(
        "{name} is highest at {value}, but {count} others cannot be told apart from it.",
        **values,
        count=say.number(len(level)),
    )


def _alone(score: Score, table: ScoreTable, say: Say) -> str:
    values = {
        "name": score.name.worded(say),
        "value": say.number(score.now.mean, table.scale.digits),
    }
    if not isfinite(score.now.low):
        return say(
            "{name} is at {value}; all answers are alike, so no interval can be given.", **values
        )
    return say(
        "{name} is at {value} ({interval}).",
        **values,
        interval=interval(say, score.now.low, score.now.high, table.scale.digits),
    )


def _lowest(answer: Satisfaction, table: ScoreTable, say: Say) -> str:
    """The lowest with its change; nothing where it cannot be told apart from the highest."""
    lowest = table.highest_first()[-1]
    if len(table.scores) < 2 or lowest in table.level_with_highest():
        return ""
    values = {
        "name": lowest.name.worded(say),
        "value": say.number(lowest.now.mean, table.scale.digits),
    }
    is_alone = not table.level_with_lowest()
    place = (
        say("{name} is lowest at {value}.", **values)
        if is_alone
        else (say("{name} is among the lowest at {value}.", **values))
    )
    return sentences(say, place, _its_change(answer, lowest, table, say))


def _its_change(answer: Satisfaction, score: Score, table: ScoreTable, say: Say) -> str:
    if score.change is None or answer.before is None or not isfinite(score.change_p):
        return ""
    gap = score.change.gap.difference
    values = {
        "before": answer.before.name.worded(say),
        "p": say.probability(score.change_p),
        "family": say.number(table.family),
    }
    if not score.is_change_established:
        return say(
            "Against {before} there is no evidence that it changed ({change}; Holm's p {p} over"
            " {family} changes).",
            **values,
            change=say.signed(gap, table.scale.digits),
        )
    size = say.number(abs(gap), table.scale.digits)
    if gap > 0:
        return say(
            "Against {before} it rose by {size}, which is established (Holm's p {p} over {family}"
            " changes).",
            **values,
            size=size,
        )
    return say(
        "Against {before} it fell by {size}, which is established (Holm's p {p} over {family}"
        " changes).",
        **values,
        size=size,
    )


def _alpha_notes(answer: Satisfaction, say: Say) -> tuple[str, ...]:
    """Said before items are averaged."""
    doubtful = tuple(alpha.name for alpha in answer.alphas if not alpha.may_be_averaged)
    if doubtful:
        return (
            say(
                "Averages items that do not hang together (Cronbach's alpha below {limit}):"
                " {names}.",
                names=some_of(say, doubtful),
                limit=say.number(LOWEST_TO_AVERAGE, 2),
            ),
        )
    if not answer.alphas:
        return ()
    least = min(alpha.alpha for alpha in answer.alphas)
    return (
        say(
            "Items may be averaged: Cronbach's alpha is {least} or more in every dimension.",
            least=say.number(least, 2),
        ),
    )


def _changed_note(answer: Satisfaction, say: Say) -> tuple[str, ...]:
    if not answer.changed:
        return ()
    return (
        say(
            "Asked with other items in the two editions, so part of the change may come from the"
            " questions: {names}.",
            names=some_of(say, answer.changed),
        ),
    )


def reliability(answer: Satisfaction, say: Say) -> Figure:
    """Cronbach's alpha a dimension, lowest last, with the line below which a mean is flagged."""
    ranked = sorted(answer.alphas, key=lambda alpha: -alpha.alpha if isfinite(alpha.alpha) else 2.0)
    rows = [
        {
            "key": reliability.key,
            "label": reliability.name.worded(say),
            "rank": rank,
            "value": reliability.alpha,
            "n": reliability.n,
            "items": reliability.items,
            "is_faint": small_bases.is_pale(reliability.n),
        }
        for rank, reliability in enumerate(ranked)
    ]
    return Figure(
        key="reliability",
        finding=_alpha_sentence(answer, say),
        base=figures_wording.base(
            answer,
            say,
            (reliability.n for reliability in ranked),
            None,
            say("Cronbach's alpha over complete answers"),
        ),
        form=Bars(
            "number", say("Cronbach's alpha"), (0.0, 1.0), is_dots=True, reference=LOWEST_TO_AVERAGE
        ),
        data=pd.DataFrame(rows),
        columns=(
            Column("label", say("Dimension")),
            Column("value", say("Cronbach's alpha"), "number", 2),
            Column("items", say("Items"), "count"),
            Column("n", say("Number of answers"), "count"),
        ),
        method=RELIABILITY,
        notes=small_bases.notes(say, (), [reliability.n for reliability in ranked]),
        is_established=all(reliability.may_be_averaged for reliability in ranked),
    )


def _alpha_sentence(answer: Satisfaction, say: Say) -> str:
    doubtful = tuple(alpha.name for alpha in answer.alphas if not alpha.may_be_averaged)
    limit = say.number(LOWEST_TO_AVERAGE, 2)
    if doubtful:
        return say(
            "Read the items of {names} one by one: they do not hang together (Cronbach's alpha"
            " below {limit}).",
            names=some_of(say, doubtful),
            limit=limit,
        )
    values = [alpha.alpha for alpha in answer.alphas]
    return say(
        "The items of every dimension hang together well enough to be averaged (Cronbach's alpha"
        " {low} to {high}, at least {limit} wanted).",
        low=say.number(min(values), 2),
        high=say.number(max(values), 2),
        limit=limit,
    )

"""Dimensions, the items of one of them, and whether the items may be averaged."""

from __future__ import annotations

from math import isfinite

import pandas as pd

from analytics.figures import Bars, Column, Figure, columns, small_bases
from analytics.figures.families import Family
from analytics.figures.rows import Row
from analytics.figures.sentences import interval, notes, sentences, some_of
from analytics.ratings.reliability import Alpha
from analytics.stats.reliability import ACCEPTABLE, LOWEST_TO_AVERAGE
from analytics.studies.satisfaction import MEANS, RELIABILITY, figures_wording
from analytics.studies.satisfaction.compute import Satisfaction
from analytics.studies.satisfaction.compute_scores import Score, ScoreTable
from analytics.wording import Name, Say

FEW = 2


def dimensions(answer: Satisfaction, say: Say) -> Figure:
    """Every dimension, highest first; a click opens its items."""
    table = answer.dimensions
    return _dots(
        answer,
        table,
        say,
        key="dimensions",
        finding=_table_sentences(answer, table, say),
        label=figures_wording.part(answer, say),
        family=say("Changes of the items")
        if answer.is_by_item
        else say("Changes of the dimensions"),
        cautions=notes(_alpha_note(answer, say), _changed_note(answer, say)),
        drill=None if answer.is_by_item else "dimension",
    )


def items(answer: Satisfaction, table: ScoreTable, say: Say) -> Figure:
    """The items of the dimension asked for, or of the lowest one."""
    return _dots(
        answer,
        table,
        say,
        key="items",
        finding=sentences(
            say, figures_wording.within(answer, say), _table_sentences(answer, table, say)
        ),
        label=say("Item"),
        family=say("Changes of the items of one dimension"),
    )


def _dots(
    answer: Satisfaction,
    table: ScoreTable,
    say: Say,
    *,
    key: str,
    finding: str,
    label: str,
    family: str,
    cautions: tuple[str, ...] = (),
    drill: str | None = None,
) -> Figure:
    scores = table.highest_first()
    bases = [score.now.n for score in scores]
    data = [
        figures_wording.score_row(score, score.name.worded(say), rank)
        for rank, score in enumerate(scores)
    ]
    return Figure(
        key=key,
        finding=finding,
        base=figures_wording.pair_base(
            answer, say, bases, table.scale, say("mean with 95 % t interval")
        ),
        form=Bars("score", say("Mean"), has_interval=True, is_dots=True, can_click=bool(drill)),
        data=pd.DataFrame(data),
        columns=figures_wording.score_columns(say, label, table, has_change=table.family > 0),
        method=MEANS,
        notes=(*small_bases.notes(say, table.hidden, bases), *cautions),
        is_established=len(scores) < 2 or not table.level_with_highest(),
        drill=drill,
        families=(Family(family, table.family),) if table.family else (),
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
    if table.level_with_lowest():
        place = say("{name} is among the lowest at {value}.", **values)
    else:
        place = say("{name} is lowest at {value}.", **values)
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


def _alpha_note(answer: Satisfaction, say: Say) -> str:
    """Said before items are averaged."""
    doubtful = _doubtful(answer)
    if doubtful:
        return say(
            "Averages items that do not hang together (Cronbach's alpha below {limit}): {names}.",
            names=some_of(say, doubtful),
            limit=say.number(LOWEST_TO_AVERAGE, 2),
        )
    if not answer.alphas:
        return ""
    barely = _barely(answer)
    if barely:
        return say(
            "Items that hang together only barely (Cronbach's alpha below {limit}): {names}.",
            names=some_of(say, barely),
            limit=say.number(ACCEPTABLE, 2),
        )
    return say(
        "Items may be averaged: Cronbach's alpha is {least} or more in every dimension.",
        least=say.number(min(alpha.alpha for alpha in answer.alphas), 2),
    )


def _doubtful(answer: Satisfaction) -> tuple[Name, ...]:
    return tuple(alpha.name for alpha in answer.alphas if not alpha.may_be_averaged)


def _barely(answer: Satisfaction) -> tuple[Name, ...]:
    """What may still be averaged, though the field would not call it acceptable."""
    return tuple(
        alpha.name for alpha in answer.alphas if alpha.may_be_averaged and not alpha.is_acceptable
    )


def _changed_note(answer: Satisfaction, say: Say) -> str:
    if not answer.changed:
        return ""
    return say(
        "Asked with other items in the two editions, so part of the change may come from the"
        " questions: {names}.",
        names=some_of(say, answer.changed),
    )


def reliability(answer: Satisfaction, say: Say) -> Figure:
    """Cronbach's alpha a dimension, lowest last, with the line below which a mean is flagged."""
    ranked = sorted(answer.alphas, key=lambda alpha: -alpha.alpha if isfinite(alpha.alpha) else 2.0)
    bases, title = [alpha.n for alpha in ranked], say("Cronbach's alpha")
    return Figure(
        key="reliability",
        finding=_alpha_sentence(answer, say),
        base=figures_wording.base(
            answer, say, bases, None, say("Cronbach's alpha over complete answers")
        ),
        form=Bars("number", title, (0.0, 1.0), is_dots=True, reference=ACCEPTABLE),
        data=pd.DataFrame([_alpha_row(alpha, rank, say) for rank, alpha in enumerate(ranked)]),
        columns=(
            Column("label", say("Dimension")),
            Column("value", title, "number", 2),
            Column("items", say("Items"), "count"),
            columns.answers(say),
        ),
        method=RELIABILITY,
        notes=small_bases.notes(say, (), bases),
        is_established=all(alpha.is_acceptable for alpha in ranked),
    )


def _alpha_row(alpha: Alpha, rank: int, say: Say) -> Row:
    return {
        "key": alpha.key,
        "label": alpha.name.worded(say),
        "rank": rank,
        "value": alpha.alpha,
        "n": alpha.n,
        "items": alpha.items,
        "is_faint": small_bases.is_pale(alpha.n),
    }


def _alpha_sentence(answer: Satisfaction, say: Say) -> str:
    doubtful, limit = _doubtful(answer), say.number(LOWEST_TO_AVERAGE, 2)
    acceptable, barely = say.number(ACCEPTABLE, 2), _barely(answer)
    if doubtful:
        return say(
            "Read the items of {names} one by one: they do not hang together (Cronbach's alpha"
            " below {limit}).",
            names=some_of(say, doubtful),
            limit=limit,
        )
    if barely:
        return say(
            "The items of {names} hang together only barely (Cronbach's alpha {low} to {high};"
            " acceptable from {limit}): read their mean with care.",
            names=some_of(say, barely),
            low=say.number(min(alpha.alpha for alpha in answer.alphas), 2),
            high=say.number(max(alpha.alpha for alpha in answer.alphas), 2),
            limit=acceptable,
        )
    values = [alpha.alpha for alpha in answer.alphas]
    return say(
        "The items of every dimension hang together well enough to be averaged (Cronbach's alpha"
        " {low} to {high}, at least {limit} wanted).",
        low=say.number(min(values), 2),
        high=say.number(max(values), 2),
        limit=acceptable,
    )

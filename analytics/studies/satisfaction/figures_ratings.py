"""Dimensions, and the items of one of them."""

from __future__ import annotations

from math import isfinite

import pandas as pd

from analytics.figures import Bars, Figure, small_bases
from analytics.figures.families import Family
from analytics.figures.sentences import interval, notes, sentences, some_of
from analytics.ratings.comparability import not_comparable
from analytics.studies.satisfaction import MEANS, figures_reliability, figures_wording
from analytics.studies.satisfaction.compute import Satisfaction
from analytics.studies.satisfaction.compute_scores import Score, ScoreTable
from analytics.wording import Say

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
        cautions=notes(figures_reliability.alpha_note(answer, say), _changed_note(answer, say)),
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
            answer, say, bases, table.scale, say("mean with 95% t interval")
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
    if score.now.is_census:
        return say("{name} is at {value}: all exhibitors answered.", **values)
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
    if score.change.obstacles and score.is_change_significant:
        sign = say(
            "Against {before} it moved by {change} (Holm's p {p} over {family} changes).",
            **values,
            change=say.signed(gap, table.scale.digits),
        )
        return sentences(say, sign, not_comparable(say, score.change.obstacles))
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


def _changed_note(answer: Satisfaction, say: Say) -> str:
    if not answer.changed:
        return ""
    return say(
        "Asked with other items in the two editions, so part of the change may come from the"
        " questions: {names}.",
        names=some_of(say, answer.changed),
    )

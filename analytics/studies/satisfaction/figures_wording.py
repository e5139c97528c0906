"""What the figures of this study say in the same words: base lines, rows and columns of scores."""

from __future__ import annotations

from collections.abc import Iterable

from analytics.figures import Column, columns, rows
from analytics.figures.base_line import answers_of_rows, base_line, compared
from analytics.figures.rows import Row
from analytics.ratings.scale import Scale
from analytics.studies.satisfaction.compute import Satisfaction
from analytics.studies.satisfaction.compute_scores import Score, ScoreTable
from analytics.wording import Say, phrase

WAYS = {
    "overall": phrase("Overall question"),
    "*dimensions": phrase("Mean of the dimension means"),
    "*pooled": phrase("Mean of all ratings"),
}
SUBJECTS = WAYS | {"overall": phrase("Overall satisfaction")}


def base(
    answer: Satisfaction, say: Say, bases: Iterable[float], scale: Scale | None, method: str
) -> str:
    """n · the edition looked at · scale · method · whom intervals stand for."""
    return base_line(
        description(answer, say, bases, scale, method),
        answer.populations.worded(say, answer.focus.key, answer.exhibitors),
    )


def description(
    answer: Satisfaction, say: Say, bases: Iterable[float], scale: Scale | None, method: str
) -> str:
    """The same of what has no interval."""
    return _base(say, bases, compared(say, answer.focus.name, None), scale, method)


def pair_base(
    answer: Satisfaction, say: Say, bases: Iterable[float], scale: Scale | None, method: str
) -> str:
    """n · both editions · scale · method · whom intervals stand for."""
    before = answer.before.name if answer.before else None
    return base_line(
        _base(say, bases, compared(say, answer.focus.name, before), scale, method),
        answer.populations.worded(say, answer.focus.key, answer.exhibitors),
    )


def _base(say: Say, bases: Iterable[float], period: str, scale: Scale | None, method: str) -> str:
    return base_line(
        answers_of_rows(say, bases), period, scale.worded(say) if scale else "", method
    )


def part(answer: Satisfaction, say: Say) -> str:
    """What a row of ratings is: a dimension, or an item where these lead."""
    return say("Item") if answer.is_by_item else say("Dimension")


def within(answer: Satisfaction, say: Say) -> str:
    """Which dimension's items alone a sentence speaks of."""
    return say("Within {dimension}:", dimension=answer.dimension.worded(say))


def score_row(score: Score, label: str, rank: int) -> Row:
    """A row that dots with intervals are drawn from, with its change for the table."""
    change = score.change
    return (
        rows.of_mean(score.now, key=score.key, label=label, rank=rank)
        | rows.change_cells(change.gap if change else None, score.change_p)
        | {
            "base_n_eff": score.now.n_eff,
            "then": change.then.mean if change else None,
            "visible": change.visible if change else None,
        }
    )


def score_columns(say: Say, label: str, table: ScoreTable, has_change: bool) -> tuple[Column, ...]:
    digits = table.scale.digits
    scores = (Column("label", label), *columns.mean(say, digits), columns.answers(say))
    if not has_change:
        return scores
    return (
        *scores,
        Column("then", say("Mean before"), "score", digits),
        columns.change(say, digits),
        *columns.change_interval(say, digits),
        columns.p(say, "change_p"),
        columns.visible(say, digits),
    )

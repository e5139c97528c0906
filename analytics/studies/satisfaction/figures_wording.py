"""What the figures of this study say in the same words: base lines, rows and column titles."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from analytics.figures import Column, columns, small_bases
from analytics.figures.base_line import answers, base_line
from analytics.ratings.scale import Scale
from analytics.stats.proportion import Proportion
from analytics.studies.satisfaction.compute import Satisfaction
from analytics.studies.satisfaction.compute_scores import Score, ScoreTable
from analytics.wording import Say, phrase

WAYS = {
    "overall": phrase("Overall question"),
    "*dimensions": phrase("Mean of the dimension means"),
    "*pooled": phrase("Mean of all ratings"),
}
SUBJECTS = WAYS | {"overall": phrase("Overall satisfaction")}


def period(answer: Satisfaction, say: Say) -> str:
    """The edition looked at, and the one it is compared with."""
    edition = answer.focus.name.worded(say)
    if answer.before is None:
        return edition
    return say(
        "{edition}, compared with {before}", edition=edition, before=answer.before.name.worded(say)
    )


def base(
    answer: Satisfaction, say: Say, bases_: Iterable[float], scale: Scale | None, method: str
) -> str:
    """n · the edition looked at · scale · method."""
    edition = answer.focus.name.worded(say)
    return base_line(n_range(say, bases_), edition, scale.worded(say) if scale else "", method)


def pair_base(
    answer: Satisfaction, say: Say, bases_: Iterable[float], scale: Scale | None, method: str
) -> str:
    """n · both editions · scale · method."""
    return base_line(
        n_range(say, bases_), period(answer, say), scale.worded(say) if scale else "", method
    )


def n_range(say: Say, bases_: Iterable[float]) -> str:
    """One n where all rows share it, else the span."""
    distinct = sorted(set(bases_))
    if len(distinct) < 2:
        return answers(say, distinct[0] if distinct else 0)
    return say(
        "n = {least} to {most} answers a row",
        least=say.number(distinct[0]),
        most=say.number(distinct[-1]),
    )


def by_percent(say: Say, share: Proportion) -> str:
    return say(
        "95 % interval {low} to {high}", low=say.percent(share.low), high=say.percent(share.high)
    )


def score_row(score: Score, label: str, rank: int) -> dict[str, Any]:
    """A row that dots with intervals are drawn from, with its change for the table."""
    change = score.change
    return {
        "key": score.key,
        "label": label,
        "rank": rank,
        "value": score.now.mean,
        "low": score.now.low,
        "high": score.now.high,
        "n": score.now.n,
        "n_eff": score.now.n_eff,
        "base_n_eff": score.now.n_eff,
        "is_faint": small_bases.is_pale(score.now.n),
        "then": change.then.mean if change else None,
        "change": change.gap.difference if change else None,
        "change_low": change.gap.low if change else None,
        "change_high": change.gap.high if change else None,
        "change_p": score.change_p if change else None,
        "needed": change.needed if change else None,
    }


def score_columns(say: Say, label: str, table: ScoreTable, has_change: bool) -> tuple[Column, ...]:
    digits = table.scale.digits
    table_columns = (
        Column("label", label),
        Column("value", say("Mean"), "score", digits),
        *columns.interval(say, "score", digits),
        Column("n", say("Number of answers"), "count"),
    )
    if not has_change:
        return table_columns
    return (
        *table_columns,
        Column("then", say("Mean before"), "score", digits),
        Column("change", say("Change"), "change", digits),
        Column("change_low", say("Change from"), "change", digits),
        Column("change_high", say("Change to"), "change", digits),
        Column("change_p", say("p (Holm)"), "p"),
        Column("needed", say("Answers needed to see it"), "count"),
    )


def share_columns(say: Say) -> tuple[Column, Column, Column]:
    """A share and its interval."""
    return (
        Column("value", say("Share"), "share", 1),
        *columns.interval(say, "share", 1),
    )

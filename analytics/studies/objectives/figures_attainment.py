"""Whether they get what they come for, and what that goes with."""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING

import pandas as pd

from analytics.figures import Bars, Column, Figure, columns, rows, small_bases
from analytics.figures.base_line import base_line
from analytics.figures.families import Family, family
from analytics.figures.sentences import interval, notes, sentences, share_interval
from analytics.studies.objectives import ATTAINED, PULL, REACHED
from analytics.studies.objectives.figures_wording import row_bases, whose
from analytics.wording import phrase

if TYPE_CHECKING:
    from analytics.figures.rows import Row
    from analytics.stats.proportion import Proportion
    from analytics.studies.objectives.compute import Objectives
    from analytics.studies.objectives.compute_attainment import Attained, Pull, Rated, Reached
    from analytics.wording import Say

LEVELS = {
    1.0: phrase("fully reached"),
    0.5: phrase("by and large reached"),
    0.0: phrase("not reached"),
}


def reached(answer: Objectives, say: Say) -> Figure | None:
    """The share who reached their goal by objective; None where that was not asked."""
    if answer.reached is None or not answer.reached_by:
        return None
    data = [
        _share_row(goal, rank, say) | {"p": goal.p} for rank, goal in enumerate(answer.reached_by)
    ]
    bases = [goal.share.answers for goal in answer.reached_by]
    everybody = pd.DataFrame(
        {"x": [answer.reached.share], "y": [None], "label": [say("all who answered")]}
    )
    method = say(
        "shares with Wilson's 95% interval, Holm over {n} objectives", n=say.number(len(data))
    )
    tests = say("Those who came for an objective against the others")
    axis = say("Reached their goal at least by and large")
    return Figure(
        "reached",
        sentences(say, _all_reached(answer.reached, say), _by_objective(answer, say)),
        base_line(row_bases(say, bases), answer.focus.name.worded(say), method, whose(answer, say)),
        Bars("share", axis, has_interval=True, is_dots=True),
        pd.DataFrame(data),
        (*_share_columns(say), columns.p(say)),
        REACHED,
        notes=small_bases.notes(say, (), bases),
        guides=everybody,
        is_established=any(goal.is_established for goal in answer.reached_by),
        families=family(tests, [goal.p for goal in answer.reached_by]),
    )


def _share_row(goal: Reached | Attained, rank: int, say: Say) -> Row:
    return rows.of_share(goal.share, key=goal.key, label=goal.name.worded(say), rank=rank)


def _share_columns(say: Say) -> tuple[Column, ...]:
    return Column("label", say("Objective")), *columns.share(say), columns.base(say)


def _all_reached(share: Proportion, say: Say) -> str:
    return say(
        "{share} reached their goal at least by and large ({interval}, n = {n}).",
        share=say.percent(share.share),
        interval=share_interval(say, share),
        n=say.number(share.answers),
    )


def _by_objective(answer: Objectives, say: Say) -> str:
    values = {"family": say.number(len(answer.reached_by))}
    standing = sorted(
        (goal for goal in answer.reached_by if goal.is_established), key=lambda goal: goal.p
    )
    if not standing:
        return say(
            "No evidence that it depends on what they came for ({family} objectives compared).",
            **values,
        )
    first = standing[0]
    values |= {
        "objective": first.name.worded(say),
        "share": say.percent(first.share.share),
        "p": say.probability(first.p),
    }
    if first.apart.difference > 0:
        return say(
            "Those who came for {objective} reached it more often than the others ({share}):"
            " established (Holm's p {p} over {family} objectives).",
            **values,
        )
    return say(
        "Those who came for {objective} reached it less often than the others ({share}):"
        " established (Holm's p {p} over {family} objectives).",
        **values,
    )


def attained(answer: Objectives, say: Say) -> Figure | None:
    """Objective by objective, who got it; None where the survey did not ask."""
    if not answer.attained:
        return None
    bases = [goal.share.answers for goal in answer.attained]
    axis, method = say("Reached what they came for"), say("shares with Wilson's 95% interval")
    return Figure(
        "attained",
        _attained_sentence(answer, say),
        base_line(row_bases(say, bases), answer.focus.name.worded(say), method, whose(answer, say)),
        Bars("share", axis, (0.0, 1.0), has_interval=True, is_dots=True),
        pd.DataFrame([_share_row(goal, rank, say) for rank, goal in enumerate(answer.attained)]),
        _share_columns(say),
        ATTAINED,
        notes=small_bases.notes(say, (), bases),
    )


def _attained_sentence(answer: Objectives, say: Say) -> str:
    best, worst = answer.attained[0], answer.attained[-1]
    values = {
        "best": best.name.worded(say),
        "most": say.percent(best.share.share),
        "interval": share_interval(say, best.share),
    }
    if best is worst:
        return say("Of those who came for {best}, {most} say they got it ({interval}).", **values)
    return say(
        "Of those who came for {best}, {most} say they got it, the most in this sample; of those"
        " who came for {worst}, {least}, the fewest.",
        **values,
        worst=worst.name.worded(say),
        least=say.percent(worst.share.share),
    )


def pull(answer: Objectives, say: Say) -> Figure | None:
    """Overall satisfaction by attainment; None where either was not asked."""
    difference = answer.pull
    if difference is None:
        return None
    bases = [level.mean.n for level in difference.levels]
    few = say(
        "{count} answers on the goal are hidden because too few gave them.",
        count=say.number(difference.hidden),
    )
    tested = Family(say("Best answer on the goal against the worst"), 1)
    return Figure(
        "pull",
        _pull_sentence(difference, say),
        base_line(
            row_bases(say, bases),
            answer.focus.name.worded(say),
            difference.scale.worded(say),
            say("mean with 95% t interval"),
        ),
        Bars("score", say("Overall satisfaction"), has_interval=True, is_dots=True),
        pd.DataFrame(_level_rows(difference, say)),
        (
            Column("label", say("Goal")),
            *columns.mean(say, difference.scale.digits),
            columns.base(say),
        ),
        PULL,
        notes=notes(few if difference.hidden else "", *small_bases.notes(say, (), bases)),
        is_established=difference.is_established,
        families=(tested,) if difference.gap else (),
    )


def _level_rows(difference: Pull, say: Say) -> list[Row]:
    return [
        rows.of_mean(
            level.mean, key=f"{level.answer:g}", label=_level(level, difference, say), rank=rank
        )
        for rank, level in enumerate(difference.levels)
    ]


def _level(rating: Rated, difference: Pull, say: Say) -> str:
    """The three usual answers in words, others in points."""
    if difference.goal_scale.span == 2 and rating.place in LEVELS:
        return say(LEVELS[rating.place])
    return say(
        "{answer} of {most}", answer=f"{rating.answer:g}", most=f"{difference.goal_scale.high:g}"
    )


def _pull_sentence(difference: Pull, say: Say) -> str:
    digits, best, worst = difference.scale.digits, difference.levels[0], difference.levels[-1]
    values = {
        "best": _level(best, difference, say),
        "high": say.number(best.mean.mean, digits),
        "worst": _level(worst, difference, say),
        "low": say.number(worst.mean.mean, digits),
    }
    if difference.gap is None:
        return say(
            "Overall satisfaction is {high} where the goal was {best}; no other answer was given"
            " often enough to compare.",
            **values,
        )
    if not isfinite(difference.gap.low):
        return say(
            "Overall satisfaction is {high} where the goal was {best} and {low} where it was"
            " {worst}; whether they differ cannot be told, because all are alike.",
            **values,
        )
    values |= {
        "gap": say.signed(difference.gap.difference, digits),
        "interval": interval(say, difference.gap.low, difference.gap.high, digits, is_signed=True),
    }
    if difference.is_established:
        return say(
            "Overall satisfaction is {high} where the goal was {best} and {low} where it was"
            " {worst}: the difference of {gap} is established ({interval}). One mood may colour"
            " both answers: no proof of a cause.",
            **values,
        )
    return say(
        "Overall satisfaction is {high} where the goal was {best} and {low} where it was {worst}:"
        " no evidence of a difference ({interval}).",
        **values,
    )

"""Did they reach their goal, and will they come back?"""

from __future__ import annotations

import pandas as pd

from analytics.figures import Bars, Column, Figure
from analytics.scores import bases
from analytics.scores.words import sentences
from analytics.studies.satisfaction import lines
from analytics.studies.satisfaction.answer_figures import share_row
from analytics.studies.satisfaction.explained import OUTCOMES
from analytics.studies.satisfaction.method import Satisfaction
from analytics.studies.satisfaction.outcomes import Outcome
from analytics.wording import Say, phrase

TITLES = {"goal_attainment": phrase("Goal of coming"), "intention": phrase("Coming back")}
ANSWERS = {
    "goal_attainment": (phrase("Fully reached"), phrase("By and large reached"), phrase("Not reached")),
    "intention": (phrase("Plans to come back"), phrase("May come back"), phrase("Does not plan to come back")),
}


def outcomes(answer: Satisfaction, say: Say) -> Figure:
    """Each answer of either question, best first."""
    rows = [
        share_row(f"{one.measure}.{point:g}", _label(one, place, point, say), rank, say(TITLES[one.measure]), share)
        for rank, (one, place, point, share) in enumerate(
            (one, place, point, share)
            for one in answer.outcomes
            for place, (point, share) in enumerate(one.answers)
        )
    ]  # fmt: skip
    return Figure(
        key="outcomes",
        finding=sentences(say, *(_sentence(one, say) for one in answer.outcomes)),
        base=lines.base(answer, say, (one.positive.n for one in answer.outcomes), None,
                        say("shares of those who answered, with Wilson's 95 % interval")),
        form=Bars("share", say("Share of answers"), (0.0, 1.0), has_interval=True,
                  series=tuple(say(TITLES[one.measure]) for one in answer.outcomes)),
        data=pd.DataFrame(rows),
        columns=(
            Column("series", say("Question")),
            Column("label", say("Answer")),
            Column("value", say("Share"), "share", 1),
            Column("low", say("Interval from"), "share", 1),
            Column("high", say("Interval to"), "share", 1),
            Column("count", say("Gave this answer"), "count"),
            Column("n", say("Answered the question"), "count"),
        ),
        method=OUTCOMES,
        notes=bases.notes(say, (), any(bases.is_pale(one.positive.n) for one in answer.outcomes)),
    )  # fmt: skip


def _label(one: Outcome, place: int, point: float, say: Say) -> str:
    if one.has_three_answers:
        return say(ANSWERS[one.measure][place])
    return say("{question}: {point} of {high}", question=say(TITLES[one.measure]), point=f"{point:g}",
               high=f"{one.scale.high:g}")  # fmt: skip


def _sentence(one: Outcome, say: Say) -> str:
    told = {
        "share": say.percent(one.positive.share), "interval": lines.by_percent(say, one.positive),
        "n": say.number(one.positive.n),
    }  # fmt: skip
    if one.has_three_answers and one.measure == "goal_attainment":
        return say("{share} reached their goal at least by and large ({interval}, n = {n}).", **told)
    if one.has_three_answers:
        plans, may, _ = (say.percent(share.share) for _, share in one.answers)
        return say("{plans} plan to come back and {may} may, together {share} ({interval}, n = {n}).",
                   **told, plans=plans, may=may)  # fmt: skip
    return say("{question}: {share} chose the best answers ({interval}, n = {n}).", **told,
               question=say(TITLES[one.measure]))  # fmt: skip

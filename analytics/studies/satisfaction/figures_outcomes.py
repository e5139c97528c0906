"""Did they reach their goal, and will they come back?"""

from __future__ import annotations

from typing import Any

import pandas as pd

from analytics.figures import Bars, Column, Figure, small_bases
from analytics.figures.sentences import sentences
from analytics.stats.proportion import Proportion
from analytics.studies.satisfaction import OUTCOMES, figures_wording
from analytics.studies.satisfaction.compute import Satisfaction
from analytics.studies.satisfaction.compute_outcomes import Outcome
from analytics.wording import Say, phrase

TITLES = {"goal_attainment": phrase("Goal"), "intention": phrase("Coming back")}
ANSWERS = {
    "goal_attainment": (
        phrase("fully reached"),
        phrase("by and large reached"),
        phrase("not reached"),
    ),
    "intention": (phrase("planned"), phrase("perhaps"), phrase("not planned")),
}


def outcomes(answer: Satisfaction, say: Say) -> Figure:
    """Each answer of either question, best first."""
    rows = [
        (f"{outcome.measure}.{point:g}", _label(outcome, place, point, say), share)
        for outcome in answer.outcomes
        for place, (point, share) in enumerate(outcome.answers)
    ]
    method = say("shares of those who answered, with Wilson's 95 % interval")
    return Figure(
        key="outcomes",
        finding=sentences(say, *(_sentence(outcome, say) for outcome in answer.outcomes)),
        base=figures_wording.base(
            answer, say, (outcome.positive.answers for outcome in answer.outcomes), None, method
        ),
        form=Bars("share", say("Share of answers"), (0.0, 1.0), has_interval=True),
        data=pd.DataFrame([_row(rank, *row) for rank, row in enumerate(rows)]),
        columns=(
            Column("label", say("Answer")),
            *figures_wording.share_columns(say),
            Column("count", say("Gave this answer"), "count"),
            Column("n", say("Answered the question"), "count"),
        ),
        method=OUTCOMES,
        notes=small_bases.notes(
            say,
            (),
            [outcome.positive.answers for outcome in answer.outcomes],
        ),
    )


def _row(rank: int, key: str, label: str, share: Proportion) -> dict[str, Any]:
    return {
        "key": key,
        "label": label,
        "rank": rank,
        "value": share.share,
        "low": share.low,
        "high": share.high,
        "count": share.givers,
        "n": int(share.answers),
        "n_eff": share.n,
        "is_faint": small_bases.is_pale(share.answers),
    }


def _label(outcome: Outcome, place: int, point: float, say: Say) -> str:
    question = say(TITLES[outcome.measure])
    if outcome.has_three_answers:
        return say(
            "{question}: {answer}", question=question, answer=say(ANSWERS[outcome.measure][place])
        )
    return say(
        "{question}: {point} of {high}",
        question=question,
        point=f"{point:g}",
        high=f"{outcome.scale.high:g}",
    )


def _sentence(outcome: Outcome, say: Say) -> str:
    values = {
        "share": say.percent(outcome.positive.share),
        "interval": figures_wording.by_percent(say, outcome.positive),
        "n": say.number(outcome.positive.answers),
    }
    if outcome.has_three_answers and outcome.measure == "goal_attainment":
        return say(
            "{share} reached their goal at least by and large ({interval}, n = {n}).", **values
        )
    if outcome.has_three_answers:
        plans, may, _ = (say.percent(share.share) for _, share in outcome.answers)
        return say(
            "{plans} plan to come back and {may} may, together {share} ({interval}, n = {n}).",
            **values,
            plans=plans,
            may=may,
        )
    return say(
        "{question}: {share} chose the best answers ({interval}, n = {n}).",
        **values,
        question=say(TITLES[outcome.measure]),
    )

"""The satisfaction–loyalty curve, beside the line that is straight in log-odds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from analytics.figures import Column, Figure, Scatter, columns, rows
from analytics.figures.families import family
from analytics.figures.sentences import notes, sentences
from analytics.stats.multiplicity import LEVEL_OF_P
from analytics.studies.loyalty import CURVE
from analytics.studies.loyalty.figures_wording import (
    base,
    comparison_only,
    score_row,
    study_notes,
)

if TYPE_CHECKING:
    from analytics.figures.rows import Row
    from analytics.studies.loyalty.compute import ByScore, Loyalty
    from analytics.studies.loyalty.compute_curve import Curve
    from analytics.wording import Say

POINTS = 41


def shape(answer: Loyalty, say: Say) -> Figure | None:
    """None where no line could be drawn, or fewer than two scores are shown."""
    curve = answer.curve
    shown = [by_score for by_score in answer.by_score if by_score.is_shown]
    if curve is None or len(shown) < 2:
        return None
    came_back = say("Came to the next edition")
    return Figure(
        "curve",
        _finding(curve, say),
        base(answer, say),
        Scatter(say("Overall satisfaction"), came_back, "score", "share", has_interval=True),
        pd.DataFrame([_row(answer, curve, by_score, say) for by_score in shown]),
        (
            Column("label", say("Score")),
            *columns.share(say, came_back, "y"),
            Column("line", say("By the line"), "share", 1),
            Column("n", say("Answers"), "count"),
        ),
        CURVE,
        notes=notes(
            say("The line: the same step in the odds everywhere."),
            comparison_only(say),
            *study_notes(answer, say),
        ),
        guides=_line(answer, curve, shown[0].step, shown[-1].step),
        is_established=curve.p_holm < LEVEL_OF_P,
        families=family(say("Slope and bend of the curve"), (curve.p_holm, curve.bend_p_holm)),
    )


def _row(answer: Loyalty, curve: Curve, by_score: ByScore, say: Say) -> Row:
    return rows.along("y", score_row(answer, by_score, say)) | {
        "x": _value(answer, by_score.step),
        "line": float(curve.share(np.array([by_score.step], dtype=float))[0]),
    }


def _line(answer: Loyalty, curve: Curve, first: int, last: int) -> pd.DataFrame:
    steps = np.linspace(first, last, POINTS)
    scores = [_value(answer, step) for step in steps.tolist()]
    return pd.DataFrame({"x": scores, "y": curve.share(steps), "label": ""})


def _value(answer: Loyalty, step: float) -> float:
    return answer.scale.low + step * answer.scale.span / answer.steps


def _finding(curve: Curve, say: Say) -> str:
    if curve.p_holm >= LEVEL_OF_P:
        return say(
            "No slope of the satisfaction–loyalty curve is established (p {p}).",
            p=say.probability(curve.p_holm),
        )
    values = {
        "times": say.ratio(curve.per_step),
        "low": say.ratio(curve.low),
        "high": say.ratio(curve.high),
        "p": say.probability(curve.bend_p_holm),
    }
    sentence = say(
        "Each step up the scale goes with {times} times the odds of coming back (95% interval"
        " {low} to {high}).",
        **values,
    )
    if curve.bend_p_holm >= LEVEL_OF_P:
        straight = say(
            "There is no evidence of a bend, so none of a zone where a score does not matter (p"
            " {p}).",
            **values,
        )
        return sentences(say, sentence, straight)
    return sentences(
        say,
        sentence,
        say("The curve bends (p {p}): the step is not the same everywhere.", **values),
    )

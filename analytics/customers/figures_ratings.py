"""Overall satisfaction, class by class."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from analytics.customers import figures_wording as wording
from analytics.customers.methods import RATINGS
from analytics.figures import Bars, Column, Figure, columns
from analytics.figures.claims import claim, mean_level
from analytics.figures.rows import of_mean
from analytics.figures.sentences import interval, notes, sentences
from analytics.wording import phrase

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analytics.customers.classing import Classed
    from analytics.figures.claims import Claim
    from analytics.stats.mean import MeanEstimate
    from analytics.wording import Say


def satisfaction(answer: Classed, say: Say) -> Figure | None:
    """Overall satisfaction of each class; None where no class has five answers."""
    rated = [(at, estimate) for at, estimate in enumerate(answer.ratings) if estimate]
    if not rated or answer.overall is None:
        return None
    rows = [
        of_mean(
            answer.scale.estimate(estimate),
            key=str(at),
            label=wording.class_name(answer, at, say),
            rank=at,
        )
        for at, estimate in rated
    ]
    digits = answer.scale.digits
    hidden = [
        wording.class_name(answer, at, say)
        for at, estimate in enumerate(answer.ratings)
        if estimate is None and ((answer.codes == at) & answer.measures.now["came"]).any()
    ]
    return Figure(
        "satisfaction",
        sentences(say, *_rated_sentences(answer, rated, say)),
        wording.base(answer, say, answer.scale.worded(say)),
        Bars(
            "score",
            say("Overall satisfaction"),
            answer.scale.domain,
            has_interval=True,
            is_dots=True,
            reference=answer.scale.value(answer.overall.mean),
        ),
        pd.DataFrame(rows),
        (Column("label", say("Class")), *columns.mean(say, digits), columns.answers(say)),
        RATINGS,
        notes=notes(
            say("Not shown, for too few of them answered: {names}.", names=say.listed(hidden))
            if hidden
            else ""
        ),
        claim=_rating_claim(answer, rated, say),
    )


def _rated_sentences(
    answer: Classed, rated: Sequence[tuple[int, MeanEstimate]], say: Say
) -> list[str]:
    digits = answer.scale.digits
    shown = [(at, answer.scale.estimate(estimate)) for at, estimate in rated]
    return [
        say(
            "{name}: {score} ({interval}).",
            name=wording.class_name(answer, at, say),
            score=say.number(estimate.mean, digits),
            interval=interval(say, estimate.low, estimate.high, digits),
        )
        for at, estimate in shown
    ]


def _rating_claim(answer: Classed, rated: Sequence[tuple[int, MeanEstimate]], say: Say) -> Claim:
    """Of the class that stands farthest from all."""
    assert answer.overall is not None
    middle = answer.overall.mean
    at, estimate = max(rated, key=lambda pair: abs(pair[1].mean - middle))
    shown, digits = answer.scale.estimate(estimate), answer.scale.digits
    return claim(
        say,
        "level",
        mean_level(shown.low, shown.high, answer.scale.span),
        phrase("{name}: satisfaction {score}, against {overall} of all."),
        name=wording.class_name(answer, at, say),
        score=say.number(shown.mean, digits),
        overall=say.number(answer.scale.value(answer.overall.mean), digits),
    )

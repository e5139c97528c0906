"""The answer in figures, in reading order. What the data do not bear is left out, and the first
figures say so.
"""

from __future__ import annotations

from analytics.figures import Figure
from analytics.studies.satisfaction import (
    answer_figures,
    group_figures,
    outcome_figures,
    overall_figures,
    rating_figures,
)
from analytics.studies.satisfaction.method import Satisfaction
from analytics.wording import Say


def figures(answer: Satisfaction, say: Say) -> tuple[Figure, ...]:
    """Every figure the answer bears."""
    return (
        *_overalls(answer, say),
        *_ratings(answer, say),
        *_outcomes(answer, say),
        *_groups(answer, say),
        *((rating_figures.reliability(answer, say),) if answer.alphas else ()),
    )


def _overalls(answer: Satisfaction, say: Say) -> list[Figure]:
    if not answer.overalls.scores:
        return []
    return [overall_figures.overview(answer, say), overall_figures.overalls(answer, say)]


def _ratings(answer: Satisfaction, say: Say) -> list[Figure]:
    made = []
    if answer.dimensions.scores:
        made.append(rating_figures.dimensions(answer, say))
    if answer.items and answer.items.scores:
        made.append(rating_figures.items(answer, answer.items, say))
    if answer.boxes:
        made.append(answer_figures.boxes(answer, say))
    if answer.distribution:
        made.append(answer_figures.distribution(answer, answer.distribution, say))
    return made


def _outcomes(answer: Satisfaction, say: Say) -> list[Figure]:
    made = []
    if answer.recommendation:
        made.append(answer_figures.recommended(answer, answer.recommendation, say))
    if answer.outcomes:
        made.append(outcome_figures.outcomes(answer, say))
    return made


def _groups(answer: Satisfaction, say: Say) -> list[Figure]:
    made = []
    if answer.groups.groups:
        made.append(group_figures.groups(answer, say))
    if answer.groups.pairs:
        made.append(group_figures.pairs(answer, say))
    if answer.screened:
        made.append(group_figures.screening(answer, say))
    return made

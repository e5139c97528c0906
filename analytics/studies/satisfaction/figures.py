"""The answer in figures, in reading order. What the data do not bear is left out, and the first
figures say so.
"""

from __future__ import annotations

from analytics.figures import Figure
from analytics.figures.claims import with_claims
from analytics.studies.satisfaction import (
    figures_answers,
    figures_groups,
    figures_outcomes,
    figures_overall,
    figures_ratings,
    figures_reliability,
    figures_screening,
)
from analytics.studies.satisfaction.compute import Satisfaction
from analytics.studies.satisfaction.figures_claims import claims
from analytics.wording import Say


def figures(answer: Satisfaction, say: Say) -> tuple[Figure, ...]:
    """Every figure the answer bears."""
    shown = (
        *_overalls(answer, say),
        *_ratings(answer, say),
        *_outcomes(answer, say),
        *_groups(answer, say),
        *((figures_reliability.reliability(answer, say),) if answer.alphas else ()),
    )
    return with_claims(shown, claims(answer, say))


def _overalls(answer: Satisfaction, say: Say) -> list[Figure]:
    if not answer.overalls.scores:
        return []
    return [figures_overall.overview(answer, say), figures_overall.overalls(answer, say)]


def _ratings(answer: Satisfaction, say: Say) -> list[Figure]:
    shown = []
    if answer.dimensions.scores:
        shown.append(figures_ratings.dimensions(answer, say))
    if answer.items and answer.items.scores:
        shown.append(figures_ratings.items(answer, answer.items, say))
    if answer.boxes:
        shown.append(figures_answers.boxes(answer, say))
    if answer.distribution:
        shown.append(figures_answers.distribution(answer, answer.distribution, say))
    return shown


def _outcomes(answer: Satisfaction, say: Say) -> list[Figure]:
    shown = []
    if answer.recommendation:
        shown.append(figures_outcomes.recommended(answer, answer.recommendation, say))
    if answer.outcomes:
        shown.append(figures_outcomes.outcomes(answer, say))
    return shown


def _groups(answer: Satisfaction, say: Say) -> list[Figure]:
    shown = []
    if answer.groups.groups:
        shown.append(figures_groups.groups(answer, say))
    if answer.groups.pairs:
        shown.append(figures_groups.pairs(answer, say))
    if answer.screened:
        shown.append(figures_screening.screening(answer, say))
    return shown

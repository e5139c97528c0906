"""Who comes back? The shares first, then what they are made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analytics.studies.retention.cohort_figures import cohort_grid, survival, times
from analytics.studies.retention.edition_figures import flows, overview, respondents

if TYPE_CHECKING:
    from analytics.figures import Figure
    from analytics.studies.retention.method import Retention
    from analytics.wording import Say


def figures(answer: Retention, say: Say) -> tuple[Figure, ...]:
    always = (overview(answer, say), flows(answer, say), cohort_grid(answer, say))
    found = (survival(answer, say), times(answer, say), respondents(answer, say))
    return (*always, *(figure for figure in found if figure))

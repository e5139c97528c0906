"""What they come for, how that drifts, whether they get it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analytics.studies.objectives.figures_attainment import attained, pull, reached
from analytics.studies.objectives.figures_shares import drift, shares

if TYPE_CHECKING:
    from analytics.figures import Figure
    from analytics.studies.objectives.compute import Objectives
    from analytics.wording import Say


def figures(answer: Objectives, say: Say) -> tuple[Figure, ...]:
    shown = (
        shares(answer, say),
        drift(answer, say),
        reached(answer, say),
        attained(answer, say),
        pull(answer, say),
    )
    return tuple(figure for figure in shown if figure)

"""The map first, then how much it shows, then the groups on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analytics.studies.perception.figures_groups import groups, traits
from analytics.studies.perception.figures_map import axes, inertia, placed
from analytics.studies.perception.figures_outcomes import outcome

if TYPE_CHECKING:
    from analytics.figures import Figure
    from analytics.studies.perception.compute import Perception
    from analytics.wording import Say


def figures(answer: Perception, say: Say) -> tuple[Figure, ...]:
    shown = (
        placed(answer, say),
        inertia(answer, say),
        groups(answer, say),
        traits(answer, say),
        outcome(answer, say),
        axes(answer, say),
    )
    return tuple(figure for figure in shown if figure)

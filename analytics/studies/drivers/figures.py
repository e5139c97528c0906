"""What matters, and what to fix first: the grid, then what it is made of, then what they say
themselves.
"""

from __future__ import annotations

from analytics.figures import Figure
from analytics.studies.drivers import grid_figures, importance_figures, stated_figures
from analytics.studies.drivers.method import Drivers
from analytics.wording import Say


def figures(answer: Drivers, say: Say) -> tuple[Figure, ...]:
    """Every figure the answer bears; stated importance only where it was asked."""
    made = [
        grid_figures.overview(answer, say),
        importance_figures.importance(answer, say),
        importance_figures.measures(answer, say),
    ]
    if answer.needs_at:
        made += [grid_figures.needs(answer, say), stated_figures.gaps(answer, say)]
    return tuple(made)

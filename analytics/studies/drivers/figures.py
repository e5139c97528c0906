"""What matters, and what to fix first: the grid, then what it is made of, then what they say
themselves.
"""

from __future__ import annotations

from analytics.figures import Figure
from analytics.studies.drivers import figures_grid, figures_importance, figures_stated
from analytics.studies.drivers.compute import Drivers
from analytics.wording import Say


def figures(answer: Drivers, say: Say) -> tuple[Figure, ...]:
    """Every figure the answer bears; stated importance only where it was asked."""
    shown = [
        figures_grid.overview(answer, say),
        figures_importance.importance(answer, say),
        figures_importance.measures(answer, say),
    ]
    if answer.needs_at:
        shown += [figures_grid.needs(answer, say), figures_stated.gaps(answer, say)]
    return tuple(shown)

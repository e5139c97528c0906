"""Do satisfied customers come back? The shares first, then how strong, of what shape, who breaks
the rule.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from analytics.studies.loyalty.figures_matching import matching
from analytics.studies.loyalty.figures_people import hostages, trap
from analytics.studies.loyalty.figures_rule import empty
from analytics.studies.loyalty.figures_scores import overview, ratios, shape

if TYPE_CHECKING:
    from analytics.figures import Figure
    from analytics.studies.loyalty.compute import Loyalty
    from analytics.wording import Say


def figures(answer: Loyalty, say: Say) -> tuple[Figure, ...]:
    """Where too few answers can be followed, only why."""
    if not answer.has_enough:
        return (matching(answer, say),)
    shown = (
        overview(answer, say),
        ratios(answer, say),
        shape(answer, say),
        empty(answer, say),
        trap(answer, say),
        hostages(answer, say),
        matching(answer, say),
    )
    return tuple(figure for figure in shown if figure)

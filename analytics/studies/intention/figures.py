"""They say they come back; do they? What they say, what they did, and what it is worth as a
forecast.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from analytics.figures.claims import with_claims
from analytics.studies.intention.figures_attendance import kept, kept_alone, overview
from analytics.studies.intention.figures_attendance_by_edition import by_edition
from analytics.studies.intention.figures_claims import claims
from analytics.studies.intention.figures_forecast import calibrated, foretold

if TYPE_CHECKING:
    from analytics.figures import Figure
    from analytics.studies.intention.compute import Intention
    from analytics.wording import Say


def figures(answer: Intention, say: Say) -> tuple[Figure, ...]:
    """What the last ones say, where enough do; the rest where enough of it can be followed."""
    if not answer.has_enough:
        return with_claims([overview(answer, say)], claims(answer, say))
    first = (
        (overview(answer, say), kept(answer, say))
        if answer.is_asked_enough
        else (kept_alone(answer, say),)
    )
    shown = (
        *first,
        by_edition(answer, say),
        calibrated(answer, say),
        foretold(answer, say),
    )
    return with_claims([figure for figure in shown if figure], claims(answer, say))

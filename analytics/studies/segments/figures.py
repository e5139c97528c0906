"""Which kinds of customers are there? The segments, what sets them apart, why so many, and who is
in them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from analytics.figures.claims import with_claims
from analytics.studies.segments.figures_choice import choice, criteria
from analytics.studies.segments.figures_claims import claims
from analytics.studies.segments.figures_segments import members, overview, placed, profiles, who

if TYPE_CHECKING:
    from analytics.figures import Figure
    from analytics.studies.segments.compute import Segments
    from analytics.wording import Say


def figures(answer: Segments, say: Say) -> tuple[Figure, ...]:
    """Without segments only why, and the map: nothing invites to read kinds into one cloud."""
    return with_claims(_shown(answer, say), claims(answer, say))


def _shown(answer: Segments, say: Say) -> tuple[Figure, ...]:
    if answer.k == 1:
        return (
            overview(answer, say),
            choice(answer, say),
            criteria(answer, say),
            placed(answer, say),
        )
    outside = (who(answer, say),) if len(answer.who) else ()
    return (
        overview(answer, say),
        profiles(answer, say),
        placed(answer, say),
        *outside,
        choice(answer, say),
        criteria(answer, say),
        members(answer, say),
    )

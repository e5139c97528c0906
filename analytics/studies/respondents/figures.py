"""Who answered first, then what weighting would change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analytics.figures.claims import with_claims
from analytics.studies.respondents.figures_claims import claims
from analytics.studies.respondents.figures_gaps import gaps
from analytics.studies.respondents.figures_rates import rates
from analytics.studies.respondents.figures_repeats import repeats
from analytics.studies.respondents.figures_weights import means, weights

if TYPE_CHECKING:
    from analytics.figures import Figure
    from analytics.studies.respondents.compute import Respondents
    from analytics.wording import Say


def figures(answer: Respondents, say: Say) -> tuple[Figure, ...]:
    shown = (
        rates(answer, say),
        gaps(answer, say),
        repeats(answer, say),
        means(answer, say),
        weights(answer, say),
    )
    return with_claims([figure for figure in shown if figure], claims(answer, say))

"""Who is about to leave? How many, who, why, and whether such forecasts came true."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analytics.figures.claims import with_claims
from analytics.studies.churn.figures_claims import claims
from analytics.studies.churn.figures_proof import calibrated, nothing_learnt, tested
from analytics.studies.churn.figures_risk import overview, risks
from analytics.studies.churn.figures_terms import terms

if TYPE_CHECKING:
    from analytics.figures import Figure
    from analytics.studies.churn.compute import Churn
    from analytics.wording import Say


def figures(answer: Churn, say: Say) -> tuple[Figure, ...]:
    """Where nothing can be learnt, only why; without a test no forecast is shown, and without a
    model better than the base rate nobody is listed.
    """
    return with_claims(_shown(answer, say), claims(answer, say))


def _shown(answer: Churn, say: Say) -> tuple[Figure, ...]:
    if not answer.columns:
        return (nothing_learnt(answer, say),)
    if not len(answer.tests):
        return (nothing_learnt(answer, say), terms(answer, say))
    return (
        overview(answer, say),
        *((risks(answer, say),) if answer.beats_base_rate else ()),
        tested(answer, say),
        calibrated(answer, say),
        terms(answer, say),
    )

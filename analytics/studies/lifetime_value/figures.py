"""What is a customer worth from here on? The total, who comes again, did such forecasts hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analytics.figures.claims import with_claims
from analytics.studies.lifetime_value.figures_attendance import chances, hold_out, staying
from analytics.studies.lifetime_value.figures_claims import claims
from analytics.studies.lifetime_value.figures_money import spending
from analytics.studies.lifetime_value.figures_ranges import nothing_fitted, ranges
from analytics.studies.lifetime_value.figures_worth import overview, worths

if TYPE_CHECKING:
    from analytics.figures import Figure
    from analytics.studies.lifetime_value.compute import LifetimeValue
    from analytics.wording import Say


def figures(answer: LifetimeValue, say: Say) -> tuple[Figure, ...]:
    """Without a forecast only why, and how long exhibitors stay; without money, participations."""
    return with_claims(_shown(answer, say), claims(answer, say))


def _shown(answer: LifetimeValue, say: Say) -> tuple[Figure, ...]:
    stays, spends = staying(answer, say), spending(answer, say)
    optional = tuple(figure for figure in (stays, spends) if figure is not None)
    if not answer.has_forecast:
        return (nothing_fitted(answer, say), *optional)
    return (
        overview(answer, say),
        chances(answer, say),
        worths(answer, say),
        hold_out(answer, say),
        *optional,
        *((ranges(answer, say),) if answer.worth.effects else ()),
    )

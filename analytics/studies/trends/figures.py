"""The answer in figures, in reading order. What the data do not bear is left out, and the figures
that stay say so.
"""

from __future__ import annotations

from analytics.figures import Figure
from analytics.figures.claims import with_claims
from analytics.studies.trends import figures_changes, figures_parts, figures_series
from analytics.studies.trends.compute import Trends
from analytics.studies.trends.compute_trend import Trend
from analytics.studies.trends.figures_claims import claims
from analytics.wording import Say


def figures(answer: Trends, say: Say) -> tuple[Figure, ...]:
    """Every figure the answer bears."""
    shown = [figures_series.overview(answer, say)]
    if isinstance(answer.trend, Trend):
        shown.append(figures_series.trend(answer, answer.trend, say))
    shown.append(figures_changes.changes(answer, say))
    if answer.turnover:
        shown.append(figures_series.turnover(answer, answer.turnover, say))
    if answer.parts:
        shown.append(figures_parts.parts_of_change(answer, answer.parts, say))
    if answer.same:
        shown.append(figures_changes.same_exhibitors(answer, answer.same, say))
    return with_claims(shown, claims(answer, say))

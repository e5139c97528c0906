"""The answer in figures, in reading order. What the data do not bear is left out, and the figures
that stay say so.
"""

from __future__ import annotations

from analytics.figures import Figure
from analytics.studies.trends import change_figures, series_figures
from analytics.studies.trends.method import Trends
from analytics.studies.trends.trend import Trend
from analytics.wording import Say


def figures(answer: Trends, say: Say) -> tuple[Figure, ...]:
    """Every figure the answer bears."""
    made = [series_figures.overview(answer, say)]
    if isinstance(answer.trend, Trend):
        made.append(series_figures.trend(answer, answer.trend, say))
    made.append(change_figures.changes(answer, say))
    if answer.turnover:
        made.append(series_figures.turnover(answer, answer.turnover, say))
    if answer.parts:
        made.append(change_figures.taken_apart(answer, answer.parts, say))
    if answer.same:
        made.append(change_figures.same_exhibitors(answer, answer.same, say))
    return tuple(made)

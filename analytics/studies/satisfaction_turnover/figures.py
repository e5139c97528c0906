"""Does satisfaction go with turnover? First the editions, then the exhibitors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analytics.studies.satisfaction_turnover import edition_figures, exhibitor_figures

if TYPE_CHECKING:
    from analytics.figures import Figure
    from analytics.studies.satisfaction_turnover.method import SatisfactionTurnover
    from analytics.wording import Say


def figures(answer: SatisfactionTurnover, say: Say) -> tuple[Figure, ...]:
    """The overview first; each part that the data cannot bear says so instead."""
    if answer.link is None:
        between = (edition_figures.too_few(answer, say),)
    else:
        between = edition_figures.figures(answer, answer.link, say)
    if answer.exhibitors is None:
        return between
    return (*between, *exhibitor_figures.figures(answer, answer.exhibitors, say))

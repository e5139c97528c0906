"""Does satisfaction go with turnover? First the editions, then the exhibitors."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from analytics.figures.claims import with_claims
from analytics.studies.satisfaction_turnover import (
    figures_across_editions,
    figures_across_exhibitors,
)
from analytics.studies.satisfaction_turnover.figures_claims import claims

if TYPE_CHECKING:
    from analytics.figures import Figure
    from analytics.studies.satisfaction_turnover.compute import SatisfactionTurnover
    from analytics.wording import Say


def figures(answer: SatisfactionTurnover, say: Say) -> tuple[Figure, ...]:
    """The overview first; each part that the data cannot bear says so instead."""
    first, *others = _between_editions(answer, say)
    shown = (
        replace(first, notes=(*first.notes, *_alike(answer, say))),
        *others,
        *_between_exhibitors(answer, say),
    )
    return with_claims(shown, claims(answer, say))


def _alike(answer: SatisfactionTurnover, say: Say) -> tuple[str, ...]:
    if answer.exhibitors is None or answer.exhibitors.can_compare:
        return ()
    return (
        say(
            "Within each edition all exhibitors gave one rating or declared one turnover: there is"
            " nothing to compare."
        ),
    )


def _between_editions(answer: SatisfactionTurnover, say: Say) -> tuple[Figure, ...]:
    if answer.link is None:
        return (figures_across_editions.too_few(answer, say),)
    return figures_across_editions.figures(answer, answer.link, say)


def _between_exhibitors(answer: SatisfactionTurnover, say: Say) -> tuple[Figure, ...]:
    if answer.exhibitors is None or not answer.exhibitors.can_compare:
        return ()
    return figures_across_exhibitors.figures(answer, answer.exhibitors, say)

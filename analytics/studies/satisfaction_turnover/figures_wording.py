"""Turns of phrase that the figures of editions and of exhibitors share."""

from __future__ import annotations

from math import isnan
from typing import TYPE_CHECKING, Any

from analytics.figures.base_line import base_line, first_to_last, with_years
from analytics.ratings.populations import worded_own, worded_process
from analytics.wording import Name

if TYPE_CHECKING:
    from analytics.studies.satisfaction_turnover.compute import SatisfactionTurnover
    from analytics.wording import Say


def correlation(say: Say, r: float, low: float, high: float) -> str:
    """r = 0.92 (95% interval 0.61 to 0.99), without the interval where there is none."""
    if isnan(low):
        return say("r = {r}", r=say.ratio(r))
    return say(
        "r = {r} (95% interval {low} to {high})",
        r=say.ratio(r),
        low=say.ratio(low),
        high=say.ratio(high),
    )


def edition_name(row: dict[Any, Any], say: Say) -> str:
    return Name(str(row["name_zh"]), str(row["name_en"])).worded(say)


def period(answer: SatisfactionTurnover, say: Say) -> str:
    """The rated editions, first to last, with their years where known."""
    rated = answer.editions[answer.editions["n"] > 0]
    names = [edition_name(row, say) for row in rated.to_dict("records")]
    return with_years(say, first_to_last(say, names), rated["year"].dropna().astype(int))


def _rated(answer: SatisfactionTurnover) -> float:
    """Ratings of the editions that have a mean: with others, one hidden edition could be
    computed.
    """
    return float(answer.editions.loc[answer.editions["mean"].notna(), "n"].sum())


def editions_base(answer: SatisfactionTurnover, say: Say) -> str:
    declared = say("turnover as declared for the fair")
    summed = say("turnover summed over the exhibitors that declared it")
    ratings = say("n = {n} overall ratings", n=say.number(_rated(answer)))
    is_declared = answer.source == "declared"
    return base_line(
        ratings,
        period(answer, say),
        answer.scale.worded(say),
        declared if is_declared else summed,
        worded_own(say) if answer.is_of_this_fair else worded_process(say),
    )


def turnover_title(answer: SatisfactionTurnover, say: Say) -> str:
    return (
        say("Turnover ({currency})", currency=answer.currency)
        if answer.currency
        else say("Turnover")
    )


def not_revenue(say: Say) -> str:
    return say("Declared turnover is what was stated, intentions included; it is not revenue.")

"""Turns of phrase that the figures of this study share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analytics.figures.base_line import base_line
from analytics.ratings.followed_answers import not_followed, period, step_name

if TYPE_CHECKING:
    from analytics.stats.odds_ratio import Ratio
    from analytics.stats.proportion import Proportion
    from analytics.studies.loyalty.compute import Loyalty
    from analytics.wording import Say


def score(answer: Loyalty, step: int, say: Say) -> str:
    return step_name(answer.scale, answer.steps, step, say)


def scores(answer: Loyalty, first: int, last: int, say: Say) -> str:
    """4–5, or one score alone."""
    ends = (score(answer, first, say), score(answer, last, say))
    return ends[0] if first == last else f"{ends[0]}–{ends[1]}"


def satisfied(answer: Loyalty, say: Say) -> str:
    return scores(answer, answer.bands.high, answer.bands.top, say)


def dissatisfied(answer: Loyalty, say: Say) -> str:
    return scores(answer, 0, answer.bands.low, say)


def base(answer: Loyalty, say: Say, *parts: str) -> str:
    counted = say("n = {n} answers followed to the next edition", n=say.number(answer.n))
    return base_line(counted, period(answer.closed, say), answer.scale.worded(say), *parts)


def share(proportion: Proportion, say: Say) -> dict[str, str]:
    return {
        "share": say.percent(proportion.share),
        "low": say.percent(proportion.low),
        "high": say.percent(proportion.high),
    }


def times(ratio: Ratio, say: Say) -> str:
    """2.66 (95 % interval 2.00 to 3.53)."""
    low, high = say.ratio(ratio.low), say.ratio(ratio.high)
    return say(
        "{value} (95 % interval {low} to {high})", value=say.ratio(ratio.ratio), low=low, high=high
    )


def notes(answer: Loyalty, say: Say) -> tuple[str, ...]:
    """What every figure of the study is to be read with."""
    return not_followed(answer.editions, say)


def comparison_only(say: Say) -> str:
    return say("This compares exhibitors; it does not say what a better score would bring.")

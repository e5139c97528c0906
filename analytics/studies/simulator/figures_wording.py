"""What the figures of the simulator say alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analytics.customers.measures import MONEY_NAMES
from analytics.figures.base_line import base_line
from analytics.figures.sentences import notes
from analytics.wording import phrase

if TYPE_CHECKING:
    from analytics.figures.forms import Unit
    from analytics.studies.simulator.compute import WhatIf
    from analytics.wording import Say

READING_NAMES = {
    "points": phrase("points of retention"),
    "relative": phrase("per cent of retention"),
    "fewer_leave": phrase("per cent fewer leavers"),
}
SOURCES = {
    "set": phrase("The margin, {margin}, was set for this fair."),
    "editions": phrase("The margin, {margin}, is that of the editions with revenue and cost."),
    "none": phrase(
        "No margin is known: profit is before costs. Set a margin on the page of settings."
    ),
}
NO_CAUSE = phrase(
    "No cause is proved: what goes with satisfaction today need not follow from raising it, and who"
    " leaves for a higher price is in no number here."
)


def base(answer: WhatIf, say: Say) -> str:
    inputs = answer.inputs
    here = say(
        "n = {n} exhibitors as of {edition}",
        n=say.number(inputs.here),
        edition=inputs.edition.worded(say),
    )
    rate = say(
        "retention {share} ({low}–{high})",
        share=say.percent(inputs.retention.value),
        low=say.percent(inputs.retention.low),
        high=say.percent(inputs.retention.high),
    )
    counted = say(MONEY_NAMES[inputs.kind]) if inputs.has_money else ""
    return base_line(here, rate, _discount(answer, say), counted)


def _discount(answer: WhatIf, say: Say) -> str:
    rate = say.percent(answer.inputs.discount.value, 0)
    return say("discount {rate} an edition", rate=rate)


def unit(answer: WhatIf) -> Unit:
    """Money, or exhibitors counted."""
    return "money" if answer.inputs.has_money else "number"


def amount(answer: WhatIf, value: float, say: Say) -> str:
    """Money, or a number of exhibitors where no money is known."""
    if value != value:
        return "–"
    if answer.inputs.has_money:
        return say.money(value, answer.inputs.currency)
    return say("{n} exhibitors", n=say.number(value))


def study_notes(answer: WhatIf, say: Say) -> tuple[str, ...]:
    """Where margin and slope come from, and what is not proved."""
    inputs = answer.inputs
    source = say(SOURCES[inputs.source.source], margin=say.percent(inputs.source.share, 0))
    slope = say(
        "A point of satisfaction goes with {slope} points of return ({low} to {high}, n = {n}).",
        slope=say.signed(100 * inputs.slope.value, 1),
        low=say.signed(100 * inputs.slope.low, 1),
        high=say.signed(100 * inputs.slope.high, 1),
        n=say.number(inputs.answers),
    )
    return notes(
        say(NO_CAUSE),
        source if inputs.has_money else say("No money is known: exhibitors are counted."),
        slope
        if inputs.answers
        else say("Too few answered and could return: satisfaction moves nothing here."),
    )


def impossible(answer: WhatIf, say: Say) -> str:
    """Said where the levers ask for a retention that cannot be."""
    return say(
        "There is no such retention: {rate} and this change come to more than 100% or less than 0."
        " Choose a smaller change, or read it as fewer leavers.",
        rate=say.percent(answer.inputs.retention.value),
    )

"""Turns of phrase that the figures of this study share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analytics.customers.measures import MONEY_NAMES, NOT_ADDED
from analytics.figures.base_line import base_line, first_to_last
from analytics.figures.sentences import notes
from analytics.wording import phrase

if TYPE_CHECKING:
    from analytics.studies.lifetime_value.compute import LifetimeValue
    from analytics.wording import Say

GROUPS = {
    (0, False): phrase("Came last time, and before"),
    (0, True): phrase("Came for the first time"),
    (1, False): phrase("Missed the last edition"),
    (2, False): phrase("Missed the last two"),
    (3, False): phrase("Missed three or more"),
}
"""By editions missed (three: or more) and whether the last edition was the first."""
WHY_NOTHING = {
    "editions": phrase(
        "With three editions on file nobody can test a forecast: how long exhibitors stay is shown,"
        " what they are worth is not. Load earlier editions, or wait for the next."
    ),
    "starts": phrase(
        "Of too few exhibitors is it known when they first came: 30 are needed who could have come"
        " again before the last edition. If the first edition on file was the first ever, say so"
        " under Settings; else load earlier editions."
    ),
    "one cohort": phrase(
        "Before the last edition, exhibitors with a known start had one chance to come again each:"
        " too little to learn from. If the first edition on file was the first ever, say so under"
        " Settings; else load earlier editions."
    ),
    "never again": phrase(
        "No exhibitor with a known start ever came again, so there is nothing to expect from the"
        " model. Are companies under several names? Look at Companies."
    ),
    "always": phrase(
        "Every exhibitor with a known start came every time, so nothing can be learnt about"
        " leaving. Does the register list who did not come?"
    ),
}
NO_MONEY = {
    "none": phrase(
        "No amounts are on file, so worth is counted in participations. Load fees or turnover with"
        " the participations."
    ),
    "few": phrase(
        "Fewer than 10 exhibitors have a known amount, so worth is counted in participations. Load"
        " fees or turnover with the participations."
    ),
    "dependent": phrase(
        "What exhibitors pay goes with how often they come, so gamma-gamma is refused: each counts"
        " at its own mean."
    ),
    "no mean": phrase(
        "A few very large amounts leave the model without a mean: each exhibitor is taken at its"
        " own mean."
    ),
}


def now(answer: LifetimeValue, say: Say) -> str:
    """The edition looked at."""
    return answer.editions[-1].name.worded(say)


def span(answer: LifetimeValue, say: Say) -> str:
    return first_to_last(say, [edition.name.worded(say) for edition in answer.editions])


def base(answer: LifetimeValue, say: Say, *parts: str) -> str:
    """Exhibitors on file · editions · what else is to be known."""
    exhibitors = say(
        "n = {n} exhibitors on the registers", n=say.number(answer.attendance.exhibitors)
    )
    return base_line(exhibitors, span(answer, say), *parts)


def learnt_from(answer: LifetimeValue, say: Say) -> str:
    return say("learnt from {n} whose start is known", n=say.number(answer.attendance.fitted))


def amount(answer: LifetimeValue, value: float, say: Say) -> str:
    """Money with its currency; participations where no money is known."""
    if answer.has_money:
        return say.money(value, answer.currency)
    return say("{n} participations to come", n=say.number(value))


def margin_in_words(answer: LifetimeValue, say: Say) -> str:
    """Which margin and discount stand behind the money."""
    if not answer.has_money:
        return say("discount {rate} an edition", rate=say.percent(answer.worth.discount, 0))
    rate = say.percent(answer.worth.discount, 0)
    if answer.margin.source == "none":
        return say("before costs, discount {rate} an edition", rate=rate)
    return say(
        "margin {margin}, discount {rate} an edition",
        margin=say.percent(answer.margin.share),
        rate=rate,
    )


def study_notes(answer: LifetimeValue, say: Say) -> tuple[str, ...]:
    """What every forecast of the study is to be read with."""
    attendance = answer.attendance
    unknown = say(
        "{n} exhibitors of the first edition on file may have come before: predicted, not learnt"
        " from.",
        n=say.number(attendance.unknown_start),
    )
    entered = say(
        "{n} entered at {edition}: predicted like any newcomer.",
        n=say.number(attendance.entered_last),
        edition=now(answer, say),
    )
    profile = say("Filters on survey answers do not narrow the register.")
    return notes(
        unknown if attendance.unknown_start else "",
        entered if attendance.entered_last else "",
        profile if answer.has_profile else "",
    )


def money_notes(answer: LifetimeValue, say: Say) -> tuple[str, ...]:
    """How far money is known, and what was left aside."""
    amounts, missing = answer.spending.amounts, answer.spending.missing
    known = say(
        "An amount above 0 is known for {paid} of {n} participations; the others count at the"
        " expected amount.",
        paid=say.number(amounts.paid),
        n=say.number(amounts.participations),
    )
    aside = say(
        "Left aside: {free} amounts of 0, {negative} below 0, {elsewhere} in another currency.",
        free=say.number(amounts.free),
        negative=say.number(amounts.negative),
        elsewhere=say.number(amounts.elsewhere),
    )
    has_aside = amounts.free or amounts.negative or amounts.elsewhere
    apart = say(NOT_ADDED, money=say(MONEY_NAMES[answer.money]))
    return notes(
        apart if answer.is_one_of_both else "",
        say(NO_MONEY[missing]) if missing else "",
        known if amounts.paid and amounts.paid < amounts.participations else "",
        aside if has_aside else "",
    )


def costs_note(answer: LifetimeValue, say: Say) -> str:
    """That no margin is known, and where to say it."""
    if not answer.has_money or answer.margin.source != "none":
        return ""
    if answer.margin.is_loss:
        return say(
            "The editions on file cost more than they brought, so worth is before costs: set a"
            " margin under Settings."
        )
    return say(
        "No margin is known, so worth is before costs: set one under Settings, or load revenue and"
        " cost with the editions."
    )

"""Turns of phrase that all figures of classes share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analytics.customers.measures import MONEY_NAMES, NOT_ADDED
from analytics.figures import Column
from analytics.figures.base_line import base_line
from analytics.figures.sentences import notes

if TYPE_CHECKING:
    from analytics.customers.classing import Classed
    from analytics.customers.measures import Measures
    from analytics.wording import Say


def class_name(answer: Classed, code: int, say: Say) -> str:
    """What a class is called; the others too."""
    return say(answer.names[code]) if code >= 0 else say(answer.nobody)


def edition_name(measures: Measures, say: Say, back: int = 0) -> str:
    """The edition looked at, or one so many before."""
    return measures.editions[-1 - back].name.worded(say)


def money_title(measures: Measures, say: Say) -> str:
    """Turnover (CNY), as a column is headed."""
    name = say(MONEY_NAMES[measures.money])
    name = name[:1].upper() + name[1:]
    if not measures.currency:
        return name
    return say("{name} ({currency})", name=name, currency=measures.currency)


def money_column(measures: Measures, say: Say) -> Column:
    return Column("money", money_title(measures, say), "money")


def base(answer: Classed, say: Say, *parts: str) -> str:
    """How many exhibitors, at which edition, by what money."""
    here = say(
        "n = {n} exhibitors as of {edition}",
        n=say.number(answer.n),
        edition=edition_name(answer.measures, say),
    )
    return base_line(here, *parts, say(MONEY_NAMES[answer.measures.money]))


def study_notes(answer: Classed, say: Say) -> tuple[str, ...]:
    """Whose amounts are missing, and what the amounts are."""
    unknown = say(
        "Of {n} exhibitors here no amount is known: they are in no sum, and count as missing, not"
        " as zero.",
        n=say.number(answer.unknown),
    )
    elsewhere = say(
        "{n} of them have an amount in another currency, which is not added to {currency}.",
        n=say.number(answer.elsewhere),
        currency=answer.measures.currency or say("the others"),
    )
    declared = say("Declared turnover is what was stated, intentions included; it is not revenue.")
    apart = say(NOT_ADDED, money=say(MONEY_NAMES[answer.measures.money]))
    return notes(
        apart if answer.measures.is_one_of_both else "",
        unknown if answer.unknown else "",
        elsewhere if answer.elsewhere else "",
        declared if answer.measures.money != "fee" else "",
    )

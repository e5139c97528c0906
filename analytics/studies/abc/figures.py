"""Classes, the curve, moves, satisfaction, and accounts by name."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from analytics.customers import figures as kit
from analytics.customers.measures import MONEY_NAMES
from analytics.figures import Figure, Headline
from analytics.figures.claims import Claim, claim
from analytics.figures.sentences import notes
from analytics.studies.abc import ACCOUNTS, CLASSES
from analytics.studies.abc.compute import LISTS
from analytics.wording import phrase

if TYPE_CHECKING:
    from analytics.studies.abc.compute import Abc
    from analytics.wording import Say

CLAIMS = {
    "shrinking": phrase("{n} key accounts came again and brought less."),
    "left": phrase("{n} key accounts of last time are not here."),
    "growing": phrase("{n} smaller accounts have grown three editions running."),
}


def figures(answer: Abc, say: Say) -> tuple[Figure, ...]:
    lists = (_list(answer, key, say) for key in LISTS)
    return (
        _overview(answer, say),
        *kit.kit(answer.classed, say),
        *(figure for figure in lists if figure),
    )


def _overview(answer: Abc, say: Say) -> Figure:
    figure = kit.classes(answer.classed, say, CLASSES, _headline(answer, say))
    return replace(figure, claim=_claim(answer, say), notes=(*_notes(answer, say), *figure.notes))


def _headline(answer: Abc, say: Say) -> Headline:
    sizes = answer.classed.sizes
    return Headline(
        say.number(int(sizes["n"].iloc[0])),
        say(
            "key accounts (A) bring {share} of {money}",
            share=say.percent(float(sizes["money_share"].iloc[0]), 0),
            money=say(MONEY_NAMES[answer.classed.measures.money]),
        ),
    )


def _claim(answer: Abc, say: Say) -> Claim:
    first = answer.classed.sizes.iloc[0]
    money = say(MONEY_NAMES[answer.classed.measures.money])
    if first["money_share"] != first["money_share"]:
        sentence = phrase("{n} key accounts (A) bring most of {money}.")
        return claim(say, "level", "confirmed", sentence, n=say.number(first["n"]), money=money)
    return claim(
        say,
        "level",
        "confirmed",
        phrase("{n} key accounts (A) bring {worth} of {money}."),
        n=say.number(first["n"]),
        worth=say.percent(first["money_share"], 0),
        money=money,
    )


def _notes(answer: Abc, say: Say) -> tuple[str, ...]:
    a, b = (say.percent(line, 0) for line in answer.lines)
    return notes(
        say("Lines: A to {a}, B to {b} of the money.", a=a, b=b),
        say("{n} exhibitors brought exactly nothing: they are C.", n=say.number(answer.zero))
        if answer.zero
        else "",
        say(
            "{n} amounts are below zero (refunds?): they are in no class and in no sum of one.",
            n=say.number(answer.negative),
        )
        if answer.negative
        else "",
    )


def _list(answer: Abc, key: str, say: Say) -> Figure | None:
    count = answer.counts[key]
    text = say(CLAIMS[key], n=say.number(count))
    return kit.accounts(answer.classed, key, text, answer.lists[key], count, ACCOUNTS, say)

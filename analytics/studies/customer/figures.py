"""One exhibitor: its file, its history, its ratings, its remarks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from analytics.customers import figures_wording as wording
from analytics.customers.details import contact, stand
from analytics.customers.measures import MONEY_NAMES
from analytics.customers.next_steps import worded_step
from analytics.customers.stages import STAGES
from analytics.customers.worth import NAMES as VALUE_NAMES
from analytics.figures import Column, Figure, Grid, Headline
from analytics.figures.base_line import base_line
from analytics.figures.claims import Claim, claim
from analytics.studies.customer import FILE
from analytics.studies.customer.figures_history import history
from analytics.studies.customer.figures_said import contacts, rated, remarks
from analytics.wording import phrase

if TYPE_CHECKING:
    from analytics.studies.customer.compute import Customer
    from analytics.wording import Say

CLASSES = ("A", "B", "C")


def figures(answer: Customer, say: Say) -> tuple[Figure, ...]:
    always = (_file(answer, say), history(answer, say))
    where_possible = (rated(answer, say), remarks(answer, say))
    return (*always, *(figure for figure in where_possible if figure), contacts(answer, say))


def name_of(answer: Customer, say: Say) -> str:
    return say.name(str(answer.profile["name"] or ""), str(answer.profile["name_en"] or ""))


def _file(answer: Customer, say: Say) -> Figure:
    rows = [(label, text) for label, text in _lines(answer, say) if text]
    table = pd.DataFrame(
        {
            "key": [str(at) for at in range(len(rows))],
            "label": [label for label, _ in rows],
            "rank": range(len(rows)),
            "text": [text for _, text in rows],
        }
    )
    return Figure(
        "overview",
        say(
            "{stage}. {step}",
            stage=say(STAGES[answer.stage]),
            step=worded_step(answer.step, answer.stage, say),
        ),
        base_line(
            wording.edition_name(answer.measures, say), say(MONEY_NAMES[answer.measures.money])
        ),
        Grid(),
        table,
        (Column("label", say("Known")), Column("text", say("Value"))),
        FILE,
        _headline(answer, say),
        claim=_claim(answer, say),
    )


def _headline(answer: Customer, say: Say) -> Headline | None:
    if answer.risk is None:
        return None
    label = say("of exhibitors at this stage did not come next")
    return Headline(say.percent(answer.risk, 0), label)


def _claim(answer: Customer, say: Say) -> Claim:
    name = {"name": name_of(answer, say)}
    stage = say(STAGES[answer.stage])
    if answer.risk is None:
        return claim(say, "level", "too few", phrase("{name}: {stage}."), name, stage=stage)
    return claim(
        say,
        "level",
        "a sign",
        phrase("{name}: {stage}; {share} at this stage did not come next."),
        name,
        stage=stage,
        share=say.percent(answer.risk, 0),
    )


def _lines(answer: Customer, say: Say) -> list[tuple[str, str]]:
    """What is known, as label and text; empty where it is not."""
    profile, last = answer.profile, answer.last
    money = last["money"]
    written = "" if money != money else say.money(float(money), answer.measures.currency)
    return [
        (say("Exhibitor"), str(profile["name"])),
        (say("Industry"), profile["industry"] or ""),
        (say("Region"), profile["region"] or ""),
        (say("Country"), profile["country"] or ""),
        (say("Size"), profile["size_band"] or ""),
        (say("Account owner"), profile["account_owner"] or ""),
        (say("Contact"), contact(profile, say)),
        (say("Stand taken last"), stand(profile, say)),
        (say("Stage"), say(STAGES[answer.stage])),
        (say("Class (ABC)"), class_text(answer, say)),
        (
            say("Editions attended"),
            say(
                "{n} of {possible} since the first",
                n=say.number(int(last["editions_so_far"])),
                possible=say.number(len(answer.life)),
            ),
        ),
        (say("Running"), say.number(int(last["streak"])) if last["streak"] else ""),
        (wording.money_title(answer.measures, say), written),
        (say("Risk"), risk_text(answer, say)),
        (say("Worth"), worth_text(answer, say)),
        (say("Next step"), worded_step(answer.step, answer.stage, say)),
    ]


def class_text(answer: Customer, say: Say) -> str:
    """A, B or C, and what it was before."""
    if answer.abc < 0:
        return say("none: not here, or no amount known")
    if answer.abc_before < 0 or answer.abc_before == answer.abc:
        return CLASSES[answer.abc]
    return say("{now}, before {before}", now=CLASSES[answer.abc], before=CLASSES[answer.abc_before])


def worth_text(answer: Customer, say: Say) -> str:
    """Present value, potential and their class; empty where they are not known."""
    worth, currency = answer.worth, answer.measures.currency
    if worth is None or worth["current"] != worth["current"]:
        return ""
    values = {
        "current": say.money(worth["current"], currency),
        "low": say.money(worth["current_low"], currency),
        "high": say.money(worth["current_high"], currency),
        "potential": say.money(worth["potential"], currency),
    }
    if worth["class"] < 0:
        return say(
            "{current} over 5 editions as it is ({low} to {high}), {potential} potential", **values
        )
    return say(
        "{current} over 5 editions as it is ({low} to {high}), {potential} potential: {name}",
        name=say(VALUE_NAMES[int(worth["class"])]),
        **values,
    )


def risk_text(answer: Customer, say: Say) -> str:
    """How many of its like did not come."""
    if answer.risk is None:
        return say("not known: fewer than 30 comparable exhibitors")
    return say(
        "{share} of {n} at this stage one edition earlier did not come",
        share=say.percent(answer.risk, 0),
        n=say.number(answer.comparable),
    )

"""Edition by edition: came or not, stand, money, satisfaction, complaints."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from analytics.customers import figures_wording as wording
from analytics.customers.measures import MONEY_NAMES
from analytics.figures import Column, Figure, Lines
from analytics.figures.claims import claim
from analytics.studies.customer import HISTORY
from analytics.wording import phrase

if TYPE_CHECKING:
    from analytics.studies.customer.compute import Customer
    from analytics.wording import Say


def history(answer: Customer, say: Say) -> Figure:
    """The edition strip: a gap where it did not come."""
    life, table = answer.life, _table(answer, say)
    attended = int(life["came"].sum())
    values = {"n": say.number(attended), "all": say.number(len(life))}
    return Figure(
        "history",
        say(
            "Came to {n} of {all} editions since its first, {first}.",
            first=str(table["x"].iloc[0]),
            **values,
        ),
        wording.edition_name(answer.measures, say),
        Lines("money", wording.money_title(answer.measures, say), has_interval=False),
        table,
        (
            Column("x", say("Edition")),
            Column("came", say("Came")),
            Column("area", say("Stand (m²)"), "number", 0),
            Column("value", wording.money_title(answer.measures, say), "money"),
            Column("overall", say("Satisfaction (0–100)"), "number", 0),
            Column("complaints", say("Complaints"), "count"),
        ),
        HISTORY,
        notes=(
            say(
                "A gap is an edition it did not come to, or one whose {money} are not known.",
                money=say(MONEY_NAMES[answer.measures.money]),
            ),
        ),
        claim=claim(
            say,
            "level",
            "confirmed",
            phrase("Came to {n} of {all} editions since its first."),
            **values,
        ),
    )


def _table(answer: Customer, say: Say) -> pd.DataFrame:
    names = {edition.place: edition.name.worded(say) for edition in answer.measures.editions}
    life = answer.life
    return pd.DataFrame(
        {
            "key": life["edition_id"],
            "x_rank": range(len(life)),
            "x": [names[place] for place in life["place"]],
            "value": life["money"],
            "came": [say("came") if came else say("did not come") for came in life["came"]],
            "area": life["booth_area_sqm"],
            "overall": (100 * life["overall"]).round(),
            "complaints": life["complaints_open"] + life["complaints_closed"],
            "is_gap": ~life["came"].astype(bool),
        }
    )

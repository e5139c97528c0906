"""The five values of a relationship, class by class, against the own industry."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from analytics.customers import figures_wording as wording
from analytics.customers.worth import NAMES
from analytics.figures import Column, Figure, Heatmap, columns
from analytics.figures.claims import claim
from analytics.figures.sentences import notes
from analytics.stats.value_classes import VALUED
from analytics.studies.value_matrix import PROFILE
from analytics.studies.value_matrix.compute_profile import VALUES
from analytics.wording import phrase

if TYPE_CHECKING:
    from analytics.studies.value_matrix.compute import ValueMatrix
    from analytics.wording import Say

VALUE_NAMES = {
    "profit": phrase("Profit and cash"),
    "length": phrase("Length of the relationship"),
    "capability": phrase("Capability (stand)"),
    "recommendation": phrase("Recommendation"),
    "potential": phrase("Potential"),
}


def profile(answer: ValueMatrix, say: Say) -> Figure | None:
    """Means of places within the own industry; None where no class has five to show."""
    rows = answer.profile.means
    if rows.empty:
        return None
    title = say("Place in its own industry (0–100)")
    best = _best(rows)
    values = {"name": say(NAMES[best["class"]]), "value": say(VALUE_NAMES[best["value"]])}
    place = say.number(float(best["place"]), 0)
    return Figure(
        "profile",
        say(
            "{name}: highest in {value}, {place} of 100 in their own industry.",
            place=place,
            **values,
        ),
        wording.base(answer.classed, say),
        Heatmap("number", say("Class"), title, (0, 100)),
        _table(rows, say),
        (
            Column("row", say("Class")),
            Column("x", say("Value of the relationship")),
            Column("value", title, "number", 0),
            columns.exhibitors(say),
        ),
        PROFILE,
        notes=_notes(answer, say),
        claim=claim(
            say,
            "level",
            "a sign",
            phrase("{name}: highest in {value}, {place} of 100 in their own industry."),
            place=place,
            **values,
        ),
    )


def _table(rows: pd.DataFrame, say: Say) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "key": rows["class"].map(str),
            "row_rank": rows["class"],
            "row": [say(NAMES[code]) for code in rows["class"]],
            "x_rank": rows["value"].map(VALUES.index),
            "x": [say(VALUE_NAMES[name]) for name in rows["value"]],
            "value": rows["place"],
            "n": rows["n"],
        }
    )


def _best(rows: pd.DataFrame) -> pd.Series[Any]:
    """The highest value of the valued, else of all; money and potential made the classes and are
    taken where nothing else is known only.
    """
    beside = rows[~rows["value"].isin(("profit", "potential"))]
    rows = beside if len(beside) else rows
    valued = rows[rows["class"] == VALUED]
    among = valued if len(valued) else rows
    return among.loc[among["place"].idxmax()]


def _notes(answer: ValueMatrix, say: Say) -> tuple[str, ...]:
    missing, alone = answer.profile.missing, answer.profile.alone
    return notes(
        say("50 is the middle of the own industry."),
        say(
            "Left out, for nothing is on file of it: {values}.",
            values=say.listed(tuple(say(VALUE_NAMES[name]) for name in missing)),
        )
        if missing
        else "",
        say(
            "{n} exhibitors have no known industry, or one of fewer than five: not compared.",
            n=say.number(alone),
        )
        if alone
        else "",
    )

"""What the exhibitor said: ratings beside its industry, comments and complaints."""

from __future__ import annotations

from math import nan
from typing import TYPE_CHECKING

import pandas as pd

from analytics.customers import figures_wording as wording
from analytics.figures import Bars, Column, Figure, Grid
from analytics.figures.claims import Claim, claim
from analytics.ratings.scale import Scale, common
from analytics.stats.suppression import NEVER_BELOW
from analytics.studies.customer import CONTACTS, RATED, REMARKS
from analytics.wording import Name, phrase

if TYPE_CHECKING:
    from analytics.studies.customer.compute import Customer
    from analytics.wording import Say

MOST_WRITTEN = 400
KINDS = {"comment": phrase("Comment"), "complaint": phrase("Complaint")}


def rated(answer: Customer, say: Say) -> Figure | None:
    """Its ratings, its industry's beside them; None where it rated nothing."""
    rows = answer.rated
    if rows.empty:
        return None
    scale = common(
        Scale(low, high) for low, high in zip(rows["scale_min"], rows["scale_max"], strict=True)
    )
    names = (say("Its industry"), say("This exhibitor"))
    labels = _labels(rows, say)
    table = _rated_table(rows, labels, names, scale)
    worst = int(rows["place"].to_numpy().argmin())
    values = {"item": labels[worst], "score": say.number(scale.value(rows["place"].iloc[worst]), 1)}
    return Figure(
        "ratings",
        say("Rated lowest: {item}, {score}.", **values),
        wording.edition_name(answer.measures, say),
        Bars(
            "score",
            say("Rating"),
            scale.domain,
            is_dots=True,
            series=names,
            roles=("before", "now"),
        ),
        table,
        (
            Column("label", say("Item")),
            Column("series", say("Whose rating")),
            Column("value", say("Rating"), "score", scale.digits),
            Column("before", say("Its own before"), "score", scale.digits),
        ),
        RATED,
        claim=claim(
            say,
            "level",
            "too few",
            phrase("Rated lowest: {item}, {score}."),
            {"item": values["item"]},
            score=values["score"],
        ),
    )


def remarks(answer: Customer, say: Say) -> Figure | None:
    """Comments and complaints; None where there are none."""
    rows = answer.remarks
    if rows.empty:
        return None
    table = _remarks_table(rows, say)
    text = say("Comments and complaints: {n}.", n=say.number(len(rows)))
    return Figure(
        "remarks",
        text,
        wording.edition_name(answer.measures, say),
        Grid(),
        table,
        (
            Column("label", say("Edition")),
            Column("kind", say("Kind")),
            Column("topic", say("Topic")),
            Column("text", say("Text")),
            Column("state", say("State")),
        ),
        REMARKS,
        claim=claim(
            say,
            "level",
            "confirmed",
            phrase("Comments and complaints: {n}."),
            n=say.number(len(rows)),
        ),
    )


def contacts(answer: Customer, say: Say) -> Figure:
    """Who spoke with it when, and what was to come next."""
    rows = answer.contacts
    text = say("Contacts on file: {n}.", n=say.number(len(rows)))
    return Figure(
        "contacts",
        text,
        wording.edition_name(answer.measures, say),
        Grid(),
        _contacts_table(rows, say),
        (
            Column("label", say("When")),
            Column("by", say("By whom")),
            Column("channel", say("Channel")),
            Column("person", say("With whom")),
            Column("text", say("What was said")),
            Column("next", say("Next step")),
            Column("due", say("Due")),
        ),
        CONTACTS,
        claim=Claim(text, "confirmed", "level"),
    )


def _contacts_table(rows: pd.DataFrame, say: Say) -> pd.DataFrame:
    """One line that says so where nobody wrote anything down."""
    names = {
        "label": "contacted_on",
        "by": "contacted_by",
        "channel": "channel",
        "person": "person",
        "text": "subject",
        "next": "next_step",
        "due": "next_on",
    }
    table = {name: [_written(value) for value in rows[column]] for name, column in names.items()}
    if rows.empty:
        nothing = say("Nothing was written down yet.")
        table = {name: [nothing if name == "text" else "–"] for name in names}
    places = range(len(table["label"]))
    return pd.DataFrame(table).assign(key=[str(at) for at in places], rank=places)


def _written(value: object) -> str:
    """A day or a text as it stands; a dash for what is not there."""
    return "–" if pd.isna(value) else str(value)[:MOST_WRITTEN]


def _state(kind: str, is_open: object, say: Say) -> str:
    if kind != "complaint":
        return "–"
    return say("open") if is_open else say("closed")


def _labels(rows: pd.DataFrame, say: Say) -> list[str]:
    """The names of items, or of editions, in the reader's language."""
    return [
        Name(zh or "", en or "").worded(say)
        for zh, en in zip(rows["name_zh"], rows["name_en"], strict=True)
    ]


def _rated_table(
    rows: pd.DataFrame, labels: list[str], names: tuple[str, str], scale: Scale
) -> pd.DataFrame:
    peers = rows["peers"].where(rows["answers"] >= NEVER_BELOW)
    return pd.DataFrame(
        [
            {
                "key": str(slot),
                "label": label,
                "rank": at,
                "series": series,
                "value": nan if place != place else scale.value(place),
                "before": nan if before != before else scale.value(before),
            }
            for at, (slot, label, own, peer, before) in enumerate(
                zip(rows["slot"], labels, rows["place"], peers, rows["before"], strict=True)
            )
            for series, place in zip(names, (peer, own), strict=True)
        ]
    )


def _remarks_table(rows: pd.DataFrame, say: Say) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "key": [str(at) for at in range(len(rows))],
            "label": _labels(rows, say),
            "rank": range(len(rows)),
            "kind": [say(KINDS[kind]) for kind in rows["kind"]],
            "topic": rows["topic"].fillna("–"),
            "text": rows["text"].fillna("–"),
            "state": [
                _state(kind, is_open, say)
                for kind, is_open in zip(rows["kind"], rows["is_open"], strict=True)
            ],
        }
    )

"""How few hold most of the money, owners by name, accounts that wait, and what is not filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from analytics.customers.classing import MOST_LISTED
from analytics.customers.figures_wording import edition_name, money_column
from analytics.customers.measures import MONEY_NAMES
from analytics.figures import Bars, Column, Figure, Grid, Headline, columns
from analytics.figures.base_line import base_line
from analytics.figures.claims import Claim, claim
from analytics.figures.sentences import notes
from analytics.studies.account_owners import OWNERS, WAITING
from analytics.studies.account_owners.compute import NOBODY
from analytics.studies.account_owners.figures_fields import fields, fields_by_edition, to_complete
from analytics.studies.account_owners.figures_fields import fields_by_import as by_import
from analytics.wording import phrase

if TYPE_CHECKING:
    from analytics.studies.account_owners.compute import AccountOwners
    from analytics.wording import Say


def figures(answer: AccountOwners, say: Say) -> tuple[Figure, ...]:
    base = _base(answer, say)
    drawn = (
        _overview(answer, base, say),
        _owners(answer, base, say),
        _waiting(answer, base, say),
        fields(answer, base, say),
        fields_by_edition(answer, base, say),
        by_import(answer, base, say),
        to_complete(answer, base, say),
    )
    return tuple(figure for figure in drawn if figure)


def _base(answer: AccountOwners, say: Say) -> str:
    here = say(
        "n = {n} exhibitors at {edition}",
        n=say.number(answer.n),
        edition=edition_name(answer.measures, say),
    )
    return base_line(here, _money(answer, say)) if answer.is_by_money else here


def _money(answer: AccountOwners, say: Say) -> str:
    return say(MONEY_NAMES[answer.measures.money]) if answer.is_by_money else say("accounts")


def _overview(answer: AccountOwners, base: str, say: Say) -> Figure:
    text = _claim(answer, say)
    waiting = answer.waiting
    return Figure(
        "overview",
        say(
            "{top} of {people} account owners hold {share} of {money}; {waiting} of {n} exhibitors"
            " have no owner who is there.",
            top=say.number(answer.top),
            people=say.number(answer.people),
            share=say.percent(answer.top_share),
            money=_money(answer, say),
            waiting=say.number(len(waiting)),
            n=say.number(answer.n),
        ),
        base,
        Bars("share", say("Share"), (0, 1), series=_series(answer, say), roles=("before", "now")),
        _groups(answer, say),
        (
            Column("label", say("Held by")),
            Column("series", say("Measure")),
            Column("value", say("Share"), "share", 1),
            Column("n", say("Exhibitors"), "count"),
        ),
        OWNERS,
        Headline(say.number(answer.top), _headline(answer, say)),
        notes(
            say("No amount is known: accounts are counted instead.")
            if not answer.is_by_money
            else ""
        ),
        claim=text,
    )


def _series(answer: AccountOwners, say: Say) -> tuple[str, ...]:
    exhibitors = say("Share of exhibitors")
    if not answer.is_by_money:
        return (exhibitors,)
    return (exhibitors, say("Share of {money}", money=_money(answer, say)))


def _headline(answer: AccountOwners, say: Say) -> str:
    return say(
        "people hold {share} of {money}",
        share=say.percent(answer.top_share, 0),
        money=_money(answer, say),
    )


def _claim(answer: AccountOwners, say: Say) -> Claim:
    values = {
        "top": say.number(answer.top),
        "share": say.percent(answer.top_share, 0),
        "money": _money(answer, say),
    }
    if not answer.people:
        return claim(
            say, "level", "confirmed", phrase("The register names no account owner who is there.")
        )
    if answer.top == 1:
        return claim(
            say, "level", "confirmed", phrase("One person holds {share} of {money}."), **values
        )
    return claim(
        say, "level", "confirmed", phrase("{top} people hold {share} of {money}."), **values
    )


def _groups(answer: AccountOwners, say: Say) -> pd.DataFrame:
    """The few, the others, those who left, nobody: shares of exhibitors and of money."""
    owners = answer.owners
    is_there = (owners["owner"] != NOBODY) & ~owners["is_left"]
    is_top = is_there & (is_there.cumsum() <= answer.top)
    groups = (
        (say("The largest {n} owners", n=say.number(answer.top)), is_top),
        (say("Other owners"), is_there & ~is_top),
        (say("Owners who left"), owners["is_left"]),
        (say("Nobody"), owners["owner"] == NOBODY),
    )
    series = _series(answer, say)
    rows = [
        {
            "key": str(rank),
            "label": label,
            "rank": rank,
            "series": name,
            "value": float(owners.loc[mask, "money_share" if place else "share"].sum()),
            "n": int(owners.loc[mask, "n"].sum()),
        }
        for rank, (label, mask) in enumerate(groups)
        if mask.any()
        for place, name in enumerate(series)
    ]
    return pd.DataFrame(rows)


def _owners(answer: AccountOwners, base: str, say: Say) -> Figure:
    owners = answer.owners.head(MOST_LISTED)
    table = pd.DataFrame(
        {
            "key": owners["owner"],
            "label": [name or say("Nobody") for name in owners["owner"]],
            "rank": range(len(owners)),
            "n": owners["n"],
            "share": owners["share"],
            "money": owners["money"] if answer.is_by_money else float("nan"),
            "money_share": owners["money_share"],
            "summed": owners["money_share"].cumsum(),
            "state": [say("has left") if is_left else "" for is_left in owners["is_left"]],
        }
    )
    text = say(
        "{people} people hold accounts; the largest holds {n}.",
        people=say.number(answer.people),
        n=say.number(int(owners["n"].max())),
    )
    return Figure(
        "owners",
        text,
        base,
        Grid(),
        table,
        (
            Column("label", say("Account owner")),
            columns.exhibitors(say),
            Column("share", say("Share of exhibitors"), "share", 1),
            money_column(answer.measures, say),
            Column("money_share", say("Share of the money"), "share", 1),
            Column("summed", say("Added up"), "share", 1),
            Column("state", say("State")),
        ),
        OWNERS,
        claim=Claim(text, "confirmed", "level"),
    )


def _waiting(answer: AccountOwners, base: str, say: Say) -> Figure | None:
    waiting = answer.waiting
    if waiting.empty:
        return None
    total = float(answer.accounts["money"].clip(lower=0).sum())
    worth = float(waiting["money"].clip(lower=0).sum()) / total if total > 0 else 0.0
    values = {"n": say.number(len(waiting)), "share": say.percent(worth, 0)}
    values["money"] = _money(answer, say)
    text = (
        say("{n} accounts with {share} of {money} wait for an owner.", **values)
        if answer.is_by_money
        else say("{n} accounts wait for an owner.", **values)
    )
    listed = waiting.head(MOST_LISTED)
    return Figure(
        "waiting",
        text,
        base,
        Grid(),
        _waiting_table(listed, say),
        (
            Column("label", say("Exhibitor")),
            Column("industry", say("Industry")),
            money_column(answer.measures, say),
            Column("state", say("State")),
        ),
        WAITING,
        notes=notes(
            say("The largest {n} are listed.", n=say.number(len(listed)))
            if len(listed) < len(waiting)
            else ""
        ),
        claim=Claim(text, "confirmed", "level"),
    )


def _waiting_table(listed: pd.DataFrame, say: Say) -> pd.DataFrame:
    """By name, with why."""
    return pd.DataFrame(
        {
            "key": listed["exhibitor_id"],
            "label": listed["name"].fillna(listed["exhibitor_id"]),
            "rank": range(len(listed)),
            "industry": listed["industry"].fillna("–"),
            "money": listed["money"],
            "state": [
                say("{owner} has left", owner=owner) if owner else say("no owner")
                for owner in listed["owner"]
            ],
        }
    )

"""Five figures that every study of classes has: the classes, how concentrated the money is, the
largest members by name, moves since the edition before, and satisfaction by class.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from analytics.customers import figures_wording as wording
from analytics.customers.figures_curve import concentration
from analytics.customers.figures_moves import moves
from analytics.customers.figures_ratings import satisfaction
from analytics.customers.measures import MONEY_NAMES
from analytics.customers.methods import MEMBERS
from analytics.figures import Bars, Column, Figure, Grid, columns
from analytics.figures.claims import Claim, claim
from analytics.figures.sentences import notes
from analytics.wording import phrase

if TYPE_CHECKING:
    from analytics.customers.classing import Classed
    from analytics.figures import Headline, Method
    from analytics.figures.rows import Row
    from analytics.wording import Say

__all__ = ["accounts", "classes", "concentration", "kit", "members", "moves", "satisfaction"]


def kit(answer: Classed, say: Say) -> tuple[Figure, ...]:
    """The figures that come with the classes, those that can be drawn."""
    drawn = (
        concentration(answer, say),
        moves(answer, say),
        satisfaction(answer, say),
        members(answer, say),
    )
    return tuple(figure for figure in drawn if figure)


def classes(
    answer: Classed,
    say: Say,
    method: Method,
    headline: Headline | None = None,
    key: str = "overview",
) -> Figure:
    """Shares of exhibitors and of money, class by class."""
    money = say(MONEY_NAMES[answer.measures.money])
    names = (say("Share of exhibitors"), say("Share of {money}", money=money))
    table = answer.sizes.merge(
        pd.DataFrame({"series": names, "of": ["share", "money_share"]}), how="cross"
    )
    table = table.assign(
        key=table["class"].map(str),
        label=[wording.class_name(answer, int(code), say) for code in table["class"]],
        rank=table["class"],
        value=[row[row["of"]] for row in table.to_dict("records")],
    )
    if answer.curve is None:
        table = table[table["of"] == "share"]
    return Figure(
        key,
        classes_finding(answer, say),
        wording.base(answer, say),
        Bars("share", say("Share"), (0, 1), series=names, roles=("before", "now")),
        table,
        (
            Column("label", say("Class")),
            Column("series", say("Measure")),
            Column("value", say("Share"), "share", 1),
            columns.exhibitors(say),
            Column("known", say("With a known amount"), "count"),
            wording.money_column(answer.measures, say),
        ),
        method,
        headline,
        wording.study_notes(answer, say),
        claim=classes_claim(answer, say),
    )


def largest_class(answer: Classed) -> tuple[int, float]:
    """The class with most of the money, else with most exhibitors, and that share."""
    name = "money_share" if answer.sizes["money_share"].notna().any() else "share"
    at = int(answer.sizes[name].idxmax())
    return at, float(answer.sizes[name].iloc[at])


def classes_finding(answer: Classed, say: Say) -> str:
    """Every class that has members, one after the other."""
    parts = [_class_part(answer, row, say) for row in answer.sizes.to_dict("records") if row["n"]]
    semicolon = "；" if say.language == "zh" else "; "
    return say(
        "{edition}: {classes}.",
        edition=wording.edition_name(answer.measures, say),
        classes=semicolon.join(parts),
    )


def _class_part(answer: Classed, row: Row, say: Say) -> str:
    values = {
        "name": wording.class_name(answer, int(row["class"]), say),
        "n": say.number(row["n"]),
        "share": say.percent(row["share"]),
        "money": say(MONEY_NAMES[answer.measures.money]),
    }
    if row["money_share"] != row["money_share"]:
        return say("{name} {n} ({share})", **values)
    return say(
        "{name} {n} ({share}) with {worth} of {money}",
        worth=say.percent(row["money_share"]),
        **values,
    )


def classes_claim(answer: Classed, say: Say) -> Claim:
    """The class that matters most, of exhibitors and of money."""
    at, share = largest_class(answer)
    values = {
        "name": wording.class_name(answer, at, say),
        "share": say.percent(float(answer.sizes["share"].iloc[at]), 0),
        "worth": say.percent(share, 0),
        "money": say(MONEY_NAMES[answer.measures.money]),
    }
    if answer.curve is None:
        sentence = phrase("{name} is the largest class: {share}.")
        return claim(say, "level", "confirmed", sentence, **values)
    return claim(
        say,
        "level",
        "confirmed",
        phrase("{name}: {share} of exhibitors, {worth} of {money}."),
        **values,
    )


def members(answer: Classed, say: Say) -> Figure | None:
    """The largest by name, with their class now and before; None where nobody is in a class."""
    if answer.members.empty:
        return None
    rows = answer.members
    table = people_table(answer, rows, say)
    worth = float(rows["money"].sum())
    values = {
        "n": say.number(len(rows)),
        "money": say(MONEY_NAMES[answer.measures.money]),
        "share": say.percent(worth / answer.total if answer.total > 0 else float("nan"), 0),
    }
    if answer.curve is None:
        text = say("{n} exhibitors by name; no amount is known to order them by.", **values)
    else:
        text = say("The {n} largest exhibitors bring {share} of {money}.", **values)
    return Figure(
        "members",
        text,
        wording.base(answer, say),
        Grid(),
        table,
        people_columns(answer, say),
        MEMBERS,
        notes=wording.study_notes(answer, say),
        claim=Claim(text, "confirmed", "level"),
    )


def accounts(
    answer: Classed,
    key: str,
    text: str,
    rows: pd.DataFrame,
    count: int,
    method: Method,
    say: Say,
) -> Figure | None:
    """The largest by name of `count` exhibitors that a rule picks out; `text` counts them. None
    where there are none.
    """
    if rows.empty:
        return None
    first = say("The largest {n} are listed.", n=say.number(len(rows)))
    return Figure(
        key,
        text,
        wording.base(answer, say),
        Grid(),
        people_table(answer, rows, say),
        people_columns(answer, say),
        method,
        notes=notes(first if len(rows) < count else ""),
        claim=Claim(text, "confirmed", "level"),
    )


def people_table(answer: Classed, rows: pd.DataFrame, say: Say) -> pd.DataFrame:
    """Exhibitors by name as a table has them: label, series (class), money, overall …"""
    return pd.DataFrame(
        {
            "key": rows["exhibitor_id"],
            "label": rows["name"].fillna(rows["exhibitor_id"]),
            "rank": range(len(rows)),
            "series": [wording.class_name(answer, int(code), say) for code in rows["class"]],
            "before": [
                wording.class_name(answer, int(code), say) if answer.has_before else "–"
                for code in rows["class_before"]
            ],
            "industry": rows["industry"].fillna("–"),
            "money": rows["money"],
            "money_before": rows["money_before"],
            "overall": [answer.scale.value(place) for place in rows["overall"]],
            "times": rows["editions_so_far"],
        }
    )


def people_columns(answer: Classed, say: Say) -> tuple[Column, ...]:
    """How such a table is headed."""
    return (
        Column("label", say("Exhibitor")),
        Column("series", say("Class")),
        Column("before", say("Class before")),
        Column("industry", say("Industry")),
        wording.money_column(answer.measures, say),
        Column("money_before", say("The edition before"), "money"),
        Column("overall", say("Overall satisfaction"), "score", answer.scale.digits),
        Column("times", say("Editions so far"), "count"),
    )

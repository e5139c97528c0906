"""How complete the register is: by field, by edition, by list, and whom to complete first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from analytics.customers.figures_wording import money_column
from analytics.figures import Bars, Column, Figure, Grid, Heatmap, columns
from analytics.figures.claims import Claim
from analytics.stats.suppression import NEVER_BELOW
from analytics.studies.account_owners import FILLED
from analytics.wording import Name, phrase

if TYPE_CHECKING:
    from analytics.studies.account_owners.compute import AccountOwners
    from analytics.wording import Say

NAMES = {
    "industry": phrase("Industry"),
    "region": phrase("Region"),
    "country": phrase("Country"),
    "ownership": phrase("Ownership"),
    "size_band": phrase("Company size"),
    "account_owner": phrase("Account owner"),
    "name_en": phrase("English name"),
}


def fields(answer: AccountOwners, base: str, say: Say) -> Figure:
    """The share of exhibitors, and of their money, of whom each field is known."""
    least = answer.fields.iloc[0]
    text = say(
        "{field} is filled in for {share} of the exhibitors: the emptiest field.",
        field=say(NAMES[least["field"]]),
        share=say.percent(float(least["share"]), 0),
    )
    series = _series(answer, say)
    return Figure(
        "fields",
        text,
        base,
        Bars(
            "share",
            say("Filled in"),
            (0, 1),
            series=tuple(name for name, _ in series),
            roles=("before", "now"),
        ),
        _filled_rows(answer, series, say),
        (
            Column("label", say("Field")),
            Column("series", say("Measure")),
            Column("value", say("Filled in"), "share", 1),
            Column("filled", say("Exhibitors with it"), "count"),
            columns.exhibitors(say),
        ),
        FILLED,
        claim=Claim(text, "confirmed", "level"),
    )


def _series(answer: AccountOwners, say: Say) -> list[tuple[str, str]]:
    """Of exhibitors, and of their money where any is known: name, column."""
    series = [(say("Share of exhibitors"), "share")]
    if answer.is_by_money:
        series.append((say("Share of the money"), "money_share"))
    return series


def _filled_rows(answer: AccountOwners, series: list[tuple[str, str]], say: Say) -> pd.DataFrame:
    rows = [
        {
            "key": row["field"],
            "label": say(NAMES[row["field"]]),
            "rank": rank,
            "series": name,
            "value": row[source],
            "filled": row["filled"],
            "n": row["n"],
        }
        for rank, row in enumerate(answer.fields.to_dict("records"))
        for name, source in series
    ]
    return pd.DataFrame(rows)


def fields_by_edition(answer: AccountOwners, base: str, say: Say) -> Figure | None:
    """Each field at each edition with a register."""
    table = answer.by_edition[answer.by_edition["n"] >= NEVER_BELOW]
    if table.empty:
        return None
    names = [
        Name(zh or "", en or "") for zh, en in zip(table["name_zh"], table["name_en"], strict=True)
    ]
    rows = table.assign(x_rank=table["place"], x=[name.worded(say) for name in names])
    worst = rows.loc[rows["share"].idxmin()]
    text = say(
        "Least is known of {field} at {edition}: {share} filled in.",
        field=say(NAMES[worst["field"]]),
        edition=worst["x"],
        share=say.percent(float(worst["share"]), 0),
    )
    return _heatmap("fields_by_edition", text, base, rows, say("Edition"), say)


def fields_by_import(answer: AccountOwners, base: str, say: Say) -> Figure | None:
    """Each field in each list of exhibitors that was loaded."""
    table = answer.by_import[answer.by_import["n"] >= NEVER_BELOW]
    table = table[table["field"].isin(list(NAMES))]
    if table.empty:
        return None
    labels = [
        say("No. {number}, {day}", number=number, day=say.day(at.date()))
        for number, at in zip(table["import_id"], table["imported_at"], strict=True)
    ]
    rows = table.assign(x_rank=table["import_id"], x=labels)
    newest = rows[rows["import_id"] == rows["import_id"].max()]
    text = say(
        "The newest list fills in {share} of its cells.",
        share=say.percent(float(newest["filled"].sum() / newest["n"].sum()), 0),
    )
    return _heatmap("fields_by_import", text, base, rows, say("List of exhibitors"), say)


def _heatmap(key: str, text: str, base: str, rows: pd.DataFrame, x_axis: str, say: Say) -> Figure:
    order = {field: rank for rank, field in enumerate(NAMES)}
    shown = rows.assign(
        row=[say(NAMES[field]) for field in rows["field"]],
        row_rank=rows["field"].map(order),
        value=rows["share"],
    )
    return Figure(
        key,
        text,
        base,
        Heatmap("share", say("Field"), x_axis, (0, 1)),
        shown.sort_values(["row_rank", "x_rank"]).reset_index(drop=True),
        (
            Column("row", say("Field")),
            Column("x", x_axis),
            Column("value", say("Filled in"), "share", 1),
            Column("filled", say("Exhibitors with it"), "count"),
            columns.exhibitors(say),
        ),
        FILLED,
        claim=Claim(text, "confirmed", "level"),
    )


def to_complete(answer: AccountOwners, base: str, say: Say) -> Figure | None:
    """Exhibitors with an empty field, those who bring most first."""
    listed = answer.to_complete
    if listed.empty:
        return None
    count = int((answer.accounts["missing"].map(len) > 0).sum())
    text = say("{n} exhibitors lack something in the register.", n=say.number(count))
    table = pd.DataFrame(
        {
            "key": listed["exhibitor_id"],
            "label": listed["name"].fillna(listed["exhibitor_id"]),
            "rank": range(len(listed)),
            "money": listed["money"],
            "owner": [owner or "–" for owner in listed["owner"]],
            "missing": [
                say.listed([say(NAMES[field]) for field in row]) for row in listed["missing"]
            ],
        }
    )
    return Figure(
        "to_complete",
        text,
        base,
        Grid(),
        table,
        (
            Column("label", say("Exhibitor")),
            money_column(answer.measures, say),
            Column("owner", say("Account owner")),
            Column("missing", say("To be filled in")),
        ),
        FILLED,
        claim=Claim(text, "confirmed", "level"),
    )

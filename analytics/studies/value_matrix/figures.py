"""The four classes with what they are worth, their indices, and the chances behind them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pandas as pd

from analytics.customers import figures as kit
from analytics.customers import figures_wording as wording
from analytics.customers.worth import NAMES
from analytics.figures import Bars, Column, Figure, Headline, Heatmap, columns
from analytics.figures.claims import claim
from analytics.figures.sentences import notes
from analytics.stats.value_classes import PROMISING, VALUED
from analytics.studies.value_matrix import CHANCES, INDICES, VALUE
from analytics.studies.value_matrix.compute import INDICES as INDEX_KEYS
from analytics.studies.value_matrix.figures_attraction import attraction
from analytics.studies.value_matrix.figures_profile import profile
from analytics.wording import phrase

if TYPE_CHECKING:
    from analytics.figures.claims import Claim
    from analytics.studies.value_matrix.compute import ValueMatrix
    from analytics.wording import Say

INDEX_NAMES = {
    "satisfaction": phrase("Satisfaction"),
    "loyalty": phrase("Loyalty"),
    "retention": phrase("Coming next (retention)"),
    "contribution": phrase("Contribution"),
    "composite": phrase("All four together"),
}
WAYS = (
    phrase("First time"),
    phrase("Second time running, or back"),
    phrase("Three or more running"),
    phrase("Missed the last"),
    phrase("Missed two or more"),
)
SOURCES = {
    "set": phrase("Margin {margin}, as set for this fair; discount {discount} per edition."),
    "editions": phrase(
        "Margin {margin}, from revenue and cost of the editions; discount {discount} per edition."
    ),
    "none": phrase(
        "No margin is set: worth is before costs. Discount {discount} per edition. Both can be set"
        " in the settings."
    ),
}


def figures(answer: ValueMatrix, say: Say) -> tuple[Figure, ...]:
    is_shown = answer.worth.loc[answer.worth["n"] > 0, "current"].notna().any()
    valued = answer.indices[answer.indices["class"] == VALUED]
    has_valued = (valued["index"] == "retention").any()
    places, attracting = profile(answer, say), attraction(answer, say)
    return (
        _overview(answer, say),
        *((_worth(answer, say),) if is_shown else ()),
        *((_indices(answer, say),) if has_valued else ()),
        *((places,) if places else ()),
        *((attracting,) if attracting else ()),
        _chances(answer, say),
        *(figure for figure in kit.kit(answer.classed, say) if figure.key != "concentration"),
    )


def _overview(answer: ValueMatrix, say: Say) -> Figure:
    sizes = answer.classed.sizes
    headline = Headline(
        say.number(int(sizes["n"].iloc[PROMISING])),
        say("promising exhibitors: little now, more to come"),
    )
    figure = kit.classes(answer.classed, say, VALUE, headline)
    return replace(figure, claim=_claim(answer, say), notes=(*_notes(answer, say), *figure.notes))


def _claim(answer: ValueMatrix, say: Say) -> Claim:
    sizes = answer.classed.sizes["n"]
    return claim(
        say,
        "level",
        "confirmed",
        phrase("{valued} exhibitors are valued, {promising} promising."),
        valued=say.number(int(sizes.iloc[VALUED])),
        promising=say.number(int(sizes.iloc[PROMISING])),
    )


def _notes(answer: ValueMatrix, say: Say) -> tuple[str, ...]:
    terms, currency = answer.terms, answer.classed.measures.currency
    return notes(
        say(
            SOURCES[terms.margin.source],
            margin=say.percent(terms.margin.share, 0),
            discount=say.percent(terms.discount, 0),
        ),
        say(
            "High from {current} present value and {potential} potential, over {n} editions.",
            current=say.money(answer.cuts[0], currency),
            potential=say.money(answer.cuts[1], currency),
            n=terms.horizon,
        ),
    )


def _worth(answer: ValueMatrix, say: Say) -> Figure:
    names = (say("Present value"), say("Potential"))
    currency = answer.classed.measures.currency
    totals = answer.worth[["current", "potential"]].sum()
    values = {
        "current": say.money(float(totals["current"]), currency),
        "potential": say.money(float(totals["potential"]), currency),
    }
    title = say("Worth over {n} editions", n=answer.terms.horizon)
    return Figure(
        "worth",
        say(
            "Present value {current} in all, potential {potential}, over {n} editions.",
            n=answer.terms.horizon,
            **values,
        ),
        wording.base(answer.classed, say),
        Bars("money", title, series=names, roles=("now", "act")),
        _worth_table(answer, names, say),
        (
            Column("label", say("Class")),
            Column("series", say("Measure")),
            Column("value", wording.money_title(answer.classed.measures, say), "money"),
            Column("exhibitors", say("Exhibitors"), "count"),
        ),
        VALUE,
        notes=_notes(answer, say),
        claim=claim(
            say,
            "model",
            "a sign",
            phrase("Exhibitors are worth {current} as they are; {potential} more is in reach."),
            **values,
        ),
    )


def _worth_table(answer: ValueMatrix, names: tuple[str, str], say: Say) -> pd.DataFrame:
    rows = [
        {
            "key": str(at),
            "label": say(NAMES[at]),
            "rank": at,
            "series": series,
            "value": row[column],
            "exhibitors": row["n"],
        }
        for at, row in enumerate(answer.worth.to_dict("records"))
        for series, column in zip(names, ("current", "potential"), strict=True)
    ]
    return pd.DataFrame(rows)


def _indices(answer: ValueMatrix, say: Say) -> Figure:
    rows = answer.indices
    order = {name: at for at, name in enumerate(INDEX_KEYS)}
    table = pd.DataFrame(
        {
            "key": rows["class"].map(str),
            "row_rank": rows["class"],
            "row": [say(NAMES[code]) for code in rows["class"]],
            "x_rank": rows["index"].map(order),
            "x": [say(INDEX_NAMES[name]) for name in rows["index"]],
            "value": rows["value"],
            "n": rows["n"],
        }
    )
    valued = rows[(rows["class"] == VALUED) & (rows["index"] == "retention")]["value"]
    retention = say.number(float(valued.iloc[0]) if len(valued) else None, 0)
    return Figure(
        "indices",
        say("Of valued exhibitors comparable ones came next in {n} of 100 cases.", n=retention),
        wording.base(answer.classed, say),
        Heatmap("number", say("Class"), say("Index (0–100)"), (0, 100)),
        table,
        (
            Column("row", say("Class")),
            Column("x", say("Index (0–100)")),
            Column("value", say("Mean"), "number", 0),
            columns.exhibitors(say),
        ),
        INDICES,
        claim=claim(
            say,
            "level",
            "a sign",
            phrase("Exhibitors like the valued ones came next in {n} of 100 cases."),
            n=retention,
        ),
    )


def _chance_table(answer: ValueMatrix, say: Say) -> pd.DataFrame:
    ways = answer.chances.ways
    rows = ways[ways["n"] > 0]
    return pd.DataFrame(
        {
            "key": [str(way) for way in rows.index],
            "label": [say(WAYS[way]) for way in rows.index],
            "rank": rows.index,
            "value": rows["stay"].to_numpy(),
            "grow": rows["grow"].to_numpy(),
            "rise": rows["rise"].to_numpy(),
            "cases": rows["n"].to_numpy(),
        }
    )


def _chances(answer: ValueMatrix, say: Say) -> Figure:
    table = _chance_table(answer, say)
    best = table.loc[table["value"].idxmax()]
    values = {"way": best["label"], "share": say.percent(float(best["value"]), 0)}
    return Figure(
        "chances",
        say("{way}: {share} came to the next edition, the highest share.", **values),
        wording.base(answer.classed, say),
        Bars("share", say("Share that came next"), (0, 1)),
        table,
        (
            Column("label", say("How they came so far")),
            Column("value", say("Share that came next"), "share", 1),
            Column("grow", say("Share that brought more"), "share", 1),
            Column("rise", say("Usual rise"), "share", 1),
            Column("cases", say("Cases at earlier editions"), "count"),
        ),
        CHANCES,
        notes=notes(
            say(
                "Of {n} exhibitors that ever skipped an edition, {share} came to three running"
                " afterwards.",
                n=say.number(answer.chances.skipped),
                share=say.percent(answer.chances.regular, 0),
            ),
            say(
                "Of those below the upper quarter of their industry {share} reached it next time.",
                share=say.percent(answer.chances.reach, 0),
            ),
        ),
        claim=claim(say, "level", "confirmed", phrase("{way}: {share} came next."), **values),
    )
